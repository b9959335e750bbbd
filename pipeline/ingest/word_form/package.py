"""Opens a Word document as the zip it is, and takes out the parts that hold text."""

import posixpath
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Final

from lxml import etree

from pipeline.ingest.files.preflight import DAMAGE, open_archive
from pipeline.ingest.refusal import Refused
from pipeline.ingest.word_form.counting import drop_doubles
from pipeline.ingest.word_form.kinds import refuse_other_archives, refuse_other_documents
from pipeline.ingest.word_form.names import Element, short_name, value
from pipeline.model.rules.documents import (
    DOCUMENT_DAMAGED,
    DOCUMENT_MACROS,
    DOCUMENT_PROTECTED,
    DOCUMENT_UNSAFE,
)
from pipeline.model.rules.files import FILE_DAMAGED, FILE_PROTECTED, FILE_UNSAFE

LARGEST_PART: Final = 10_000_000
DEEPEST: Final = 150
"""Elements within one another; a table in a text box in a table has some forty."""

OF_DOCUMENTS: Final = {
    FILE_DAMAGED: DOCUMENT_DAMAGED,
    FILE_PROTECTED: DOCUMENT_PROTECTED,
    FILE_UNSAFE: DOCUMENT_UNSAFE,
}
EMBEDDED: Final = ("oleObject", "package", "control")
EMBEDDED_IN: Final = "/embeddings/"
"""Where Word puts files within the file; they count whether or not something leads to them."""
MOST: Final = 300_000
MOST_TABLES: Final = 1_000
"""A form has some ten thousand elements, and ten tables."""
REMOTE: Final = ("attachedTemplate", "image", "oleObject", "frame", "subDocument", "aFChunk")
STORIES: Final = ("header", "footer", "footnotes", "endnotes", "comments", "diagramData", "chart")


@dataclass
class Package:
    """The parts of one document: its body, its other stories by kind, and what it carries along.

    `values` are the custom properties; `title` and `subject` those of the document itself.
    """

    body: Element
    stories: list[tuple[str, Element]] = field(default_factory=list)
    styles: Element | None = None
    values: dict[str, str] = field(default_factory=dict)
    title: str = ""
    subject: str = ""
    embedded: int = 0
    foreign: int = 0
    remote: int = 0


@dataclass(frozen=True)
class _Link:
    """A relationship from one part to another; `part` is blank if it leads out of the file."""

    kind: str
    part: str


def open_package(content: bytes, suffix: str) -> Package:
    """Return the document's parts. Raises Refused if it is none, or not safe to open."""
    refuse_other_documents(content, suffix)
    try:
        with open_archive(content) as archive:
            return _Parts(archive).package()
    except DAMAGE as error:
        raise Refused(DOCUMENT_DAMAGED) from error
    except Refused as refused:
        refused.rule = OF_DOCUMENTS.get(refused.rule, refused.rule)
        raise


class _Parts:
    """The archive's members, whatever the case of their names."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self._names = {name.casefold(): name for name in archive.namelist()}

    def package(self) -> Package:
        """Return what is read of the document."""
        if any(name.endswith("vbaproject.bin") for name in self._names):
            raise Refused(DOCUMENT_MACROS)
        top = {link.kind: link.part for link in self._links("")}
        main = top.get("officeDocument", "")
        body = self._xml(main) if self._has(main) else None
        if body is None or short_name(body) != "w:document":
            mimetype = self._archive.read("mimetype") if self._has("mimetype") else b""
            refuse_other_archives(set(self._archive.namelist()), mimetype)
        made = Package(body)
        self._read_stories(made, main)
        self._read_properties(made, top)
        return made

    def _read_stories(self, made: Package, main: str) -> None:
        seen: set[str] = set()
        embedded = {name for name in self._names if EMBEDDED_IN in name}
        links = list(self._links(main))
        drop_doubles(made.body)
        for link in links:
            made.remote += not link.part and link.kind in REMOTE
            if not self._has(link.part) or link.part in seen:
                continue
            seen.add(link.part)
            if link.kind in STORIES:
                root = self._xml(link.part)
                drop_doubles(root)
                made.stories.append((link.kind, root))
            elif link.kind == "styles":
                made.styles = self._xml(link.part)
            embedded |= {link.part.casefold()} if link.kind in EMBEDDED else set()
            made.foreign += link.kind == "aFChunk"
        for part in seen:
            inner = list(self._links(part))
            made.remote += sum(not link.part and link.kind in REMOTE for link in inner)
            embedded |= {
                each.part.casefold() for each in inner if each.part and each.kind in EMBEDDED
            }
        made.embedded = len(embedded)

    def _read_properties(self, made: Package, top: dict[str, str]) -> None:
        custom, core = top.get("custom-properties", ""), top.get("core-properties", "")
        if self._has(custom):
            made.values = {
                value(each, "name"): "".join(str(text) for text in each.itertext())
                for each in self._xml(custom)
            }
        if self._has(core):
            held = {short_name(each): (each.text or "").strip() for each in self._xml(core)}
            made.title, made.subject = held.get("?:title", ""), held.get("?:subject", "")

    def _has(self, name: str) -> bool:
        return bool(name) and name.casefold() in self._names

    def _links(self, part: str) -> Iterator[_Link]:
        """Yield the relationships of a part; of the package where `part` is blank."""
        folder, name = posixpath.split(part)
        path = posixpath.join(folder, "_rels", f"{name}.rels")
        for each in self._xml(path) if self._has(path) else ():
            kind = value(each, "Type").rpartition("/")[2]
            outside = value(each, "TargetMode").casefold() == "external"
            target = posixpath.join("/", folder, value(each, "Target"))
            yield _Link(kind, "" if outside else posixpath.normpath(target).lstrip("/"))

    def _xml(self, name: str) -> Element:
        stored = self._names[name.casefold()]
        if self._archive.getinfo(stored).file_size > LARGEST_PART:
            raise Refused(DOCUMENT_UNSAFE, why="a part of it is far larger than a form's")
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True
        )
        try:
            root = etree.fromstring(self._archive.read(stored), parser)
        except etree.XMLSyntaxError as error:
            raise Refused(DOCUMENT_DAMAGED) from error
        if root.getroottree().docinfo.doctype:
            raise Refused(DOCUMENT_UNSAFE, why="it declares a document type (DTD)")
        if _deeper(root, DEEPEST):
            raise Refused(DOCUMENT_UNSAFE, why="its parts are nested far deeper than a form's")
        if _more(root, MOST) or _more(root, MOST_TABLES, "{*}tbl"):
            raise Refused(DOCUMENT_UNSAFE, why="it holds far more than a form")
        return root


def _more(root: Element, most: int, tag: str = "*") -> bool:
    """Return whether there are more than `most` elements."""
    return next(islice(root.iter(tag), most, None), None) is not None


def _deeper(root: Element, most: int) -> bool:
    """Return whether elements stand more than `most` deep; without going down by recursion."""
    level = [root]
    for _ in range(most):
        level = [each for parent in level for each in parent]
        if not level:
            return False
    return True
