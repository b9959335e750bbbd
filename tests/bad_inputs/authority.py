"""The small whole authority that every entry spoils in one place.

Two localities, three teams, a case extract, a tracker for each team and a table of scores: clean, so
that a run of it finds nothing. Whatever stands in an identifying cell is remembered as a secret.
"""

import csv
import io
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from builders import csv_text, workbook

from pipeline.model.tables import CASE_EXTRACT, SCORES, SOURCES, TRACKER

EXTRACT = "CIN plans 29.05.2026.csv"
EXTRACT_PATH = f"extracts/{EXTRACT}"
BOOK = "CIN plans 29.05.2026.xlsx"
BOOK_PATH = f"extracts/{BOOK}"
SCORES_PATH = "reviews/scores.csv"
LOCALITY = {"Alder": "North Dale", "Birch": "North Dale", "Cedar": "South Vale"}
SHORTEST_SECRET = 4

CONFIG = """\
authority: {name: Exampleshire}
localities:
  - name: North Dale
    teams:
      - {name: Alder}
      - {name: Birch}
  - name: South Vale
    teams:
      - {name: Cedar}
"""

PLANS = """\
child_id,plan_start,plan_end,end_reason,locality,team,practitioner,date_of_birth,cin_meeting,plan_written,plan_signed_off,plan_sent,last_visit
X4071,05/01/2026,,,North Dale,Alder,Worker Quill,03/04/2017,13/05/2026,14/05/2026,15/05/2026,15/05/2026,19/05/2026
X4072,13/10/2025,,,North Dale,Alder,Worker Quill,17/08/2013,14/05/2026,15/05/2026,18/05/2026,18/05/2026,20/05/2026
X4073,21/02/2025,,,North Dale,Alder,Worker Thorn,22/11/2019,18/05/2026,19/05/2026,20/05/2026,21/05/2026,26/05/2026
X4074,16/03/2026,,,North Dale,Alder,Worker Thorn,30/01/2011,19/05/2026,,,,22/05/2026
X4075,02/06/2025,20/04/2026,Needs met,North Dale,Alder,Worker Quill,04/07/2015,13/04/2026,14/04/2026,15/04/2026,16/04/2026,15/04/2026
X4076,09/02/2026,,,North Dale,Birch,Worker Umber,25/12/2016,15/05/2026,18/05/2026,19/05/2026,19/05/2026,21/05/2026
X4077,24/11/2025,,,North Dale,Birch,Worker Umber,08/03/2018,12/05/2026,13/05/2026,14/05/2026,14/05/2026,18/05/2026
X4078,17/09/2025,16/02/2026,Stepped down,North Dale,Birch,Worker Umber,19/05/2014,16/01/2026,17/01/2026,19/01/2026,19/01/2026,13/02/2026
X4079,30/03/2026,,,South Vale,Cedar,Worker Yarrow,02/10/2012,20/05/2026,21/05/2026,22/05/2026,22/05/2026,27/05/2026
X4080,14/04/2025,,,South Vale,Cedar,Worker Yarrow,27/06/2020,13/05/2026,14/05/2026,15/05/2026,15/05/2026,14/05/2026
X4081,18/08/2025,26/03/2026,Escalated,South Vale,Cedar,Worker Yarrow,15/02/2009,17/03/2026,18/03/2026,18/03/2026,19/03/2026,24/03/2026
"""

ROWS = """\
team,child_id,practitioner,stage,barrier,previous_action,action,owner,due,planned_closure,discussed,notes
Alder,X4071,Worker Quill,Intervention underway,Housing,Phoned landlord,Send housing letter,Worker Quill,15/06/2026,,26/05/2026,note amaranth
Alder,X4072,Worker Quill,Identified for potential closure,Family engagement,Met with mother,Agree closing visit,Worker Quill,17/06/2026,25/06/2026,26/05/2026,note burdock
Alder,X4073,Worker Thorn,Decided to close,Housing,Agreed closure,Final home visit,Worker Thorn,05/06/2026,08/06/2026,26/05/2026,note campion
Alder,X4074,Worker Thorn,Awaiting first CIN meeting,,Rang school,Book first meeting,Worker Thorn,03/06/2026,,26/05/2026,note dittany
Birch,X4076,Worker Umber,Intervention underway,Housing,Wrote to school,Chase the referral,Worker Umber,16/06/2026,,27/05/2026,note eyebright
Birch,X4077,Worker Umber,Decided to close,Family engagement,Closing meeting held,Send closing letter,Worker Umber,09/06/2026,10/06/2026,27/05/2026,note fennel
Cedar,X4079,Worker Yarrow,Awaiting first CIN meeting,,Asked health visitor,Hold first meeting,Worker Yarrow,04/06/2026,,28/05/2026,note gromwell
Cedar,X4080,Worker Yarrow,Intervention underway,School or nursery place,Toured nursery,Confirm nursery place,Worker Yarrow,18/06/2026,,28/05/2026,note hyssop
"""

SCORED = tuple(
    (LOCALITY[team], team, day, "A Reviewer", str(criterion), str(score))
    for team, day, first in (
        ("Alder", "13/02/2026", 2),
        ("Alder", "15/05/2026", 3),
        ("Birch", "15/05/2026", 2),
        ("Cedar", "18/05/2026", 3),
    )
    for criterion, score in zip(range(1, 12), [first, first + 1, first + 2] * 4, strict=False)
)


def header(source, names):
    """Return the usual headers of canonical columns."""
    return [SOURCES[source].column(name).header for name in names]


@dataclass
class Table:
    """Rows of cells under canonical names, and the headers they stand under."""

    source: str
    names: list[str]
    rows: list[list[object]]
    header: list[str] = field(default_factory=list)

    def __post_init__(self):
        self.header = self.header or header(self.source, self.names)

    def put(self, row, **cells):
        """Change cells of one row (0 is the first below the header)."""
        for name, value in cells.items():
            self.rows[row][self.names.index(name)] = value

    def row(self, child):
        """Return the position of a child's row."""
        at = self.names.index("child_id")
        return next(number for number, row in enumerate(self.rows) if row[at] == child)

    def drop(self, *names):
        """Take columns out."""
        for name in names:
            at = self.names.index(name)
            del self.names[at], self.header[at]
            for row in self.rows:
                del row[at]

    def add(self, name, cells, header_text=""):
        """Put a column on at the end."""
        self.names.append(name)
        self.header.append(header_text or header(self.source, [name])[0])
        for row, cell in zip(self.rows, cells, strict=True):
            row.append(cell)

    @property
    def text(self):
        """The table as comma-separated text."""
        return csv_text(self.rows, self.header)

    @property
    def grid(self):
        """The table with its header, as rows of a sheet."""
        return [list(self.header), *(list(row) for row in self.rows)]

    def secrets(self):
        """Yield what stands in identifying cells, as it is written."""
        columns = {c.name for c in SOURCES[self.source].columns if c.privacy == "identifying"}
        for row in self.rows:
            for name, cell in zip(self.names, row, strict=False):
                if name in columns and isinstance(cell, str):
                    yield cell


class Authority:
    """A small authority's config and inputs, to be spoilt and then written."""

    def __init__(self):
        self.config = {"authority.yaml": CONFIG}
        self.plans = _table("case_extract", PLANS)
        rows = _read(ROWS)
        self.trackers = {
            team: Table(
                "tracker", list(rows[0][1:]), [list(row[1:]) for row in rows[1:] if row[0] == team]
            )
            for team in LOCALITY
        }
        self.scores = Table("scores", list(SCORES.names), [list(row) for row in SCORED])
        self.files: dict[str, bytes | None] = {}
        self.secrets: set[str] = set()
        self.after = []

    def put(self, path, content):
        """Put a file below inputs in place of the clean one, or beside it; None takes it away."""
        self.files[path] = content.encode() if isinstance(content, str) else content

    def setting(self, text, name="more.yaml"):
        """Add a file to the config folder."""
        self.config[name] = text

    def tracker_path(self, team="Alder", name=""):
        """Return where a team's tracker is."""
        return f"trackers/CIN {LOCALITY[team]}/{team}/{name or f'{team} IC Meetings.xlsx'}"

    def as_workbook(self, rows=None, **how):
        """Supply the extract as a workbook instead of as text."""
        self.put(EXTRACT_PATH, None)
        self.put(BOOK_PATH, workbook({"Export": rows or self.plans.grid}, **how))

    def tracker_book(self, team="Alder", rows=None, sheets=None, **how):
        """Write a team's tracker with other rows, sheets or trimmings."""
        tables = sheets or {"Tracker": rows or self.trackers[team].grid}
        self.put(self.tracker_path(team), workbook(tables, **how))

    def contents(self):
        """Return every input by path below the inputs folder."""
        made = {EXTRACT_PATH: self.plans.text.encode(), SCORES_PATH: self.scores.text.encode()}
        for team, table in self.trackers.items():
            if self.tracker_path(team) not in self.files:
                made[self.tracker_path(team)] = _tracker(repr(table.grid), table.grid)
        made.update(self.files)
        return {path: content for path, content in made.items() if content is not None}

    def all_secrets(self):
        """Return what no circulated file and no line of the console may hold."""
        tables = (self.plans, *self.trackers.values())
        found = {cell for table in tables for cell in table.secrets()} | self.secrets
        return {cell.strip() for cell in found if len(cell.strip()) >= SHORTEST_SECRET}

    def write(self, folder):
        """Write config and inputs below a folder."""
        for name, text in self.config.items():
            _write(folder / "config" / name, text if isinstance(text, bytes) else text.encode())
        (folder / "inputs").mkdir(parents=True, exist_ok=True)
        for path, content in self.contents().items():
            _write(folder / "inputs" / path, content)
        for act in self.after:
            act(folder)


_kept: dict[str, bytes] = {}


def _tracker(key, grid):
    if key not in _kept:
        _kept[key] = workbook({"Tracker": grid})
    return _kept[key]


@lru_cache
def _read(text):
    return tuple(tuple(row) for row in csv.reader(io.StringIO(text)))


def _table(source, text):
    rows = _read(text)
    return Table(source, list(rows[0]), [list(row) for row in rows[1:]])


def _write(path: Path, content):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


__all__ = ["CASE_EXTRACT", "TRACKER", "Authority", "Table"]
