"""Small files that would fill the memory, take for ever or hide cells are refused, and soon."""

import random
import tracemalloc

import pytest
from builders import rezipped, workbook

from pipeline.ingest.files import preflight
from pipeline.ingest.refusal import Refused
from pipeline.ingest.tables import bounds
from pipeline.ingest.workbooks import sheet_rows, xlsx_parts
from pipeline.ingest.workbooks.sheets import open_sheets

SHEET = "xl/worksheets/sheet1.xml"
TEXTS = "xl/sharedStrings.xml"
BOOK = workbook({"A": [["x"], ["y"]]})
MOST_MEMORY = 400 << 20


def changed(part, before, after):
    return rezipped(BOOK, {part: lambda data: data.replace(before, after, 1)})


def many(write, count):
    """Return pieces that no zip packs too well to be believed."""
    chance = random.Random(count)  # noqa: S311 - the same each time
    return "".join(write(number, chance.randrange(10**6)) for number in range(count)).encode()


def read_all(content):
    """Read all sheets."""
    return [sheet.read() for sheet in open_sheets(content, ".xlsx")]


def wide(number, value):
    return f'<row r="{number + 9}"><c r="XFD{number + 9}"><v>{value}</v></c></row>'


def repeated(number, _):
    return f'<row r="{number + 9}"><c r="A{number + 9}" t="s"><v>0</v></c></row>'


LONG = rezipped(BOOK, {TEXTS: lambda data: data.replace(b">x<", b">" + b"x" * 90_000 + b"<")})


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (changed(SHEET, b"</sheetData>", many(wide, 2_000) + b"</sheetData>"), "file.too_long"),
        (
            rezipped(LONG, {SHEET: lambda data: data.replace(b"</sheetData>", many(repeated, 3_000) + b"</sheetData>")}),
            "file.too_long",
        ),
        (changed(SHEET, b'<row r="2"', b'<row r="1048577"'), "file.unsafe"),
        (changed(SHEET, b'r="A1"', b'r="XFE1"'), "file.unsafe"),
        (changed(SHEET, b'r="A2"', b'r="A1"'), "file.unsafe"),
        (changed(SHEET, b"</row>", b'<c r="A1"><v>2</v></c></row>'), "file.unsafe"),
        (changed(SHEET, b"<sheetData>", b"<a>" * 300 + b"<sheetData>"), "file.unsafe"),
        (changed(SHEET, b"<sheetData>", b"<sheetData a" + b"a" * 2_100_000 + b'="1">'), "file.unsafe"),
        (changed(TEXTS, b">x<", b">" + b"xyz" * 40_000 + b"<"), "file.unsafe"),
        (changed(SHEET, b'<?xml version="1.0" encoding="UTF-8"', b'<?xml version="1.0" encoding="UTF-9"'), "file.damaged"),
        (changed("xl/_rels/workbook.xml.rels", b"worksheets/sheet1.xml", b"media/sheet1.png"), "file.damaged"),
        (changed("xl/_rels/workbook.xml.rels", b"worksheets/sheet1.xml", b"../../outside.xml"), "file.damaged"),
    ],
)  # fmt: skip
def test_a_hostile_workbook_is_refused(content, expected):
    with pytest.raises(Refused) as caught:
        read_all(content)
    assert caught.value.rule.code == expected


def test_two_thousand_cells_far_to_the_right_take_little_memory():
    content = changed(SHEET, b"</sheetData>", many(wide, 2_000) + b"</sheetData>")
    tracemalloc.start()
    with pytest.raises(Refused):
        read_all(content)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < MOST_MEMORY


@pytest.mark.parametrize(
    ("part", "before", "write"),
    [
        ("xl/styles.xml", b"</cellXfs>", lambda number, _: f'<xf numFmtId="{number}"/>'),
        ("xl/styles.xml", b"<fonts", lambda number, _: f'<numFmt numFmtId="{number}"/>'),
        (SHEET, b"<sheetData>", lambda number, _: f'<col min="1" max="{number}" hidden="1"/>'),
        (SHEET, b"</worksheet>", lambda number, _: f'<mergeCell ref="A1:A{number + 2}"/>'),
        (SHEET, b"</worksheet>", lambda *_: "<b/>"),
        (SHEET, b"</sheetData>", wide),
    ],
)
def test_more_of_anything_than_a_workbook_has_is_refused(monkeypatch, part, before, write):
    for module, limit, most in (
        (preflight, "_MOST_TAGS", 8_000),
        (bounds, "MOST_CELLS", 4_000_000),
        (sheet_rows, "MOST_ROWS", 3_000),
        (sheet_rows, "LAST_COLUMN", 3_000),
        (xlsx_parts, "MOST_FORMATS", 3_000),
    ):
        monkeypatch.setattr(module, limit, most)
    read_all(changed(part, before, many(write, 200) + before))
    with pytest.raises(Refused) as caught:
        read_all(changed(part, before, many(write, 10_000) + before))
    assert caught.value.rule.code in ("file.unsafe", "file.too_long")


def test_sheets_that_are_one_part_are_refused_for_reading_each_would_take_for_ever():
    again = b'<sheet name="B" sheetId="9" r:id="rId1"/></sheets>'
    with pytest.raises(Refused) as caught:
        read_all(changed("xl/workbook.xml", b"</sheets>", again))
    assert caught.value.rule.code == "file.unsafe"


def test_columns_that_are_formatted_to_the_last_row_are_no_rows():
    empty = many(lambda number, _: f'<row r="{number + 9}" s="1" customFormat="1"/>', 20_000)
    (sheet,) = open_sheets(changed(SHEET, b"</sheetData>", empty + b"</sheetData>"), ".xlsx")
    assert list(sheet.read().grid.rows) == [("x",), ("y",)]


def test_a_document_type_in_an_encoding_that_hides_it_is_refused():
    text = '<?xml version="1.0" encoding="cp037"?><!DOCTYPE x [<!ENTITY a "b">]><worksheet>&a;</worksheet>'
    content = rezipped(BOOK, {SHEET: lambda _: text.encode("cp037")})
    with pytest.raises(Refused):
        read_all(content)
