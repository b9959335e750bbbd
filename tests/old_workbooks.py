"""Builds small .xls workbooks (BIFF8 in an OLE file), well or badly made."""

import struct
from dataclasses import dataclass
from datetime import date, datetime

SECTOR = 512
FREE, END, IN_FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
ERRORS = {
    "#NULL!": 0,
    "#DIV/0!": 7,
    "#VALUE!": 15,
    "#REF!": 23,
    "#NAME?": 29,
    "#NUM!": 36,
    "#N/A": 42,
}
PLAIN, DAY, SPECIAL = 15, 16, 17
"""Positions of the cell formats: general, a date, one that a test gives."""


@dataclass(frozen=True)
class Error:
    """A cell that shows an error."""

    text: str


@dataclass(frozen=True)
class Formula:
    """A formula with the value last saved; a text that is empty is saved as one."""

    value: object


@dataclass(frozen=True)
class Styled:
    """A number under the number format that the workbook is given."""

    value: float


def xls(sheets, *, hidden=(), hidden_rows=(), hidden_columns=(), merged=(), protected=False,
        date_1904=False, number_format="0.00"):  # fmt: skip
    """Return a workbook's bytes: `sheets` is rows by sheet name.

    `hidden` names sheets; `hidden_rows`, `hidden_columns` and `merged` (column, first row, last
    row), all from 1, are of the first sheet. A `protected` one only says that it is encrypted.
    """
    heads = [
        _unseen(hidden_rows, hidden_columns) + _merged(merged) if at == 0 else b""
        for at in range(len(sheets))
    ]
    bodies = [
        _sheet(rows, head, date_1904) for rows, head in zip(sheets.values(), heads, strict=True)
    ]
    names = [(name, name in hidden) for name in sheets]
    facts = {"protected": protected, "date_1904": date_1904, "number_format": number_format}
    at = len(_globals(names, [0] * len(names), **facts))
    offsets = [at + sum(map(len, bodies[:number])) for number in range(len(bodies))]
    return ole({"Workbook": _globals(names, offsets, **facts) + b"".join(bodies)})


def ole(streams):
    """Return an OLE file that holds the streams; each becomes at least 4096 bytes long."""
    padded = {name: data.ljust(4096, b"\0") for name, data in streams.items()}
    sectors = [-(-len(data) // SECTOR) for data in padded.values()]
    entries = -(-(1 + len(padded)) // 4)
    tables = 1
    while tables * 128 < tables + entries + sum(sectors):
        tables += 1
    chain = [IN_FAT] * tables + _run(tables, entries)
    starts, at = [], tables + entries
    for count in sectors:
        starts.append(at)
        chain += _run(at, count)
        at += count
    chain += [FREE] * (tables * 128 - len(chain))
    directory = _entry("Root Entry", 5, END, 0, child=1)
    for number, (name, data) in enumerate(padded.items(), 1):
        right = number + 1 if number < len(padded) else FREE
        directory += _entry(name, 2, starts[number - 1], len(data), right=right)
    directory = directory.ljust(entries * SECTOR, b"\0")
    header = struct.pack(
        "<8s16sHHHHHHLLLLLLLLLL",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"", 0x3E, 3, 0xFFFE, 9, 6, 0, 0, 0, tables, tables,
        0, 4096, END, 0, END, 0,
    )  # fmt: skip
    header += struct.pack("<109L", *range(tables), *[FREE] * (109 - tables))
    body = b"".join(data.ljust(-(-len(data) // SECTOR) * SECTOR, b"\0") for data in padded.values())
    return header + struct.pack(f"<{len(chain)}L", *chain) + directory + body


def _run(start, count):
    return [*range(start + 1, start + count), END]


def _entry(name, kind, start, size, *, right=FREE, child=FREE):
    text = name.encode("utf-16-le") + b"\0\0"
    return struct.pack(
        "<64sHBBLLL16sLQQLQ",
        text,
        len(text),
        kind,
        1,
        FREE,
        right,
        child,
        b"",
        0,
        0,
        0,
        start,
        size,
    )


def record(kind, data=b""):
    """Return one BIFF record."""
    return struct.pack("<HH", kind, len(data)) + data


def _text(words, length="<H"):
    data = words.encode("utf-16-le")
    return struct.pack(length, len(data) // 2) + b"\x01" + data


def _globals(names, offsets, *, protected, date_1904, number_format):
    parts = [record(0x809, struct.pack("<HHHHLL", 0x600, 5, 0x1234, 1997, 0, 0))]
    if protected:
        parts.append(record(0x2F, struct.pack("<HHH", 1, 1, 1) + bytes(48)))
    parts.append(record(0x42, struct.pack("<H", 1200)))
    parts.append(record(0x22, struct.pack("<H", date_1904)))
    font = struct.pack("<HHHHHBBBB", 200, 0, 0x7FFF, 400, 0, 0, 0, 0, 0) + _text("Arial", "<B")
    parts += [record(0x31, font)] * 4
    parts.append(record(0x41E, struct.pack("<H", 164) + _text("dd/mm/yyyy")))
    parts.append(record(0x41E, struct.pack("<H", 165) + _text(number_format)))
    for number in range(SPECIAL + 1):
        key, style = {DAY: 164, SPECIAL: 165}.get(number, 0), 0xFFF5 if number < PLAIN else 1
        parts.append(record(0xE0, struct.pack("<HHHBBBBLLH", 0, key, style, 32, *[0] * 6)))
    for (name, hidden), offset in zip(names, offsets, strict=True):
        parts.append(record(0x85, struct.pack("<LBB", offset, hidden, 0) + _text(name, "<B")))
    return b"".join(parts) + record(0x0A)


def _unseen(rows, columns):
    narrow = [struct.pack("<HHHHHH", each - 1, each - 1, 2000, PLAIN, 1, 0) for each in columns]
    low = [struct.pack("<HHHHHHL", each - 1, 0, 1, 255, 0, 0, 0x20) for each in rows]
    return b"".join(
        [*(record(0x7D, each) for each in narrow), *(record(0x208, each) for each in low)]
    )


def _merged(cells):
    ranges = [struct.pack("<HHHH", top - 1, last - 1, at - 1, at - 1) for at, top, last in cells]
    return record(0xE5, struct.pack("<H", len(ranges)) + b"".join(ranges)) if ranges else b""


def _sheet(rows, head, date_1904):
    start = record(0x809, struct.pack("<HHHHLL", 0x600, 0x10, 0x1234, 1997, 0, 0))
    cells = [
        _cell(struct.pack("<HH", at, column), cell, date_1904)
        for at, row in enumerate(rows)
        for column, cell in enumerate(row)
        if cell is not None and cell != ""
    ]
    return start + head + b"".join(cells) + record(0x0A)


def _cell(place, cell, date_1904):
    if isinstance(cell, Formula):
        return _formula(place, cell.value)
    if isinstance(cell, str):
        return record(0x204, place + struct.pack("<H", PLAIN) + _text(cell))
    if isinstance(cell, (Error, bool)):
        code = ERRORS[cell.text] if isinstance(cell, Error) else cell
        return record(0x205, place + struct.pack("<HBB", PLAIN, code, isinstance(cell, Error)))
    style, value = PLAIN, cell
    if isinstance(cell, Styled):
        style, value = SPECIAL, cell.value
    elif isinstance(cell, date):
        style, value = DAY, _serial(cell, date_1904)
    return record(0x203, place + struct.pack("<Hd", style, value))


def _formula(place, value):
    follows = b""
    if isinstance(value, Error):
        saved = struct.pack("<BBBBBBH", 2, 0, ERRORS[value.text], 0, 0, 0, 0xFFFF)
    elif isinstance(value, bool):
        saved = struct.pack("<BBBBBBH", 1, 0, value, 0, 0, 0, 0xFFFF)
    elif value == "":
        saved = struct.pack("<BBBBBBH", 3, 0, 0, 0, 0, 0, 0xFFFF)
    elif isinstance(value, str):
        saved, follows = (
            struct.pack("<BBBBBBH", 0, 0, 0, 0, 0, 0, 0xFFFF),
            record(0x207, _text(value)),
        )
    else:
        saved = struct.pack("<d", value)
    head = place + struct.pack("<H", PLAIN) + saved
    return record(0x06, head + struct.pack("<HLH", 0, 0, 3) + b"\x1e\x01\x00") + follows


def _serial(day, date_1904):
    start = date(1904, 1, 1) if date_1904 else date(1899, 12, 30)
    clock = (day.hour * 60 + day.minute) / 1440 if isinstance(day, datetime) else 0
    return (date(day.year, day.month, day.day) - start).days + clock
