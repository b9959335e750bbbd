"""Whose row it is: the team (for the OLT, the locality too) that a row of the minutes names."""

from collections.abc import Iterator
from datetime import date

from pipeline.model.scopes import Scope
from pipeline.model.settings import Settings
from pipeline.validate.form_fields import FormRow
from pipeline.validate.form_ledger import FormLedger
from pipeline.validate.form_words import says_nothing
from pipeline.validate.teams import Teams, same_locality


class RowTeams:
    """Reads the names of rows as they were on the day of a meeting."""

    def __init__(self, settings: Settings, scope: Scope, day: date) -> None:
        self._teams = Teams(settings)
        self._localities = [place.name for place in settings.localities] if not scope.name else []
        self._day = day

    def find(self, words: str) -> str:
        """Return the team (or locality) that words name, their first line if need be; else blank."""
        for name in dict.fromkeys((words, words.partition("\n")[0])):
            if home := self._teams.find(name, self._day):
                return home.team
            for locality in self._localities:
                if same_locality(name, locality):
                    return locality
        return ""


def rows_by_team(ledger: FormLedger, part: str, teams: RowTeams) -> Iterator[tuple[str, FormRow]]:
    """Yield the rows of a part in which something stands beside the team, with that team.

    Words in a row of no team that is known are kept outside the form: whose they are is not told.
    """
    for row in ledger.rows(part):
        named = row.fields.pop("team", None)
        team = teams.find(row.name) if row.name else ""
        ledger.take(named)
        if row.fields and team:
            yield team, row
        elif named is not None and not row.fields and says_nothing(row.name):
            ledger.words(named)
        elif row.fields or not team:
            cells = [*filter(None, (named,)), *row.fields.values()]
            ledger.keep_outside("\n".join(cell.text for cell in cells), *cells)
