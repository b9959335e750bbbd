"""The scores of a review form: a column a team, on the day of its observation or of the form."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

import pandas as pd

from pipeline.model.findings import Rule
from pipeline.model.forms import SCORES
from pipeline.model.ingested import Cell, RawTable
from pipeline.model.names import same_name
from pipeline.model.rules.forms import (
    DATE_NO_YEAR,
    DATE_OF_CONTROL,
    REVIEW_DATED_BY_FORM,
    REVIEW_OTHER_TEAM,
    REVIEW_TEAM_UNKNOWN,
    REVIEW_TO_COME,
    REVIEW_UNDATED,
)
from pipeline.model.rules.trackers import SCORE_NO_CRITERION
from pipeline.validate.form_dates import NO_DAY, read_written_day
from pipeline.validate.form_fields import Field
from pipeline.validate.form_ledger import FormLedger
from pipeline.validate.form_words import says_nothing
from pipeline.validate.ledger import Ledger
from pipeline.validate.scores import CRITERIA, FIRST_DATE, Scored, Values, score_of
from pipeline.validate.teams import Home, Teams

OBSERVED: Final = "observed"
_NUMBER: Final = re.compile(r"\s*(\d{1,2})\b")


@dataclass(frozen=True)
class TeamColumn:
    """A column of scores: what heads it, its observation date, its scores by criterion."""

    heading: str
    observed: Field | None
    scores: tuple[tuple[int, Field], ...]


@dataclass(frozen=True)
class TeamScore:
    """One score of a team on the day of a review."""

    home: Home
    day: date
    criterion: int
    field: Field


class ScoreCells(Ledger):
    """The scores of a form as rows of a table, whose findings are the form's."""

    def __init__(self, form: FormLedger, scores: Sequence[TeamScore]) -> None:
        frame = pd.DataFrame(index=[score.field.number for score in scores])
        super().__init__(RawTable("form", form.raw.file, "", frame, {}))
        self._form = form
        self._scores = scores

    def say(
        self,
        rule: Rule,
        position: int | None = None,
        column: str = "",
        value: Cell = None,
        **facts: str,
    ) -> None:
        """Add the finding to the form's."""
        super().say(rule, position, column, value, **facts)
        self.findings.clear()
        if position is not None:
            score = self._scores[position]
            self._form.say(rule, score.field, team=score.home.team, **facts)


def team_scores(
    ledger: FormLedger, teams: Teams, form_day: date | None, locality: str
) -> list[TeamScore]:
    """Return the scores of the teams that config knows, each with its day; say which have none.

    `form_day` is the form's own day, which serves where a team has no observation date.
    """
    found: list[TeamScore] = []
    for column in _columns(ledger):
        ledger.take(column.observed)
        fields = tuple(field for _, field in column.scores)
        if not fields:
            continue
        day = _day(ledger, column, form_day)
        home = teams.find(column.heading, day) if day else None
        if day is None or home is None:
            rule = REVIEW_TEAM_UNKNOWN if day else REVIEW_UNDATED
            column_of = (*fields, *filter(None, (column.observed,)))
            ledger.say(rule, *column_of, value=column.heading, count=str(len(column_of)))
            continue
        if home.locality != locality:
            ledger.say(REVIEW_OTHER_TEAM, *fields, team=home.team, locality=home.locality)
        found += [TeamScore(home, day, criterion, field) for criterion, field in column.scores]
    return found


def leave_for_later(ledger: FormLedger, scores: Sequence[TeamScore]) -> None:
    """Leave out the scores of reviews that are still to come at the as-at date, a team at a time."""
    for team in dict.fromkeys(score.home.team for score in scores):
        fields = [score.field for score in scores if score.home.team == team]
        ledger.say(REVIEW_TO_COME, *fields, team=team, count=str(len(fields)))


def as_rows(
    ledger: FormLedger, scores: Sequence[TeamScore], completed_by: str
) -> tuple[Scored, tuple[tuple[str, date], ...]]:
    """Return scores as typed rows of a table, and the team and day of each that was given.

    Words in place of a score are kept outside the form.
    """
    cells = ScoreCells(ledger, scores)
    points = [score_of(cells, at, score.field.text) for at, score in enumerate(scores)]
    given: dict[tuple[str, date], None] = {}
    for score, value in zip(scores, points, strict=True):
        ledger.take(score.field)
        if value is not None:
            given[score.home.team, score.day] = None
        elif not says_nothing(score.field.text):
            words = f"{score.home.team}, criterion {score.criterion}: {score.field.text}"
            ledger.set_beside(words, score.field)
    values: Values = {
        "locality": [score.home.locality for score in scores],
        "team": [score.home.team for score in scores],
        "observed": [score.day for score in scores],
        "completed_by": [completed_by or None] * len(scores),
        "criterion": [score.criterion for score in scores],
        "score": [*points],
    }
    return (cells, values), tuple(given)


def _columns(ledger: FormLedger) -> list[TeamColumn]:
    """Return the columns of all tables of scores, those of one heading together."""
    observed: dict[str, Field] = {}
    scores: dict[str, list[tuple[int, Field]]] = {}
    headings: dict[str, str] = {}
    for field in ledger.fields:
        if field.part != SCORES.part or field.column == SCORES.row:
            continue
        number = _NUMBER.match(field.row)
        heading = same_name(field.column)
        if number is None and (field.row != OBSERVED or heading in observed):
            continue
        headings.setdefault(heading, field.column)
        if number is None:
            observed[heading] = field
        elif int(number.group(1)) in CRITERIA:
            scores.setdefault(heading, []).append((int(number.group(1)), field))
        else:
            ledger.say(SCORE_NO_CRITERION, field)
    return [
        TeamColumn(words, observed.get(heading), tuple(scores.get(heading, ())))
        for heading, words in headings.items()
    ]


def _day(ledger: FormLedger, column: TeamColumn, form_day: date | None) -> date | None:
    """Return the day of a column's observation; the form's, and said, where none is understood."""
    field = column.observed
    found = read_written_day(field.text, ledger.period, field.day) if field else NO_DAY
    if found.day is not None and found.day >= FIRST_DATE:
        if field and found.without_year:
            ledger.say(DATE_NO_YEAR, field)
        if field and found.from_control:
            ledger.say(DATE_OF_CONTROL, field)
        return found.day
    if form_day is not None:
        ledger.say(REVIEW_DATED_BY_FORM, field or column.scores[0][1])
    return form_day
