"""Which documents print a figure as not supplied, and why."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, is_dataclass
from typing import Final

from pipeline.model.content import PackContent, Printed
from pipeline.model.measures import Figures
from pipeline.model.packs import PlannedDocument
from pipeline.model.terms import NOT_SUPPLIED

OUR_OWN: Final = ("data_quality", "index")
"""Packs that tell of the data itself."""


@dataclass(frozen=True)
class Lack:
    """A reason why figures are not supplied, and how many of them each paper prints."""

    why: str
    papers: tuple[tuple[str, int], ...]

    @property
    def count(self) -> int:
        """How many figures are printed as not supplied for this reason."""
        return sum(count for _, count in self.papers)


def lacks(
    contents: Iterable[tuple[PlannedDocument, PackContent]], figures: Figures
) -> tuple[Lack, ...]:
    """Return what the papers lack, by reason, the most figures first."""
    found: defaultdict[str, defaultdict[str, int]] = defaultdict(lambda: defaultdict(int))
    for document, content in contents:
        if document.spec.name in OUR_OWN:
            continue
        for printed in _printed(content):
            if printed.text == NOT_SUPPLIED:
                note = figures.by_row(printed.row).note
                why = note.removeprefix(NOT_SUPPLIED).removeprefix(": ")
                found[why or "nobody supplied it"][document.spec.label] += 1
    made = [Lack(why, tuple(papers.items())) for why, papers in found.items()]
    return tuple(sorted(made, key=lambda lack: (-lack.count, lack.why)))


def _printed(part: object) -> Iterator[Printed]:
    """Yield every figure within a document, in printed order."""
    if isinstance(part, Printed):
        yield part
    elif isinstance(part, tuple):
        for each in part:
            yield from _printed(each)
    elif is_dataclass(part):
        for each in fields(part):
            yield from _printed(getattr(part, each.name))
