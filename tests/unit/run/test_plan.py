"""What a run is to make, before anything is read."""

from datetime import date

import pytest

from pipeline.config import LEAST
from pipeline.errors import WrongUsage
from pipeline.model.request import Request
from pipeline.run import plan

MEETINGS = "meetings: {olt: {dates: [04/06/2026]}, locality: {dates: [09/06/2026]}}\n"


@pytest.fixture
def request_of(tmp_path):
    (tmp_path / "authority.yaml").write_text(LEAST)
    (tmp_path / "meetings.yaml").write_text(MEETINGS)

    def request_of(**options):
        return Request(tmp_path, tmp_path / "inputs", tmp_path / "outputs", **options)

    return request_of


def test_a_whole_run_makes_documents_for_every_scope(request_of):
    scopes = {document.scope.type for document in plan(request_of())}
    assert {"authority", "locality"} <= scopes


def test_a_locality_alone_is_no_authority_document(request_of):
    planned = plan(request_of(localities=("North Dale",)))
    assert planned
    assert all(document.scope.locality == "North Dale" for document in planned)


def test_options_that_fit_no_pack_together_are_wrong_usage(request_of):
    with pytest.raises(WrongUsage, match="No pack is made"):
        plan(request_of(packs=("index",), localities=("North Dale",)))


def test_on_a_day_the_meetings_at_hand_choose(request_of):
    olt = plan(request_of(due_on=date(2026, 6, 1)))
    assert {document.scope.type for document in olt} == {"authority"}
    locality = plan(request_of(due_on=date(2026, 6, 9)))
    assert {document.scope.locality for document in locality} == {"North Dale"}
    assert plan(request_of(due_on=date(2026, 6, 10))) == ()
