"""The trackers: their rows, what is wrong with them, and the workbooks they stand in."""

import io
from collections import Counter
from dataclasses import replace
from datetime import date

import pytest
from openpyxl import load_workbook

from pipeline.model.tables import TRACKER
from pipeline.model.terms import DECIDED, STAGES
from pipeline.setup.demo.case_weeks import meeting_days
from pipeline.setup.demo.tracker import tracker_rows
from pipeline.setup.demo.tracker_dirt import DEFAULT_HEADERS, Layout, choose_layout, spoil_tracker
from pipeline.setup.demo.tracker_row import TrackerRow
from pipeline.setup.demo.words import AWAITING, BARRIERS, STAGE_SYNONYMS
from pipeline.setup.demo.workbook import tracker_bytes

SEED = 5
AS_AT = date(2026, 11, 3)


@pytest.fixture(scope="module")
def trackers(invented):
    """The rows of each team's tracker, by team."""
    return {
        team: tracker_rows(team, invented.cases[team.name], AS_AT)
        for team in invented.organisation.teams
    }


def open_in(invented, team):
    return {
        child.id: course
        for course in invented.courses
        if course.team == team
        for child, end in zip(course.episode.children, course.episode.ends, strict=True)
        if end > AS_AT
    }


def test_most_open_plans_are_on_their_teams_tracker_but_not_all(invented, trackers):
    plans = [(t, child) for t in trackers for child in open_in(invented, t)]
    listed = {(t, row.child_id) for t, rows in trackers.items() for row in rows}
    share = len(listed & set(plans)) / len(plans)
    assert 0.85 < share < 0.99


def test_a_few_rows_are_of_children_who_have_no_open_plan_in_the_team(invented, trackers):
    rows = [(t, row.child_id) for t, rows in trackers.items() for row in rows]
    stray = [(t, child) for t, child in rows if child not in open_in(invented, t)]
    assert 0 < len(stray) < 0.1 * len(rows)


def test_a_case_awaits_its_first_meeting_until_the_team_has_heard_of_one(invented, trackers):
    heard = {team: meeting_days(SEED, team, AS_AT)[-1] for team in trackers}
    for team, rows in trackers.items():
        courses = open_in(invented, team)
        for row in rows:
            course = courses.get(row.child_id)
            if course is not None:
                meetings = course.meetings_by(heard[course.episode.team])
                assert (row.stage == AWAITING) == (not meetings)


def test_trackers_foresee_closures_better_than_chance(invented, trackers):
    soon, later = Counter(), Counter()
    for team, rows in trackers.items():
        courses = open_in(invented, team)
        for row in rows:
            course = courses.get(row.child_id)
            if course is not None:
                near = (course.episode.ends[0] - AS_AT).days <= 21
                (soon if near else later)[row.stage == DECIDED] += 1
    assert soon[True] / soon.total() > 4 * later[True] / later.total()


def test_nothing_is_discussed_in_the_future_or_before_the_plan(invented, trackers):
    for team, rows in trackers.items():
        courses = open_in(invented, team)
        for row in rows:
            if row.discussed is not None and row.child_id in courses:
                assert courses[row.child_id].episode.start <= row.discussed <= AS_AT


def test_the_drifting_teams_tracker_is_stale(invented, trackers):
    drifting = invented.organisation.stories.drifting
    latest = {t.name: max(r.discussed for r in rows if r.discussed) for t, rows in trackers.items()}
    assert (AS_AT - latest.pop(drifting)).days >= 35
    assert all((AS_AT - day).days < 7 for day in latest.values())


def clean_rows(count):
    row = TrackerRow("X100001", "Pat Example", STAGES[1], barrier="Housing", due=AS_AT)
    return [replace(row, child_id=f"X{100000 + n}") for n in range(count)]


def test_words_are_spoilt_in_a_few_rows_in_a_hundred():
    rows = clean_rows(1000)
    spoilt = spoil_tracker(SEED, 0, "Alder", rows)
    stages = Counter(row.stage for row in spoilt)
    assert 900 < stages[STAGES[1]] < 980
    assert stages.keys() & set(STAGE_SYNONYMS[STAGES[1]])
    assert any(isinstance(row.due, str) for row in spoilt)
    assert [r.practitioner for r in spoilt] == [r.practitioner for r in rows]


def test_numbers_lose_their_zeros_in_some_trackers():
    rows = [replace(row, child_id="0001234") for row in clean_rows(4)]
    kept = {spoil_tracker(SEED, 0, f"Team {n}", rows)[1].child_id == 1234 for n in range(20)}
    assert kept == {True, False}


def test_an_empty_tracker_stays_empty():
    assert [spoil_tracker(SEED, place, "Alder", []) for place in range(20)] == [[]] * 20


def test_a_child_stands_twice_in_some_trackers():
    spoilt = spoil_tracker(SEED, 1, "Alder", clean_rows(20))
    assert sorted(Counter(str(r.child_id).strip() for r in spoilt).values())[-2:] == [1, 2]


def workbook(rows, layout=None):
    return load_workbook(io.BytesIO(tracker_bytes(rows, layout or Layout(), AS_AT)), data_only=True)


def test_the_sheet_has_the_canonical_headers_frozen_and_typed_cells():
    sheet = workbook(clean_rows(2))["Tracker"]
    assert [cell.value for cell in sheet[1]] == [column.header for column in TRACKER.columns]
    assert sheet.freeze_panes == "B2"
    assert sheet["A2"].value == "X100000"
    assert sheet["H2"].value.date() == AS_AT
    assert sheet["H2"].number_format == "dd/mm/yyyy"


def test_lists_are_offered_and_another_word_is_only_warned_of():
    validations = workbook(clean_rows(2))["Tracker"].data_validations.dataValidation
    assert {str(v.sqref).split(":")[0] for v in validations} == {"C2", "D2"}
    assert {v.errorStyle for v in validations} == {"warning"}


def test_each_list_is_the_cells_of_the_summary_that_hold_its_words():
    book = workbook(clean_rows(2))
    for validation, words in zip(
        book["Tracker"].data_validations.dataValidation, (STAGES, tuple(BARRIERS)), strict=True
    ):
        cells = validation.formula1.removeprefix("Summary!")
        assert tuple(row[0].value for row in book["Summary"][cells]) == words


@pytest.mark.parametrize("place", range(14))
def test_the_summary_counts_what_excel_would_count(place):
    rows = [
        *clean_rows(3),
        TrackerRow("X2", "", DECIDED.upper(), barrier="housing"),
        TrackerRow("X3", "", f"{DECIDED} ", barrier="Weather"),
    ]
    layout = choose_layout(place, "Alder")
    content = tracker_bytes(rows, layout, AS_AT)
    summary = load_workbook(io.BytesIO(content), data_only=True)["Summary"]
    counts = {row[0].value: row[1].value for row in summary.iter_rows()}
    assert counts[STAGES[1]] == 3
    assert counts[DECIDED] == 1  # COUNTIF ignores case, not a space at the end
    assert counts["Housing"] == 4
    assert counts["Family engagement"] == 0
    formula = load_workbook(io.BytesIO(content))["Summary"]["B3"].value
    column = "ABCDEFGHIJK"[list(layout.headers).index("stage")]
    assert formula.startswith(f"=COUNTIF('{layout.sheet}'!${column}${layout.top + 2}:")


def test_teams_arrange_their_trackers_differently():
    layouts = [choose_layout(place, "Alder") for place in range(14)]
    assert any(layout.top == 3 for layout in layouts)
    assert any(layout.sheet != "Tracker" for layout in layouts)
    assert sum(layout.headers == DEFAULT_HEADERS for layout in layouts) >= 8
    moved = workbook(clean_rows(1), next(x for x in layouts if x.top == 3))["Tracker"]
    assert moved["A4"].value == "Child ID"
    assert moved["A5"].value == "X100000"


def test_the_workbook_says_it_was_made_on_the_as_at_date():
    assert workbook(clean_rows(1)).properties.created.date() == AS_AT
