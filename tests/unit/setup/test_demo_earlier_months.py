"""The sample's earlier months are made for the sample alone, never for what may be real."""

import pytest

import pipeline.setup.demo.sample
from pipeline.setup.demo import write_demo
from pipeline.setup.demo.sample import make_earlier_months

SMALL = {"seed": 1, "open_plans": 30, "localities": 2, "teams": 3}
TRACKER = "inputs/trackers/CIN North Dale/Alder/Alder IC Meetings.xlsx"


@pytest.fixture
def made(monkeypatch, tmp_path):
    """Return what makes the months of an authority in the folder, and notes instead how many."""
    months = []
    monkeypatch.setattr(
        pipeline.setup.demo.sample, "live_through", lambda _world, count, *_: months.append(count)
    )
    write_demo(tmp_path, **SMALL)

    def make():
        is_sample = make_earlier_months(
            tmp_path / "config", tmp_path / "inputs", tmp_path / "outputs", lambda *_: None
        )
        assert is_sample == bool(months)
        return months

    return make


def test_three_months_are_made_for_what_the_demo_wrote(made):
    assert made() == [3]


def test_papers_that_came_back_make_no_difference(made, tmp_path):
    (tmp_path / "inputs/minutes/any.docx").write_bytes(b"came back")
    assert made() == [3]


@pytest.mark.parametrize(
    "name",
    ["config/authority.yaml", "inputs/README.md", "inputs/extracts/CIN plans 03.11.2026.csv"],
)
def test_an_altered_file_may_be_a_real_one(made, tmp_path, name):
    (tmp_path / name).write_bytes((tmp_path / name).read_bytes() + b" ")
    assert made() == []


def test_a_tracker_gone_or_a_file_more_may_be_real(made, tmp_path):
    (tmp_path / TRACKER).rename(tmp_path / "inputs/trackers/mine.xlsx")
    assert made() == []


def test_without_the_page_that_says_so_it_is_no_sample(made, tmp_path):
    (tmp_path / "inputs/README.md").unlink()
    assert made() == []
