"""Which meeting a run prepares, and which packs are due."""

from datetime import date

import pytest

from pipeline.errors import WrongConfig, WrongUsage
from pipeline.meetings import (
    documents_due,
    first_meeting,
    meeting_days,
    packs_due,
    run_calendar,
    run_out,
)
from pipeline.model.meeting_rules import read_meeting_rule
from pipeline.model.scopes import AUTHORITY, Scope
from pipeline.model.settings import MeetingRule, Settings
from pipeline.packs import find_packs, plan_documents


def settings(**meetings):
    return Settings.model_validate(
        {
            "authority": {"name": "Exampleshire"},
            "localities": [
                {"name": "North Dale", "teams": [{"name": "Alder"}]},
                {"name": "South Dale", "teams": [{"name": "Birch"}]},
            ],
            "meetings": meetings,
        }
    )


def days(rule, start, count=3, dates=()):
    found = meeting_days(MeetingRule(rule=rule, dates=dates), start)
    return [day.isoformat() for day, _ in zip(found, range(count), strict=False)]


NORTH = Scope("locality", "North Dale")


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("first Monday", ["2026-06-01", "2026-07-06", "2026-08-03"]),
        ("second Tuesday", ["2026-06-09", "2026-07-14", "2026-08-11"]),
        ("third wednesday", ["2026-06-17", "2026-07-15", "2026-08-19"]),
        ("4th Thursday of the month", ["2026-06-25", "2026-07-23", "2026-08-27"]),
        ("the last  Friday of each month", ["2026-05-29", "2026-06-26", "2026-07-31"]),
        ("last Sunday", ["2026-05-31", "2026-06-28", "2026-07-26"]),
        ("every Monday", ["2026-06-01", "2026-06-08", "2026-06-15"]),
        ("Every Friday", ["2026-05-29", "2026-06-05", "2026-06-12"]),
    ],
)
def test_a_rule_gives_its_days_from_the_as_at_date_on(rule, expected):
    assert days(rule, date(2026, 5, 29)) == expected


@pytest.mark.parametrize(
    "rule",
    ["fifth Monday", "second", "Tuesday", "second Tuesdays", "every other Monday", "monthly"],
)
def test_another_rule_is_refused_with_what_can_be_written(rule):
    with pytest.raises(ValueError, match="second Tuesday"):
        read_meeting_rule(rule)


@pytest.mark.parametrize("year", range(2024, 2030))
@pytest.mark.parametrize("rule", ["first Monday", "fourth Sunday", "last Saturday"])
def test_a_monthly_rule_gives_one_day_in_every_month(rule, year):
    found = list(read_meeting_rule(rule).between(date(year, 1, 1), date(year, 12, 31)))
    assert [day.month for day in found] == list(range(1, 13))


def test_a_listed_date_takes_the_place_of_the_rules_day_in_its_month():
    listed = (date(2026, 7, 16), date(2026, 6, 4))
    assert days("second Tuesday", date(2026, 5, 29), dates=listed) == [
        "2026-06-04",
        "2026-07-16",
        "2026-08-11",
    ]


def test_a_listed_date_that_is_past_still_stands_for_its_month():
    listed = (date(2026, 6, 2),)
    assert days("second Tuesday", date(2026, 6, 3), 1, listed) == ["2026-07-14"]


def test_a_weekly_meeting_moves_within_its_week():
    listed = (date(2026, 6, 3),)
    assert days("every Monday", date(2026, 5, 29), dates=listed) == [
        "2026-06-03",
        "2026-06-08",
        "2026-06-15",
    ]


def test_listed_dates_alone_end_with_the_last_one():
    listed = (date(2026, 6, 3), date(2027, 6, 3), date(2026, 1, 1))
    assert days("", date(2026, 5, 29), dates=listed) == ["2026-06-03", "2027-06-03"]


def test_each_scope_has_its_first_meeting_on_or_after_the_as_at_date():
    calendar = run_calendar(
        settings(
            olt={"rule": "first Thursday"},
            locality={"rule": "second Tuesday"},
            localities={"South Dale": {"dates": ["29/05/2026", "03/06/2026"]}},
        ),
        date(2026, 5, 29),
        None,
    )
    north, south = calendar.meeting(NORTH), calendar.meeting(Scope("team", "South Dale", "Birch"))
    assert (calendar.meeting(AUTHORITY).date, calendar.meeting(AUTHORITY).next) == (
        date(2026, 6, 4),
        date(2026, 7, 2),
    )
    assert (north.date, north.next, north.planned) == (date(2026, 6, 9), date(2026, 7, 14), True)
    assert (south.date, south.next) == (date(2026, 5, 29), date(2026, 6, 3))


def test_without_a_calendar_the_meeting_is_the_as_at_date_and_the_next_a_month_on():
    meeting = run_calendar(settings(), date(2026, 1, 31), None).meeting(NORTH)
    assert (meeting.date, meeting.next, meeting.planned) == (
        date(2026, 1, 31),
        date(2026, 2, 28),
        False,
    )


def test_after_the_last_listed_date_the_next_meeting_is_a_month_on():
    meeting = run_calendar(
        settings(locality={"dates": ["03/06/2026"]}), date(2026, 5, 29), None
    ).meeting(NORTH)
    assert (meeting.date, meeting.next) == (date(2026, 6, 3), date(2026, 7, 3))


def test_the_meeting_asked_for_is_everyones():
    calendar = run_calendar(
        settings(locality={"rule": "second Tuesday"}), date(2026, 5, 29), date(2026, 6, 2)
    )
    assert calendar.meeting(AUTHORITY).date == date(2026, 6, 2)
    assert calendar.meeting(AUTHORITY).next == date(2026, 7, 2)
    assert calendar.meeting(NORTH).next == date(2026, 6, 9)
    assert calendar.meeting(NORTH).planned


def test_a_meeting_before_the_as_at_date_is_wrong_usage():
    with pytest.raises(WrongUsage, match="before the as-at date"):
        run_calendar(settings(), date(2026, 5, 29), date(2026, 5, 28))


MONTHLY = settings(olt={"rule": "first Thursday"}, locality={"rule": "second Tuesday"})


@pytest.mark.parametrize(
    ("today", "due"),
    [
        (
            date(2026, 6, 1),
            [
                "",
            ],
        ),
        (date(2026, 6, 2), ["", "North Dale", "South Dale"]),
        (date(2026, 6, 4), ["", "North Dale", "South Dale"]),
        (date(2026, 6, 5), ["North Dale", "South Dale"]),
        (date(2026, 6, 9), ["North Dale", "South Dale"]),
        (date(2026, 6, 10), []),
    ],
)
def test_a_pack_is_due_from_five_working_days_before_its_meeting_to_its_day(today, due):
    now, later = packs_due(MONTHLY, (), today)
    assert [found.locality for found in now] == due
    assert {found.locality for found in later} == {"", "North Dale", "South Dale"}


def test_bank_holidays_are_no_working_days():
    olt = settings(olt={"dates": ["28/05/2026"]})
    (due,), later = packs_due(olt, (), date(2026, 5, 21))
    assert due.due_from == date(2026, 5, 20)  # Monday 25 May is a bank holiday
    assert later == ()


def test_authority_packs_are_the_olts_and_the_others_each_localitys():
    now, _ = packs_due(MONTHLY, find_packs(), date(2026, 6, 3))
    assert {spec.scope for spec in now[0].packs} == {"authority"}
    assert now[1].packs
    assert {spec.scope for spec in now[1].packs} <= {"locality", "team"}


def test_the_next_ones_come_in_order_of_date():
    _, later = packs_due(MONTHLY, (), date(2026, 6, 10))
    assert [(found.locality, found.meeting) for found in later] == [
        ("", date(2026, 7, 2)),
        ("North Dale", date(2026, 7, 14)),
        ("South Dale", date(2026, 7, 14)),
    ]


def test_without_any_meeting_nothing_can_be_due():
    with pytest.raises(WrongConfig, match="No meeting dates are set"):
        packs_due(settings(), (), date(2026, 6, 1))


def test_documents_due_are_those_of_the_meetings_at_hand():
    planned = plan_documents(find_packs(), MONTHLY)
    due = documents_due(planned, MONTHLY, date(2026, 6, 8))
    assert {document.scope.locality for document in due} == {"North Dale", "South Dale"}
    assert documents_due(planned, MONTHLY, date(2026, 6, 10)) == ()


def test_the_first_meeting_of_a_scope_can_be_asked_for():
    assert first_meeting(MONTHLY, "", date(2026, 6, 5)) == date(2026, 7, 2)
    assert first_meeting(settings(), "North Dale", date(2026, 6, 5)) is None


def test_a_listed_calendar_runs_out_after_its_last_date_and_says_where_it_stands():
    calendars = settings(
        olt={"dates": ["04/06/2026"]},
        locality={"dates": ["09/06/2026", "02/06/2026"]},
        localities={"South Dale": {"dates": ["03/06/2026"]}},
    )
    assert run_out(calendars, date(2026, 6, 3)) == ()
    assert [
        (end.localities, end.key, end.last) for end in run_out(calendars, date(2026, 6, 10))
    ] == [
        (("",), ("meetings", "olt"), date(2026, 6, 4)),
        (("North Dale",), ("meetings", "locality"), date(2026, 6, 9)),
        (("South Dale",), ("meetings", "localities", "South Dale"), date(2026, 6, 3)),
    ]


def test_localities_that_share_a_calendar_run_out_together():
    (end,) = run_out(settings(locality={"dates": ["09/06/2026"]}), date(2026, 6, 10))
    assert end.localities == ("North Dale", "South Dale")


def test_a_rule_never_runs_out():
    rule = {"rule": "second Tuesday", "dates": ["09/06/2026"]}
    assert run_out(settings(locality=rule), date(2027, 6, 10)) == ()
