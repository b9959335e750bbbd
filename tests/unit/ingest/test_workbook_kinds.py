"""The same cells are the same tables, whichever kind of workbook they stand in and is its name."""

from datetime import date

import pytest
from builders import (
    EXTRACT_HEADER,
    SCORED,
    SCORES_HEADER,
    TRACKED,
    TRACKER_HEADER,
    csv_text,
    rezipped,
    said,
    workbook,
)
from old_workbooks import ole, xls
from open_workbooks import ods, ods_of

FOLDER = "trackers/CIN North Dale/Alder"
TRACKER = [TRACKER_HEADER, (*TRACKED, date(2026, 6, 5)), ("X0002", "", "Intervention underway")]
EXTRACT = [EXTRACT_HEADER, ("X0001", date(2026, 1, 5), "", "", "North Dale", "Alder")]
KINDS = {
    ".xlsx": lambda rows: workbook({"Tracker": rows}),
    ".xlsm": lambda rows: rezipped(
        workbook({"Tracker": rows}), added=[("xl/vbaProject.bin", b"\xd0\xcf\x11\xe0 a macro")]
    ),
    ".xls": lambda rows: xls({"Tracker": rows}),
    ".ods": ods,
}
PROTECTED = {
    ".xlsx": ole({"EncryptionInfo": b"", "EncryptedPackage": b""}),
    ".xls": xls({"A": [["x"]]}, protected=True),
    ".ods": ods([["x"]], manifest="<manifest:encryption-data/>"),
}


def table(ingested, kind):
    (found,) = ingested.of_kind(kind)
    return found.rows.to_dict("list")


@pytest.mark.parametrize("suffix", KINDS)
def test_a_tracker_is_the_same_in_every_kind_of_workbook(inputs, read, suffix):
    inputs.extract()
    inputs.put(f"{FOLDER}/Alder IC Meetings{suffix}", KINDS[suffix](TRACKER))
    ingested = read()
    found = table(ingested, "tracker")
    assert found["child_id"] == ["X0001", "X0002"]
    assert found["stage"] == ["Decided to close", "Intervention underway"]
    assert [cell and cell.date() for cell in found["due"]] == [date(2026, 6, 5), None]
    assert found["notes"] == [None, None]
    assert not [each for each in ingested.findings if each.place.file.startswith("Alder")]


@pytest.mark.parametrize("suffix", KINDS)
def test_an_extract_is_the_same_in_every_kind_of_workbook(inputs, read, suffix):
    inputs.put(f"extracts/CIN plans 29.05.2026{suffix}", KINDS[suffix](EXTRACT))
    ingested = read()
    found = table(ingested, "case_extract")
    assert found["child_id"] == ["X0001"]
    assert found["plan_start"][0].date() == date(2026, 1, 5)
    assert found["plan_end"] == [None]
    assert ingested.extract_date == date(2026, 5, 29)


@pytest.mark.parametrize("suffix", KINDS)
def test_scores_are_the_same_in_every_kind_of_workbook(inputs, read, suffix):
    inputs.extract()
    inputs.put(f"reviews/scores{suffix}", KINDS[suffix]([SCORES_HEADER, SCORED]))
    assert table(read(), "scores")["score"] == ["4"]


@pytest.mark.parametrize("suffix", [".xlsx", ".xls", ".ods"])
@pytest.mark.parametrize("kind", [".xlsx", ".xls", ".ods"])
def test_a_workbook_under_the_name_of_another_kind_is_read_and_said(inputs, read, kind, suffix):
    inputs.extract()
    inputs.put(f"{FOLDER}/Alder IC Meetings{suffix}", KINDS[kind](TRACKER))
    ingested = read()
    assert table(ingested, "tracker")["child_id"] == ["X0001", "X0002"]
    found = said(ingested, "file.misnamed")
    assert len(found) == (kind != suffix)
    assert all(f"({kind})" in each.sentence and not each.needs_person for each in found)


@pytest.mark.parametrize("suffix", [".xlsx", ".xls", ".ods"])
def test_an_extract_of_text_under_the_name_of_a_workbook_is_read_and_said(inputs, read, suffix):
    text = csv_text([("X0001", "05/01/2026", "", "", "North Dale", "Alder")], EXTRACT_HEADER, "\t")
    inputs.put(f"extracts/CIN plans 29.05.2026{suffix}", text)
    ingested = read()
    assert table(ingested, "case_extract")["child_id"] == ["X0001"]
    (found,) = said(ingested, "file.misnamed")
    assert f"named {suffix} but is plain text" in found.sentence


def test_a_workbook_under_the_name_of_a_text_is_read_and_said(inputs, read):
    inputs.put("extracts/CIN plans 29.05.2026.csv", KINDS[".xlsx"](EXTRACT))
    ingested = read()
    assert table(ingested, "case_extract")["child_id"] == ["X0001"]
    assert len(said(ingested, "file.misnamed")) == 1


@pytest.mark.parametrize("suffix", PROTECTED)
def test_a_password_is_said_in_the_words_for_it(inputs, read, suffix):
    inputs.extract()
    inputs.put(f"{FOLDER}/Alder IC Meetings{suffix}", PROTECTED[suffix])
    (found,) = said(read(), "file.protected")
    assert (found.team, found.needs_person) == ("Alder", True)
    assert "take the password off" in found.sentence


@pytest.mark.parametrize("suffix", KINDS)
def test_trackers_in_two_kinds_of_workbook_for_one_team_are_both_refused(inputs, read, suffix):
    inputs.extract()
    inputs.put(f"{FOLDER}/Alder IC Meetings{suffix}", KINDS[suffix](TRACKER))
    other = ".ods" if suffix != ".ods" else ".xlsx"
    inputs.put(f"{FOLDER}/Alder IC Meetings-LAPTOP7{other}", KINDS[other](TRACKER))
    ingested = read()
    assert not ingested.of_kind("tracker")
    assert len(said(ingested, "tracker.twice")) == 2


def test_sheets_beside_the_tracker_are_told_in_every_kind_of_workbook(inputs, read):
    inputs.extract()
    sheets = {"Tracker": TRACKER, "Old": TRACKER, "Copy": TRACKER}
    books = {
        "Alder": ("xlsx", workbook(sheets, hidden=["Old"])),
        "Birch": ("xls", xls(sheets, hidden=["Old"])),
        "Cedar": ("ods", ods_of(sheets, hidden=["Old"])),
    }
    for team, (suffix, content) in books.items():
        inputs.put(f"trackers/{team}/{team} IC Meetings.{suffix}", content)
    ingested = read()
    for code, sheet in (("sheet.hidden", "Old"), ("sheet.not_read", "Copy")):
        found = said(ingested, code)
        assert [(each.team, each.place.sheet) for each in found] == [
            (team, sheet) for team in books
        ]


def test_hidden_columns_are_read_and_said(inputs, read):
    inputs.extract()
    content = xls({"Tracker": TRACKER}, hidden_columns=[3])
    inputs.put(f"{FOLDER}/Alder IC Meetings.xls", content)
    ingested = read()
    assert table(ingested, "tracker")["stage"][0] == "Decided to close"
    (found,) = said(ingested, "column.hidden")
    assert dict(found.facts) == {"count": "1"}


def test_an_empty_sheet_with_the_same_headers_costs_the_extract_nothing(inputs, read):
    content = workbook({"Next month": EXTRACT[:1], "Export": EXTRACT, "Blank": []})
    inputs.put("extracts/CIN plans 29.05.2026.xlsx", content)
    ingested = read()
    assert [each.sheet for each in ingested.of_kind("case_extract")] == ["Export"]
    assert not ingested.refused
