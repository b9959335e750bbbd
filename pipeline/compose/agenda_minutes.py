"""How the half hour of a meeting could be shared out over its cases: a suggestion."""

from collections.abc import Mapping

MEETING_MINUTES = 30


def minutes_each(cases: Mapping[str, int], whole: int = MEETING_MINUTES) -> dict[str, int]:
    """Return whole minutes by group, in proportion to its cases: they add up to `whole`.

    A group with a case has a minute at least; while there are more groups than minutes, or no
    case, nothing is shared out.
    """
    there = {name: number for name, number in cases.items() if number}
    if not there or len(there) > whole:
        return {}
    spare, total = whole - len(there), sum(there.values())
    minutes = {name: 1 + spare * number // total for name, number in there.items()}
    by_remainder = sorted(there, key=lambda name: -(spare * there[name] % total))
    for name in by_remainder[: whole - sum(minutes.values())]:
        minutes[name] += 1
    return minutes
