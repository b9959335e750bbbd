"""One world seen at several dates: what a day knew, a later day knows too, and more."""

import csv
import io
from datetime import date, timedelta
from itertools import pairwise

import pytest

from pipeline.model.dates import add_months, read_date
from pipeline.setup.demo.extract import extract_rows
from pipeline.setup.demo.habits import tell_stories
from pipeline.setup.demo.tracker import tracker_rows
from pipeline.setup.demo.world import invent

AS_AT = date(2026, 11, 3)
RUNS = (date(2026, 8, 3), date(2026, 9, 3), date(2026, 10, 5), AS_AT)


def seen(world, day):
    """Return what the extract of a day says of each child's version: (child, start): row."""
    rows = extract_rows(world.seed, world.courses, world.span.covers_from, day, world.diary)
    return {(row["child_id"], row["plan_start"]): row for row in rows}


@pytest.fixture(scope="module")
def extracts(invented):
    return [seen(invented, day) for day in RUNS]


def test_the_runs_are_monthly_and_on_working_days(invented):
    assert invented.earlier(3) == list(RUNS[:3])
    assert invented.earlier(0) == []


def test_nothing_that_was_known_is_ever_unknown(extracts):
    for before, after in pairwise(extracts):
        assert before.keys() <= after.keys()
        ended = {key: row for key, row in before.items() if row["plan_end"]}
        assert all(after[key]["plan_end"] == row["plan_end"] for key, row in ended.items())


def test_nothing_is_known_before_it_happens(extracts):
    for day, extract in zip(RUNS, extracts, strict=True):
        for row in extract.values():
            assert read_date(row["plan_start"]) <= day
            assert row["plan_end"] == "" or read_date(row["plan_end"]) <= day


def test_a_few_ends_and_starts_are_learnt_of_weeks_late(extracts):
    for then, (before, after) in zip(RUNS, pairwise(extracts), strict=False):
        late = [
            key
            for key, row in before.items()
            if not row["plan_end"]
            and after[key]["plan_end"]
            and read_date(after[key]["plan_end"]) <= then
        ]
        assert 0 < len(late) < 0.06 * sum(not row["plan_end"] for row in before.values())
    late = [
        key
        for then, (before, after) in zip(RUNS, pairwise(extracts), strict=False)
        for key in after.keys() - before.keys()
        if read_date(key[1]) <= then
    ]
    assert late


def test_every_child_on_a_tracker_has_had_a_plan(invented):
    children = {
        child.id: course.episode.start
        for course in invented.courses
        for child in course.episode.children
    }
    for day in RUNS:
        for team in invented.organisation.teams:
            for row in tracker_rows(team, invented.cases[team.name], day):
                assert row.child_id in children


def on_trackers(world, day):
    return {
        (team.name, row.child_id): row
        for team in world.organisation.teams
        for row in tracker_rows(team, world.cases[team.name], day)
    }


def test_stages_move_on_and_now_and_then_back_and_actions_stand_or_change(invented):
    before, after = on_trackers(invented, RUNS[2]), on_trackers(invented, AS_AT)
    stages = [
        "Awaiting first CIN meeting",
        "Intervention underway",
        "Identified for potential closure",
        "Decided to close",
    ]
    both = before.keys() & after.keys()
    steps = [stages.index(after[k].stage) - stages.index(before[k].stage) for k in both]
    assert sum(step > 0 for step in steps) > sum(step < 0 for step in steps) > 0
    same = [k for k in both if before[k].action and before[k].action == after[k].action]
    assert 0.1 < len(same) / len(both) < 0.7


def test_a_day_is_seen_the_same_whenever_it_is_looked_at(invented):
    again = invent(5, 400, 2, 6, AS_AT)
    assert dict(again.known(RUNS[1])) == dict(invented.known(RUNS[1]))


def test_mistakes_stay_in_their_rows_from_month_to_month(invented):
    def without_id(day):
        files = dict(invented.known(day))
        (extract,) = [content for name, content in files.items() if "extracts" in name]
        rows = list(csv.reader(io.StringIO(extract.decode("cp1252"))))
        return {(row[1], row[2]) for row in rows[2:-2] if row[0] == ""}

    assert without_id(RUNS[2]) & without_id(AS_AT)


def test_each_story_is_of_a_team_of_its_own_and_the_smallest_authority_lacks_some():
    told = tell_stories([f"Team {n}" for n in range(14)], list("ABCD"))
    teams = [told.drifting, told.improved, told.prompted, told.promising, told.steady]
    assert len(set(teams)) == 5
    alone = tell_stories(["Team"], ["A"])
    assert (alone.drifting, alone.improved, alone.steady, alone.fallen) == ("Team", "", "", "")


@pytest.fixture(scope="module")
def large():
    """An authority large enough for the stories to stand out."""
    return invent(2, 1500, 4, 14, AS_AT)


def test_the_fallen_localitys_finishes_fell_by_a_third_or_more_and_stayed_down(large):
    ends = [
        end
        for course in large.courses
        if course.episode.team.locality == large.organisation.stories.fallen
        for end in course.episode.ends
    ]
    since = date(2026, 8, 1)
    before = sum(add_months(since, -12) <= end < since for end in ends) / 12
    months = [date(2026, 8, 1), date(2026, 9, 1), date(2026, 10, 1)]
    after = [sum(m <= end < add_months(m, 1) for end in ends) for m in months]
    assert max(after) < 0.67 * before


def within_two_days(world, team, first, last):
    days = [
        (read_date(row["plan_written"]) - read_date(row["cin_meeting"])).days
        for row in seen(world, last).values()
        if row["team"] == team and row["plan_written"] and row["cin_meeting"]
        if first <= read_date(row["cin_meeting"])
    ]
    return sum(0 <= gap <= 2 for gap in days) / len(days)


def test_the_prompted_team_writes_up_promptly_since_the_check_in_that_gave_time_for_it(large):
    team = large.organisation.stories.prompted
    before = within_two_days(large, team, date(2026, 5, 1), RUNS[0])
    after = within_two_days(large, team, date(2026, 9, 1), AS_AT)
    assert after > before + 0.25


def kept(world, team):
    """Return the share of closing dates, past since the run before, by which the plan had closed."""
    promised = [
        case.weeks.end <= row.planned_closure
        for before, after in pairwise(RUNS)
        for case in world.cases[team]
        if (row := case.row(next(t for t in world.organisation.teams if t.name == team), before))
        and isinstance(row.planned_closure, date)
        and before <= row.planned_closure < after
    ]
    return sum(promised) / len(promised)


def test_the_promising_teams_closing_dates_mostly_pass_and_the_steady_teams_hold(large):
    stories = large.organisation.stories
    assert kept(large, stories.promising) < 0.5
    assert kept(large, stories.steady) > 0.65


def test_the_long_plans_of_the_drifting_team_grew_although_their_review_was_agreed(large):
    def long_plans(day):
        return sum(
            course.episode.start <= day - timedelta(days=183) and end > day
            for course in large.courses
            if course.episode.team.name == large.organisation.stories.drifting
            for end in course.episode.ends
        )

    assert long_plans(AS_AT) >= long_plans(RUNS[0])
