"""The order of insights: the clearest kind of signal first, then the most plans affected."""

from collections.abc import Iterable

from pipeline.model.insights import Insight

KINDS = ("change", "difference", "fact")


def ranked(insights: Iterable[Insight]) -> tuple[Insight, ...]:
    """Return insights in order, good news after the rest.

    What is new or worse comes before what stands as it was; a change before a difference; then
    what affects most plans, and what is furthest beyond what was expected.
    """
    return tuple(sorted(insights, key=_order))


def _order(each: Insight) -> tuple[bool, bool, int, float, float, str]:
    kind = KINDS.index(each.rule.kind)
    return (each.good, each.standing, kind, -each.affected, -each.beyond, each.ref)
