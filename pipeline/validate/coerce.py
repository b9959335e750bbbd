"""Turns raw cells into ids, texts, dates and whole numbers; says what it could not."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from pipeline.model.dates import read_date, read_serial
from pipeline.model.findings import Rule
from pipeline.model.ingested import Cell, ErrorCell
from pipeline.model.rules.cells import (
    BLANK_WORD,
    CELL_ERROR,
    CELL_UNCALCULATED,
    DATE_NOT_CREDIBLE,
    DATE_SERIAL,
    DATE_UNREADABLE,
    DATE_ZONED,
    ID_DAMAGED,
    ID_ERROR,
    ID_IS_NAME,
    ID_UNCALCULATED,
    TEXT_CLEANED,
    TEXT_GARBLED,
)
from pipeline.validate.cleaner import clean
from pipeline.validate.zoned import read_moment

BLANK_WORDS: Final = re.compile(r"(?i)[-\u2010-\u2015.\s]+|n/?a|nil|none|null|not applicable")
ERROR_WORDS: Final = frozenset(
    {"#REF!", "#N/A", "#VALUE!", "#NAME?", "#DIV/0!", "#NUM!", "#NULL!", "#SPILL!", "#CALC!"}
)
FOREVER: Final = 2090
"""A date from this year on stands for "no end" in case systems."""

_DASHES: Final = re.compile(r"[-\u2010-\u2015.\s]+")
_GARBLED: Final = re.compile("[\u00c2\u00c3][\u0080-\u00bf]|\u00e2\u20ac")
"""UTF-8 that was taken for Windows-1252 once."""
_PROTECTED: Final = re.compile(r'="([^"]*)"')
"""How exports keep Excel from taking the noughts off an ID: ="00123"."""
_DAMAGED: Final = re.compile(r"(?i)[+-]?\d+(\.\d+)?E\+\d+|[+-]?\d\.\d+E\d+")
_WHOLE: Final = re.compile(r"(-?\d+)\.0+")
_DIGITS_KEPT: Final = 10**15
"""Excel keeps fifteen digits of a number."""
_SERIAL: Final = re.compile(r"\d{5}(\.\d+)?")
_RUN_TOGETHER: Final = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)")
"""20260529: whatever day and month come first elsewhere, read backwards it is no date."""


@dataclass(frozen=True, slots=True)
class Read:
    """What a cell came to: its value (None if blank) and the rule it met on the way, if any."""

    value: object
    rule: Rule | None = None


BLANK: Final = Read(None)
ID_ERRORS: Final = {CELL_ERROR: ID_ERROR, CELL_UNCALCULATED: ID_UNCALCULATED}
Reader = Callable[[Cell], Read]


def read_text(cell: Cell) -> Read:
    """Read a text; dashes, `n/a` and their like are blank, and said."""
    if isinstance(cell, str) and BLANK_WORDS.fullmatch(clean(cell)[0]):
        return Read(None, BLANK_WORD)
    return read_name(cell)


def read_name(cell: Cell) -> Read:
    """Read a text in which any word may be a name, `None` and `NA` included."""
    error = _error(cell)
    if error is not None:
        return error
    if not isinstance(cell, str):
        return Read(_as_text(cell))
    text, changed = _cleaned(cell)
    if not text or _DASHES.fullmatch(text):
        return BLANK
    if changed:
        return Read(text, TEXT_CLEANED)
    return Read(text, TEXT_GARBLED if _GARBLED.search(text) else None)


def read_id(cell: Cell) -> Read:
    """Read an identifier: text, `1001.0` being `1001`; one that Excel has damaged is refused."""
    if cell is None:
        return BLANK
    if isinstance(cell, (int, float)) and not isinstance(cell, bool):
        whole = abs(cell) < _DIGITS_KEPT and float(cell).is_integer()
        return Read(str(int(cell))) if whole else Read(None, ID_DAMAGED)
    error = _error(cell)
    if error is not None or not isinstance(cell, str):
        return Read(None, ID_ERRORS[error.rule] if error and error.rule else ID_DAMAGED)
    text, changed = _cleaned(cell)
    plain = " ".join(unicodedata.normalize("NFKC", text).split())
    if BLANK_WORDS.fullmatch(plain):
        return BLANK
    if _DAMAGED.fullmatch(plain) or (" " in plain and not any(c.isdigit() for c in plain)):
        return Read(None, ID_IS_NAME if " " in plain else ID_DAMAGED)
    number = _WHOLE.fullmatch(plain)
    plain = number.group(1) if number else plain
    return Read(plain or None, TEXT_CLEANED if changed and plain else None)


def date_reader(earliest: date, latest: date) -> Reader:
    """Return a reader of dates that takes none before `earliest` or after `latest` for true."""

    def read(cell: Cell) -> Read:
        found = read_day(cell)
        if isinstance(found.value, date) and not earliest <= found.value <= latest:
            return Read(None, DATE_NOT_CREDIBLE)
        return found

    return read


def read_day(cell: Cell) -> Read:
    """Read a date in any of the explicit forms, an Excel serial included; never month first."""
    error = _error(cell)
    if error is not None:
        return error
    if isinstance(cell, date):
        return Read(cell.date() if isinstance(cell, datetime) else cell)
    if isinstance(cell, (bool, int, float)):
        return _serial(cell)
    text = unicodedata.normalize("NFKC", _cleaned(cell)[0]) if cell else ""
    if not text or BLANK_WORDS.fullmatch(text):
        return Read(None, BLANK_WORD) if text else BLANK
    return _written_day(text)


def _written_day(text: str) -> Read:
    if _SERIAL.fullmatch(text):
        return _serial(float(text))
    if (day := read_date(text) or _run_together(text)) is not None:
        return Read(day)
    day = read_moment(text)
    return Read(day, DATE_ZONED if day else DATE_UNREADABLE)


def _run_together(text: str) -> date | None:
    parts = _RUN_TOGETHER.fullmatch(text)
    return read_date("-".join(parts.groups())) if parts else None


def _cleaned(cell: str) -> tuple[str, bool]:
    text, changed = clean(cell)
    protected = _PROTECTED.fullmatch(text)
    return (protected.group(1).strip() if protected else text), changed


def _serial(number: float) -> Read:
    if isinstance(number, bool):
        return Read(None, DATE_UNREADABLE)
    if day := read_serial(number):
        return Read(day, DATE_SERIAL)
    day = _run_together(f"{number:.0f}") if float(number).is_integer() else None
    return Read(day, None if day else DATE_UNREADABLE)


def _as_text(cell: Cell) -> str | None:
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, date):
        return f"{cell:%d/%m/%Y}"
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return None if cell is None else str(cell)


def read_whole(cell: Cell) -> int | None:
    """Return the whole number that a cell holds, else None."""
    if isinstance(cell, bool) or cell is None or isinstance(cell, (date, ErrorCell)):
        return None
    if isinstance(cell, (int, float)):
        return int(cell) if float(cell).is_integer() else None
    text = unicodedata.normalize("NFKC", _cleaned(cell)[0])
    whole = _WHOLE.fullmatch(text)
    text = whole.group(1) if whole else text
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else None


def _error(cell: Cell) -> Read | None:
    if isinstance(cell, ErrorCell):
        return Read(None, CELL_UNCALCULATED if cell == "=" else CELL_ERROR)
    if isinstance(cell, str) and cell.startswith("#") and cell.strip().upper() in ERROR_WORDS:
        return Read(None, CELL_ERROR)
    return None
