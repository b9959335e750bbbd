"""Real check-in minutes and review forms of a small authority, and what editors do to their XML."""

import io
import tempfile
import zipfile
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

from builders import Inputs, settings_of
from lxml import etree

from pipeline.compose import compose
from pipeline.ingest import ingest
from pipeline.ingest.word_form.form import read_form
from pipeline.meetings import run_calendar
from pipeline.model.minutes import AgreedAction, Minutes
from pipeline.packs import TEMPLATES, choose_packs, find_packs, plan_documents
from pipeline.render.word import make_word
from pipeline.transform import transform
from pipeline.validate import validate

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
NAMESPACES = {"w": W.strip("{}"), "w14": W14.strip("{}")}
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
MINUTES, REVIEW = "check_in_minutes", "effectiveness_review"
AS_AT = date(2026, 5, 29)
BODY, CUSTOM = "word/document.xml", "docProps/custom.xml"

TEAMS = [
    {
        "name": "Alder",
        "team_manager": "Jo Invented",
        "practice_supervisors": ["Sam Made", "Ash Up"],
    },
    {"name": "Birch", "aliases": ["Birches"]},
]
SETTINGS = settings_of(
    teams=TEAMS,
    people={"performance_officers": ["Kim Fiction"], "business_services": ["Lee Fable"]},
)
AGREED = tuple(
    AgreedAction(f"ND-{n}", "North Dale", team, words, due, "", "", date(2026, 5, 5))
    for n, team, words, due in (
        (1, "Alder", "Walk the long plans", date(2026, 5, 12)),
        (2, "Birch", "Ring the school", None),
    )
)


@cache
def blank(pack=MINUTES):
    """Return the form of North Dale as it is sent out."""
    with tempfile.TemporaryDirectory() as folder:
        inputs = Inputs(Path(folder) / "inputs")
        inputs.extract()
        inputs.tracker()
        inputs.scores()
        validated = validate(ingest(inputs.root, SETTINGS, AS_AT), SETTINGS)
    earlier = Minutes("North Dale", date(2026, 4, 30), date(2026, 5, 5), "april.docx", AGREED)
    validated = replace(validated, minutes=(earlier,))
    measures = transform(validated, SETTINGS, run_calendar(SETTINGS, AS_AT, None))
    planned = plan_documents(choose_packs(find_packs(), (pack,)), SETTINGS, ("North Dale",))
    ((_, content),), _ = compose(measures, planned, raise_faults=True)
    return make_word(content, TEMPLATES)


def read(content, settings=SETTINGS):
    """Return the form that a document is, and the codes of what is said about it."""
    from pipeline.ingest.word_form.remarks import remarks

    found = read_form(content, "form.docx", ".docx", settings)
    return found.raw, [finding.rule.code for finding in remarks(found)]


def texts(raw, part, column=None, row=None):
    """Return the texts of a part's answers, of one column or row if named."""
    return [
        answer.text
        for answer in raw.part(part)
        if column in (None, answer.column) and row in (None, answer.row)
    ]


class Document:
    """A Word file on somebody's screen; its parts by name, the body as XML."""

    def __init__(self, content):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            self.parts = {name: archive.read(name) for name in archive.namelist()}
        self.body = etree.fromstring(self.parts[BODY])

    def saved(self):
        """Return the file as saved."""
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in self.parts.items():
                archive.writestr(name, etree.tostring(self.body) if name == BODY else content)
        return stream.getvalue()

    def find(self, path, within=None):
        """Return what an XPath finds."""
        root = self.body if within is None else within
        return root.xpath(path, namespaces=NAMESPACES)

    def table(self, header):
        """Return the first table with a cell of the first row that begins with the header."""
        return next(
            table
            for table in self.find("//w:tbl")
            if any(text_of(cell).startswith(header) for cell in cells(rows(table)[0]))
        )

    def row(self, header, name):
        """Return the row that begins with a name."""
        _, *found = rows(self.table(header))
        return next(row for row in found if text_of(cells(row)[0]).startswith(name))

    def cell(self, header, name, column):
        """Return the cell of a row and a column."""
        headers = [text_of(cell) for cell in cells(rows(self.table(header))[0])]
        place = next(n for n, text in enumerate(headers) if text.startswith(column))
        return cells(self.row(header, name))[place]

    def entry(self, label):
        """Return the cell beside a label."""
        for row in self.find("//w:tr"):
            if len(cells(row)) == 2 and text_of(cells(row)[0]) == label:
                return cells(row)[1]
        raise LookupError(label)

    def heading(self, words):
        """Return a paragraph of the body by its words."""
        return next(p for p in self.find("/w:document/w:body/w:p") if text_of(p) == words)

    def relate(self, kind, target, content=None, *, external=False):
        """Add a relationship of the body, and the part it leads to."""
        path = "word/_rels/document.xml.rels"
        mode = ' TargetMode="External"' if external else ""
        kind = f"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}"
        link = f'<Relationship Id="r{len(self.parts)}x" Type="{kind}" Target="{target}"{mode}/>'
        self.parts[path] = self.parts[path].replace(
            b"</Relationships>", f"{link}</Relationships>".encode()
        )
        if content is not None:
            self.parts[f"word/{target}"] = content.encode() if isinstance(content, str) else content


def xml(text):
    """Return an element written with the usual prefixes."""
    spaces = "".join(
        f' xmlns:{prefix}="{space}"'
        for prefix, space in {
            **NAMESPACES,
            "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
            "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
            "v": "urn:schemas-microsoft-com:vml",
            "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
            "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        }.items()
    )
    return etree.fromstring(f"<x{spaces}>{text}</x>")[0]


def run(text, look=""):
    """Return a run of text."""
    return xml(f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>')


def paragraph(text, look=""):
    """Return a paragraph of one run."""
    made = xml("<w:p/>")
    made.append(run(text, look))
    return made


def type_in(cell, text):
    """Type lines into the first empty paragraph of a cell, as one does who presses Enter."""
    target = next((p for p in cell.iter(f"{W}p") if not text_of(p)), None)
    first, *others = text.split("\n")
    if target is None:
        target = etree.SubElement(cell, f"{W}p")
    target.append(run(_escaped(first)))
    for line in others:
        following = paragraph(_escaped(line))
        target.addnext(following)
        target = following


def choose(cell, text, day=None):
    """Choose in the control of a cell; `day` is what a date control keeps."""
    control = next(cell.iter(f"{W}sdt"))
    for mark in list(control.iter(f"{W}showingPlcHdr", f"{W}rStyle")):
        mark.getparent().remove(mark)
    next(control.iter(f"{W}t")).text = text
    if day:
        next(control.iter(f"{W}date")).set(f"{W}fullDate", f"{day}T00:00:00Z")


def tick(cell):
    """Tick the box of a cell."""
    next(cell.iter(f"{W14}checked")).set(f"{W14}val", "1")
    next(cell.iter(f"{W}t")).text = "☒"


def flatten(root):
    """Make plain text of every control, as some editors do."""
    for control in reversed(list(root.iter(f"{W}sdt"))):
        parent, place = control.getparent(), control.getparent().index(control)
        parent[place : place + 1] = list(control.find(f"{W}sdtContent"))


def rows(table):
    """Return the rows of a table, less those of tables within."""
    return table.findall(f"{W}tr")


def cells(row):
    """Return the cells of a row."""
    return row.findall(f"{W}tc")


def text_of(element):
    """Return all text within an element."""
    return "".join(t.text or "" for t in element.iter(f"{W}t"))


def copied(element):
    """Return an element once more."""
    return etree.fromstring(etree.tostring(element))


def without_properties(document, *prefixes):
    """Take custom properties out whose names begin so (all, if none is named)."""
    root = etree.fromstring(document.parts[CUSTOM])
    for each in list(root):
        if not prefixes or each.get("name").startswith(prefixes):
            root.remove(each)
    document.parts[CUSTOM] = etree.tostring(root)


def with_property(document, name, value):
    """Give a custom property another value."""
    root = etree.fromstring(document.parts[CUSTOM])
    for each in root:
        if each.get("name") == name:
            each[0].text = value
    document.parts[CUSTOM] = etree.tostring(root)


def _escaped(text):
    return text.replace("&", "&amp;").replace("<", "&lt;")
