"""Reads delimited text: the header decides the delimiter, and nothing is guessed or skipped."""

import csv
import io
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from typing import Final

from pipeline.ingest.refusal import Refused
from pipeline.ingest.tables.bounds import LAST_ROW, MOST_CELLS
from pipeline.ingest.tables.encoding import decode
from pipeline.ingest.tables.grid import TOP, Grid
from pipeline.ingest.tables.headers import Contract
from pipeline.model.rules.files import (
    DELIMITER_UNCLEAR,
    FILE_TOO_LONG,
    QUOTES,
)

LONGEST_LINE: Final = 1_000_000
TOP_SIZE: Final = 1_000_000
"""Characters in which the top rows stand."""
DELIMITERS: Final = {",": "comma", ";": "semicolon", "\t": "tab", "|": "bar"}


@dataclass(frozen=True)
class Delimited:
    """A delimited file's text, and the delimiter under which it has the source's columns."""

    text: str
    delimiter: str

    def top(self, count: int) -> list[list[str]]:
        """Return the first rows only."""
        return _top(self.text[:TOP_SIZE], self.delimiter, count)

    def read(self) -> Grid:
        """Return all rows.

        Raises Refused if a quotation mark is opened and never rightly closed.
        """
        return Grid("", _rows(self.text, self.delimiter), even=True)


class Undelimited:
    """The text of a file whose delimiter no source has claimed yet: `tops` has its first rows each way.

    Making one raises Refused if the bytes are no one encoding.
    """

    def __init__(self, content: bytes) -> None:
        self._text = decode(content)
        self.tops = {delimiter: _top(self._text[:TOP_SIZE], delimiter) for delimiter in DELIMITERS}

    def under(self, contract: Contract) -> Delimited:
        """Return the text under the delimiter that gives a source its columns.

        Raises Refused if two delimiters would do.
        """
        fitting = [delimiter for delimiter, rows in self.tops.items() if contract.fits(rows)]
        if len(fitting) > 1:
            names = " or ".join(DELIMITERS[delimiter] for delimiter in fitting)
            raise Refused(DELIMITER_UNCLEAR, delimiters=names)
        best = max(DELIMITERS, key=lambda each: contract.recognises(self.tops[each]))
        return Delimited(self._text, fitting[0] if fitting else best)


def _top(text: str, delimiter: str, count: int = TOP) -> list[list[str]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    rows: list[list[str]] = []
    with suppress(csv.Error):  # under a wrong delimiter quotation marks stand in odd places
        rows.extend(islice(reader, count))
    return rows


def _rows(text: str, delimiter: str) -> list[list[str]]:
    csv.field_size_limit(LONGEST_LINE)  # Python's own limit would look like a wrong quotation mark
    reader = csv.reader(_lines(text), delimiter=delimiter, strict=True)
    rows: list[list[str]] = []
    begins = 1
    cells = 0
    try:
        for row in reader:
            rows.append(row)
            begins = reader.line_num + 1
            cells += len(row)
            if len(rows) > LAST_ROW:
                raise Refused(FILE_TOO_LONG, limit=f"{LAST_ROW:,} rows")
            if cells > MOST_CELLS:
                raise Refused(FILE_TOO_LONG, limit=f"{MOST_CELLS:,} cells")
    except csv.Error as error:
        raise Refused(QUOTES, row=len(rows) + 1, line=str(begins)) from error
    return rows


def _lines(text: str) -> Iterator[str]:
    """Yield each line with its end, however lines end. Raises Refused if one is far too long."""
    for line in io.StringIO(text, newline=""):
        if len(line) > LONGEST_LINE:
            raise Refused(FILE_TOO_LONG, limit=f"{LONGEST_LINE:,} characters on a line")
        yield line
