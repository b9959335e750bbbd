"""Builds small .ods workbooks, well or badly made."""

import io
import zipfile
from datetime import date
from xml.sax.saxutils import escape, quoteattr

KIND = "application/vnd.oasis.opendocument.spreadsheet"
_ODF = "urn:oasis:names:tc:opendocument:xmlns"
_NAMES = " ".join(
    f'xmlns:{short}="{_ODF}:{long}:1.0"'
    for short, long in {
        "office": "office",
        "table": "table",
        "text": "text",
        "style": "style",
        "draw": "drawing",
    }.items()
)
_CALC = 'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"'

_MANIFEST = (
    f'<manifest:manifest xmlns:manifest="{_ODF}:manifest:1.0" manifest:version="1.2">'
    '<manifest:file-entry manifest:full-path="/" manifest:media-type="{kind}"/>'
    '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml">{more}'
    "</manifest:file-entry></manifest:manifest>"
)


def ods(rows, **more):
    """Return a workbook with one sheet."""
    return ods_of({"Tracker": rows}, **more)


def ods_of(sheets, *, hidden=(), styles="", kind=KIND, manifest="", added=()):
    """Return a workbook's bytes: `sheets` is rows by sheet name, a row being cells or ready XML."""
    tables = "".join(
        f"<table:table table:name={quoteattr(name)} "
        f'table:style-name="{"shut" if name in hidden else "open"}">'
        f"{''.join(row if isinstance(row, str) else row_of(row) for row in rows)}</table:table>"
        for name, rows in sheets.items()
    )
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {_NAMES} {_CALC} office:version="1.2">'
        "<office:automatic-styles>"
        '<style:style style:name="open" style:family="table">'
        '<style:table-properties table:display="true"/></style:style>'
        '<style:style style:name="shut" style:family="table">'
        f'<style:table-properties table:display="false"/></style:style>{styles}'
        f"</office:automatic-styles><office:body><office:spreadsheet>{tables}"
        "</office:spreadsheet></office:body></office:document-content>"
    )
    return zip_of(
        ("mimetype", kind),
        ("content.xml", content),
        ("META-INF/manifest.xml", _MANIFEST.format(kind=kind, more=manifest)),
        *added,
    )


def row_of(cells, **attributes):
    """Return a row's XML; attributes are of the table namespace."""
    return (
        f"<table:table-row{_attributes(attributes)}>{''.join(map(_cell, cells))}</table:table-row>"
    )


def cell_of(value, inside="", **attributes):
    """Return a cell's XML, with `inside` after its text."""
    if value is None or value == "":
        return f"<table:table-cell{_attributes(attributes)}>{inside}</table:table-cell>"
    if isinstance(value, bool):
        kind, written = "boolean", f'office:boolean-value="{str(value).lower()}"'
    elif isinstance(value, date):
        kind, written = "date", f'office:date-value="{value.isoformat()}"'
    elif isinstance(value, (int, float)):
        kind, written = "float", f'office:value="{value}"'
    else:
        kind, written = "string", ""
    text = "".join(f"<text:p>{escape(line)}</text:p>" for line in str(value).split("\n"))
    return (
        f'<table:table-cell{_attributes(attributes)} office:value-type="{kind}" {written}>'
        f"{text}{inside}</table:table-cell>"
    )


def zip_of(*members):
    """Return an archive of the members: names, or names with what stands in them."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for member in members:
            name, data = (member, "x") if isinstance(member, str) else member
            archive.writestr(name, data)
    return stream.getvalue()


def _cell(value):
    return value if isinstance(value, str) and value.startswith("<table:") else cell_of(value)


def _attributes(attributes):
    return "".join(
        f" table:{name.replace('_', '-')}={quoteattr(str(value))}"
        for name, value in attributes.items()
    )
