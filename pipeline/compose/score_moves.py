"""How many scores rose, fell and stayed since the review before: as a verdict, and beside a mean."""

from dataclasses import dataclass
from typing import Literal

from pipeline.compose.subject import Subject
from pipeline.compose.wording import count, joined, said, whole
from pipeline.model.content import Printed, Words
from pipeline.model.measures import Figure
from pipeline.model.scopes import Scope


def verdict(subject: Subject) -> Words:
    """Answer, for the document's place as a whole, whether its scores have changed."""
    up, down, same = (subject.figure(f"score.{way}") for way in ("up", "down", "same"))
    if not up.supplied:
        return ("That can’t be said yet: no team has a score given both times.",)
    given = said(whole(same), " scores given both times")
    if not up.value and not down.value:
        return said("Unchanged: all ", given, " are the same.")
    moved = [
        said(count(each), f" {way}") for each, way in ((up, "rose"), (down, "fell")) if each.value
    ]
    parts = (part for each in moved for part in (", ", each))
    return said(f"{_in_short(up, down)}: of ", given, *parts, " and ", _or_none(same), " stayed.")


def _in_short(up: Figure, down: Figure) -> str:
    """Say which way more scores moved; before that, where it holds, that more stayed."""
    rose, fell = up.value or 0, down.value or 0
    if not (rose and fell):
        which = "none fell" if rose else "none rose"
    elif rose == fell:
        which = "as many rose as fell"
    else:
        which = "more rose than fell" if rose > fell else "more fell than rose"
    stayed = (up.denominator or 0) - rose - fell
    return f"More stayed than moved; {which}" if stayed > rose + fell else which.capitalize()


def _or_none(figure: Figure) -> Printed | str:
    return count(figure) if figure.value else "none"


@dataclass(frozen=True)
class Moves:
    """How the scores of a section moved: in words, and by an arrow and a shade for their mean."""

    words: Words
    arrow: Literal["↑", "↓", "="]

    @property
    def tone(self) -> Literal["", "up", "down"]:
        """The shade of the cell."""
        tones: dict[str, Literal["", "up", "down"]] = {"↑": "up", "↓": "down"}
        return tones.get(self.arrow, "")


def moves_since(subject: Subject, place: Scope, section: str, window: str = "") -> Moves | None:
    """Return how many scores of a section moved, of those given both times; None where none were.

    Unlike the difference of two means this is exact, and a score that is missing this time does not
    enter into it.
    """
    figures = subject.measures.figures
    mean = figures.find("score.mean.delta", place, section, window)
    if mean is None or mean.value is None:
        return None
    ways = ("up", "down")
    moved = [(way, subject.figure(f"score.{way}", place, section, window)) for way in ways]
    parts = [said(count(figure), f" {way}") for way, figure in moved if figure.value]
    words = joined(parts)
    return Moves(words or ("no change",), "↑" if mean.value > 0 else "↓" if mean.value else "=")
