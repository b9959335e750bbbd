"""The judges of the catalogue and of the fuzz: each breach that is planted shows in the tally."""

import csv
import json
import shutil
from dataclasses import replace

import pytest
from bad_inputs import tally
from bad_inputs.bench import Bench
from bad_inputs.catalogue.how import bad_part, nothing, plan
from bad_inputs.entry import Entry
from bad_inputs.fuzz import tally as fuzz
from bad_inputs.fuzz.verdict import bomb_faults, fuzz_faults, outcome
from bad_inputs.judge import faults

BAD_START = Entry(
    "planted", "a start that is no date", plan(0, plan_start="31/02/2026"), "set aside",
    ("plan.start_unreadable", "reconcile.not_open.unknown"),
    "CIN plans 29.05.2026.csv, row 2, CIN Plan Start Date",
)  # fmt: skip


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """Run the entry once; return its run, and the clean one."""
    with Bench() as bench:
        folder = tmp_path_factory.mktemp("bad") / "run"
        yield bench.run(BAD_START, folder), bench.clean(BAD_START)


@pytest.fixture
def run(made, tmp_path):
    """The entry's run, of which a test may spoil what it left behind."""
    result, _ = made
    copied = shutil.copytree(result.folder, tmp_path / "run")
    fields = {name: getattr(result, name) for name in ("code", "seconds", "waited", "megabytes")}
    fields |= {"console": result.console, "notes": result.notes}
    return type(result)(result.authority, copied, **fields)


@pytest.fixture
def told(made):
    """Return a function that gives the tally's lines for a run held against an entry."""

    def lines(result, **changed):
        entry = replace(BAD_START, **changed)
        found = {entry.id: faults(entry, result, made[1])}
        return "\n".join(tally.lines([entry], found))

    return lines


def test_a_run_that_is_as_it_must_be_holds(run, told):
    assert "FAILS" not in told(run)
    assert list(fuzz_faults(run)) == []


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"outcome": "accepted", "rules": ()}, "exit code 3, not 0"),
        ({"rules": ("plan.start_unreadable",)}, "said: reconcile.not_open.unknown"),
        ({"rules": (*BAD_START.rules, "id.missing")}, "not said: id.missing"),
        ({"at": BAD_START.at.replace("row 2", "row 3")}, "not of CIN plans"),
        ({"times": 2}, "is said 1 times, not 2"),
        ({"aside": 2}, "1 rows were set aside, not 2"),
        ({"differs": ()}, "became"),
        ({"says": ("zebra",)}, "the console does not say: zebra"),
        ({"outcome": "nothing published"}, "something was published"),
        ({"holds": (lambda _: "planted",)}, "planted"),
    ],
)
def test_an_expectation_that_is_false_shows_in_the_tally(run, told, changed, words):
    said = told(run, **changed)
    assert "FAILS planted" in said
    assert words in said


def crash(run):
    run.console += "Traceback (most recent call last)\n"


def leak_on_the_console(run):
    run.console += "row 2: X4071\n"


def leak_in_a_paper(run):
    page = next(run.period.rglob("*.html"))
    page.write_text(page.read_text(encoding="utf-8").replace("</body>", "<p>X4071</p></body>"))


def lose_a_row(run):
    manifest = run.period / "manifest.json"
    told = json.loads(manifest.read_text(encoding="utf-8"))
    told["inputs"][0]["tables"][0]["used"] -= 1
    manifest.write_text(json.dumps(told))


def name_no_row(run):
    path = run.restricted / "findings.csv"
    with path.open(encoding="utf-8", newline="") as stream:
        rows = [row for row in csv.DictReader(stream) if row["effect"] != "set aside"]
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)


def live_formula(run):
    with (run.restricted / "findings.csv").open("a", encoding="utf-8") as stream:
        stream.write("=1+1" + "," * 20 + "\n")


def link_elsewhere(run):
    page = next(run.period.rglob("*.html"))
    page.write_text(page.read_text(encoding="utf-8").replace("</body>", "<script/></body>"))


def write_elsewhere(run):
    run.notes = "wrote /elsewhere\n"


def change_an_input(run):
    run.changed_inputs = ("inputs/a.csv",)


def hang(run):
    run.code, run.waited = -14, 60.0


def fill_memory(run):
    run.megabytes = 4000


def steer_the_terminal(run):
    run.console += "\x1b[2J"


BREACHES = {
    crash: "Traceback",
    leak_on_the_console: "the console holds a cell's value",
    leak_in_a_paper: "holds a cell's value",
    lose_a_row: "do not add up",
    name_no_row: "set aside, 0 named",
    live_formula: "cells under",
    link_elsewhere: "an element script",
    write_elsewhere: "it wrote /elsewhere",
    change_an_input: "was changed",
    hang: "ended by signal 14",
    fill_memory: "it took 4000 MB",
    steer_the_terminal: "steer a terminal",
}


@pytest.mark.parametrize("breach", BREACHES, ids=lambda breach: breach.__name__)
def test_a_breach_that_is_planted_shows_in_the_tally(run, told, breach):
    breach(run)
    said = told(run)
    assert "FAILS planted" in said
    assert BREACHES[breach] in said or breach is name_no_row  # which breaks four things before


@pytest.mark.parametrize("breach", BREACHES, ids=lambda breach: breach.__name__)
def test_a_breach_that_is_planted_shows_in_the_fuzz(run, breach):
    breach(run)
    found = fuzz.Verdict("xlsx", "read", list(fuzz_faults(run)))
    said = "\n".join(fuzz.lines({"xlsx-7": found}))
    assert "FAILS xlsx-7" in said
    assert BREACHES[breach] in said


def test_a_bomb_that_is_read_shows_in_the_fuzz(run):
    name = "CIN plans 29.05.2026.csv"
    assert list(bomb_faults(run, name)) == ["the file was not refused"]
    assert outcome(run, name) == "set aside"
    with (run.restricted / "findings.csv").open(encoding="utf-8") as stream:
        assert "refused" not in {row["effect"] for row in csv.DictReader(stream)}


def test_an_entry_that_holds_no_more_ends_the_tally_badly(monkeypatch, capsys):
    entry = Entry("planted", "nothing", nothing, "refused", ("file.damaged",))
    other = replace(BAD_START, id="other", make=bad_part("zzq"))
    monkeypatch.setattr(tally, "ENTRIES", (entry, other))
    monkeypatch.setattr(tally, "WORKERS", 1)
    assert tally.main([]) == 1
    said = capsys.readouterr().out
    assert "FAILS planted (nothing): exit code 0, not 3" in said
    assert "FAILS other" in said
