"""Excel: a pack's content as a workbook, a sheet for each section; every cell is text."""

import io
from typing import TYPE_CHECKING, Final

from pipeline.model.content import PackContent, Paragraph, Section, Table, plain
from pipeline.render import house

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

CHARACTERS: Final = 10
"""Width of a column of share 1, in characters."""
HEADER_HEIGHT: Final = 27
"""Two lines, in points."""
FOOTER: Final = "&L{authority} · {scope} · As at {as_at}&RPage &P of &N"


def make_workbook(content: PackContent) -> bytes:
    """Return the content as .xlsx; same content, same bytes.

    Text is written as text: a value that begins with `=` is no formula, an ID keeps its zeros.
    """
    from datetime import datetime, time

    import xlsxwriter

    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"strings_to_urls": False}) as book:
        book.set_properties(
            {
                "title": content.title,
                "subject": content.scope_name,
                "author": content.authority,
                "category": content.classification,
                "created": datetime.combine(content.as_at, time()),
            }
        )
        for section in content.sections:
            _write_sheet(book, content, section)
    return stream.getvalue()


class _Formats:
    """How the cells of the workbook look."""

    def __init__(self, book: "Workbook", colour: str) -> None:
        text = house.text_colour(colour)
        self.title = self._of(book, bold=True, font_size=14, font_color=text)
        self.small = self._of(book, font_color=house.SOFT)
        self.words = self._of(book)
        cell = {"border": 1, "border_color": house.RULE, "valign": "top", "text_wrap": True}
        self.cell = self._of(book, num_format="@", **cell)
        self.header = self._of(book, bold=True, bg_color=house.FAINT, **cell)

    @staticmethod
    def _of(book: "Workbook", **look: object) -> "Format":
        return book.add_format({"font_name": "Arial", "font_size": 10, **look})


def _write_sheet(book: "Workbook", content: PackContent, section: Section) -> None:
    sheet, formats = book.add_worksheet(section.heading), _Formats(book, content.colour)
    said = f"{content.classification} · {content.scope_name} · As at {content.as_at_words}"
    sheet.write_string(0, 0, content.title, formats.title)
    sheet.write_string(1, 0, said, formats.small)
    row = 2
    for block in section.blocks:
        if isinstance(block, Paragraph):
            sheet.write_string(row, 0, plain(block.words), formats.words)
            row += 1
        elif isinstance(block, Table):
            row = _write_table(sheet, block, row + 1, formats)
    _set_up_page(sheet, content)


def _write_table(sheet: "Worksheet", block: Table, top: int, formats: _Formats) -> int:
    """Write a table with its header in row `top` (from 0); return the first free row below."""
    for number, column in enumerate(block.columns):
        sheet.set_column(number, number, round(CHARACTERS * column.width))
    last = top + len(block.rows)
    sheet.add_table(
        top,
        0,
        last,
        len(block.columns) - 1,
        {
            "columns": [
                {"header": column.header, "header_format": formats.header}
                for column in block.columns
            ],
            "style": None,
            "name": "".join(word.capitalize() for word in block.caption.split()),
        },
    )
    sheet.set_row(top, HEADER_HEIGHT)
    for number, row in enumerate(block.rows, top + 1):
        for place, cell in enumerate(row.cells):
            sheet.write_string(number, place, plain(cell.words), formats.cell)
    sheet.freeze_panes(top + 1, 1)
    sheet.repeat_rows(top)
    return last + 2


def _set_up_page(sheet: "Worksheet", content: PackContent) -> None:
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.set_header(f"&R{content.classification}")
    sheet.set_footer(
        FOOTER.format(
            authority=content.authority.replace("&", "&&"),
            scope=content.scope_name.replace("&", "&&"),
            as_at=content.as_at_words,
        )
    )
