"""What the agenda says: where to start, a line a case, and what cannot be known."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from pipeline import compose as step
from pipeline.model.agenda import AgendaCase, TeamAgenda
from pipeline.model.content import KeyFigures, Paragraph, Table, plain
from pipeline.model.measures import Figure, Figures
from pipeline.model.scopes import Scope
from pipeline.model.tracker_changes import RowToAdd, TrackerChanges
from pipeline.packs import find_packs, plan_documents

ALDER = Scope("team", "North Dale", "Alder")
NO_CHANGES = TrackerChanges()
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
    closing=date(2026, 6, 9),
    need="overdue",
    action_days=20,
    barrier="Housing",
    signoff="signed off",
    signoff_days=6,
    groups=("actions", "closure", "timescale"),
    too_soon=True,
    exempt=False,
)


def unread(agenda):
    return sum("stage" in case.groups for case in agenda.cases)


@pytest.fixture
def blocks(measures, settings):
    """Return what gives the blocks of Alder's agenda."""

    def compose(agenda, changes=NO_CHANGES):
        made = measures.figures
        counted = [
            Figure("agenda.cases", ALDER, name, value=float(number))
            for name, number in (("actions", 1), ("closure", 1), ("timescale", 1), ("stage", 1))
        ]
        counted += [
            Figure("agenda.in_group", ALDER, name, value=2.0)
            for name in ("closure", "challenges", "sign-off alone")
        ]
        counted += [Figure("agenda.in_group", ALDER, "stage", value=float(unread(agenda)))]
        counted += [
            Figure(name, ALDER, value=value)
            for name, value in (
                ("actions.overdue", float(sum(c.need == "overdue" for c in agenda.cases))),
                ("actions.due_soon", float(sum(c.need == "due" for c in agenda.cases))),
                ("plans.out_of_timescale", 41.0),
                ("reconcile.not_on_tracker", 30.0 * sum(not row.new for row in changes.to_add)),
                ("reconcile.new_plans", 5.0),
            )
        ]
        coming = made.windowed("closures.fortnight", ALDER)
        counted.append(
            replace(coming, value=float(any("Decided" in c.stage for c in agenda.cases)), note="")
        )
        keys = {figure.key for figure in counted}
        figures = Figures([*(f for f in made if f.key not in keys), *counted])
        filled = replace(
            measures,
            figures=figures,
            agendas={"Alder": agenda},
            tracker_changes={"Alder": changes},
        )
        spec = tuple(each for each in find_packs() if each.name == "icm_agenda")
        planned = plan_documents(spec, settings, only_teams=("Alder",))
        ((_, content),), _ = step.compose(filled, planned, raise_faults=True)
        return [block for section in content.sections for block in section.blocks]

    return compose


@pytest.fixture
def said(blocks):
    """Return what gives the lines of Alder's agenda, and its tables."""

    def compose(agenda, *changes):
        made = blocks(agenda, *changes)
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

    def compose(agenda, *changes):
        (held,) = [block for block in blocks(agenda, *changes) if isinstance(block, KeyFigures)]
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
        ({"stage": "Not recognised"}, "Not recognised"),
    ],
)
def test_each_cell_says_what_there_is(said, change, cell):
    _, rows = said(TeamAgenda((replace(CASE, **change),), COLUMNS, knows_past=True))
    assert cell in rows[1]


def test_cases_that_need_nothing_are_listed_by_id_in_one_paragraph(said):
    idle = replace(CASE, groups=(), need="", too_soon=False)
    done = replace(idle, child_id="X2", signoff="", signoff_days=None)
    lines, rows = said(TeamAgenda((idle, done), COLUMNS, knows_past=True))
    assert rows == []
    assert lines == ["Nothing to do: X2. Outside the meeting: plan to sign off (X1)."]


def many(number, need="overdue", **change):
    return tuple(
        replace(
            CASE,
            child_id=f"{need}{n}",
            due=date(2026, 4, 1) + timedelta(days=n),
            need=need,
            **change,
        )
        for n in range(number)
    )


def test_when_overdue_actions_alone_fill_the_half_hour_it_says_up_to_when(said):
    lines, _ = said(TeamAgenda(many(60), COLUMNS, knows_past=True))
    assert lines[0] == (
        "30 minutes reach 15 cases at two minutes each. Start with the longest overdue, those that "
        "were due by 15 Apr 2026."
    )


def test_when_few_are_overdue_it_says_what_comes_next(said):
    lines, _ = said(
        TeamAgenda((*many(1), *many(16, "due"), *many(3, "missing")), COLUMNS, knows_past=True)
    )
    assert lines[0] == (
        "30 minutes reach 15 cases at two minutes each. Start with the 1 overdue, then the 16 due by "
        "5 June, as far as time allows. Missing actions and dates can go in beforehand."
    )


def test_cases_that_fit_the_half_hour_need_no_word_on_where_to_start(said):
    lines, _ = said(TeamAgenda(many(15), COLUMNS, knows_past=True))
    assert not any(line.startswith("30 minutes") for line in lines)


def test_the_tiles_tell_all_of_a_group_and_what_is_not_listed_before(tiles):
    told = tiles(TeamAgenda((*many(3), *many(2, "due")), COLUMNS, knows_past=True))
    assert told["actions to settle"][1] == "3 overdue, 2 due soon"
    assert told["out of timescale"] == ("41", "1 not listed before")
    assert told["approaching closure"] == ("2", "1 not listed before")
    assert told["not for this meeting"][1] == "2 with a sign-off to do"
    assert "stage to agree" not in told


ROW = RowToAdd("X7", "A Worker", date(2026, 1, 5), new=False)


def test_plans_without_a_row_count_apart_from_those_too_new_to_need_one(tiles, said):
    agenda, changes = TeamAgenda((CASE,), COLUMNS, knows_past=True), TrackerChanges((ROW,))
    assert tiles(agenda, changes)["to add to the tracker"] == ("30", "5 more too new yet")
    lines, _ = said(agenda, changes)
    assert lines[0].startswith("30 rows to add; 5 more are too new to need one yet. The longest")


def test_there_is_nothing_to_add_where_all_plans_without_a_row_are_new(tiles, said):
    agenda, changes = TeamAgenda((CASE,), COLUMNS), TrackerChanges((replace(ROW, new=True),))
    assert tiles(agenda, changes)["to add to the tracker"] == ("0", "5 too new yet")
    lines, _ = said(agenda, changes)
    assert lines[0] == (
        "Nothing to add: 5 open plans without a row are too new to need one yet. The longest open "
        "first, each with the plan’s start."
    )


def test_a_stage_that_is_not_recognised_is_to_be_agreed(tiles, said):
    odd = replace(CASE, stage="Not recognised", groups=("stage",), need="", too_soon=False)
    agenda = TeamAgenda((odd,), COLUMNS, knows_past=True)
    assert tiles(agenda)["stage to agree"] == ("1", "")
    lines, rows = said(agenda)
    assert any("What the tracker says is not one of the four stages." in line for line in lines)
    assert rows[0][3] == "Not recognised"


def test_closures_have_the_date_that_they_are_sorted_by(said):
    case = replace(CASE, groups=("closure", "timescale"), need="")
    _, rows = said(TeamAgenda((case,), COLUMNS, knows_past=True))
    assert rows[0][7:9] == ["1 May", "9 Jun"]


def test_the_closures_of_the_fortnight_are_named_wherever_they_stand(said):
    """They are those that the check-in counts: decided, and dated from its day on."""
    decided = replace(CASE, stage="Decided to close", closing=date(2026, 6, 9))
    others = (
        replace(decided, child_id="X2", closing=date(2026, 5, 1)),
        replace(decided, child_id="X3", closing=None),
        replace(CASE, child_id="X4"),
    )
    lines, _ = said(TeamAgenda((decided, *others), COLUMNS, knows_past=True))
    (line,) = [line for line in lines if " to close from " in line]
    assert line.endswith(": X1.")


def test_the_key_over_the_first_table_explains_the_marks_in_use(said):
    late = replace(CASE, groups=("actions", "timescale"), too_soon=False, child_id="X2")
    lines, _ = said(TeamAgenda((late, replace(late, groups=("actions",))), COLUMNS))
    (line,) = [line for line in lines if "Also: " in line]
    assert line.endswith("Also: T out of timescale.")


def test_an_exempt_case_is_marked_so_that_its_long_time_open_is_no_error(said):
    case = replace(CASE, groups=("actions",), too_soon=False, exempt=True)
    lines, rows = said(TeamAgenda((case,), COLUMNS, knows_past=True))
    assert rows[1][-1] == "E"
    assert any("E exempt from the timescale" in line for line in lines)


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
