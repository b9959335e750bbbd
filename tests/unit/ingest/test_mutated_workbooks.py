"""Workbooks with a few bytes changed are read or refused: there is no other error."""

import io
import random
import re
import zipfile
from datetime import date

import pytest
from builders import TRACKED, TRACKER_HEADER, workbook
from old_workbooks import Error, Formula, xls
from open_workbooks import cell_of, ods, row_of

from pipeline.ingest.files.sniff import sniff
from pipeline.ingest.refusal import Refused
from pipeline.ingest.workbooks.sheets import open_book

ROWS = [TRACKER_HEADER, (*TRACKED, date(2026, 6, 5)), ("X0002", "", True, 0.5)]
BOOKS = {
    ".xlsx": workbook({"Tracker": [*ROWS, ["=1+1"]], "Old": ROWS}, hidden=["Old"], hidden_rows=[3]),
    ".ods": ods([*ROWS, row_of([cell_of("x", number_rows_spanned=2)], number_rows_repeated=3)]),
    ".xls": xls({"Tracker": [*ROWS, [Error("#REF!"), Formula("a")]]}, merged=[(1, 2, 3)]),
}
NUMBERS = (b"0", b"-1", b"1e400", b"nan", b"", b"65536", b"1048577", b"99999999999999999999")


def spoilt(content, chance):
    """Return bytes with up to four of them changed, cut out, doubled, or made another number."""
    content = bytearray(content)
    for _ in range(chance.randint(1, 4)):
        at, what = chance.randrange(len(content)), chance.randrange(5)
        if what == 0:
            content[at] = chance.randrange(256)
        elif what == 1:
            del content[at : at + chance.randint(1, 40)]
        elif what == 2:
            content[at:at] = content[chance.randrange(len(content)) :][: chance.randint(1, 200)]
        elif what == 3:
            content[at : at + 4] = chance.choice([b"\xff\xff\xff\xff", b"\0\0\0\0", b"\1\0\0\0"])
        else:
            found = list(re.finditer(rb"\d+", bytes(content)))
            if found:
                start, end = chance.choice(found).span()
                content[start:end] = chance.choice(NUMBERS)
    return bytes(content)


def spoilt_inside(content, chance):
    """Return a zip of which one part is spoilt; the zip itself is whole."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(stream, "w") as new:
        names = old.namelist()
        chosen = chance.choice([name for name in names if name.endswith((".xml", ".rels"))])
        for name in names:
            data = old.read(name)
            new.writestr(name, spoilt(data, chance) if name == chosen else data)
    return stream.getvalue()


def outcome(content, suffix):
    """Return what became of a file: read, or the code of the rule that refuses it."""
    try:
        book = open_book(content, sniff(content, suffix))
        for sheet in book.sheets:
            sheet.top(25)
            sheet.read()
    except Refused as refused:
        return refused.rule.code
    return "read"


@pytest.mark.parametrize(
    ("suffix", "spoil", "times"),
    [
        (".xlsx", spoilt_inside, 300),
        (".ods", spoilt_inside, 300),
        (".xlsx", spoilt, 100),
        (".ods", spoilt, 100),
        (".xls", spoilt, 15),
    ],
)
def test_a_workbook_that_is_spoilt_is_read_or_refused(suffix, spoil, times):
    chance = random.Random(suffix + spoil.__name__)  # noqa: S311 - the same each time
    outcomes = [outcome(spoil(BOOKS[suffix], chance), suffix) for _ in range(times)]
    assert outcomes.count("read") < times
    assert set(outcomes) > {"read"} or spoil is spoilt


@pytest.mark.parametrize("suffix", BOOKS)
def test_a_workbook_that_is_whole_is_read(suffix):
    assert outcome(BOOKS[suffix], suffix) == "read"
