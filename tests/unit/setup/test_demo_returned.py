"""Each month's forms come back filled in, from the authority as it was then."""

import io
import re
import zipfile
from datetime import date

import pytest

from pipeline.cli.executors import AtOnce
from pipeline.model.request import Request
from pipeline.run import make
from pipeline.setup.demo import write_demo
from pipeline.setup.demo.check_in_words import BARRIERS

RUNS = (date(2026, 8, 3), date(2026, 9, 3), date(2026, 10, 5))
FORMS = ("check-in-minutes", "effectiveness-review", "priorities")
"""The minutes are the localities' and the OLT's."""


def publish(config, inputs, outputs):
    """Publish the forms alone, which is quicker than all papers."""
    made = make(Request(config, inputs, outputs, packs=FORMS), AtOnce())
    return made.measures, made.contents


@pytest.fixture(scope="module")
def out(tmp_path_factory):
    """A small authority with its three earlier months."""
    out = tmp_path_factory.mktemp("authority")
    write_demo(out, seed=5, open_plans=90, localities=2, teams=4, months_before=3, publish=publish)
    return out


@pytest.fixture(scope="module")
def written(out):
    """The Word files that came back, by path, as their text."""
    return {
        path.relative_to(out).as_posix(): text_of(path.read_bytes())
        for path in sorted((out / "inputs").rglob("*.docx"))
    }


def text_of(content):
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        xml = archive.read("word/document.xml").decode()
    return " ".join(re.findall(r"<w:t[^>]*>([^<]*)", xml))


def test_each_month_is_a_period_with_what_was_read_then(out):
    for day in RUNS:
        assert (out / "outputs" / day.isoformat() / "manifest.json").is_file()
        assert (out / f"outputs/restricted/{day}/snapshot/versions.csv").is_file()


def test_minutes_and_priorities_come_back_each_month_and_two_rounds_of_reviews(written):
    minutes = [path for path in written if path.startswith("inputs/minutes/")]
    reviews = [path for path in written if path.startswith("inputs/reviews/")]
    sheets = [path for path in written if path.startswith("inputs/priorities/")]
    assert [sum(str(day) in path for path in minutes) for day in RUNS] == [3, 3, 3]
    assert [sum(str(day) in path for path in sheets) for day in RUNS] == [1, 1, 1]
    assert [sum(str(day) in path for path in reviews) for day in RUNS] == [2, 0, 2]


def test_the_forms_are_of_their_day_and_people_wrote_in_them(written):
    for path, text in written.items():
        assert "As at 3 August 2026" in text or "2026-08-03" not in path
        if "minutes" in path:
            assert any(barrier in text for barrier, _ in BARRIERS)
        elif "review" in path:
            assert "expected to go up" in text


def test_nothing_that_came_back_is_refused(out):
    request = Request(out / "config", out / "inputs", out / "none", packs=FORMS)
    accounts = make(request, AtOnce()).measures.accounts
    assert not [account.file for account in accounts if account.refused]


def test_no_child_is_named_in_them(written):
    assert not any(re.search(r"\b\d{7}\b", text) for text in written.values())
