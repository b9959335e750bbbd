"""Child-level rows reach the team's own paper and no other."""

from dataclasses import replace
from datetime import date

import pytest
from pydantic import ValidationError

from pipeline import compose as step
from pipeline.model.content import plain
from pipeline.model.packs import PackSpec
from pipeline.model.tracker_changes import RowToAdd, RowToMoveOut, TrackerChanges
from pipeline.packs import find_packs, plan_documents


def changes(child):
    return TrackerChanges(
        (RowToAdd(f"{child}-in", "A Worker", date(2026, 1, 5), new=False),),
        (RowToMoveOut(f"{child}-out", "A Worker", "Decided to close", 7, "plan ended 1/5/2026"),),
    )


@pytest.fixture
def filled(measures):
    of = {team: changes(f"X-{team}") for team in ("Alder", "Birch", "Cedar")}
    return replace(measures, tracker_changes=of)


def test_each_teams_paper_names_its_own_children_alone(filled, settings):
    contents, _ = step.compose(filled, plan_documents(find_packs(), settings), raise_faults=True)
    for document, content in contents:
        text = repr(content)
        for team in ("Alder", "Birch", "Cedar"):
            own = document.spec.name == "tracker_rows" and document.scope.team == team
            assert (f"X-{team}-in" in text) is own
            assert (f"X-{team}-out" in text) is own


def test_a_module_that_asks_for_another_teams_children_gets_none(filled, settings, monkeypatch):
    from pipeline.compose import tracker_rows

    def curious(subject):
        return {"add": (), "move_out": (subject.measures.tracker_changes["Birch"],)}

    monkeypatch.setattr(tracker_rows, "sections", curious)
    spec = tuple(each for each in find_packs() if each.name == "tracker_rows")
    made, missing = step.compose(filled, plan_documents(spec, settings))
    assert [document.scope.team for document, _ in made] == ["Birch"]
    assert len(missing) == 2


@pytest.mark.parametrize("scope", ["authority", "locality"])
def test_no_pack_above_the_team_may_show_children(scope):
    spec = next(each for each in find_packs() if each.name == "tracker_rows")
    with pytest.raises(ValidationError, match="only a pack for a team may show child ids"):
        PackSpec.model_validate(spec.model_dump() | {"scope": scope})


def test_a_team_without_tracker_is_told_so(measures, settings):
    unknown = replace(
        measures,
        tracker_changes={
            t: TrackerChanges(why_not="no tracker for it") for t in ("Alder", "Birch", "Cedar")
        },
    )
    contents, _ = step.compose(unknown, plan_documents(find_packs(), settings), raise_faults=True)
    sheets = [content for document, content in contents if document.spec.name == "tracker_rows"]
    for content in sheets:
        said = [plain(block.words) for section in content.sections for block in section.blocks[1:]]
        assert said == ["Not supplied: no tracker for it."] * 2
