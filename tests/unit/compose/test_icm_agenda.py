"""What the agenda says: half an hour shared out, a line a case, and what cannot be known."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from pipeline import compose as step
from pipeline.compose.agenda_minutes import minutes_each
from pipeline.model.agenda import AgendaCase, TeamAgenda
from pipeline.model.content import KeyFigures, Paragraph, Table, plain
from pipeline.model.measures import Figure, Figures
from pipeline.model.scopes import Scope
from pipeline.model.tracker_changes import TrackerChanges
from pipeline.packs import find_packs, plan_documents

ALDER = Scope("team", "North Dale", "Alder")
COLUMNS = frozenset({"child_id", "stage", "action", "due", "owner", "barrier"})
CASE = AgendaCase(
    child_id="X1",
    practitioner="A Worker",
    start=date(2025, 8, 1),
    months_open=9,
    stage="Identified for potential closure",
    stage_days=50,
    action="Final visit",
    previous_action="",
    owner="A Worker",
    due=date(2026, 5, 1),
    need="overdue",
    action_days=20,
    barrier="Housing",
    signoff="signed off",
    signoff_days=6,
    groups=("actions", "closure", "timescale"),
    too_soon=True,
)


@pytest.mark.parametrize(
    ("cases", "minutes"),
    [
        ({"a": 60}, {"a": 30}),
        ({"a": 30, "b": 30}, {"a": 15, "b": 15}),
        ({"a": 59, "b": 1}, {"a": 29, "b": 1}),
        ({"a": 2, "b": 1, "c": 0}, {"a": 20, "b": 10}),
        ({"a": 0}, {}),
        ({}, {}),
    ],
)
def test_the_half_hour_is_shared_out_by_cases(cases, minutes):
    assert minutes_each(cases) == minutes


@pytest.mark.parametrize("most", [1, 7, 50, 400])
def test_no_minute_is_lost_or_added(most):
    for other in range(most):
        assert sum(minutes_each({"a": most, "b": other, "c": 3}).values()) == 30


@pytest.fixture
def blocks(measures, settings):
    """Return what gives the blocks of Alder's agenda."""

    def compose(agenda):
        made = measures.figures
        counted = [
            Figure("agenda.cases", ALDER, name, value=float(number))
            for name, number in (("actions", 1), ("closure", 1), ("timescale", 1), ("to add", 0))
        ]
        counted += [
            Figure("agenda.in_group", ALDER, name, value=2.0)
            for name in ("closure", "challenges", "sign-off alone")
        ]
        counted += [
            Figure(name, ALDER, value=value)
            for name, value in (
                ("actions.overdue", float(len(agenda.cases))),
                ("plans.out_of_timescale", 41.0),
            )
        ]
        keys = {figure.key for figure in counted}
        figures = Figures([*(f for f in made if f.key not in keys), *counted])
        filled = replace(
            measures,
            figures=figures,
            agendas={"Alder": agenda},
            tracker_changes={"Alder": TrackerChanges()},
        )
        spec = tuple(each for each in find_packs() if each.name == "icm_agenda")
        planned = plan_documents(spec, settings, only_teams=("Alder",))
        ((_, content),), _ = step.compose(filled, planned, raise_faults=True)
        return [block for section in content.sections for block in section.blocks]

    return compose


@pytest.fixture
def said(blocks):
    """Return what gives the lines of Alder's agenda, and its tables."""

    def compose(agenda):
        made = blocks(agenda)
        lines = [plain(block.words) for block in made if isinstance(block, Paragraph)]
        rows = [
            [plain(cell.words) for cell in row.cells]
            for block in made
            if isinstance(block, Table)
            for row in block.rows
        ]
        return lines, rows

    return compose


@pytest.fixture
def tiles(blocks):
    """Return what gives the figure and the words under it of each tile, by its label."""

    def compose(agenda):
        (held,) = [block for block in blocks(agenda) if isinstance(block, KeyFigures)]
        return {
            each.label: (plain(each.figure), plain(each.direction).replace("\xa0", " "))
            for each in held.items
        }

    return compose


def test_a_case_is_a_line_with_its_marks(said):
    _, rows = said(TeamAgenda((CASE,), COLUMNS, knows_past=True))
    assert rows[0] == ["Overdue: 1"]
    assert rows[1] == [
        "X1",
        "A Worker",
        "9",
        "Identified",
        "7+",
        "Final visit",
        "practitioner",
        "1 May",
        "Housing",
        "sign off 6 d",
        "CTS",
    ]


def test_without_a_past_no_time_in_stage_is_shown_and_it_is_said(said):
    lines, rows = said(TeamAgenda((replace(CASE, stage_days=None),), COLUMNS))
    assert "7+" not in rows[1]
    assert len(rows[1]) == 10
    assert any(line.startswith("Not known yet: no earlier run") for line in lines)


@pytest.mark.parametrize(
    ("change", "cell"),
    [
        ({"action": "", "previous_action": "Chase housing"}, "was: Chase housing"),
        ({"owner": ""}, "no owner"),
        ({"owner": "Health visitor"}, "Health visitor"),
        ({"due": date(2025, 12, 31)}, "31 Dec 25"),
        ({"signoff": "", "signoff_days": None}, ""),
        ({"signoff_days": None}, "sign off"),
        ({"stage": "Not recognised"}, "Unclear"),
    ],
)
def test_each_cell_says_what_there_is(said, change, cell):
    _, rows = said(TeamAgenda((replace(CASE, **change),), COLUMNS, knows_past=True))
    assert cell in rows[1]


def test_a_case_that_needs_nothing_is_listed_by_id_with_its_sign_off(said):
    idle = replace(CASE, groups=(), need="", too_soon=False)
    done = replace(idle, child_id="X2", signoff="", signoff_days=None)
    lines, rows = said(TeamAgenda((idle, done), COLUMNS, knows_past=True))
    assert rows == []
    assert lines[:2] == [
        "Nothing to do: X2.",
        "Outside the meeting, the plan is to be signed off: X1.",
    ]


def test_more_cases_than_minutes_say_where_to_start(said):
    many = tuple(
        replace(CASE, child_id=f"X{n}", due=date(2026, 4, 1) + timedelta(days=n)) for n in range(60)
    )
    lines, _ = said(TeamAgenda(many, COLUMNS, knows_past=True))
    assert lines[0] == "Actions due or overdue: 60 overdue, the longest first."
    assert lines[1].startswith("30 minutes don’t hold them all. Start with the longest overdue: ")
    assert "10 minutes, one a case, reach those due by 10 Apr 2026." in lines[1]


def test_cases_that_fit_the_half_hour_need_no_word_on_where_to_start(said):
    lines, _ = said(TeamAgenda((CASE,), COLUMNS, knows_past=True))
    assert not any("minutes don’t hold" in line for line in lines)


def test_the_tiles_tell_all_of_a_group_and_what_is_not_listed_before(tiles):
    told = tiles(TeamAgenda((CASE,), COLUMNS, knows_past=True))
    assert told["out of timescale"] == ("41", "1 not listed before, about 10 min")
    assert told["approaching closure"] == ("2", "1 not listed before, about 10 min")
    assert told["not for this meeting"][1] == "2 with a sign-off step to do"


def test_the_marks_are_explained_over_the_first_table(said):
    lines, _ = said(TeamAgenda((CASE,), COLUMNS, knows_past=True))
    (line,) = [line for line in lines if "C approaching closure" in line]
    assert line.startswith("1 case. The longest overdue first. Also: ")


def test_the_prompt_on_closing_too_soon_names_the_child(said):
    lines, _ = said(TeamAgenda((CASE,), COLUMNS, knows_past=True))
    assert (
        "Is it too soon to close? A child protection plan ended less than 3 months ago: X1."
        in lines
    )


def test_columns_that_the_tracker_lacks_are_named(said):
    lines, _ = said(TeamAgenda((CASE,), COLUMNS - {"due", "owner"}, knows_past=True))
    assert any("The tracker has no Due date and Action owner" in line for line in lines)


def test_a_team_without_a_tracker_has_no_agenda_and_is_told_why(said):
    lines, rows = said(TeamAgenda(why_not="no tracker for Alder"))
    assert lines == ["There is no agenda: no tracker for Alder."]
    assert rows == []


def test_the_column_of_ids_is_as_wide_as_the_longest_in_any_group(measures, settings):
    from pipeline.compose.agenda_cases import case_table
    from pipeline.compose.subject import Subject

    spec = tuple(each for each in find_packs() if each.name == "icm_agenda")
    (document,) = plan_documents(spec, settings, only_teams=("Alder",))
    long = replace(CASE, child_id="X" * 16)
    subject = Subject(measures, document)
    widths = [
        case_table(subject, TeamAgenda(cases, COLUMNS), (shown,), "").columns[0].width
        for cases, shown in (
            ((CASE,), replace(CASE, groups=("closure",))),
            ((CASE, long), replace(CASE, groups=("closure",))),
        )
    ]
    assert widths[1] > 2 * widths[0]
