"""What a run left behind: its console, its findings, its figures and the account of its rows."""

import csv
import io
import json
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from bad_inputs.authority import Authority
from bad_inputs.fork_server import READ


@dataclass
class Result:
    """One run of cinpack, read from outside."""

    authority: Authority
    folder: Path
    code: int
    seconds: float
    waited: float
    megabytes: int
    console: str
    notes: str = ""
    changed_inputs: tuple[str, ...] = ()
    check_code: int | None = None
    texts: dict[str, str] = field(default_factory=dict)

    @cached_property
    def period(self):
        """The published period's folder, or None."""
        found = sorted((self.folder / "outputs").glob("[12]*"))
        return found[0] if found else None

    @cached_property
    def read_alone(self):
        """What came of the rows where the inputs were read and no more."""
        path = self.folder / READ
        empty = {"findings": [], "tables": []}
        return json.loads(path.read_text(encoding="utf-8")) if path.exists() else empty

    @cached_property
    def restricted(self):
        """The folder for the performance officer only."""
        return self.folder / "outputs" / "restricted" / self.period.name

    @cached_property
    def findings(self):
        """The findings as their restricted file has them."""
        if self.period is None:
            return []
        return _rows(self.restricted / "findings.csv")

    @cached_property
    def codes(self):
        """The rule codes said."""
        return {finding["rule"] for finding in self.findings}

    @cached_property
    def figures(self):
        """Every figure by what it is: measure, category, scope, window."""
        rows = _rows(self.period / "figures.csv") if self.period else []
        keys = ("measure", "category", "scope_type", "locality", "team", "window")
        return {tuple(row[key] for key in keys): row for row in rows}

    @cached_property
    def manifest(self):
        """The manifest."""
        return json.loads((self.period / "manifest.json").read_text(encoding="utf-8"))

    @cached_property
    def tables(self):
        """The account of each table read, with its file's path."""
        return [
            {"file": each["path"], **table}
            for each in self.manifest["inputs"]
            for table in each["tables"]
        ]

    def value(self, measure, team="", category="", window=""):
        """Return a state figure's value as text: of a team if named, else of the authority."""
        for key, row in self.figures.items():
            kind = "team" if team else "authority"
            if key[0] == measure and key[1:3] == (category, kind) and key[4:] == (team, window):
                return row["value"]
        return None

    def circulated(self):
        """Yield each circulated file that is text, with its text."""
        for path in sorted(self.period.rglob("*")) if self.period else ():
            if path.suffix in {".csv", ".html", ".json"}:
                yield path.name, path.read_text(encoding="utf-8")


def place_of(finding):
    """Return a finding's place as people are told it."""
    row = f"row {finding['row']}" if finding["row"] else ""
    sheet = f"sheet {finding['sheet']}" if finding["sheet"] else ""
    file = finding["file"].removeprefix("'")
    return ", ".join(part for part in (file, sheet, row, finding["column"]) if part)


def _rows(path):
    text = path.read_bytes().decode("utf-8-sig") if path.exists() else ""
    return list(csv.DictReader(io.StringIO(text, newline="")))
