"""What a document says of itself: its title, and the identity by which it is known on return."""

from collections.abc import Mapping
from datetime import UTC, datetime, time
from typing import TYPE_CHECKING, Final

from lxml import etree

from pipeline.model.content import PackContent
from pipeline.model.identity import PREFIX, Identity, identity_values
from pipeline.render.word.draft import Draft
from pipeline.render.word.marks import marks_of

if TYPE_CHECKING:
    from docx.document import Document

CUSTOM: Final = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
TYPES: Final = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
RELATION: Final = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"
)
CONTENT_TYPE: Final = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
FORMAT_ID: Final = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"


def write_properties(document: "Document", content: PackContent) -> None:
    """Set title, author, language and dates (the as-at date)."""
    core = document.core_properties
    stamp = datetime.combine(content.as_at, time(), UTC).replace(tzinfo=None)
    core.title, core.subject = content.title, content.scope_name
    core.author = core.last_modified_by = content.authority
    core.created = core.modified = stamp
    core.language, core.revision = content.language, 1
    core.category, core.comments, core.keywords = content.classification, "", ""


def write_identity(draft: Draft, identity: Identity) -> None:
    """Store what the finished document is known by on its return, and the marks of its words."""
    document = draft.document
    frame = [document.sections[0].header, document.sections[0].footer]
    parts = [document.element.body, *(part._element for part in frame)]  # noqa: SLF001 - python-docx has no other way in
    marks = marks_of(parts, draft.entry_cells)
    _add_custom(document, custom_properties(identity_values(identity) | marks.values()))


def custom_properties(values: Mapping[str, str]) -> bytes:
    """Return the part `docProps/custom.xml`."""
    root = etree.Element(f"{{{CUSTOM}}}Properties", nsmap={None: CUSTOM, "vt": TYPES})
    for number, (name, value) in enumerate(values.items(), 2):
        holder = etree.SubElement(
            root,
            f"{{{CUSTOM}}}property",
            {"fmtid": FORMAT_ID, "pid": str(number), "name": f"{PREFIX}{name}"},
        )
        etree.SubElement(holder, f"{{{TYPES}}}lpwstr").text = value
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def _add_custom(document: "Document", blob: bytes) -> None:
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    package = document.part.package
    part = Part(PackURI("/docProps/custom.xml"), CONTENT_TYPE, blob, package)
    package.relate_to(part, RELATION)
