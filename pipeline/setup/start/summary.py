"""The sheet that counts a team's cases: live formulas, with the values they have when written."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final

from pipeline.model.tables import TRACKER
from pipeline.model.terms import STAGES
from pipeline.setup.start.styles import CELL, HEADER, TITLE

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

_WHOLE: Final = {
    column.name: "Tracker!${0}:${0}".format(chr(ord("A") + at))
    for at, column in enumerate(TRACKER.columns)
}
"""Whole columns, so that rows put in or taken out anywhere are counted right."""

CASES: Final = f"COUNTA({_WHOLE['child_id']})-1"
CHILD: Final = f'{_WHOLE["child_id"]},"<>"'

Line = tuple[str, str, int]
"""What is counted, its formula, and the value it has now."""


def write_summary(
    book: "Workbook", sheet: "Worksheet", team: str, cases: int, barriers: Sequence[str]
) -> None:
    """Write the counts; `cases` is the number of rows, in which nothing but the child stands."""
    header = book.add_format(HEADER)
    right = book.add_format({**HEADER, "align": "right"})
    cell, total = book.add_format(CELL), book.add_format({**CELL, "bold": True})
    sheet.set_column(0, 0, 46)
    sheet.set_column(1, 1, 12)
    sheet.set_portrait()
    sheet.fit_to_pages(1, 0)
    sheet.write_string(0, 0, f"{team}: summary", book.add_format(TITLE))
    sheet.write_string(1, 0, "Counted from the sheet Tracker as it is now.")
    top = 3
    for title, lines in _blocks(cases, barriers, top):
        sheet.write_string(top, 0, title, header)
        sheet.write_string(top, 1, "Cases", right)
        for at, (words, formula, value) in enumerate(lines, start=top + 1):
            last = words == "All cases"
            sheet.write_string(at, 0, words, total if last else cell)
            sheet.write_formula(at, 1, f"={formula}", total if last else cell, value)
        top += len(lines) + 2


def _blocks(cases: int, barriers: Sequence[str], top: int) -> Iterable[tuple[str, list[Line]]]:
    stages = _counted("stage", STAGES, top)
    listed = f"SUM(B{top + 2}:B{top + 1 + len(STAGES)})"
    stages += [
        ("No stage yet, or another word", f"{CASES}-{listed}", cases),
        ("All cases", CASES, cases),
    ]
    yield "Stage", stages
    top += len(stages) + 2
    named = _counted("barrier", barriers, top)
    listed = f"SUM(B{top + 2}:B{top + 1 + len(barriers)})"
    named += [
        ("Another barrier (counts as Other)", f"COUNTA({_WHOLE['barrier']})-1-{listed}", 0),
        ("No barrier given", f'COUNTIFS({CHILD},{_WHOLE["barrier"]},"")', cases),
    ]
    yield "Main barrier", named
    due, closure, action = (_WHOLE[name] for name in ("due", "planned_closure", "action"))
    yield (
        "To look at",
        [
            ("Due date has passed", f'COUNTIFS({due},"<"&TODAY())', 0),
            ("Action without a due date", f'COUNTIFS({action},"?*",{due},"")', 0),
            ("No action", f'COUNTIFS({CHILD},{action},"")', cases),
            ("Planned closure date has passed", f'COUNTIFS({closure},"<"&TODAY())', 0),
            ("Not discussed yet", f'COUNTIFS({CHILD},{_WHOLE["discussed"]},"")', cases),
        ],
    )


def _counted(name: str, words: Iterable[str], top: int) -> list[Line]:
    """Return a line for each word of a column; the formula takes the word from its own row."""
    return [
        (word, f"COUNTIF({_WHOLE[name]},$A{at})", 0) for at, word in enumerate(words, start=top + 2)
    ]
