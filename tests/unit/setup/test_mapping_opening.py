"""The table of an unknown file is found whatever its encoding, delimiter or kind; data is no header."""

from datetime import date

import pytest
from builders import workbook
from unit.setup.extracts import AS_AT, HEADERS, LEFT_OVER, put, rows, text

from pipeline.errors import WrongUsage
from pipeline.setup.mapping.opening import open_extract
from pipeline.setup.placeholder import placeholder


def opened(path):
    return open_extract(path, placeholder())


def as_rows(made):
    return [[row.get(name, "") for name in (*HEADERS, *LEFT_OVER)] for row in made]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_text_of_any_encoding_and_delimiter_is_read(tmp_path, encoding, delimiter):
    made = rows(9, teams=("Café", "Hill, Side; and | Meadow"))
    found = opened(put(tmp_path, text(made, delimiter=delimiter), encoding=encoding))
    assert found.headers == (*HEADERS.values(), *LEFT_OVER)
    assert found.columns[6][:2] == ("Café", "Hill, Side; and | Meadow")
    assert (found.header_row, found.rows, found.day) == (2, 9, AS_AT)


def test_the_sheet_with_the_most_known_headers_is_taken_hidden_ones_last(tmp_path):
    table = [(*HEADERS.values(), *LEFT_OVER), *as_rows(rows(4))]
    more = [(*row, "Locality") for row in table]
    codes = [("Team", "Code", "Area"), ("A", "1", "B")]
    content = workbook({"Codes": codes, "Data": table, "Old": more}, hidden=("Old",))
    found = opened(put(tmp_path, content, "CIN.xlsx"))
    assert (found.sheet, found.rows, found.day) == ("Data", 4, None)


def test_footers_blank_rows_and_repeated_headers_are_no_rows(tmp_path):
    header = ",".join((*HEADERS.values(), *LEFT_OVER))
    made = text(rows(5), below=("", "Applied filters: x")) + header + "\n"
    assert opened(put(tmp_path, made)).rows == 5


def test_the_date_in_a_column_comes_before_that_in_the_name(tmp_path):
    made = rows(3, **{"Extract Date": "28/05/2026"})
    headers = HEADERS | {"Extract Date": "Extract Date"}
    assert opened(put(tmp_path, text(made, headers))).day == date(2026, 5, 28)


def test_a_file_without_a_header_row_is_refused_and_its_first_row_is_not_shown(tmp_path):
    made = text(rows(5), above=()).split("\n", 1)[1]
    with pytest.raises(WrongUsage, match="none of the first 20 rows looks like a header") as caught:
        opened(put(tmp_path, made))
    assert "Canary" not in str(caught.value)


@pytest.mark.parametrize(
    ("content", "name", "said"),
    [
        (b"", "a.csv", "empty"),
        (b"%PDF-1.7 ...", "a.csv", "a PDF"),
        (b"PK\x03\x04rubbish", "a.xlsx", "damaged"),
        (b'Team,Child ID,Start\n"a,b\n', "a.csv", "quotation mark"),
    ],
)
def test_what_cannot_be_read_is_said_in_a_sentence(tmp_path, content, name, said):
    with pytest.raises(WrongUsage, match=said):
        opened(put(tmp_path, content, name))


def test_a_file_that_is_not_there_is_a_sentence(tmp_path):
    with pytest.raises(WrongUsage, match="cannot be opened: No such file"):
        opened(tmp_path / "none.csv")


LIST_6 = ("Child Unique ID", "CIN Start Date", "CIN Closure Date", "Case Status", "Allocated Team")
SSD = ("cinp_cin_plan_id", "cinp_person_id", "cinp_cin_plan_start_date", "cinp_cin_plan_end_date")
CENSUS = (
    "<Message><Header><CollectionDetails><Collection>CIN</Collection><Year>2024</Year>"
    "<ReferenceDate>2024-03-31</ReferenceDate></CollectionDetails></Header><Children/></Message>"
)


@pytest.mark.parametrize(
    ("content", "name", "title"),
    [
        (workbook({"List_6": [LIST_6, ("X1", "01/02/2026", "", "c)", "A")]}), "a.xlsx", "Annex A"),
        (",".join(SSD) + "\n1,X1,2026-02-01,\n", "ssd_cin_plans.csv", "Standard Safeguarding"),
        (CENSUS, "census.xml", "CIN census"),
    ],
)
def test_national_formats_are_known(tmp_path, content, name, title):
    assert title in opened(put(tmp_path, content, name)).national.title
