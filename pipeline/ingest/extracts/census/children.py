"""Goes through a CIN census child by child: one in memory at a time, no DTD, every size bounded.

Elements are known by their names, whatever their order.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final
from xml.parsers import expat

from pipeline.ingest.refusal import Refused
from pipeline.model.rules.formats import CENSUS_DAMAGED, CENSUS_OTHER, CENSUS_UNSAFE

PARTS_OF: Final = {
    "Message": {"Header", "Children"},
    "Header": {"CollectionDetails"},
    "CollectionDetails": {"Collection", "Year", "ReferenceDate"},
    "Children": {"Child"},
    "Child": {"ChildIdentifiers", "ChildCharacteristics", "CINdetails"},
    "ChildIdentifiers": {
        "LAchildID",
        "PersonBirthDate",
        "ExpectedPersonBirthDate",
        "PersonDeathDate",
    },
    "ChildCharacteristics": {"Disabilities"},
    "Disabilities": {"Disability"},
    "CINdetails": {
        "CINreferralDate",
        "PrimaryNeedCode",
        "ReasonForClosure",
        "ReferralNFA",
        "CINPlanDates",
        "ChildProtectionPlans",
    },
    "CINPlanDates": {"CINPlanStartDate", "CINPlanEndDate"},
    "ChildProtectionPlans": {"CPPstartDate", "CPPendDate"},
}
"""The elements that are read, by the element they stand in; all others are gone through unread."""

CHUNK: Final = 1 << 16
LONGEST_TOKEN: Final = 1 << 20
LONGEST_TEXT: Final = 5_000
DEEPEST: Final = 40
MOST_NAMES: Final = 1_000
MOST_PARTS: Final = 20_000
"""As many elements of one child are kept; a real one has dozens."""

_CHARACTER = (
    "there stands a character that can't be there, such as an & not written as &amp;, or one in "
    "another encoding than the file says"
)
_ENCODING = "it says that it is in an encoding that isn't known"
_NOT_XML = "something other than XML (whatever its name says)"
_CUT = "the file ends before it is complete"
_WHY: Final = {
    "not well-formed (invalid token)": _CHARACTER,
    "undefined entity": _CHARACTER,
    "no element found": _CUT,
    "unclosed token": _CUT,
    "unclosed CDATA section": _CUT,
    "partial character": _CUT,
    "mismatched tag": "an element ends that did not begin, or not there",
    "junk after document element": "something follows after its end",
}
RETURNS: Final = {
    "CLA": "the return of children looked after (SSDA903)",
    "SSDA903": "the return of children looked after (SSDA903)",
    "CSWW": "the children's social work workforce census",
    "SC": "a school census",
    "EYC": "an early years census",
}
"""Other returns by the name they give themselves; one that isn't here is not named."""


@dataclass(slots=True)
class Element:
    """An element that is read: its name, the line on which it begins, its text and its parts."""

    name: str
    line: int
    text: str = ""
    parts: "list[Element]" = field(default_factory=list)

    def all(self, name: str) -> "Iterator[Element]":
        """Yield the parts of one name."""
        return (part for part in self.parts if part.name == name)

    def texts(self, name: str) -> list[str]:
        """Return what the parts of one name say, blank ones left out."""
        return [part.text for part in self.parts if part.name == name and part.text]


class _Found(Exception):
    """What was looked for is found, and the rest need not be read."""


class _Reader:
    """Builds the elements that are read, and hands over each child when it ends."""

    def __init__(
        self, parser: expat.XMLParserType, on_child: Callable[[Element], None] | None
    ) -> None:
        self._parser = parser
        self._on_child = on_child
        self._open: list[Element] = []
        self._unread = self._kept = self._length = 0
        self._text: list[str] = []
        self.begun = False
        self.details: Element | None = None
        self.misplaced: list[int] = []
        parser.buffer_text = True
        parser.StartElementHandler = self.begins
        parser.EndElementHandler = self.ends
        parser.CharacterDataHandler = self.says
        parser.StartDoctypeDeclHandler = self.declares

    def declares(self, *_: object) -> None:
        raise Refused(CENSUS_UNSAFE, why="it declares a document type (DTD)")

    def begins(self, name: str, _attributes: object) -> None:
        self.begun = True
        if self._unread + len(self._open) > DEEPEST:
            raise Refused(
                CENSUS_UNSAFE, why="elements stand in one another deeper than in a census"
            )
        if len(self._parser.intern) > MOST_NAMES:
            raise Refused(CENSUS_UNSAFE, why="it has far more kinds of elements than a census")
        if not self._open and not self._unread and name != "Message":
            raise Refused(CENSUS_OTHER, what=_other(name))
        if self._unread or (self._open and name not in PARTS_OF.get(self._open[-1].name, ())):
            self._unread += 1
            if name == "CINPlanDates":
                self.misplaced.append(self._parser.CurrentLineNumber)
            return
        self._kept += 1
        if self._kept > MOST_PARTS:
            raise Refused(CENSUS_UNSAFE, why="one child has far more parts than in a census")
        self._open.append(Element(name, self._parser.CurrentLineNumber))
        self._text, self._length = [], 0

    def says(self, text: str) -> None:
        if self._unread or not self._open or self._open[-1].name in PARTS_OF:
            return
        self._length += len(text)
        if self._length > LONGEST_TEXT:
            raise Refused(CENSUS_UNSAFE, why="a value is far longer than in a census")
        self._text.append(text)

    def ends(self, _name: str) -> None:
        if self._unread:
            self._unread -= 1
            return
        element = self._open.pop()
        if element.name not in PARTS_OF:
            element.text = " ".join("".join(self._text).split())
        if element.name == "Child":
            self._kept = 0
            if self._on_child is not None:
                self._on_child(element)
        elif element.name == "CollectionDetails":
            self.details = element
            if self._on_child is None:
                raise _Found
        elif self._open and element.name not in ("Header", "Children"):
            self._open[-1].parts.append(element)


def read_census(
    content: bytes, on_child: Callable[[Element], None] | None = None
) -> tuple[Element, list[int]]:
    """Give each `Child` to `on_child`; return `CollectionDetails` and the lines of stray plan dates.

    Without `on_child` reading stops at the details. Raises Refused if the XML is damaged, not safe
    to read, or of another return.
    """
    parser = expat.ParserCreate()
    reader = _Reader(parser, on_child)
    try:
        for begin, end in pairwise([*range(0, len(content), CHUNK), len(content)]):
            parser.Parse(memoryview(content)[begin:end])
            if end - parser.CurrentByteIndex > LONGEST_TOKEN:
                raise Refused(CENSUS_UNSAFE, why="one of its tags is far too long")
        parser.Parse(b"", True)  # noqa: FBT003 - expat takes it by position alone
    except expat.ExpatError as error:
        message = expat.ErrorString(error.code)
        why = _WHY.get(message or "", "it can't be read as XML there")
        if not reader.begun:
            raise Refused(CENSUS_OTHER, what=_NOT_XML) from error
        raise Refused(CENSUS_DAMAGED, line=str(error.lineno), why=why) from error
    except (LookupError, ValueError) as error:  # what Python's codecs raise
        raise Refused(CENSUS_DAMAGED, line="1", why=_ENCODING) from error
    except _Found:
        pass
    if reader.details is None:
        raise Refused(CENSUS_OTHER, what="an XML file that doesn't say which return it is")
    collection = " ".join(reader.details.texts("Collection")).upper()
    if collection != "CIN":
        raise Refused(CENSUS_OTHER, what=RETURNS.get(collection, "another return"))
    return reader.details, reader.misplaced


def _other(root: str) -> str:
    """Return what a file is whose outermost element is not a return's."""
    if root.rpartition(":")[2] == "Workbook":
        return "a spreadsheet saved as XML (save it as .xlsx)"
    if root.lower() == "html":
        return "a web page, such as a sign-in page saved in place of the export"
    return "an XML file of another kind"
