"""CIN meetings, plan versions and sign-offs follow one another as they do in practice."""

from datetime import date, timedelta

import pytest

from pipeline.setup.demo.dice import Dice
from pipeline.setup.demo.habits import Habits
from pipeline.setup.demo.meetings import version_end
from pipeline.setup.demo.signoffs import SignOff, sign_off


def test_meetings_are_on_working_days_in_order_and_not_in_the_future(invented):
    working = set(invented.diary.days)
    for course in invented.courses:
        assert list(course.meetings) == sorted(set(course.meetings))
        assert set(course.meetings) <= working
        assert all(course.episode.start < day <= invented.span.as_at for day in course.meetings)


def test_every_version_begins_at_the_start_or_at_a_meeting(invented):
    for course in invented.courses:
        first, *others = course.versions
        assert first.start == course.episode.start
        assert {version.start for version in others} <= set(course.meetings)


def test_some_plans_have_several_versions_and_some_change_team(invented):
    several = [c for c in invented.courses if len(c.versions) > 1]
    assert len(several) > 0.15 * len(invented.courses)
    assert any(c.team != c.episode.team for c in several)


def test_a_version_ends_at_most_a_week_before_the_next_begins(invented):
    following = next(c.versions[1] for c in invented.courses if len(c.versions) > 1)
    dice = Dice(1, "gaps")
    gaps = {following.start - version_end(dice, following) for _ in range(300)}
    assert min(gaps) == timedelta(0)
    assert timedelta(0) < max(gaps) <= timedelta(days=7)


def outcomes(invented, habits=Habits()):  # noqa: B008 - frozen
    meetings = (date(2026, 8, 10), date(2026, 9, 21))
    today = date(2026, 11, 3)
    return [
        sign_off(n, "F1/1", meetings, habits=habits, today=today, diary=invented.diary)
        for n in range(2000)
    ]


def test_most_plans_are_written_signed_and_sent_in_that_order(invented):
    done = [s for s in outcomes(invented) if None not in (s.written, s.signed, s.sent)]
    in_order = [s for s in done if s.meeting <= s.written <= s.signed <= s.sent]
    assert len(in_order) / 2000 > 0.75


def test_nothing_is_signed_off_in_the_future(invented):
    days = [d for s in outcomes(invented) for d in (s.written, s.signed, s.sent) if d]
    assert max(days) <= date(2026, 11, 3)


def test_some_sign_offs_are_stale_and_some_lack_a_step(invented):
    found = outcomes(invented)
    stale = [s for s in found if s.written and s.written < s.meeting]
    gaps = [s for s in found if s.sent and (s.written is None or s.signed is None)]
    assert 0.01 < len(stale) / 2000 < 0.06
    assert 0.005 < len(gaps) / 2000 < 0.05


def test_before_the_first_meeting_there_is_nothing_to_sign_off(invented):
    none = sign_off(1, "F1/1", (), habits=Habits(), today=date(2026, 11, 3), diary=invented.diary)
    assert none == SignOff()


@pytest.mark.parametrize("share", [0.0, 1.0])
def test_habits_decide_how_many_plans_are_never_written_up(invented, share):
    found = outcomes(invented, Habits(not_written=share))
    fresh = [s for s in found if s.written is None or s.written >= s.meeting]
    unwritten = sum(s.written is None and s.signed is None for s in fresh)
    assert unwritten == (len(fresh) if share else 0)
