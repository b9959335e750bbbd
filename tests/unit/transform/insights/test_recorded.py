"""Earlier runs tell how much of the latest weeks is recorded so far, in all and as each team's habit."""

from datetime import date, timedelta

import numpy as np
import pandas as pd
import pytest
from builders import settings_of

from pipeline.model.calendar import Calendar
from pipeline.model.history import EarlierRun
from pipeline.model.measures import Figures
from pipeline.model.scopes import Scope
from pipeline.model.validated import Validated
from pipeline.transform.insights.changes import changes
from pipeline.transform.insights.flows import flow_of
from pipeline.transform.insights.recorded import recorded_of
from pipeline.transform.state import state_of

DAY = date(2026, 5, 29)
RUNS = tuple(DAY - timedelta(days=28 * n) for n in (6, 5, 4, 3, 2, 1))
TEAMS = {
    "Alder": "North Dale",
    "Birch": "North Dale",
    "Cedar": "South Vale",
    "Damson": "South Vale",
}
LENGTH = 200


def extract(late):
    """Return plans of which each team ends one a day, `late` ones' every second recorded 20 days on."""
    rows = []
    for team, locality in TEAMS.items():
        for n in range(-LENGTH, 500):
            end = DAY - timedelta(days=n)
            on = 20 if team in late and n % 2 else 0
            rows.append((f"{team}{n}", end - timedelta(days=LENGTH), end, team, locality, on))
    frame = pd.DataFrame(
        rows, columns=["child_id", "plan_start", "plan_end", "team", "locality", "late"]
    )
    for name in ("plan_start", "plan_end"):
        frame[name] = pd.to_datetime(frame[name]).astype("datetime64[s]")
    return frame.assign(outcome="closed", file="a.csv", sheet="", row=range(2, len(frame) + 2))


def as_known(frame, day):
    """Return what is recorded on a day."""
    known = frame[frame["plan_start"] <= pd.Timestamp(day)].copy()
    recorded = known["plan_end"] + pd.to_timedelta(known["late"], unit="D")
    known.loc[recorded > pd.Timestamp(day), ["plan_end", "outcome"]] = (pd.NaT, np.nan)
    return known.drop(columns="late").reset_index(drop=True)


def run(frame, day):
    return EarlierRun(str(day), day, day, frozenset(), Figures(()), versions=as_known(frame, day))


@pytest.fixture
def state_with():
    def make(frame):
        settings = settings_of(
            localities=[
                {"name": name, "teams": [{"name": t} for t, of in TEAMS.items() if of == name]}
                for name in dict.fromkeys(TEAMS.values())
            ],
            extracts={"covers_from": "2025-01-20"},
        )
        supplied = frozenset({"child_id", "plan_start", "plan_end", "team", "end_reason"})
        validated = Validated(
            as_at=DAY,
            extract_date=DAY,
            versions=as_known(frame, DAY),
            tracker=None,
            scores=None,
            supplied=supplied,
            tracker_columns={},
            findings=(),
            accounts=(),
        )
        return state_of(validated, settings, Calendar(DAY, {}))[0]

    return make


def told(state, frame, days=RUNS):
    return recorded_of(state, [run(frame, day) for day in days], "plans.finishes")


def test_without_late_recording_all_is_recorded(state_with):
    frame = extract(late=())
    found = told(state_with(frame), frame)
    assert found.shares == pytest.approx(np.ones(found.shares.shape), abs=0.01)


def test_a_teams_own_habit_is_its_own(state_with):
    """Of 28 days, in the latest 20 half are missing: 18 of 28 are there."""
    frame = extract(late=("Alder", "Birch"))
    shares = told(state_with(frame), frame).shares
    assert shares[:2, 0] == pytest.approx([18 / 28] * 2, abs=0.05)
    assert shares[2:4, 0] == pytest.approx([1.0] * 2, abs=0.03)
    assert shares[:4, 1] == pytest.approx(np.ones(4), abs=0.02)


@pytest.mark.parametrize("days", [(), RUNS[-2:], [DAY - timedelta(days=n) for n in (31, 30, 29)]])
def test_too_few_runs_or_runs_of_the_same_weeks_tell_nothing(state_with, days):
    frame = extract(late=())
    assert told(state_with(frame), frame, days) is None


def test_a_run_whose_extract_lacked_ends_is_not_asked(state_with):
    frame = extract(late=())
    bare = [
        EarlierRun(
            str(day),
            day,
            day,
            frozenset(),
            Figures(()),
            versions=as_known(frame, day)[["child_id"]],
        )
        for day in RUNS
    ]
    assert recorded_of(state_with(frame), bare, "plans.finishes") is None


def test_what_is_expected_is_less_by_what_is_not_recorded_yet(state_with):
    frame = extract(late=("Alder", "Birch"))
    state = state_with(frame)
    whole, less = (flow_of(state, "plans.finishes", r) for r in (None, told(state, frame)))
    share = less.exposure[0] / whole.exposure[0]
    assert share[0] == pytest.approx(18 / 28, abs=0.05)
    assert share[2:] == pytest.approx(np.ones(len(share) - 2))


def test_a_place_whose_habit_it_is_to_record_late_has_not_changed(state_with):
    frame = extract(late=("Alder", "Birch"))
    state = state_with(frame)
    dale = Scope("locality", "North Dale")

    def named(runs):
        found = changes(state, Figures(()), runs)
        return [(each.rule.id, each.place) for each in found]

    assert ("finishes.fell", dale) in named(())
    assert named([run(frame, day) for day in RUNS]) == []
