"""Walks a document's content: every run of words in it, in printed order."""

from collections.abc import Iterator

from pipeline.model.content import (
    Bullets,
    Chart,
    Insights,
    KeyFigures,
    Links,
    PackContent,
    Paragraph,
    Screen,
    Table,
    Tasks,
    Words,
)
from pipeline.model.entries import EntryGroup, EntryLine


def all_words(content: PackContent) -> Iterator[Words]:
    """Yield each run of words of a document."""
    for section in content.sections:
        for block in section.blocks:
            yield from _words(block)


def tables(content: PackContent) -> Iterator[Table]:
    """Yield the tables of a document."""
    for section in content.sections:
        for block in section.blocks:
            if isinstance(block, Table):
                yield block


def charts(content: PackContent) -> Iterator[Chart]:
    """Yield the charts of a document, small multiples' panels included."""
    for section in content.sections:
        for block in section.blocks:
            if isinstance(block, Chart):
                yield from (block, *block.panels)
            if isinstance(block, Screen):
                yield from (p.shows for p in block.panels if isinstance(p.shows, Chart))


def _words(block: object) -> Iterator[Words]:  # noqa: C901, PLR0912 - one case a kind of block
    match block:
        case Paragraph():
            yield block.words
        case Bullets():
            yield from block.items
        case KeyFigures():
            for item in block.items:
                yield item.figure
                yield item.direction
        case Insights():
            for item in block.items:
                yield item.sentence
                yield item.since
        case Table():
            for row in block.rows:
                for cell in row.cells:
                    yield cell.words
                    yield cell.small
            yield block.note
        case Chart():
            yield block.message
        case Tasks():
            yield from (task.what for task in (*block.items, *block.minor))
        case Screen():
            yield block.about
            yield block.headline
            yield from _words(block.figures)
            for panel in block.panels:
                yield panel.message
                yield from _words(panel.shows)
        case EntryLine() | EntryGroup() | Links():
            return
        case _:
            message = f"a block that this walk does not know: {type(block).__name__}"
            raise TypeError(message)
