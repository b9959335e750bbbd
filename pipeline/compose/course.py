"""How the number of open plans moved, told like with like: month's ends, lately and over the year."""

from collections.abc import Sequence
from typing import Final

from pipeline.compose.subject import Subject
from pipeline.compose.wording import count, counted, month_words, said
from pipeline.model.content import Words
from pipeline.model.measures import Figure
from pipeline.model.scopes import Scope

ABOUT: Final = 0.05
"""Two numbers are "about as many" if they are no further apart than this share of the larger."""
FEW: Final = 2
"""Nor are they told apart by so few plans, whatever their share."""
A_YEAR: Final = 13
"""Months' ends from one to that of a year later, both included."""


def month_ends(subject: Subject, scope: Scope, months: Sequence[str]) -> list[Figure]:
    """Return the open plans at each month's end that is known."""
    ends = (subject.figure("plans.open", scope, window=month) for month in months)
    return [figure for figure in ends if figure.supplied]


def course(ends: Sequence[Figure]) -> Words:
    """Return how many are open at the latest month's end, where from lately, and a year before.

    `524 at the end of October 2026: up from 430 in June; about as many as a year before (532)`
    """
    first, last = ends[0], ends[-1]
    now = said(count(last), f" at the end of {month_words(last.window)}")
    if len(ends) == 1:
        return now
    turned = _turned(ends)
    if turned is None:
        return said(now, f", about the same since {_month(first, last)}")
    way = "up" if _value(turned) < _value(last) else "down"
    lately = said(f": {way} from ", count(turned), f" in {_month(turned, last)}")
    return said(now, lately, _year_before(ends) if turned is not first else ())


def course_sentence(ends: Sequence[Figure]) -> Words:
    """Return the same as a sentence that names what is counted."""
    if len(ends) == 1:
        last = ends[0]
        return said(counted(last, "open plan"), f" at the end of {month_words(last.window)}.")
    return said("Open plans: ", course(ends), ".")


def _turned(ends: Sequence[Figure]) -> Figure | None:
    """Return where the latest movement began: the later of the lowest and the highest month before.

    At a new high that is the lowest, at a new low the highest. None where no month is far enough
    from the latest to speak of a movement.
    """
    last, before = ends[-1], ends[:-1]
    lowest = min(reversed(before), key=_value)
    highest = max(reversed(before), key=_value)
    turns = [
        *([lowest] if _value(lowest) < _value(last) else []),
        *([highest] if _value(highest) > _value(last) else []),
    ]
    away = [each for each in turns if not _about(each, last)]
    return max(away, key=lambda each: each.window, default=None)


def _year_before(ends: Sequence[Figure]) -> Words:
    first, last = ends[0], ends[-1]
    when = "a year before" if len(ends) == A_YEAR else f"in {_month(first, last)}"
    if _about(first, last):
        return said(f"; about as many as {when} (", count(first), ")")
    way = "higher" if _value(last) > _value(first) else "lower"
    return said(f"; {way} than {when} (", count(first), ")")


def _about(one: Figure, other: Figure) -> bool:
    larger = max(_value(one), _value(other))
    return abs(_value(one) - _value(other)) <= max(ABOUT * larger, FEW)


def _month(figure: Figure, last: Figure) -> str:
    """Return the month; with its year, unless that is the latest month's."""
    words = month_words(figure.window)
    return words if figure.window[:4] != last.window[:4] else words.split()[0]


def _value(figure: Figure) -> float:
    return figure.value or 0.0
