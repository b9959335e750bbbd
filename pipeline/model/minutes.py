"""What people wrote into check-in minutes and review forms, once it has been understood."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from pydantic import TypeAdapter

from pipeline.model.returned import Aside


@dataclass(frozen=True)
class AgreedAction:
    """One action that a check-in agreed.

    `reference` is unique within its locality and given once, when the minutes come back.
    `due_words` are kept where they are no date (`due` is None). `team` is config's name, or blank
    where the row names none that config knows. `agreed` is the day of the meeting.
    """

    reference: str
    locality: str
    team: str
    action: str
    due: date | None
    due_words: str
    note: str
    agreed: date


@dataclass(frozen=True)
class ActionUpdate:
    """What minutes say of an action; `outcome` is of `ACTION_OUTCOMES` or blank.

    `due` and `team` are given where they were changed.
    """

    reference: str
    outcome: str = ""
    figure: str = ""
    note: str = ""
    due: date | None = None
    team: str = ""


@dataclass(frozen=True)
class TeamWords:
    """How a team said that its ICMs are going."""

    team: str
    well: str
    less: str
    support: str


@dataclass(frozen=True)
class Expectation:
    """What a team expects its open plans to be; `plans` is None where the words are no number."""

    team: str
    words: str
    plans: int | None
    why: str


@dataclass(frozen=True)
class Discussion:
    """What the OLT said and decided about one insight; `reference` is the insight's, `about` its words."""

    reference: str
    about: str
    said: str
    decided: str


@dataclass(frozen=True)
class Minutes:
    """One check-in's minutes, as they came back; `period` is the as-at date they were made for.

    `locality` is blank for the OLT's, whose places (`team`) are localities; only it has `discussions`.

    `updates` are of earlier actions, and of those of its own that were written down with an outcome.
    """

    locality: str
    period: date
    meeting: date
    file: str
    actions: tuple[AgreedAction, ...] = ()
    updates: tuple[ActionUpdate, ...] = ()
    icms: tuple[TeamWords, ...] = ()
    expectations: tuple[Expectation, ...] = ()
    barriers: tuple[tuple[str, str], ...] = ()
    discussions: tuple[Discussion, ...] = ()
    present: tuple[str, ...] = ()
    apologies: tuple[str, ...] = ()
    asides: tuple[Aside, ...] = ()


@dataclass(frozen=True)
class ReviewForm:
    """One effectiveness review's words, as the form came back; its scores are among the scores.

    `teams` are those with at least one score, each with its day in `observed`. `next_words` are kept where the planned date of the
    next review is no date (`next_day` is None).
    """

    locality: str
    period: date
    day: date
    file: str
    completed_by: str = ""
    teams: tuple[str, ...] = ()
    changed: str = ""
    doing: str = ""
    expected: str = ""
    next_day: date | None = None
    next_words: str = ""
    next_person: str = ""
    asides: tuple[Aside, ...] = ()
    observed: tuple[tuple[str, date], ...] = ()


@dataclass(frozen=True)
class OpenAction:
    """An agreed action, open or closed since: what was last said of it, how often it was carried on.

    `overdue`: open, and due before the as-at date, or at a check-in that has been since (`due_by`
    is the day of the one that words in place of a date mean; None if not known). `carried` counts the later minutes that left it
    open. `first_due` is the date it was agreed with, `slipped` how often that was put off since.
    """

    action: AgreedAction
    outcome: str = ""
    figure: str = ""
    note: str = ""
    overdue: bool = False
    carried: int = 0
    first_due: date | None = None
    slipped: int = 0
    due_by: date | None = None


KEPT_MINUTES: Final = TypeAdapter(tuple[Minutes, ...])
"""Writes minutes as JSON, and reads them again; what older JSON lacks has its default."""
