"""Runs that follow each other: the past serves, is not changed, and the future does not change it."""

import csv
from datetime import date
from hashlib import sha256

import pytest
from builders import EXTRACT_HEADER, Inputs
from flow.document_text import pdf_text, word_text

from pipeline.cli.executors import AtOnce
from pipeline.model.request import Request
from pipeline.run import run

APRIL, MAY = date(2026, 4, 30), date(2026, 5, 29)
CONFIG = """authority: {name: Exampleshire}
localities:
  - name: North Dale
    teams: [{name: Alder}, {name: Birch}]
  - name: South Vale
    teams: [{name: Cedar}]
words: {outcomes: {closed: [Closed]}}
"""
PLANS = [
    ("X0001", "05/01/2026", "", "", "North Dale", "Alder"),
    ("X0002", "05/02/2026", "", "", "North Dale", "Birch"),
    ("X0003", "05/11/2025", "10/12/2025", "Closed", "South Vale", "Cedar"),
]


@pytest.fixture
def authority(tmp_path):
    inputs = Inputs(tmp_path / "inputs")
    (tmp_path / "config").mkdir()
    (tmp_path / "config/authority.yaml").write_text(CONFIG)
    return inputs


def go(inputs, **asked):
    root = inputs.root.parent
    request = Request(root / "config", inputs.root, root / "outputs", **asked)
    return run(request, AtOnce())


def extract(inputs, day, *rows):
    name = f"CIN plans {day:%d.%m.%Y}.csv"
    inputs.extract(*(rows or PLANS), name=name, header=EXTRACT_HEADER)


def track(inputs, stage):
    inputs.tracker(("X0001", "A Worker", stage, "Housing", "", "Visit", "A Worker"))


def bytes_of(folder):
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {str(path): sha256(path.read_bytes()).hexdigest() for path in files}


def figures(published):
    """Return the rows of `figures.csv`, without the count of rows read, which is of the inputs."""
    with (published.folder / "figures.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    return [row for row in rows if not row[0].startswith("data.")]


def test_a_run_changes_nothing_in_earlier_periods(authority):
    extract(authority, APRIL)
    track(authority, "Intervention underway")
    first = go(authority)
    before = [bytes_of(first.folder), bytes_of(first.restricted)]
    extract(authority, MAY)
    track(authority, "Decided to close")
    go(authority)
    go(authority, packs=("check-in-minutes",), localities=("South Vale",), meeting=MAY)
    assert [bytes_of(first.folder), bytes_of(first.restricted)] == before


def test_the_future_does_not_change_the_past(authority):
    """In May there are a later extract, an overwritten tracker and a later period beside April's."""
    extract(authority, APRIL)
    track(authority, "Intervention underway")
    then = figures(go(authority))
    extract(authority, MAY, *PLANS, ("X0004", "11/05/2026", "", "", "North Dale", "Alder"))
    track(authority, "Decided to close")
    go(authority)
    again = go(authority, as_at=APRIL)
    assert again.period == "2026-04-30-r2"
    assert figures(again) == then


def test_the_papers_say_what_was_promised_and_what_became_of_it(authority):
    """X0001 was to close by 12 May and did; nothing was promised in South Vale."""
    extract(authority, APRIL)
    decided = ("Decided to close", "Housing", "", "Visit", "A Worker", "", date(2026, 5, 12))
    authority.tracker(("X0001", "A Worker", *decided))
    authority.tracker(("X0003", "A Worker", *decided), team="Cedar", locality="South Vale")
    first = go(authority)
    assert "will be known once an earlier run" in pdf_words(first)
    extract(
        authority, MAY, ("X0001", "05/01/2026", "12/05/2026", "Closed", *PLANS[0][4:]), *PLANS[1:]
    )
    second = go(authority)
    words = pdf_words(second)
    assert (
        "Last time the trackers planned 1 closure from 1 May to 29 May; 1 has closed or stepped down."
        in words
    )
    assert "Planned closures done" in words
    assert "1 of 1" in words
    assert "none due" in words
    minutes = word_text(second.folder / "localities/North Dale/check-in-minutes.docx")
    assert "; 1 has closed or stepped down." in minutes
    other = word_text(second.folder / "localities/South Vale/check-in-minutes.docx")
    assert "Last time the trackers planned" not in other


def pdf_words(published):
    return " ".join(pdf_text(published.folder / "olt/briefing.pdf").split())


def test_looking_back_without_a_snapshot_keeps_no_newer_tracker(authority):
    extract(authority, MAY)
    track(authority, "Decided to close")
    back = go(authority, as_at=APRIL)
    kept = {path.name for path in (back.restricted / "snapshot").iterdir()}
    assert kept == {"snapshot.json", "versions.csv"}
    stages = [row for row in figures(back) if row[0] == "tracker.stage"]
    assert stages
    assert all("not supplied" in row[-1] for row in stages)
