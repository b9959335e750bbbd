"""What happens when one document can't be composed."""

import pytest

from pipeline import compose as step
from pipeline.packs import find_packs, plan_documents


@pytest.fixture
def planned(settings):
    return plan_documents(find_packs(), settings)


def test_a_document_that_cannot_be_composed_is_named_and_the_others_are_made(
    measures, planned, monkeypatch
):
    from pipeline.compose import olt_briefing

    def fail(_subject):
        raise KeyError("a value that nobody may see")

    monkeypatch.setattr(olt_briefing, "sections", fail)
    contents, missing = step.compose(measures, planned)
    assert [finding.place.file for finding in missing] == ["olt/briefing.pdf"]
    assert "value" not in missing[0].sentence
    assert len(contents) == len(planned) - 1


def test_a_test_can_let_the_fault_through(measures, planned, monkeypatch):
    from pipeline.compose import olt_briefing

    monkeypatch.setattr(olt_briefing, "sections", lambda _subject: {})
    with pytest.raises(KeyError):
        step.compose(measures, planned, raise_faults=True)


def test_everything_is_composed_when_nothing_at_all_was_supplied(measures, planned):
    contents, missing = step.compose(measures, planned)
    assert missing == ()
    assert len(contents) == len(planned)
