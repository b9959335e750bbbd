"""The children that a tracker lacks, and those whose plan is not open in its team, with why."""

from datetime import date

import pytest
from builders import Inputs, settings_of

from pipeline.ingest import ingest
from pipeline.meetings import run_calendar
from pipeline.model.tracker_changes import RowToAdd
from pipeline.transform import transform
from pipeline.validate import validate

DAY = date(2026, 5, 29)


@pytest.fixture
def measures(tmp_path):
    inputs = Inputs(tmp_path)
    inputs.extract(
        ("X0001", "05/01/2026", "", "", "North Dale", "Alder"),
        ("X0002", "02/02/2026", "", "", "North Dale", "Alder"),
        ("X0003", "27/05/2026", "", "", "North Dale", "Alder"),
        ("X0004", "01/02/2026", "20/05/2026", "Closed", "North Dale", "Alder"),
        ("X0005", "01/02/2026", "", "", "North Dale", "Birch"),
        ("X0006", "01/02/2026", "", "", "South Vale", "Cedar"),
        ("X0007", "01/02/2026", "", "", "South Vale", "Cedar"),
        ("X0008", "01/02/2026", "", "", "", ""),
    )
    children = ("X0001", "X0004", "X0005", "X0006", "X0007", "X0008", "X0009")
    inputs.tracker(*((child, "A Worker", "Decided to close") for child in children))
    inputs.tracker(("X0007", "A Worker", "Decided to close"), team="Cedar", locality="South Vale")
    settings = settings_of()
    validated = validate(ingest(inputs.root, settings, None), settings)
    return transform(validated, settings, run_calendar(settings, DAY, None))


@pytest.fixture
def changes(measures):
    return measures.tracker_changes


def test_open_plans_without_a_row_are_to_be_added_the_longest_open_first(changes):
    assert changes["Alder"].to_add == (
        RowToAdd("X0002", "", date(2026, 2, 2), new=False),
        RowToAdd("X0003", "", date(2026, 5, 27), new=True),
    )


def test_rows_without_an_open_plan_are_to_be_moved_out_with_the_reason(changes):
    rows = changes["Alder"].to_move_out
    assert [
        (row.child_id, row.row, row.why, row.to_do, row.ended) for row in rows if not row.keep
    ] == [
        ("X0004", 3, "plan ended", "", date(2026, 5, 20)),
        (
            "X0005",
            4,
            "now with Birch, whose tracker could not be read",
            "ask if it has the row",
            None,
        ),
        ("X0006", 5, "now with Cedar, not on its tracker yet", "hand the row over", None),
        ("X0007", 6, "now with Cedar, on its tracker", "", None),
        ("X0009", 8, "not in the extract", "correct the ID if mistyped", None),
    ]


def test_a_child_that_has_yet_to_be_handed_over_is_to_be_added_by_the_new_team(changes):
    assert [row.child_id for row in changes["Cedar"].to_add] == ["X0006"]


def test_a_row_whose_plan_is_of_a_team_not_known_is_to_be_kept(changes):
    (row,) = [row for row in changes["Alder"].to_move_out if row.keep]
    assert (row.child_id, row.row) == ("X0008", 7)
    assert row.why.startswith("keep")


def test_a_row_to_be_kept_is_a_case_kept_on_the_same_teams_agenda(measures):
    for team, changes in measures.tracker_changes.items():
        kept = [row.child_id for row in changes.to_move_out if row.keep]
        assert [case.child_id for case in measures.agendas[team].kept] == kept
    assert [case.child_id for case in measures.agendas["Alder"].kept] == ["X0008"]


def test_a_team_without_tracker_says_so(changes):
    assert changes["Birch"].why_not == "no tracker for Birch"
    assert changes["Birch"].to_add == ()
