"""Each kind of block as Word paragraphs and tables."""

from pipeline.model.content import (
    Block,
    Bullets,
    Chart,
    EntryGroup,
    EntryLine,
    Insights,
    KeyFigures,
    Links,
    Paragraph,
    Table,
    plain,
)
from pipeline.render.word.draft import Draft
from pipeline.render.word.elements import Element
from pipeline.render.word.paragraphs import paragraph, run, written
from pipeline.render.word.pictures import chart
from pipeline.render.word.tables import entry_table, key_figures, table

ROLES = {"body": "Normal", "lead": "Lead", "note": "SmallPrint", "hint": "Hint"}


def block_elements(draft: Draft, block: Block) -> list[Element]:  # noqa: PLR0911 - one a kind
    """Return the paragraphs and tables of a block, in order."""
    match block:
        case Paragraph():
            return [written(ROLES[block.role], block.words)]
        case Bullets():
            return _list(draft, block)
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


def _list(draft: Draft, block: Bullets) -> list[Element]:
    if not block.numbered:
        return [written("ListBullet", item) for item in block.items]
    number = draft.start_numbering()
    return [paragraph("ListNumber", run(plain(item)), number=number) for item in block.items]


def _insights(draft: Draft, block: Insights) -> list[Element]:
    number = draft.start_numbering()
    made: list[Element] = []
    for item in block.items:
        sentence = run(plain(item.sentence), bold=True)
        made.append(paragraph("ListNumber", sentence, keep_next=True, number=number))
        since = plain(item.since)
        where = f"See {item.where}." if item.where else ""
        details = [" ".join(part for part in (since, where) if part), item.question]
        made += [written("InsightDetail", detail) for detail in details if detail]
    return made
