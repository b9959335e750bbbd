"""Which series are judged, over which months, and what stands in the figures for it."""

from datetime import date, timedelta

import pytest
from spec.given import LOCALITIES, measures_of, read_calendar, read_settings, validated_of

from pipeline.model.dates import add_months
from pipeline.model.scopes import AUTHORITY, Scope, teams
from pipeline.model.settings import Recalculation, VariationRules
from pipeline.transform import transform

FIRST = date(2025, 1, 1)
COVERED = {"covers from": "01/01/2025"}
NORTH, SOUTH = (Scope("locality", name) for name in LOCALITIES)
UP_AND_DOWN = [18, 22] * 8


def plans(starts=UP_AND_DOWN, team="Alder", end=""):
    """Return so many plans that start in each month from January 2025 on."""
    return [
        {
            "child": f"{team}{month}x{n}",
            "start": f"{add_months(FIRST, month) + timedelta(days=n % 28):%d/%m/%Y}",
            "end": end,
            "outcome": "closed",
            "team": team,
        }
        for month, count in enumerate(starts)
        for n in range(count)
    ]


def test_starts_of_a_place_are_judged_over_its_complete_months():
    found = measures_of({"Extract": plans()}, COVERED).variation["plans.starts", NORTH]
    assert found.windows[0] == "2025-01"
    assert found.windows[-1] == "2026-04"  # the as-at date is 29 May 2026
    assert found.values == tuple(map(float, UP_AND_DOWN))
    (limits,) = found.limits
    assert (limits.centre, limits.lower, limits.upper) == pytest.approx((20, 9.36, 30.64))
    assert found.signals == ()


def test_its_limits_are_rows_of_the_months_for_which_they_hold():
    figures = measures_of({"Extract": plans()}, COVERED).figures
    for measure, value in (("centre", 20), ("lower", 9.36), ("upper", 30.64)):
        window = "2025-01-01/2026-04-30"
        found = figures.get(f"variation.{measure}", NORTH, "plans.starts", window)
        assert found.value == pytest.approx(value)


def test_the_authority_and_localities_are_judged_and_teams_are_not():
    varies = measures_of({"Extract": plans()}, COVERED).variation
    assert {scope for _, scope in varies} == {AUTHORITY, NORTH, SOUTH}
    assert not {scope for _, scope in varies} & set(teams(read_settings({})))
    assert varies["plans.starts", SOUTH].why_not.startswith("too few to judge")


def test_what_can_t_be_judged_says_why_in_its_rows():
    found = measures_of({"Extract": plans()}, COVERED).figures
    row = found.get("variation.centre", SOUTH, "plans.starts")
    assert row.note == "not supplied: too few to judge: on average there are fewer than 3"


def test_a_month_that_the_extract_knows_in_part_is_left_out():
    options = COVERED | {"extract date": "20/04/2026"}
    found = measures_of({"Extract": plans()}, options).variation["plans.starts", NORTH]
    assert found.windows[-1] == "2026-03"


def test_finishes_that_are_not_known_are_not_judged():
    options = COVERED | {"format": "annex_a"}
    found = measures_of({"Extract": plans()}, options).variation["plans.finishes", NORTH]
    assert found.why_not.startswith("not supplied")
    assert found.values == ()


def test_a_low_latest_month_of_starts_is_provisional():
    starts = [25, 23] * 7 + [25, 4]
    found = measures_of({"Extract": plans(starts)}, COVERED).variation["plans.starts", NORTH]
    assert (found.latest.kind, found.latest.direction) == ("outside", "down")
    assert found.latest.provisional


def varying(*changes):
    settings = read_settings(COVERED)
    rules = VariationRules(recalculate=changes)
    starts = [18, 22] * 4 + [38, 42] * 4
    validated = validated_of({"Extract": plans(starts)}, COVERED)
    given = settings.model_copy(update={"variation": rules})
    return transform(validated, given, read_calendar(COVERED)).variation


def test_limits_begin_anew_with_the_month_of_a_named_cause():
    found = varying(Recalculation(since=date(2025, 9, 17), cause="New front door"))
    for scope in (AUTHORITY, NORTH):
        first, second = found["plans.starts", scope].limits
        assert (first.last, first.centre, first.cause) == (7, 20, "")
        assert (second.first, second.centre, second.cause) == (8, 40, "New front door")


def test_a_cause_of_other_localities_changes_nothing_here():
    change = Recalculation(since=date(2025, 9, 1), cause="A team moved", localities=("South Vale",))
    found = varying(change)
    for scope in (AUTHORITY, NORTH):
        assert len(found["plans.starts", scope].limits) == 1


def test_two_causes_in_a_month_are_both_named():
    changes = [Recalculation(since=date(2025, 9, n), cause=f"Cause {n}") for n in (1, 30)]
    assert varying(*changes)["plans.starts", NORTH].limits[1].cause == "Cause 1; Cause 30"
