"""Reads .xls workbooks, in a process that may take only so much memory and time."""

import io
import json
import subprocess
import sys
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any, Final

from pipeline.ingest.files.other_files import OLD_DOCUMENT
from pipeline.ingest.refusal import Refused
from pipeline.ingest.tables.bounds import MOST_CELLS, MOST_SHEETS, Room
from pipeline.ingest.workbooks.beside import Beside
from pipeline.ingest.workbooks.held_sheet import HeldSheet
from pipeline.ingest.workbooks.serials import moment
from pipeline.ingest.workbooks.sheet_rows import SheetRows
from pipeline.model.findings import Rule
from pipeline.model.ingested import Cell, ErrorCell
from pipeline.model.rules.files import (
    FILE_DAMAGED,
    FILE_NOT_ITS_KIND,
    FILE_PROTECTED,
    FILE_TOO_MUCH,
    FILE_UNSAFE,
)

MEMORY: Final = 2 << 30
SECONDS: Final = 60
MOST_SAID: Final = 300_000_000
"""Bytes of JSON."""

CHILD: Final = Path(__file__).with_name("xls_child.py")
_NO_WINDOW: Final = getattr(subprocess, "CREATE_NO_WINDOW", 0)
_WRONG: Final[dict[str, Rule]] = {
    "protected": FILE_PROTECTED,
    "damaged": FILE_DAMAGED,
    "large": FILE_TOO_MUCH,
}


class XlsBook:
    """The sheets of an .xls, and what stands beside its cells."""

    def __init__(self, content: bytes) -> None:
        """Read it all. Raises Refused if it is damaged, protected or takes too much."""
        self.sheets: list[HeldSheet] = []
        self.from_1904 = False
        self._comments = self._links = 0
        self._room = Room()
        lines = _told(content)
        for line in lines:
            about = json.loads(line)
            if "name" in about:
                self._take(about, lines)
            elif "links" in about:
                self.from_1904, self._links = about["from_1904"], about["links"]
            elif "end" in about:
                return
            else:
                raise _refusal(about)
        raise Refused(FILE_TOO_MUCH)

    @property
    def beside(self) -> Beside:
        """What stands beside the cells."""
        return Beside(comments=self._comments, links=self._links)

    def _take(self, about: dict[str, Any], lines: Iterator[bytes]) -> None:
        if len(self.sheets) == MOST_SHEETS:
            raise Refused(FILE_UNSAFE, why="it has more sheets than a workbook has")
        found = SheetRows(self._room)
        hidden = set(about["hidden_rows"])
        for number, line in enumerate(islice(lines, about["rows"]), 1):
            cells = json.loads(line)
            if isinstance(cells, dict):
                raise _refusal(cells)
            row = tuple(self._cell(cell) for cell in cells)
            found.add(row, number, hidden=number in hidden)
        for merged in about["merged"]:
            found.merge(*merged)
        for column in about["hidden_columns"]:
            found.hide_columns(column, column)
        self._comments += about["comments"]
        self.sheets.append(HeldSheet(about["name"], about["hidden"], found))

    def _cell(self, cell: Any) -> Cell:  # noqa: ANN401 - whatever JSON holds
        if isinstance(cell, dict):
            if "d" in cell:
                return moment(cell["d"], from_1904=self.from_1904)
            return ErrorCell(cell["e"])
        return cell  # type: ignore[no-any-return]


def _refusal(said: dict[str, str]) -> Refused:
    if said["wrong"] == "no workbook":
        return Refused(FILE_NOT_ITS_KIND, found=OLD_DOCUMENT)
    return Refused(_WRONG[said["wrong"]])


def _told(content: bytes) -> Iterator[bytes]:
    """Return the lines that the child writes; Refused if it dies or takes too long."""
    limits = [str(limit) for limit in (MEMORY, MOST_CELLS, MOST_SAID)]
    try:
        run = subprocess.run(  # noqa: S603 - our own program
            [sys.executable, "-P", str(CHILD), *limits],
            input=content,
            capture_output=True,
            timeout=SECONDS,
            check=False,
            creationflags=_NO_WINDOW,
        )
    except (subprocess.TimeoutExpired, OSError) as error:
        raise Refused(FILE_TOO_MUCH) from error
    if run.returncode:
        raise Refused(FILE_TOO_MUCH)
    return io.BytesIO(run.stdout)
