"""Each kind of block as Word paragraphs and tables."""

from typing import Final

from pipeline.model.content import (
    Block,
    Bullets,
    Chart,
    Insights,
    KeyFigures,
    Links,
    Paragraph,
    Screen,
    Table,
    Tasks,
    plain,
)
from pipeline.model.entries import EntryGroup, EntryLine
from pipeline.render.word.draft import Draft
from pipeline.render.word.elements import Element
from pipeline.render.word.paragraphs import paragraph, run, written
from pipeline.render.word.pictures import chart
from pipeline.render.word.tables import entry_table, key_figures, table

ROLES = {"body": "Normal", "lead": "Lead", "note": "SmallPrint", "hint": "Hint"}
AFTER_LIST: Final = 120
"""Space in twips between a list and what comes next, as between paragraphs."""
LOOKED_UP_PT: Final = 9.0
"""The letter of a list that is there to look up: that of hints."""


def block_elements(  # noqa: C901, PLR0911 - one a kind
    draft: Draft, block: Block, following: Block | None = None
) -> list[Element]:
    """Return the paragraphs and tables of a block; words stay with what they lead to."""
    match block:
        case Paragraph():
            keep = block.leads or _leads_to(following)
            return [written(ROLES[block.role], block.words, keep_next=keep)]
        case Bullets():
            return _list(draft, block, keep_next=_leads_to(following))
        case KeyFigures():
            return key_figures(block)
        case Insights():
            return _insights(draft, block)
        case Links():
            return [written("ListBullet", f"{link.words}: {link.about}") for link in block.items]
        case Table():
            return table(draft, block)
        case Chart():
            return chart(draft, block)
        case EntryLine():
            return entry_table(draft, EntryGroup((block,)))
        case EntryGroup():
            return entry_table(draft, block) if block.items else []
        case Tasks():
            return _tasks(block)
        case Screen():
            return _screen(draft, block)


def _leads_to(following: Block | None) -> bool:
    """Return whether words stay on the page of what follows: what they are about, or its opening words.

    A hint says how to read what comes next, so what stands before it leads to that as well.
    """
    if isinstance(following, Paragraph):
        return following.role == "hint" or plain(following.words).endswith(":")
    return isinstance(following, Table | Chart | EntryLine | EntryGroup | Bullets)


def _list(draft: Draft, block: Bullets, *, keep_next: bool) -> list[Element]:
    if not block.numbered:
        size = LOOKED_UP_PT if block.small else None
        last = len(block.items) - 1
        return [
            written(
                "ListBullet",
                item,
                keep_next=keep_next,
                size=size,
                after=AFTER_LIST if n == last else None,
            )
            for n, item in enumerate(block.items)
        ]
    number = draft.start_numbering()
    return [paragraph("ListNumber", run(plain(item)), number=number) for item in block.items]


def _insights(draft: Draft, block: Insights) -> list[Element]:
    number = draft.start_numbering()
    made: list[Element] = []
    for item in block.items:
        made.append(paragraph("Insight", run(plain(item.sentence)), number=number))
        since = plain(item.since)
        where = f"See {item.where}." if item.where else ""
        detail = " ".join(part for part in (since, where) if part)
        question = bool(item.question)
        if detail:
            made.append(written("InsightDetail", detail, keep_next=question))
        if question:
            made.append(paragraph("InsightDetail", run(item.question, italic=True)))
    return made


def _tasks(block: Tasks) -> list[Element]:
    made = [written("Heading2", block.heading)]
    if block.about:
        made.append(written("SmallPrint", block.about, keep_next=bool(block.items)))
    for task in (*block.items, *block.minor):
        mark = f"{task.mark}: " if task.mark else ""
        made.append(written("ListBullet", f"{mark}{plain(task.what)} {task.remedy}".strip()))
        made += [written("InsightDetail", place) for place in task.places]
    return made


def _screen(draft: Draft, block: Screen) -> list[Element]:
    made = [written("Heading2", block.place), written("SmallPrint", plain(block.about))]
    if block.headline:
        made.append(written("Normal", plain(block.headline)))
    made += key_figures(block.figures)
    for panel in block.panels:
        made.append(written("Heading3", panel.name))
        if panel.message:
            made.append(written("Normal", plain(panel.message), keep_next=True))
        made += block_elements(draft, panel.shows)
    return made
