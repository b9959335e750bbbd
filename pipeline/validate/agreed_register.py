"""The actions that the minutes of one locality have agreed so far, by reference."""

import re
import unicodedata
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final

from pipeline.model.forms import CLOSED_OUTCOMES
from pipeline.model.minutes import ActionUpdate, AgreedAction
from pipeline.model.names import same_header
from pipeline.validate.form_dates import MONTHS

_DASH: Final = re.compile("[\u2010-\u2015\u2212]")
_OURS: Final = re.compile(r"\d{1,2}[a-z]{3}\d\d[a-z]?-\d+")


@dataclass
class Known:
    """An action as the last minutes left it; `dues` are the dates and words it has had so far."""

    action: AgreedAction
    outcome: str = ""
    figure: str = ""
    dues: set[date | str] = field(default_factory=set)


class Register:
    """The actions of one locality, in the order in which they were agreed."""

    def __init__(self) -> None:
        self._known: dict[str, Known] = {}
        self._stems: set[str] = set()

    def stem(self, meeting: date, period: date) -> str:
        """Return what the references of a meeting begin with: its day, else the form's own."""
        days = [_day(meeting), _day(period)]
        lettered = [f"{days[1]}{letter}" for letter in "abcdefghijklmnopqrstuvwxyz"]
        free = next(stem for stem in (*days, *lettered) if _plain(stem) not in self._stems)
        self._stems.add(_plain(free))
        return free

    def find(self, reference: str) -> Known | None:
        """Return the action of a reference, however its dashes, spaces and capitals are typed."""
        return self._known.get(_plain(reference))

    def is_of_lost_minutes(self, reference: str) -> bool:
        """Return whether a reference is one of ours, from minutes that are not there any more."""
        return is_ours(reference) and _stem_of(reference) not in self._stems

    def by_words(self, words: str) -> Known | None:
        """Return the one open action that has these words; None if none or several have."""
        found = self._open(words)
        return found[0] if len(found) == 1 else None

    def has_open(self, words: str, team: str, due: date | str) -> bool:
        """Return whether an action of these words, this team and date (or its words) is open."""
        alike = [known for known in self._open(words) if known.action.team == team]
        return any((due or "") in known.dues for known in alike)

    def _open(self, words: str) -> list[Known]:
        plain = same_header(words)
        return [
            known
            for known in self._known.values()
            if plain
            and known.outcome not in CLOSED_OUTCOMES
            and same_header(known.action.action) == plain
        ]

    def add(self, action: AgreedAction) -> None:
        """Enter an action under its reference."""
        known = Known(action, dues={action.due or same_header(action.due_words)})
        self._known[_plain(action.reference)] = known
        self._stems.add(_stem_of(action.reference))

    def update(self, update: ActionUpdate) -> None:
        """Note what minutes say of an action."""
        known = self._known[_plain(update.reference)]
        known.outcome = update.outcome or known.outcome
        known.figure = update.figure or known.figure
        due, team = update.due or known.action.due, update.team or known.action.team
        known.action = replace(known.action, due=due, team=team)
        if due is not None:
            known.dues.add(due)


def is_ours(reference: str) -> bool:
    """Return whether words have the form of a reference that was given to an action."""
    return _OURS.fullmatch(_plain(reference)) is not None


def _stem_of(reference: str) -> str:
    return _plain(reference).partition("-")[0]


def _day(day: date) -> str:
    """Return `3Nov26`, in English on every machine."""
    return f"{day.day}{MONTHS[day.month - 1][:3]}{day.year % 100:02}"


def _plain(reference: str) -> str:
    words = _DASH.sub("-", unicodedata.normalize("NFKC", reference)).casefold()
    return "".join(words.split())
