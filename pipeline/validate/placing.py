"""Puts config's team and locality in place of the extract's words for them."""

from collections import Counter
from datetime import date

from pipeline.model.rules.plans import (
    LOCALITY_DIFFERS,
    TEAM_MISSING,
    TEAM_UNKNOWN,
)
from pipeline.validate.ledger import Ledger
from pipeline.validate.nearest import nearest
from pipeline.validate.teams import UNKNOWN, Home, Teams, same_locality


def place_rows(ledger: Ledger, values: dict[str, list[object]], teams: Teams) -> None:
    """Give each row its home; names that config doesn't know are told once each."""
    nothing: list[object] = [None] * len(ledger.numbers)
    names, localities = values.get("team", nothing), values.get("locality", nothing)
    found: dict[tuple[object, object], Home | None] = {}
    unknown: Counter[str] = Counter()
    differing = 0
    homes = [UNKNOWN] * len(ledger.numbers)
    for position in ledger.kept():
        team, start = names[position], values["plan_start"][position]
        if not isinstance(team, str) or not isinstance(start, date):
            ledger.say(TEAM_MISSING, position, "team")
            continue
        if (team, start) not in found:
            found[team, start] = teams.find(team, start)
        home = found[team, start]
        if home is None:
            unknown[team] += 1
            continue
        homes[position] = home
        locality = localities[position]
        if isinstance(locality, str) and not same_locality(locality, home.locality):
            differing += 1
    for team, count in sorted(unknown.items()):
        near = nearest("team", team, teams.names)
        ledger.say(TEAM_UNKNOWN, None, "team", team, count=str(count), nearest=near)
    if differing:
        ledger.say(LOCALITY_DIFFERS, None, "locality", count=str(differing))
    values["team"] = [home.team for home in homes]
    values["locality"] = [home.locality for home in homes]


def place_nowhere(ledger: Ledger, values: dict[str, list[object]]) -> None:
    """Leave the rows of a format that names no teams without one; nothing is missing in them."""
    for name, home in (("team", UNKNOWN.team), ("locality", UNKNOWN.locality)):
        values[name] = [home] * len(ledger.numbers)
