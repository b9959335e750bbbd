"""Reads delimited text: the header decides the delimiter, and nothing is guessed or skipped."""

import csv
import io
from contextlib import suppress
from itertools import islice
from typing import Final

from pipeline.ingest.encoding import decode
from pipeline.ingest.grid import TOP, Grid
from pipeline.ingest.headers import Contract
from pipeline.ingest.refusal import Refused
from pipeline.model import rules

DELIMITERS: Final = {",": "comma", ";": "semicolon", "\t": "tab", "|": "bar"}


def read_delimited(content: bytes, contract: Contract) -> Grid:
    """Return the rows of a delimited file.

    Raises Refused if the bytes are no one encoding, if no delimiter gives the columns that the
    source needs, or if a quotation mark is opened and never rightly closed.
    """
    text = decode(content)
    delimiter = _delimiter(text, contract)
    return Grid("", _rows(text, delimiter), even=True)


def top_rows(content: bytes, contract: Contract) -> list[list[str]]:
    """Return the first rows only, enough to find the header and the file's own date."""
    text = decode(content)
    return _top(text, _delimiter(text, contract), TOP + 5)


def _delimiter(text: str, contract: Contract) -> str:
    tops = {delimiter: _top(text, delimiter) for delimiter in DELIMITERS}
    fitting = [delimiter for delimiter, rows in tops.items() if contract.fits(rows)]
    if len(fitting) == 1:
        return fitting[0]
    if fitting:
        names = " or ".join(DELIMITERS[delimiter] for delimiter in fitting)
        raise Refused(rules.DELIMITER_UNCLEAR, delimiters=names)
    return max(DELIMITERS, key=lambda delimiter: contract.recognises(tops[delimiter]))


def _top(text: str, delimiter: str, count: int = TOP) -> list[list[str]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    rows: list[list[str]] = []
    with suppress(csv.Error):  # under a wrong delimiter quotation marks stand in odd places
        rows.extend(islice(reader, count))
    return rows


def _rows(text: str, delimiter: str) -> list[list[str]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    rows: list[list[str]] = []
    begins = 1
    try:
        for row in reader:
            rows.append(row)
            begins = reader.line_num + 1
    except csv.Error as error:
        raise Refused(rules.QUOTES, row=len(rows) + 1, line=str(begins)) from error
    return rows
