"""The command line with a pipeline that only pretends, so that its answers alone are tested."""

import sys
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path, PurePosixPath

import pytest
from typer.testing import CliRunner

from pipeline.cli import asking
from pipeline.cli.app import app
from pipeline.config import load_settings
from pipeline.meetings import run_calendar
from pipeline.model.findings import FileAccount, Finding
from pipeline.model.request import Request
from pipeline.model.terms import STEPS
from pipeline.model.validated import Validated
from pipeline.publish.published import Published
from pipeline.transform import transform

CONFIG = """\
authority: {name: Exampleshire}
localities:
  - name: North Dale
    teams: [{name: Alder}]
  - name: South Vale
    teams: [{name: Birch}]
meetings:
  olt: {dates: [04/06/2026]}
  locality: {rule: second Tuesday}
"""
AS_AT = date(2026, 5, 29)


@dataclass
class Pretended:
    """Stands in for `pipeline.run`: answers as told, and remembers what it was asked."""

    outputs: Path
    findings: tuple[Finding, ...] = ()
    accounts: tuple[FileAccount, ...] = ()
    already: bool = False
    changed: tuple[str, ...] = ()
    spoiled: tuple[str, ...] = ()
    fails_with: BaseException | None = None
    documents: tuple[str, ...] = ("index.html", "data-quality.html")
    planned: tuple[str, ...] = ("a", "b")
    asked: list[Request] = field(default_factory=list)
    executors: list[object] = field(default_factory=list)

    def plan(self, request):
        self.asked.append(request)
        return self.planned

    def run(self, _request, executor, step):
        self.executors.append(executor)
        for name in STEPS:
            with step(name):
                pass
        if self.fails_with is not None:
            raise self.fails_with
        return Published(
            "2026-05-29",
            AS_AT,
            self.outputs / "2026-05-29",
            self.outputs / "restricted" / "2026-05-29",
            tuple(PurePosixPath(path) for path in self.documents),
            self.findings,
            already=self.already,
            changed=self.changed,
            spoiled=self.spoiled,
        )

    def check(self, request, step):
        self.asked.append(request)
        for name in STEPS[:3]:
            with step(name):
                pass
        if self.fails_with is not None:
            raise self.fails_with
        settings = load_settings(Path("config"))
        validated = Validated(
            as_at=AS_AT,
            extract_date=AS_AT,
            versions=None,
            tracker=None,
            scores=None,
            supplied=frozenset(),
            tracker_columns={},
            findings=self.findings,
            accounts=self.accounts,
            files=("a", "b"),
        )
        return validated, transform(validated, settings, run_calendar(settings, AS_AT, None))


@pytest.fixture
def pretended(tmp_path, monkeypatch):
    pretended = Pretended(tmp_path / "outputs")
    monkeypatch.setitem(sys.modules, "pipeline.run", pretended)
    return pretended


@pytest.fixture
def cinpack(tmp_path, monkeypatch):
    """Run a command in a folder that holds a config folder."""
    (tmp_path / "config").mkdir()
    (tmp_path / "config" / "authority.yaml").write_text(CONFIG)
    monkeypatch.chdir(tmp_path)

    def invoke(*words):
        return CliRunner().invoke(app, list(words))

    return invoke


@pytest.fixture
def on_day(monkeypatch):
    """Let the clock show a day."""

    def on_day(day):
        monkeypatch.setattr("pipeline.cli.clock.today", lambda: day)

    return on_day


@pytest.fixture
def answers(monkeypatch):
    """Let a person sit at the terminal who says yes to questions that hold one of these words."""
    said, asked = [], []
    monkeypatch.setattr(asking, "at_terminal", lambda: True)

    def confirmed(question):
        asked.append(question)
        return any(word in question for word in said)

    monkeypatch.setattr(asking, "confirmed", confirmed)
    return said, asked
