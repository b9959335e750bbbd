"""The life table by hand, and against Kaplan and Meier's estimate."""

import numpy as np
import pytest
from simulated.authority import Simulated
from simulated.scenarios import STEADY

from pipeline.transform.forecast.life_table import life_table
from pipeline.transform.forecast.model import Learner
from pipeline.transform.forecast.outlook import look_ahead
from pipeline.transform.forecast.past import FAR, Past, weeks_of_work
from pipeline.transform.state import state_of
from pipeline.transform.tracker_rows import tracker_rows


def past_of(*plans, known=100, first=73):
    """Return a past of plans (start, end, team) in which every day holds a seventh of a week."""
    start, end, team = (np.array(column) for column in zip(*plans, strict=True))
    worked = np.arange(0, known + 60 - first + 2) / 7
    return Past(start, end, team, 2, first, known, worked)


def test_a_plan_is_at_risk_until_it_ends():
    """Weeks back end on days 100, 93, 86 and 79; the plan of day 60 ends on day 90."""
    table = life_table(past_of((60, 90, 0), (95, FAR, 1)))
    assert table.starts.tolist() == [[0, 1], [0, 0], [0, 0], [0, 0]]
    assert table.finishes[:, 0].sum(axis=1).tolist() == [0, 1, 0, 0]
    assert table.exposed[:, 0].sum(axis=1) == pytest.approx([0, 4 / 7, 1, 1])
    assert table.exposed[:, 1].sum(axis=1) == pytest.approx([5 / 7, 0, 0, 0])
    assert table.work == pytest.approx([1, 1, 1, 1])


def test_a_week_counts_at_the_age_at_which_it_begins():
    """At 12 days the first band (under 2 weeks), at 19 and 26 days the second."""
    table = life_table(past_of((60, 90, 0)))
    assert table.exposed[:, 0, :2] == pytest.approx(np.array([[0, 0], [0, 4 / 7], [0, 1], [1, 0]]))
    assert table.finishes[1, 0, 1] == 1


def test_a_plan_that_ends_on_the_day_it_starts_counts_once():
    table = life_table(past_of((93, 93, 0), (60, FAR, 0)))
    assert table.finishes.sum() == 1
    assert table.finishes[1, 0, 0] == 1


def test_a_day_off_holds_as_much_as_it_did():
    """28 days from a Monday: 5 starts each working day, 1 each day at the weekend: 27 in a week."""
    monday = int(np.datetime64("2024-01-08").astype(int))
    days = np.arange(28)
    events = np.repeat(monday + days, np.where(days % 7 < 5, 5, 1))
    working = np.busdaycalendar()
    worked = weeks_of_work(monday, monday + 34, events, monday + 27, working)
    assert np.diff(worked)[:7] == pytest.approx([5 / 27] * 5 + [1 / 27] * 2)
    assert worked[-1] == pytest.approx(5)


def test_the_rates_are_those_of_kaplan_and_meier():
    """An independent estimate, plan by plan: what share lasts 13 and 26 weeks."""
    authority = Simulated(STEADY, 103)
    origin = next(iter(authority.origins()))
    state, _ = state_of(origin.validated, authority.settings, origin.calendar)
    past = look_ahead(state, tracker_rows(state, origin.validated), ()).forecaster.past
    hazard = Learner(life_table(past), _all_recorded()).at(0).hazard
    mine = np.exp(-np.cumsum(hazard))
    for weeks in (13, 26):
        assert mine[weeks - 1] == pytest.approx(kaplan_meier(past, 7 * weeks), abs=0.03)


def kaplan_meier(past, until):
    """Return the share that lasts so many days; plans under way when the past begins come late."""
    age_in = np.maximum(past.first - 1 - past.start, 0)
    over = np.minimum(past.end, past.known)
    age_out = over - past.start
    ended = past.end <= past.known
    lasting = 1.0
    for age in range(1, until + 1):
        at_risk = ((age_in < age) & (age_out >= age)).sum()
        lasting *= 1 - (ended & (age_out == age) & (age_in < age)).sum() / at_risk
    return lasting


def _all_recorded():
    from pipeline.transform.forecast.late import Recorded

    return Recorded(np.ones(8), np.ones(8), told=True)
