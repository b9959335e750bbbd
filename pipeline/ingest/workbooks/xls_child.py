"""A program of its own: reads an .xls from its input and writes its sheets as lines of JSON.

An .xls is a binary file whose parts point to one another, so one made in bad faith can keep a
reader busy or fill the memory. It is read by a process that can be ended, and that is told how
many bytes of memory it may take and how many cells and bytes it may say. It imports nothing of the
pipeline.

Lines: an object about the book; for each sheet an object, then an array for each of its `rows`;
last, an object with what is `wrong`, or with the `end`. A date is `{"d": serial}`, an error
`{"e": text}`.
"""

import json
import math
import os
import sys
from collections.abc import Callable
from typing import IO, Any

DIGITS_KEPT = 1e15
"""Excel keeps fifteen digits of a number."""

_encode = json.JSONEncoder(ensure_ascii=True, allow_nan=False).encode

Say = Callable[[object], None]


class TooLargeError(Exception):
    """The sheets hold more than may be said."""


def main(memory: int, cells: int, most: int) -> None:
    """Read the workbook and say what is in it, in no more than so many cells and bytes."""
    limit_memory(memory)
    content = sys.stdin.buffer.read()
    try:
        read(content, cells, speaker(sys.stdout.buffer, most))
        last = {"end": ""}
    except (MemoryError, TooLargeError):
        last = {"wrong": "large"}
    except Exception as error:  # noqa: BLE001 - whatever the library raises over a damaged file
        last = {"wrong": wrong(str(error))}
    speaker(sys.stdout.buffer, most)(last)
    sys.stdout.buffer.flush()


def wrong(error: str) -> str:
    """Return what is wrong with a workbook over which the library raised an error."""
    if "encrypted" in error:
        return "protected"
    return "no workbook" if "find workbook" in error else "damaged"


def limit_memory(most: int) -> None:
    """Let this process have no more memory, and leave no image of it if it dies."""
    try:
        import resource
    except ImportError:  # Windows: there the clock alone bounds it
        return
    resource.setrlimit(resource.RLIMIT_AS, (most, most))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def speaker(stream: IO[bytes], most: int) -> Say:
    """Return what writes lines of JSON, of so many bytes at most."""
    left = most

    def say(what: object) -> None:
        nonlocal left
        line = f"{_encode(what)}\n".encode()
        left -= len(line)
        if left < 0:
            raise TooLargeError
        stream.write(line)

    return say


def read(content: bytes, cells: int, say: Say) -> None:
    """Say each sheet and its rows. Raises TooLargeError, and whatever the library does."""
    import xlrd

    with open(os.devnull, "w", encoding="utf-8") as quiet:  # noqa: PTH123 - a device, not a file
        book = xlrd.open_workbook(
            file_contents=content,
            logfile=quiet,
            formatting_info=True,
            on_demand=True,
            ragged_rows=True,
        )
        links = book._supbook_types.count(xlrd.book.SUPBOOK_EXTERNAL)  # noqa: SLF001 - said nowhere else
        say({"from_1904": book.datemode == 1, "links": links})
        for position in range(book.nsheets):
            sheet = book.sheet_by_index(position)
            say(about(sheet))
            for at in range(sheet.nrows):
                row = row_of(sheet, at)
                cells -= len(row) + 1
                if cells < 0:
                    raise TooLargeError
                say(row)
            book.unload_sheet(position)


def about(sheet: Any) -> dict[str, object]:  # noqa: ANN401 - the library has no types
    """Return what is to be known of a sheet beside its rows; all is counted from 1."""
    return {
        "name": sheet.name,
        "hidden": sheet.visibility != 0,
        "rows": sheet.nrows,
        "merged": [
            [left + 1, top + 1, bottom]
            for top, bottom, left, _ in sheet.merged_cells
            if bottom > top + 1
        ],
        "hidden_rows": [at + 1 for at, row in sheet.rowinfo_map.items() if row.hidden],
        "hidden_columns": [at + 1 for at, column in sheet.colinfo_map.items() if column.hidden],
        "comments": len(sheet.cell_note_map),
    }


def row_of(sheet: Any, at: int) -> list[object]:  # noqa: ANN401
    """Return a row's cells up to the last that holds something."""
    kinds, values = sheet.row_types(at), sheet.row_values(at)
    row = [cell(kind, value) for kind, value in zip(kinds, values, strict=True)]
    while row and row[-1] is None:
        row.pop()
    return row


def cell(kind: int, value: Any) -> object:  # noqa: ANN401
    """Return a cell as JSON can say it."""
    import xlrd

    if kind == xlrd.XL_CELL_ERROR:
        return {"e": xlrd.error_text_from_code.get(value, "#VALUE!")}
    if kind == xlrd.XL_CELL_BOOLEAN:
        return bool(value)
    if kind in (xlrd.XL_CELL_NUMBER, xlrd.XL_CELL_DATE):
        if not math.isfinite(value):
            return {"e": "#NUM!"}
        if kind == xlrd.XL_CELL_DATE:
            return {"d": value}
        return int(value) if value.is_integer() and abs(value) < DIGITS_KEPT else value
    return value or None


if __name__ == "__main__":
    main(*(int(argument) for argument in sys.argv[1:]))
