"""A simulated authority: at each of its origins, what `transform` takes and what is true.

    authority = Simulated(SCENARIOS["steady"], seed=1)
    for origin in authority.origins():
        measures = transform(origin.validated, authority.settings, origin.calendar)
        origin.truth.came("finishes", scope, first_day, last_day)

`origins(figures)` hands each origin the figures of earlier ones (`figures[day]`, filled by the
caller as it goes), as snapshots would.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

import numpy as np
import pandas as pd
from simulated.course import FIRST, KNOWN, WARM_UP, Course, dates, run_course, working_days
from simulated.scenarios import ORIGINS, Scenario
from simulated.truth import Truth, truth_at

from pipeline.model.calendar import Calendar, Meeting
from pipeline.model.history import EarlierRun, History
from pipeline.model.measures import Figures
from pipeline.model.scopes import AUTHORITY, localities, teams
from pipeline.model.settings import Settings
from pipeline.model.terms import DECIDED, STAGES
from pipeline.model.validated import Validated

LEAD = timedelta(days=7)
"""A pack is made a week before its meeting, which is on the second Tuesday of each month."""
ON_TRACKER = 0.95
DATED = 0.7
SUPPLIED = frozenset({"child_id", "family_id", "plan_start", "plan_end", "end_reason", "team"})
TRACKER_COLUMNS = frozenset({"child_id", "stage", "planned_closure"})
OUTCOME_SHARES = {"closed": 0.55, "stepped down": 0.25, "escalated": 0.13, "transferred": 0.07}


@dataclass(frozen=True)
class Origin:
    """One look at the authority at D."""

    validated: Validated
    calendar: Calendar
    truth: Truth


def second_tuesday(month: np.datetime64) -> date:
    """Return the second Tuesday of a month."""
    first = month.astype("datetime64[D]").item()
    return first + timedelta(days=(1 - first.weekday()) % 7 + 7)


class Simulated:
    """One authority, of one seed; made on first use."""

    def __init__(self, scenario: Scenario, seed: int) -> None:
        self.scenario, self.seed = scenario, seed
        start = (FIRST + (WARM_UP + KNOWN) // 5 * 7).astype("datetime64[M]") + 1
        self.meetings = [second_tuesday(start + k) for k in range(ORIGINS + 1)]
        self.days = [meeting - LEAD for meeting in self.meetings[:-1]]
        self._looks = working_days(np.array(self.days, dtype="datetime64[D]"))
        self.covers_from = dates(np.array(WARM_UP)).item()
        names = iter(
            [
                "Alder",
                "Ash",
                "Aspen",
                "Beech",
                "Birch",
                "Cedar",
                "Elder",
                "Elm",
                "Hazel",
                "Holly",
                "Maple",
                "Oak",
                "Rowan",
                "Yew",
            ]
        )
        places = ("North", "South", "East", "West")
        self.settings = Settings.model_validate(
            {
                "authority": {"name": "Simulatedshire"},
                "localities": [
                    {"name": place, "teams": [{"name": next(names)} for _ in range(count)]}
                    for place, count in zip(places, scenario.teams, strict=True)
                ],
                "extracts": {"covers_from": self.covers_from},
            }
        )
        self.places = (AUTHORITY, *localities(self.settings), *teams(self.settings))

    @cached_property
    def course(self) -> Course:
        """Everything that happens."""
        return run_course(self.scenario, self.seed, self._looks)

    def origins(self, figures: Mapping[date, Figures] | None = None) -> Iterator[Origin]:
        """Yield each origin, oldest first; a later one has the earlier ones as its history."""
        runs: list[EarlierRun] = []
        for row, day in enumerate(self.days):
            origin = self._origin(row, tuple(runs))
            yield origin
            seen = origin.validated
            runs.append(
                EarlierRun(
                    period=day.isoformat(),
                    as_at=day,
                    extract_date=day,
                    documents=frozenset(),
                    figures=(figures or {}).get(day, Figures(())),
                    meetings=origin.calendar.meetings,
                    versions=seen.versions,
                    tracker=seen.tracker,
                    supplied=seen.supplied,
                    tracker_columns=seen.tracker_columns,
                )
            )

    def _origin(self, row: int, runs: tuple[EarlierRun, ...]) -> Origin:
        day = self.days[row]
        validated = Validated(
            as_at=day,
            extract_date=day,
            versions=self._versions(row),
            tracker=self._tracker(row),
            scores=None,
            supplied=SUPPLIED,
            tracker_columns={team.team: TRACKER_COLUMNS for team in teams(self.settings)},
            findings=(),
            accounts=(),
            history=History(runs),
        )
        meeting = Meeting(self.meetings[row], self.meetings[row + 1])
        truth = truth_at(self.scenario, self.course, self._looks, row, self._below)
        return Origin(validated, Calendar(day, {"": meeting}), truth)

    @cached_property
    def _below(self):
        of = teams(self.settings)
        return {
            place: np.array(
                [place.locality in ("", t.locality) and place.team in ("", t.team) for t in of]
            )
            for place in self.places
        }

    @cached_property
    def _rows(self):
        """A row a child: the family it belongs to, and the columns that don't change."""
        course, rng = self.course, np.random.default_rng([self.seed, 8])
        family = np.repeat(np.arange(len(course.start)), course.size)
        family = family[course.recorded[family] >= WARM_UP]
        of = teams(self.settings)
        outcome = rng.choice(list(OUTCOME_SHARES), len(family), p=list(OUTCOME_SHARES.values()))
        frame = pd.DataFrame(
            {
                "child_id": pd.Series([f"X{n:06d}" for n in range(len(family))], dtype="str"),
                "family_id": pd.Series([f"F{n:06d}" for n in family], dtype="str"),
                "plan_start": dates(course.start[family]).astype("datetime64[s]"),
                "plan_end": dates(np.minimum(course.end[family], 9_000)).astype("datetime64[s]"),
                "outcome": pd.Series(outcome, dtype="str"),
                "locality": pd.Series([of[t].locality for t in course.team[family]], dtype="str"),
                "team": pd.Series([of[t].team for t in course.team[family]], dtype="str"),
                "file": "simulated.csv",
                "sheet": "",
                "row": np.arange(2, len(family) + 2),
            }
        )
        return family, frame

    def _versions(self, row: int) -> pd.DataFrame:
        family, frame = self._rows
        day = self._looks[row]
        known = frame[self.course.start[family] <= day].copy()
        unended = self.course.recorded[family[known.index]] > day
        known.loc[unended, "plan_end"] = pd.NaT
        known.loc[unended, "outcome"] = np.nan
        return known.reset_index(drop=True)

    def _tracker(self, row: int) -> pd.DataFrame:
        family, frame = self._rows
        day = self._looks[row]
        rng = np.random.default_rng([self.seed, 9, row])
        is_open = (self.course.start[family] <= day) & (self.course.end[family] > day)
        listed = is_open & (rng.random(len(self.course.start))[family] < ON_TRACKER)
        found = frame.loc[listed, ["child_id", "locality", "team", "file", "sheet", "row"]]
        stage = np.array(STAGES, dtype=object)[self.course.stages[row][family[listed]]]
        when = dates(day + rng.integers(1, 25, len(found)))
        dated = (stage == DECIDED) & (rng.random(len(found)) < DATED)
        found = found.assign(
            stage=pd.Series(stage, index=found.index, dtype="str"),
            planned_closure=np.where(dated, when, np.datetime64("NaT")).astype("datetime64[s]"),
        )
        return found.reset_index(drop=True)
