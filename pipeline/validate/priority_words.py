"""What is written on a priorities sheet comes to: a choice, a number, an insight by its reference."""

import re
import unicodedata
from typing import Final

from pipeline.model.insight_rules import ALL_RULES
from pipeline.model.insights import reference
from pipeline.model.names import same_header
from pipeline.model.priorities import Choice
from pipeline.model.scopes import AUTHORITY, Scope, localities, teams
from pipeline.model.settings import Settings

_WORDS: Final[dict[Choice, str]] = {
    "take": "take taken takeup takeit takethis discuss yes y",
    "note": "note noted noteonly tonote fyi forinformation",
    "park": "park parked parkit parkthis later notnow leave",
}
_MEANS: Final[dict[str, Choice]] = {
    same_header(word): choice for choice, words in _WORDS.items() for word in words.split()
}
_ORDER: Final = re.compile(r"(?i)(?:no\.?|number|#)?\s*(\d{1,2})(?:st|nd|rd|th)?[.)]?")

Known = dict[str, tuple[str, Scope]]
"""Rule and place of an insight, by its reference as it may be typed."""


def known_insights(settings: Settings) -> Known:
    """Return every insight that there can be; a reference of two places names neither."""
    known: dict[str, set[tuple[str, Scope]]] = {}
    for rule in ALL_RULES:
        for place, now in _places(settings):
            known.setdefault(same_header(reference(rule, place)), set()).add((rule.id, now))
    return {written: found.pop() for written, found in known.items() if len(found) == 1}


def choice_of(text: str) -> Choice | None:
    """Return the choice that words mean; None if they are unclear."""
    return _MEANS.get(same_header(text))


def order_of(text: str) -> int | None:
    """Return the number that an order is written as; None if it is none."""
    found = _ORDER.fullmatch(unicodedata.normalize("NFKC", text).strip())
    return int(found.group(1)) if found else None


def _places(settings: Settings) -> list[tuple[Scope, Scope]]:
    """Return each place, former names of teams included, with what it is called now."""
    now = [AUTHORITY, *localities(settings), *teams(settings)]
    former = [
        (Scope("team", place.name, alias.name), Scope("team", place.name, team.name))
        for place in settings.localities
        for team in place.teams
        for alias in team.aliases
    ]
    return [*((place, place) for place in now), *former]
