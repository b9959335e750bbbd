"""What the agenda says: where to start, a line a case, and what cannot be known."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from pipeline import compose as step
from pipeline.model.agenda import AgendaCase, TeamAgenda
from pipeline.model.content import Bullets, KeyFigures, Paragraph, Table, plain
from pipeline.model.measures import Figure, Figures
from pipeline.model.scopes import Scope
from pipeline.model.tracker_changes import RowToAdd, RowToMoveOut, TrackerChanges
from pipeline.packs import find_packs, plan_documents

DAY = date(2026, 5, 29)
ALDER = Scope("team", "North Dale", "Alder")
SPANS = (
    ("closures.before_meeting", DAY, date(2026, 6, 8)),
    ("closures.fortnight", date(2026, 6, 9), date(2026, 6, 22)),
)
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


DECIDED = replace(CASE, stage="Decided to close")
PLAIN = replace(CASE, too_soon=False)


def belonging(agenda, name):
    return float(sum(name in case.groups for case in agenda.cases))


def closings(agenda, first, last):
    """Return how many plans decided to close have a date from `first` to the day before `last`."""
    return float(
        sum(
            case.stage == "Decided to close"
            and case.closing is not None
            and first <= case.closing < last
            for case in agenda.cases
        )
    )


def text(words):
    return plain(words).replace("\xa0", " ")


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
            for name in ("challenges", "sign-off alone")
        ]
        counted += [
            Figure("agenda.in_group", ALDER, name, value=belonging(agenda, name))
            for name in ("closure", "stage")
        ]
        late = float(sum(row.out_of_timescale for row in changes.to_add))
        counted += [Figure("agenda.in_group", ALDER, "timescale to add", value=late)]
        counted += [
            Figure(name, ALDER, value=value)
            for name, value in (
                ("actions.overdue", float(sum(c.need == "overdue" for c in agenda.cases))),
                ("actions.due_soon", float(sum(c.need == "due" for c in agenda.cases))),
                ("plans.out_of_timescale", belonging(agenda, "timescale") + late),
                ("closures.overdue", closings(agenda, date.min, DAY)),
                (
                    "closures.undated",
                    float(sum(c.stage == DECIDED.stage and not c.closing for c in agenda.cases)),
                ),
                ("reconcile.not_on_tracker", 30.0 * sum(not row.new for row in changes.to_add)),
                ("reconcile.new_plans", 5.0),
            )
        ]
        for name, first, last in SPANS:
            coming = closings(agenda, first, last + timedelta(days=1))
            counted.append(Figure(name, ALDER, window=f"{first}/{last}", value=coming))
        keys = {figure.key for figure in counted}
        spans = {name for name, *_ in SPANS}
        kept = (f for f in made if f.key not in keys and (f.measure not in spans))
        figures = Figures([*kept, *counted])
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
        lines = [text(block.words) for block in made if isinstance(block, Paragraph)]
        rows = [
            [text(cell.words) for cell in row.cells]
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
        return {each.label: (plain(each.figure), text(each.direction)) for each in held.items}

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
    idle = replace(CASE, stage="Intervention underway", groups=(), need="", too_soon=False)
    done = replace(idle, child_id="X2", signoff="", signoff_days=None)
    lines, rows = said(TeamAgenda((idle, done), COLUMNS, knows_past=True))
    assert rows == []
    assert lines[-1:] == ["On track: X2. Outside the meeting: plan to sign off (X1)."]


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
        "30 minutes reach about 15 cases. First the longest overdue, due by 15 Apr."
    )


@pytest.mark.parametrize(
    ("numbers", "words"),
    [
        ((13, 9), "due by 1 Apr."),
        ((6, 14), "due by 2 Apr, as time allows."),
        ((50,), "due by 1 Apr, as time allows."),
    ],
)
def test_a_day_whose_actions_are_more_than_time_is_for_is_not_promised(said, numbers, words):
    days = [date(2026, 4, 1 + n) for n, number in enumerate(numbers) for _ in range(number)]
    cases = tuple(replace(CASE, child_id=f"X{n}", due=day) for n, day in enumerate(days))
    lines, _ = said(TeamAgenda(cases, COLUMNS, knows_past=True))
    assert lines[0].endswith(words)


def test_when_few_are_overdue_it_says_what_comes_next(said):
    lines, _ = said(
        TeamAgenda((*many(1), *many(16, "due"), *many(3, "missing")), COLUMNS, knows_past=True)
    )
    assert lines[0] == (
        "30 minutes reach about 15 cases. First the one overdue, then the 16 "
        "due by 5 June, as time allows. Missing actions and dates can go in before."
    )


CLOSING = replace(DECIDED, too_soon=False, need="", groups=("closure",))


@pytest.mark.parametrize(
    ("closing", "words"),
    [
        ((date(2026, 5, 28),), "Past their closing date: X0 (28 May). This comes first,"),
        (
            (date(2026, 5, 28), date(2026, 5, 27)),
            "Past their closing dates: X1 (27 May), X0 (28 May). These come first,",
        ),
        ((date(2026, 5, 29),), "Closing by 5 June: X0 (29 May). This comes first,"),
        (
            (date(2026, 6, 5), date(2026, 5, 28)),
            "Past their closing date: X1 (28 May); closing by 5 June: X0 (5 Jun). These come first,",
        ),
    ],
)
def test_page_one_names_who_closes_before_long_whatever_the_actions_date(said, closing, words):
    dated = [replace(CLOSING, child_id=f"X{n}", closing=day) for n, day in enumerate(closing)]
    later = replace(CLOSING, child_id="X8", closing=date(2026, 6, 6))
    only_identified = replace(later, child_id="X9", stage="Identified for potential closure")
    agenda = TeamAgenda((later, only_identified, *dated), COLUMNS, knows_past=True)
    lines, _ = said(agenda)
    assert lines[0].replace("\N{NO-BREAK SPACE}", " ") == f"{words} whatever the action’s date."


def test_page_one_names_who_is_identified_alone_and_past_the_planned_date(said):
    stage, passed = "Identified for potential closure", date(2026, 5, 28)
    identified = replace(CLOSING, child_id="X7", stage=stage, closing=passed)
    coming = replace(identified, child_id="X8", closing=date(2026, 5, 29))
    (line, *_), _ = said(TeamAgenda((identified, coming), COLUMNS, knows_past=True))
    words = "dentified, and the date planned has passed: X7 (28 May). This comes first, whatever"
    assert line.replace("\N{NO-BREAK SPACE}", " ").startswith(f"I{words}")
    decided = replace(CLOSING, child_id="X6", closing=date(2026, 6, 1))
    (line, *_), _ = said(TeamAgenda((identified, decided), COLUMNS, knows_past=True))
    assert "X6 (1 Jun); identified, and" in line.replace("\N{NO-BREAK SPACE}", " ")


def test_page_one_names_rows_kept_apart_that_close_before_long(said):
    kept = replace(CLOSING, child_id="X7", closing=date(2026, 6, 1))
    lines, _ = said(TeamAgenda((*many(1),), COLUMNS, knows_past=True, kept=(kept,)))
    assert lines[0].startswith("Closing by 5 June: X7")


def test_cases_that_fit_the_half_hour_need_no_word_on_where_to_start(said):
    lines, _ = said(TeamAgenda(many(15), COLUMNS, knows_past=True))
    assert not any(line.startswith("30 minutes") for line in lines)


def test_the_tiles_tell_all_of_a_group_and_what_is_not_listed_before(tiles):
    told = tiles(TeamAgenda((*many(3), *many(2, "due")), COLUMNS, knows_past=True))
    assert told["actions to settle"][1] == "3 overdue, 2 due soon"
    assert told["out of timescale"] == ("5", "1 not listed before")
    assert told["approaching closure"] == ("5", "1 not listed before")
    assert told["not for this meeting"][1] == "2 with a sign-off to do"
    assert "stage to agree" not in told


ROW = RowToAdd("X7", "A Worker", date(2026, 1, 5), new=False)


def test_plans_without_a_row_count_apart_from_those_too_new_to_need_one(tiles, said):
    agenda, changes = TeamAgenda((PLAIN,), COLUMNS, knows_past=True), TrackerChanges((ROW,))
    assert tiles(agenda, changes)["to add to the tracker"] == ("30", "5 more under 7 days old")
    lines, _ = said(agenda, changes)
    assert lines[0].startswith("30 rows to add; 5 more are under 7 days old and need none yet. The")


def test_there_is_nothing_to_add_where_all_plans_without_a_row_are_new(tiles, said):
    agenda, changes = TeamAgenda((PLAIN,), COLUMNS), TrackerChanges((replace(ROW, new=True),))
    assert tiles(agenda, changes)["to add to the tracker"] == ("0", "5 under 7 days old")
    lines, _ = said(agenda, changes)
    assert lines[0] == (
        "Nothing to add: 5 open plans without a row are under 7 days old and need none yet. The "
        "longest open first, with the plan’s start."
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
    others = (replace(CASE, child_id="X4"), replace(DECIDED, child_id="X2", closing=None))
    lines, _ = said(TeamAgenda((DECIDED, *others), COLUMNS, knows_past=True))
    assert (
        "1 plan is to close in the fortnight from the locality’s check-in, 9 to 22 June: X1 (9 Jun)."
    ) in lines


def test_every_plan_decided_to_close_is_named_with_its_date(said):
    """Before the check-in, in the fortnight from it, and after that, in the order of the dates."""
    cases = [
        replace(DECIDED, child_id=f"X{n}", closing=closing)
        for n, closing in enumerate(
            (date(2026, 6, 23), date(2026, 6, 22), date(2026, 6, 8), DAY, date(2027, 1, 5))
        )
    ]
    lines, _ = said(TeamAgenda(tuple(cases), COLUMNS, knows_past=True))
    assert (
        "2 plans are to close before the locality’s check-in on 9 June: X3 (29 May), X2 (8 Jun). 1 in "
        "the fortnight from it, to 22 June: X1 (22 Jun). Later: X0 (23 Jun), X4 (5 Jan 27)."
    ) in lines


def test_closing_dates_that_have_passed_and_those_that_lack_are_called_out(said):
    cases = (
        replace(DECIDED, child_id="X1", closing=date(2026, 5, 28)),
        replace(DECIDED, child_id="X2", closing=None),
        replace(CASE, child_id="X3", closing=date(2026, 5, 28)),
        replace(CASE, child_id="X4", closing=None),
    )
    lines, _ = said(TeamAgenda(cases, COLUMNS, knows_past=True))
    assert (
        "Identified, and the date planned has passed: X3 (28 May). Decide, or agree a new date."
    ) in lines
    assert (
        "1 closing date has passed: X1 (28 May). Close, or agree a new date. 1 plan decided to "
        "close has no closing date: X2. Agree one."
    ) in lines


def test_a_date_planned_for_today_has_not_passed(said):
    lines, _ = said(TeamAgenda((replace(CASE, closing=DAY),), COLUMNS, knows_past=True))
    assert not any("has passed" in line for line in lines)


def test_a_plan_that_closes_before_its_action_is_due_is_named(said):
    """Whatever date the table shows counts: of plans decided to close and of those identified."""
    cases = (
        replace(DECIDED, child_id="X1", due=date(2026, 6, 10)),
        replace(DECIDED, child_id="X2", due=date(2026, 6, 9)),
        replace(DECIDED, child_id="X3", due=date(2026, 6, 10), action=""),
        replace(CASE, child_id="X4", due=date(2026, 6, 10), closing=date(2026, 6, 8)),
        replace(CASE, child_id="X5", due=date(2026, 6, 10), closing=None),
    )
    lines, _ = said(TeamAgenda(cases, COLUMNS, knows_past=True))
    assert "Closing before the action is due: X4 (8 Jun), X1 (9 Jun). Check both dates." in lines


def test_a_group_whose_cases_all_stand_before_says_so_under_its_heading(said):
    cases = (
        replace(DECIDED, groups=("actions", "closure", "timescale")),
        replace(CASE, child_id="X2", groups=("actions", "closure", "timescale", "stage")),
    )
    late = replace(ROW, out_of_timescale=True)
    lines, _ = said(TeamAgenda(cases, COLUMNS, knows_past=True), TrackerChanges((late,)))
    assert "2 cases, all listed before, marked C. Identified for closure: X2." in lines
    assert "3 cases, all listed before, marked T (1 among the plans without a row)." in lines
    rule = "What the tracker says is not one of the four stages."
    assert f"1 case, listed before: X2. {rule}" in lines


def test_of_stages_to_agree_those_listed_before_are_named_too(said):
    odd = replace(CASE, stage="Not recognised", groups=("stage",), need="", too_soon=False)
    cases = (replace(odd, child_id="X2", groups=("timescale", "stage")), odd)
    lines, _ = said(TeamAgenda(cases, COLUMNS, knows_past=True))
    assert any(line.endswith("four stages. Listed before: X2.") for line in lines)


def test_plans_without_a_row_say_what_can_not_wait_for_one(blocks, tiles):
    late = replace(ROW, out_of_timescale=True, signoff="signed off", signoff_days=12)
    agenda = TeamAgenda((CASE,), COLUMNS, knows_past=True)
    changes = TrackerChanges((late, replace(ROW, child_id="X8", new=True)))
    items = [
        text(item)
        for block in blocks(agenda, changes)
        if isinstance(block, Bullets)
        for item in block.items
    ]
    assert items == [
        "X7, A Worker, 5 Jan, out of timescale, sign off 12 d",
        "X8, A Worker, 5 Jan, new",
    ]
    assert tiles(agenda, changes)["out of timescale"] == (
        "2",
        "1 not listed before, 1 without a row",
    )


def test_rows_to_move_out_stand_by_reason_with_what_to_do(said):
    rows = (
        RowToMoveOut("X6", "", "", 6, "plan ended", ended=date(2026, 5, 1)),
        RowToMoveOut(
            "X7", "", "", 7, "now with Cedar, not on its tracker yet", "hand the row over"
        ),
        RowToMoveOut("X8", "", "", 8, "plan ended", ended=date(2025, 5, 2)),
    )
    lines, _ = said(TeamAgenda((CASE,), COLUMNS, knows_past=True), TrackerChanges((), rows))
    assert any(
        line.endswith(
            "rows to check in the case system before any is moved out. Plan ended: X6 in row 6 "
            "(1 May), X8 in row 8 (2 May 25). Now with Cedar, not on its tracker yet (hand the row "
            "over): X7 in row 7."
        )
        for line in lines
    )


KEPT = replace(CASE, child_id="X7", closing=None, too_soon=False)
REASON = (
    "Those in this table are to be kept until their team is settled: their open plan has no known team in "
    "the case system (ask the performance officer). Their actions are for this meeting too; no group below "
    "counts them."
)


def test_rows_to_keep_stand_apart_from_those_to_move_out(said):
    rows = (
        RowToMoveOut("X7", "", "", 7, "keep", "its team", keep=True),
        RowToMoveOut("X8", "", "", 8, "not in the extract", "correct the ID if mistyped"),
        RowToMoveOut("X9", "", "", 9, "keep", "its team", keep=True),
    )
    kept = (KEPT, replace(KEPT, child_id="X9"))
    lines, table = said(TeamAgenda((CASE,), COLUMNS, kept=kept), TrackerChanges((), rows))
    (line,) = [line for line in lines if "X8" in line]
    assert line.endswith("out. Not in the extract (correct the ID if mistyped): X8 in row 8.")
    assert REASON in lines
    assert [row[0] for row in table[:2]] == ["X7", "X9"]


def kept_rows(said, *cases, listed=(CASE,)):
    """Return the lines, and the rows of the table of cases kept apart."""
    row = RowToMoveOut("X7", "", "", 7, "keep", "its team", keep=True)
    agenda = TeamAgenda(listed, COLUMNS, knows_past=True, kept=cases)
    lines, rows = said(agenda, TrackerChanges((), (row,)))
    return lines, rows[: len(cases)]


def test_a_case_kept_apart_has_all_that_the_meeting_needs_to_work_it(said):
    _, (row,) = kept_rows(said, KEPT)
    assert row == [
        "X7",
        "A Worker",
        "9",
        "Identified",
        "7+",
        "Final visit",
        "practitioner",
        "1 May",
        "overdue",
        "Housing",
        "sign off 6 d",
        "CT",
    ]


@pytest.mark.parametrize(
    ("change", "cells"),
    [
        ({"need": "due", "due": date(2026, 6, 1)}, ["1 Jun", "due soon"]),
        ({"need": "undated", "due": None}, ["", "undated"]),
        ({"need": "missing", "action": ""}, ["", "missing"]),
        ({"need": "", "due": date(2026, 7, 1), "groups": ("closure",)}, ["1 Jul", "due later"]),
        ({"closing": date(2026, 6, 9)}, ["1 May", "overdue", "9 Jun"]),
    ],
)
def test_a_case_kept_apart_says_what_its_action_needs(said, change, cells):
    _, (row,) = kept_rows(said, replace(KEPT, **change))
    assert row[7 : 7 + len(cells)] == cells
    assert row[-1] == "C" if change.get("groups") else "CT"


def test_cases_kept_apart_are_in_no_count_of_the_agenda(said, tiles):
    late = replace(KEPT, groups=("actions", "closure"))
    agenda = TeamAgenda(many(3), COLUMNS, kept=(late,))
    assert tiles(agenda)["actions to settle"][1] == "3 overdue"
    _, rows = said(agenda)
    assert ["Overdue: 3"] in rows


def test_the_key_stands_once_over_the_first_table_and_explains_marks_of_cases_kept_apart(said):
    listed = replace(CASE, groups=("actions",), too_soon=False)
    lines, _ = kept_rows(said, KEPT, listed=(listed,))
    (line,) = [line for line in lines if "Also: " in line]
    assert line.endswith("Also: C approaching closure, T out of timescale.")
    assert lines[lines.index(line) - 1] == REASON


def test_a_team_whose_only_cases_are_kept_apart_has_them_on_its_agenda(said):
    lines, (row,) = kept_rows(said, KEPT, listed=())
    assert row[0] == "X7"
    assert REASON in lines


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


TOO_SOON = "Is it too soon to close? A child protection plan ended less than 3 months ago: "


def test_the_prompt_on_closing_too_soon_stands_once_on_top_whatever_group_has_the_child(said):
    cases = (
        replace(CASE, too_soon=False),
        replace(CASE, child_id="X2"),
        replace(CASE, child_id="X3", groups=("closure",), need=""),
    )
    kept = (replace(KEPT, too_soon=True),)
    lines, rows = said(TeamAgenda(cases, COLUMNS, kept=kept))
    assert lines[0] == f"{TOO_SOON}X2, X3, X7."
    assert sum(line.startswith("Is it too soon") for line in lines) == 1
    assert [row[0] for row in rows if row[-1].endswith("S")] == ["X2", "X3"]


def test_the_prompt_on_closing_too_soon_follows_where_to_start(said):
    lines, _ = said(TeamAgenda((*many(16, too_soon=False), CASE), COLUMNS, knows_past=True))
    assert lines[0].startswith("30 minutes")
    assert lines[1] == f"{TOO_SOON}X1."


def test_without_such_a_case_there_is_no_prompt_on_closing_too_soon(said):
    lines, _ = said(TeamAgenda((replace(CASE, too_soon=False),), COLUMNS, knows_past=True))
    assert not any("too soon" in line for line in lines)


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


@pytest.mark.parametrize(
    ("closing", "overdue", "words"),
    [
        (
            1,
            3,
            "First the closing date below, then the 3 overdue, then the 16 due by 5 June, as time",
        ),
        (12, 3, "First the closing dates below, then the 3 overdue, as time allows."),
        (20, 3, "First the closing dates below, then the 3 overdue, as time allows."),
        (5, 30, "First the closing dates below, then the longest overdue, due by "),
    ],
)
def test_what_closes_before_long_comes_first_where_time_is_short(said, closing, overdue, words):
    soon = [replace(CLOSING, child_id=f"C{n}", closing=date(2026, 6, 1)) for n in range(closing)]
    lines, _ = said(TeamAgenda((*soon, *many(overdue), *many(16, "due")), COLUMNS, knows_past=True))
    assert lines[0].startswith(f"30 minutes reach about 15 cases. {words}")
