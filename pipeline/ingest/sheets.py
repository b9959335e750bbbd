"""Opens a workbook, whichever kind it is, and gives its sheets."""

from pipeline.ingest.grid import Sheet
from pipeline.ingest.sniff import sniff
from pipeline.ingest.workbook import open_workbook

__all__ = ("Sheet", "open_sheets")


def open_sheets(content: bytes, suffix: str) -> tuple[Sheet, ...]:
    """Return the worksheets in order, hidden ones included.

    Raises Refused if the file is no workbook, damaged, protected or not safe to open.
    """
    sniff(content, suffix)
    return open_workbook(content)
