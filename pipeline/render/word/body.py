"""The body of the document: the masthead, then the sections in order."""

from itertools import zip_longest

from pipeline.model.content import PackContent, Section
from pipeline.render.word.blocks import block_elements
from pipeline.render.word.draft import Draft
from pipeline.render.word.elements import Element, name, w
from pipeline.render.word.frame import masthead
from pipeline.render.word.paragraphs import paragraph, run


def write_body(draft: Draft, content: PackContent) -> None:
    """Write the whole content before the page settings with which the body ends."""
    settings = draft.document.sections[0]._sectPr  # noqa: SLF001 - python-docx has no other way in
    for element in masthead(draft, content):
        settings.addprevious(element)
    for section in content.sections:
        for element in _section(draft, section):
            settings.addprevious(element)
    _flatten(settings.getprevious())


def _section(draft: Draft, section: Section) -> list[Element]:
    made: list[Element] = []
    if section.heading:
        made.append(paragraph("Heading1", run(section.heading), new_page=section.new_page))
    for block, following in zip_longest(section.blocks, section.blocks[1:]):
        made += block_elements(draft, block, following)
    return made


def _flatten(last: Element | None) -> None:
    """Make an empty paragraph that ends the body too low to need a page of its own."""
    properties = None if last is None else last.find(name("pPr"))
    if last is None or properties is None or last.find(name("r")) is not None:
        return
    properties.append(w("spacing", before=0, after=0, line=20, lineRule="exact"))
