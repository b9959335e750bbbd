"""The caseload is as large, as quick and as old as DfE's plan figures say."""

from collections import Counter
from datetime import date

import pytest

from pipeline.model.dates import add_months
from pipeline.setup.demo.caseload import Span, simulate
from pipeline.setup.demo.diary import Diary
from pipeline.setup.demo.organisation import organise

AS_AT = date(2026, 11, 3)


@pytest.fixture(scope="module")
def plans():
    """Start, end and team of each child's plan in an authority of 3,000 open plans."""
    organisation = organise(3, 3000, 4, 20, AS_AT)
    span = Span(AS_AT)
    episodes = simulate(3, 3000, organisation, Diary(span.first, span.last))
    return [
        (episode.start, end, episode.team.name)
        for episode in episodes
        for end in episode.ends
        if end >= span.covers_from
    ]


def still_open(plans):
    return [(start, team) for start, end, team in plans if end > AS_AT]


def test_the_span_covers_thirty_whole_months_before_the_month_of_the_extract():
    assert Span(AS_AT).covers_from == date(2024, 5, 1)


def test_about_as_many_plans_are_open_as_asked_for(plans):
    assert len(still_open(plans)) == pytest.approx(3000, rel=0.07)


def test_about_eighteen_plans_in_a_hundred_start_and_end_each_month(plans):
    months = [add_months(date(2025, 11, 1), n) for n in range(12)]
    starts = Counter(start.replace(day=1) for start, _, _ in plans)
    ends = Counter(end.replace(day=1) for _, end, _ in plans if end <= AS_AT)
    assert sum(starts[m] for m in months) / 12 / 3000 == pytest.approx(0.18, abs=0.025)
    assert sum(ends[m] for m in months) / 12 / 3000 == pytest.approx(0.18, abs=0.025)


def test_august_is_quiet(plans):
    starts = Counter(start.replace(day=1) for start, _, _ in plans)
    year = [starts[add_months(date(2025, 11, 1), n)] for n in range(12)]
    assert starts[date(2026, 8, 1)] < 0.9 * sum(year) / 12


def test_some_plans_are_past_nine_months_and_a_few_past_two_years(plans):
    starts = [start for start, _ in still_open(plans)]
    late = sum(add_months(start, 9) <= AS_AT for start in starts) / len(starts)
    old = sum(add_months(start, 24) <= AS_AT for start in starts) / len(starts)
    assert 0.14 < late < 0.26
    assert 0.01 < old < 0.06


def test_no_plan_ends_before_it_starts(plans):
    assert all(start < end for start, end, _ in plans)


def test_the_drifting_team_has_older_plans_and_the_improved_one_closes_more():
    organisation = organise(3, 3000, 4, 6, AS_AT)
    span = Span(AS_AT)
    episodes = simulate(3, 3000, organisation, Diary(span.first, span.last))
    stories = organisation.stories

    def median_age(drifting):
        ages = sorted(
            (AS_AT - e.start).days
            for e in episodes
            for end in e.ends
            if end > AS_AT and (e.team.name == stories.drifting) == drifting
        )
        return ages[len(ages) // 2]

    def closures(first, last):
        return sum(
            first <= end < last
            for e in episodes
            for end in e.ends
            if e.team.name == stories.improved
        )

    assert median_age(drifting=True) > 1.2 * median_age(drifting=False)
    since = closures(date(2026, 7, 1), date(2026, 11, 1))
    assert since > 1.3 * closures(date(2026, 3, 1), date(2026, 7, 1))


def test_children_have_obviously_invented_ids_each_their_own():
    organisation = organise(3, 300, 1, 2, AS_AT)
    span = Span(AS_AT)
    episodes = simulate(3, 300, organisation, Diary(span.first, span.last))
    families = {e.family: [c.id for c in e.children] for e in episodes}
    ids = [identity for children in families.values() for identity in children]
    assert len(ids) == len(set(ids))
    assert all((i[0] == "X" and len(i) == 7) or (i[0] == "0" and len(i) == 7) for i in ids)
    assert any(i[0] == "0" for i in ids)
