"""What stands around the sheets of an .xlsx: its sheets' names, its shared texts, its formats."""

import posixpath
import re
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from typing import IO, Final

from pipeline.ingest.files.preflight import MARKED
from pipeline.ingest.refusal import Refused
from pipeline.ingest.tables.bounds import MOST_SHEETS
from pipeline.ingest.workbooks.cell_text import CellText
from pipeline.ingest.workbooks.serials import shows_date
from pipeline.ingest.workbooks.xml_events import hear, local
from pipeline.model.rules.files import FILE_DAMAGED, FILE_UNREADABLE, FILE_UNSAFE

MOST_FORMATS: Final = 200_000
"""Excel itself stops at 65,490."""
MOST_PARTS: Final = 20_000

_ESCAPE: Final = re.compile(r"_x([0-9A-Fa-f]{4})_")


def unescaped(text: str) -> str:
    """Return a text with the characters for which Excel writes `_x000D_` and the like."""
    return _ESCAPE.sub(_character, text) if "_x" in text else text


def _character(found: re.Match[str]) -> str:
    code = int(found.group(1), 16)
    return found.group() if 0xD800 <= code <= 0xDFFF else chr(code)


class Parts:
    """The parts of the package by name, whichever case it has, and what they point to."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self._names = {name.lower(): name for name in archive.namelist()}

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all parts."""
        return tuple(self._names.values())

    def open(self, name: str) -> IO[bytes]:
        """Open a part. Raises Refused if it is not there."""
        found = self._names.get(name.lower())
        if found is None or not found.lower().endswith(MARKED):  # others were not looked over
            raise Refused(FILE_DAMAGED)
        return self._archive.open(found)

    def related(self, name: str) -> dict[str, tuple[str, str]]:
        """Return by id: the last word of the kind of each part that a part points to, its name."""
        folder, file = posixpath.split(name)
        rels = posixpath.join(folder, "_rels", f"{file}.rels")
        if rels.lower() not in self._names:
            return {}
        relations = _Relations(folder)
        with self.open(rels) as stream:
            hear(stream, relations)
        return relations.found


class Quiet:
    """A listener that hears nothing, for others to add to."""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Hear nothing."""

    def end(self, name: str) -> None:
        """Hear nothing."""

    def text(self, words: str) -> None:
        """Hear nothing."""


class _Relations(Quiet):
    def __init__(self, folder: str) -> None:
        self._folder = folder
        self.found: dict[str, tuple[str, str]] = {}

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Take down what the part points to inside the package."""
        if local(name) != "Relationship" or attributes.get("TargetMode") == "External":
            return
        if len(self.found) == MOST_PARTS:
            raise Refused(FILE_UNSAFE, why="it holds more parts than a workbook has")
        target = posixpath.normpath(posixpath.join("/", self._folder, attributes.get("Target", "")))
        kind = attributes.get("Type", "").rpartition("/")[2]
        self.found[attributes.get("Id", "")] = (kind, target.lstrip("/"))


@dataclass(frozen=True)
class NamedSheet:
    """A worksheet as the workbook lists it."""

    name: str
    hidden: bool
    part: str


@dataclass(frozen=True)
class Contents:
    """What the sheets need of the workbook around them.

    `texts` are the shared ones; `dates` says of each cell format whether it shows a date.
    """

    sheets: tuple[NamedSheet, ...]
    texts: list[str]
    dates: list[bool]
    from_1904: bool


def read_contents(parts: Parts) -> Contents:
    """Return what stands around the sheets. Raises Refused."""
    roots = dict(parts.related("").values())
    main = roots.get("officeDocument", "xl/workbook.xml")
    if main.lower() not in {name.lower() for name in parts.names}:
        raise Refused(FILE_UNREADABLE, why="it is an archive without a workbook in it")
    book = _Workbook()
    with parts.open(main) as stream:
        hear(stream, book)
    related = parts.related(main)
    texts, formats = _Texts(), _Formats()
    for kind, listener in (("sharedStrings", texts), ("styles", formats)):
        part = dict(related.values()).get(kind)
        if part is not None:
            with parts.open(part) as stream:
                hear(stream, listener)
    return Contents(_sheets(book, related), texts.found, formats.dates(), book.from_1904)


def _sheets(book: "_Workbook", related: Mapping[str, tuple[str, str]]) -> tuple[NamedSheet, ...]:
    found = []
    for name, state, reference in book.sheets:
        if reference not in related:
            raise Refused(FILE_DAMAGED, sheet=name)
        kind, part = related[reference]
        if kind == "worksheet":  # charts and dialogs have sheets of their own
            found.append(NamedSheet(name, state not in ("", "visible"), part))
    if len({sheet.part.lower() for sheet in found}) < len(found):
        raise Refused(FILE_UNSAFE, why="two of its sheets are the same part")
    return tuple(found)


class _Workbook(Quiet):
    def __init__(self) -> None:
        self.sheets: list[tuple[str, str, str]] = []
        self.from_1904 = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Take down each sheet, and from when days are counted."""
        kind = local(name)
        if kind == "workbookPr":
            self.from_1904 = attributes.get("date1904") in ("1", "true")
        elif kind == "sheet":
            if len(self.sheets) == MOST_SHEETS:
                raise Refused(FILE_UNSAFE, why="it has more sheets than a workbook has")
            ids = [value for key, value in attributes.items() if key.endswith(" id")]
            title = unescaped(attributes.get("name", ""))
            self.sheets.append((title, attributes.get("state", ""), ids[0] if ids else ""))


class _Texts(Quiet):
    def __init__(self) -> None:
        self.found: list[str] = []
        self._text = CellText()
        self._takes = self._aside = False

    def start(self, name: str, attributes: dict[str, str]) -> None:  # noqa: ARG002 - as declared
        """Begin a text or one of its runs."""
        kind = local(name)
        if kind == "si":
            self._text = CellText()
        elif kind == "rPh":  # how it is pronounced
            self._aside = True
        elif kind == "t":
            self._takes = not self._aside

    def text(self, words: str) -> None:
        """Add to the text."""
        if self._takes:
            self._text.add(words)

    def end(self, name: str) -> None:
        """Finish a text or one of its runs."""
        kind = local(name)
        if kind == "si":
            self.found.append(unescaped(str(self._text)))
        elif kind == "rPh":
            self._aside = False
        elif kind == "t":
            self._takes = False


class _Formats(Quiet):
    def __init__(self) -> None:
        self._codes: dict[int, str] = {}
        self._of_cells: list[int] = []
        self._in_cells = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Take down a number format, or which one a cell format has."""
        kind = local(name)
        if kind == "cellXfs":
            self._in_cells = True
        elif kind == "numFmt":
            self._codes[int(attributes["numFmtId"])] = attributes.get("formatCode", "")
        elif kind == "xf" and self._in_cells:
            self._of_cells.append(int(attributes.get("numFmtId", "0")))
        if max(len(self._codes), len(self._of_cells)) > MOST_FORMATS:
            raise Refused(FILE_UNSAFE, why="it has more cell formats than a workbook can")

    def end(self, name: str) -> None:
        """Note where the formats of cells end."""
        if local(name) == "cellXfs":
            self._in_cells = False

    def dates(self) -> list[bool]:
        """Return of each cell format whether it shows a date."""
        shows = {each: shows_date(each, self._codes.get(each)) for each in set(self._of_cells)}
        return [shows[each] for each in self._of_cells]
