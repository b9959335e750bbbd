"""Child-level rows reach the team's own paper and no other."""

from dataclasses import replace
from datetime import date

import pytest
from pydantic import ValidationError

from pipeline import compose as step
from pipeline.model.agenda import AgendaCase, TeamAgenda
from pipeline.model.content import plain
from pipeline.model.packs import PackSpec
from pipeline.model.tracker_changes import RowToAdd, RowToMoveOut, TrackerChanges
from pipeline.packs import find_packs, plan_documents

TEAMS = ("Alder", "Birch", "Cedar")


def changes(child):
    return TrackerChanges(
        (RowToAdd(f"{child}-in", "A Worker", date(2026, 1, 5), new=False),),
        (RowToMoveOut(f"{child}-out", "A Worker", "Decided to close", 7, "plan ended"),),
    )


def agenda(child):
    return TeamAgenda(
        (
            AgendaCase(
                child_id=f"{child}-case",
                practitioner="A Worker",
                start=date(2026, 1, 5),
                months_open=4,
                stage="Decided to close",
                stage_days=None,
                action="Final visit",
                previous_action="",
                owner="A Worker",
                due=date(2026, 5, 1),
                closing=None,
                need="overdue",
                action_days=None,
                barrier="",
                signoff="",
                signoff_days=None,
                groups=("actions", "closure"),
                too_soon=False,
                exempt=False,
            ),
        )
    )


@pytest.fixture
def filled(measures):
    return replace(
        measures,
        tracker_changes={team: changes(f"X-{team}") for team in TEAMS},
        agendas={team: agenda(f"X-{team}") for team in TEAMS},
    )


def test_each_teams_paper_names_its_own_children_alone(filled, settings):
    contents, _ = step.compose(filled, plan_documents(find_packs(), settings), raise_faults=True)
    for document, content in contents:
        text, pack = repr(content), document.spec.name
        for team in TEAMS:
            own = document.scope.team == team
            assert (f"X-{team}-in" in text) is (own and pack in {"tracker_rows", "icm_agenda"})
            assert (f"X-{team}-out" in text) is (own and pack in {"tracker_rows", "icm_agenda"})
            assert (f"X-{team}-case" in text) is (own and pack == "icm_agenda")


@pytest.mark.parametrize("rows", ["tracker_changes", "agendas"])
def test_a_module_that_asks_for_another_teams_children_gets_none(
    filled, settings, monkeypatch, rows
):
    from pipeline.compose import tracker_rows

    def curious(subject):
        return {"add": (), "move_out": (getattr(subject.measures, rows)["Birch"],)}

    monkeypatch.setattr(tracker_rows, "sections", curious)
    spec = tuple(each for each in find_packs() if each.name == "tracker_rows")
    made, missing = step.compose(filled, plan_documents(spec, settings))
    assert [document.scope.team for document, _ in made] == ["Birch"]
    assert len(missing) == 2


def test_the_sheet_says_with_each_row_why_and_what_to_do(measures, settings):
    rows = (
        RowToMoveOut("X1", "", "", 7, "plan ended", ended=date(2026, 5, 1)),
        RowToMoveOut("X2", "", "", 8, "not in the extract", "correct the ID if mistyped"),
        RowToMoveOut("X3", "", "", 9, "keep until its team is settled", "ask", keep=True),
    )
    known = replace(measures, tracker_changes={t: TrackerChanges((), rows) for t in TEAMS})
    spec = tuple(each for each in find_packs() if each.name == "tracker_rows")
    ((_, content), *_), _ = step.compose(known, plan_documents(spec, settings), raise_faults=True)
    table = content.sections[1].blocks[-1]
    assert [plain(row.cells[-1].words) for row in table.rows] == [
        "plan ended 1 May 2026",
        "not in the extract: correct the ID if mistyped",
        "keep until its team is settled: ask",
    ]


@pytest.mark.parametrize("scope", ["authority", "locality"])
def test_no_pack_above_the_team_may_show_children(scope):
    spec = next(each for each in find_packs() if each.name == "tracker_rows")
    with pytest.raises(ValidationError, match="only a pack for a team may show child ids"):
        PackSpec.model_validate(spec.model_dump() | {"scope": scope})


def test_a_team_without_tracker_is_told_so(measures, settings):
    unknown = replace(
        measures, tracker_changes={t: TrackerChanges(why_not="no tracker for it") for t in TEAMS}
    )
    contents, _ = step.compose(unknown, plan_documents(find_packs(), settings), raise_faults=True)
    sheets = [content for document, content in contents if document.spec.name == "tracker_rows"]
    for content in sheets:
        said = [plain(block.words) for section in content.sections for block in section.blocks[1:]]
        assert said == ["Not supplied: no tracker for it."] * 2
