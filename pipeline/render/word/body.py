"""The body of the document: the masthead, then the sections in order."""

from itertools import zip_longest

from pipeline.model.content import PackContent, Section
from pipeline.render.word.blocks import block_elements
from pipeline.render.word.draft import Draft
from pipeline.render.word.elements import Element
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


def _section(draft: Draft, section: Section) -> list[Element]:
    made: list[Element] = []
    if section.heading:
        made.append(paragraph("Heading1", run(section.heading), new_page=section.new_page))
    for block, following in zip_longest(section.blocks, section.blocks[1:]):
        made += block_elements(draft, block, following)
    return made
