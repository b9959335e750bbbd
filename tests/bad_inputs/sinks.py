"""What no output may hold, whatever stood in the inputs: live formulas, scripts, links elsewhere."""

import csv
import io
import json
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

from lxml import etree, html

FORMULA = tuple("=+-@\t\r")
NUMBER = re.compile(r"-?\d[\d.e+-]*")
ACTIVE = {"script", "iframe", "object", "embed", "form", "base", "applet", "link", "meta:refresh"}
ELSEWHERE = re.compile(r"(?i)^\s*((https?|file|javascript|ftp)\s*:|data:text\b|//)")
FIELDS = re.compile(
    r"(?i)\b(DDEAUTO|DDE|INCLUDETEXT|INCLUDEPICTURE|HYPERLINK|LINK|IMPORT|MACROBUTTON)\b"
)
STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f\x80-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
PDF_ACTIONS = (b"/JavaScript", b"/Launch", b"/EmbeddedFile", b"/URI", b"/SubmitForm", b"/GoToR")
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def led_astray(result) -> Iterator[str]:
    """Yield what an output holds that it must not."""
    if STEERING.search(result.console):
        yield "the console holds characters that steer a terminal"
    for path in sorted((result.folder / "outputs").rglob("*")):
        if (
            path.parent.name == "snapshot"
        ):  # for later runs, not for people: cells as they were read
            continue
        check = {".csv": _csv, ".html": _html, ".docx": _docx, ".pdf": _pdf, ".json": _json}.get(
            path.suffix
        )
        if check is not None:
            yield from (f"{path.name}: {said}" for said in check(path))


def _csv(path: Path):
    rows = list(csv.reader(io.StringIO(path.read_bytes().decode("utf-8-sig"), newline="")))
    for row in rows:
        if len(row) != len(rows[0]):
            yield f"a row of {len(row)} cells under {len(rows[0])} headers"
        for cell in row:
            if cell.lstrip(" ").startswith(FORMULA) and not NUMBER.fullmatch(cell):
                yield f"a live formula: {cell[:40]!r}"


def _html(path: Path):
    tree = html.fromstring(path.read_bytes())
    for element in tree.iter(etree.Element):
        if element.tag in ACTIVE:
            yield f"an element {element.tag}"
        for name, value in element.attrib.items():
            if name.startswith("on") or (name != "content" and ELSEWHERE.match(value)):
                yield f"an attribute {name}={value[:40]!r}"
    for style in tree.iter("style"):
        if re.search(r"(?i)@import|url\(\s*['\"]?(https?|file)", style.text or ""):
            yield "a style sheet that fetches"


def _docx(path: Path):
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            if not name.endswith((".xml", ".rels")):
                continue
            data = archive.read(name)
            root = etree.fromstring(data)
            if b"TargetMode" in data and b"External" in data:
                yield f"{name} points outside the file"
            words = [e.text or "" for e in root.iter(f"{W}instrText")]
            words += [e.get(f"{W}instr", "") for e in root.iter(f"{W}fldSimple")]
            yield from (f"a live field: {each[:40]}" for each in words if FIELDS.search(each))


def _pdf(path: Path):
    import pikepdf

    with pikepdf.open(path) as pdf:
        held = b"".join(
            each.unparse(resolved=False) if hasattr(each, "unparse") else b""
            for each in pdf.objects
        )
    yield from (f"it holds {each.decode()}" for each in PDF_ACTIONS if each in held)


def _json(path: Path):
    json.loads(path.read_text(encoding="utf-8"))
    return iter(())


def texts(path: Path) -> str:
    """Return what a reader of an HTML page or Word document sees."""
    if path.suffix == ".html":
        return html.fromstring(path.read_bytes()).text_content()
    with zipfile.ZipFile(path) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    return "\n".join("".join(t.text or "" for t in p.iter(f"{W}t")) for p in root.iter(f"{W}p"))
