"""Three rounds of effectiveness reviews: a table of scores from before the forms, then the forms."""

import csv
import io
from dataclasses import dataclass
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
MONTHS_AGO: Final = (5, 3, 1)
"""How long before today the rounds were."""
BEFORE_FORMS, LATEST = 0, len(MONTHS_AGO) - 1


@dataclass(frozen=True)
class Observed:
    """One team's review: when, by whom, and the score of each criterion that was scored."""

    day: date
    observer: str
    scores: dict[int, int]


def scores_bytes(seed: int, organisation: Organisation, diary: Diary) -> bytes:
    """Return the CSV file (UTF-8) of the first round: one row per team and criterion."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([column.header for column in SCORES.columns])
    scorer = Scorer(seed, organisation, diary)
    rows = [
        [team.locality, team.name, f"{found.day:%d/%m/%Y}", found.observer, str(number), str(score)]
        for team in organisation.teams
        if (found := scorer.review(team, BEFORE_FORMS))
        for number, score in found.scores.items()
    ]
    if len(rows) > SPOILT_ROW:
        rows[SPOILT_ROW][-1] = "n/a"
    writer.writerows(rows)
    return text.getvalue().encode("utf-8")


class Scorer:
    """Observes meetings and scores them."""

    def __init__(self, seed: int, organisation: Organisation, diary: Diary) -> None:
        self.seed, self.organisation, self.diary = seed, organisation, diary

    def turn_after(self, day: date) -> int | None:
        """Return which round was held on the forms of a day; None if there was none then."""
        months = {self._first(turn): turn for turn in range(1, len(MONTHS_AGO))}
        return months.get(day)

    def review(self, team: DemoTeam, turn: int) -> Observed | None:
        """Return a team's review; the drifting team's latest one has not happened yet."""
        if turn == LATEST and team.name == self.organisation.stories.drifting:
            return None
        dice = Dice(self.seed, "scores", team.name)
        levels = [_level(dice, team, criterion) for criterion in range(1, CRITERIA + 1)]
        gains = [team.habits.gain + dice.between(-0.9, 0.9) for _ in levels]
        place = self.organisation.localities.index(team.locality)
        missing = Dice(self.seed, "scores missing", team.name, turn)
        return Observed(
            self._observed(team, turn),
            self.organisation.performance_officers[place // 2],
            {
                criterion: _score(level + gain * turn / LATEST)
                for criterion, (level, gain) in enumerate(zip(levels, gains, strict=True), start=1)
                if not missing.chance(0.02)
            },
        )

    def _observed(self, team: DemoTeam, turn: int) -> date:
        days = Dice(self.seed, "observed", team.name, turn).whole(0, 20)
        return self.diary.after(self._first(turn) + timedelta(days=days))

    def _first(self, turn: int) -> date:
        return self.diary.after(add_months(self.organisation.as_at, -MONTHS_AGO[turn]))


def _level(dice: Dice, team: DemoTeam, criterion: int) -> float:
    level = team.habits.first_score + dice.between(-1.2, 1.2)
    if criterion == WRITE_UP and team.habits.written != PROMPT:
        level -= 1
    if criterion == SEND_OUT and team.habits.sent != SENT:
        level -= 1.2
    return level


def _score(level: float) -> int:
    return min(5, max(1, round(level)))
