"""Two rounds of effectiveness reviews as a table: what was scored before the forms existed."""

import csv
import io
from datetime import date, timedelta
from typing import Final

from pipeline.model.dates import add_months
from pipeline.model.tables import SCORES
from pipeline.setup.demo.diary import Diary
from pipeline.setup.demo.dice import Dice
from pipeline.setup.demo.habits import PROMPT, SENT
from pipeline.setup.demo.organisation import DemoTeam, Organisation

CRITERIA: Final = 11
WRITE_UP, SEND_OUT = 8, 9
SPOILT_ROW: Final = 7
MONTHS_AGO: Final = (5, 1)
"""How long before today the two rounds were."""


def scores_bytes(seed: int, organisation: Organisation, diary: Diary) -> bytes:
    """Return the CSV file (UTF-8): one row per team, round and criterion; a few are missing."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([column.header for column in SCORES.columns])
    scorer = _Scorer(seed, organisation, diary)
    rows = [
        row
        for turn in range(len(MONTHS_AGO))
        for team in organisation.teams
        for row in scorer.review(team, turn)
    ]
    if len(rows) > SPOILT_ROW:
        rows[SPOILT_ROW][-1] = "n/a"
    writer.writerows(rows)
    return text.getvalue().encode("utf-8")


class _Scorer:
    """Observes meetings and scores them."""

    def __init__(self, seed: int, organisation: Organisation, diary: Diary) -> None:
        self.seed, self.organisation, self.diary = seed, organisation, diary

    def review(self, team: DemoTeam, turn: int) -> list[list[str]]:
        """Return the rows of one review; the drifting team's second one has not happened yet."""
        if turn == 1 and team.name == self.organisation.stories.drifting:
            return []
        dice = Dice(self.seed, "scores", team.name)
        levels = [_level(dice, team, criterion) for criterion in range(1, CRITERIA + 1)]
        gains = [team.habits.gain + dice.between(-0.9, 0.9) for _ in levels]
        place = self.organisation.localities.index(team.locality)
        observer = self.organisation.performance_officers[place // 2]
        missing = Dice(self.seed, "scores missing", team.name, turn)
        return [
            [
                team.locality,
                team.name,
                f"{self._observed(team, turn):%d/%m/%Y}",
                observer,
                str(criterion),
                str(_score(level + gain * turn)),
            ]
            for criterion, (level, gain) in enumerate(zip(levels, gains, strict=True), start=1)
            if not missing.chance(0.02)
        ]

    def _observed(self, team: DemoTeam, turn: int) -> date:
        days = Dice(self.seed, "observed", team.name, turn).whole(0, 20)
        first = add_months(self.organisation.as_at, -MONTHS_AGO[turn])
        return self.diary.after(first + timedelta(days=days))


def _level(dice: Dice, team: DemoTeam, criterion: int) -> float:
    level = team.habits.first_score + dice.between(-1.2, 1.2)
    if criterion == WRITE_UP and team.habits.written != PROMPT:
        level -= 1
    if criterion == SEND_OUT and team.habits.sent != SENT:
        level -= 1.2
    return level


def _score(level: float) -> int:
    return min(5, max(1, round(level)))
