"""What stands on every page: the masthead of the first, the header and the footer."""

from pathlib import Path
from typing import TYPE_CHECKING, Final

from pipeline.model.content import PackContent
from pipeline.render import house
from pipeline.render.logo import logo_size
from pipeline.render.word.draft import Draft
from pipeline.render.word.elements import Element, text, w
from pipeline.render.word.fit import fitting_size
from pipeline.render.word.paragraphs import paragraph, run, written
from pipeline.render.word.pictures import picture
from pipeline.render.word.tables import masthead_line

if TYPE_CHECKING:
    from docx.document import Document

LEAST_TITLE_PT: Final = 15.0


def masthead(draft: Draft, content: PackContent) -> list[Element]:
    """Return the title with logo and authority over it, scope and as-at date over a rule under it."""
    strapline = [written("Subtitle", content.strapline)] if content.strapline else []
    return [
        *([_logo(draft, content.logo, content.authority)] if content.logo else []),
        written("Masthead", content.authority),
        written("Title", content.title, size=_title_size(draft, content.title)),
        *strapline,
        *masthead_line(content.scope_name, f"As at {content.as_at_words}"),
    ]


def _title_size(draft: Draft, title: str) -> float | None:
    """Return a smaller size for a title that would just not stand on one line; None for any other."""
    size = draft.document.styles["Title"].font.size
    if size is None:
        return None
    fitting = fitting_size(title, size.pt, LEAST_TITLE_PT, house.TEXT_WIDTH_MM)
    return None if fitting == size.pt else fitting


def _logo(draft: Draft, logo: Path, authority: str) -> Element:
    png = logo.read_bytes()
    return paragraph(
        "Masthead", picture(draft, png, f"Logo of {authority}", logo_size(png), "Logo")
    )


def write_frame(document: "Document", content: PackContent) -> None:
    """Write the classification into the header; whose, as at when and the page into the footer.

    They go into the last paragraph of each, so that a logo put there stays.
    """
    section = document.sections[0]
    header = section.header.paragraphs[-1]._p  # noqa: SLF001 - python-docx has no other way in
    footer = section.footer.paragraphs[-1]._p  # noqa: SLF001
    header.extend([_tab(), run(content.classification)])
    said = f"{content.authority}  ·  {content.scope_name}  ·  As at {content.as_at_words}"
    footer.extend([run(said), _tab(), run("Page ")])
    footer.extend([*_field("PAGE"), run(" of "), *_field("NUMPAGES")])


def _tab() -> Element:
    return w("r", w("tab"))


def _field(code: str) -> list[Element]:
    instruction = w("instrText")
    instruction.text = f" {code} "
    return [
        w("r", w("fldChar", fldCharType="begin")),
        w("r", instruction),
        w("r", w("fldChar", fldCharType="separate")),
        w("r", text("1")),
        w("r", w("fldChar", fldCharType="end")),
    ]
