"""Tables as CSV text: UTF-8, a line feed after each row."""

import csv
from collections.abc import Iterable
from io import StringIO


def csv_bytes(
    header: Iterable[str], rows: Iterable[Iterable[str]], *, quote_all: bool = False
) -> bytes:
    """Return the rows under their header; `quote_all` also keeps lone carriage returns whole."""
    text = StringIO()
    writer = csv.writer(
        text, lineterminator="\n", quoting=csv.QUOTE_ALL if quote_all else csv.QUOTE_MINIMAL
    )
    writer.writerow(header)
    writer.writerows(rows)
    return utf8(text.getvalue())


def utf8(text: str) -> bytes:
    """Return text as UTF-8; what UTF-8 can't hold (half a surrogate pair) is spelled out."""
    return text.encode("utf-8", "backslashreplace")
