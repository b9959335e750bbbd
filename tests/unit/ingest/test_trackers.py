"""Each team has one live tracker: which file it is is never chosen between two."""

from datetime import date

import pytest
from builders import TRACKED, TRACKER_HEADER, rezipped, workbook

TRACKER = workbook({"Tracker": [TRACKER_HEADER, TRACKED]})
OTHER = workbook({"Tracker": [TRACKER_HEADER, ("X0002", *TRACKED[1:])]})
FOLDER = "trackers/CIN North Dale/Alder"


@pytest.fixture(autouse=True)
def _extract(inputs):
    inputs.extract()


def teams(ingested):
    return [table.team for table in ingested.of_kind("tracker")]


def said(ingested, code):
    return [finding for finding in ingested.findings if finding.rule.code == code]


@pytest.mark.parametrize(
    "path",
    [
        "trackers/CIN North Dale/Alder/Alder IC Meetings.xlsx",
        "Trackers/cin north  dale/ALDER/alder ic meetings.xlsx",
        "trackers/CIN North Dale/Alder/Alder IC  Meetings.XLSX",
        "trackers/North Dale/Alder/Alder IC Meetings.xlsm",
        "trackers/CIN North Dale/Alder IC Meetings.xlsx",
    ],
)
def test_a_tracker_is_found_whatever_the_case_and_spaces_of_its_names(inputs, read, path):
    inputs.put(path, TRACKER)
    ingested = read()
    assert teams(ingested) == ["Alder"]
    assert not said(ingested, "tracker.elsewhere")


def test_characters_that_a_folder_cannot_hold_stand_as_dashes(inputs, read):
    inputs.put("trackers/CIN North Dale/Quayside-Docks/Quayside-Docks IC Meetings.xlsx", TRACKER)
    assert teams(read(teams=[{"name": "Quayside/Docks"}])) == ["Quayside/Docks"]


def test_a_team_may_keep_a_folder_under_its_alias_until_the_alias_ends(inputs, read):
    inputs.put("trackers/CIN North Dale/Old Alder/Old Alder IC Meetings.xlsx", TRACKER)
    renamed = [{"name": "Alder", "aliases": [{"name": "Old Alder", "until": "30/06/2026"}]}]
    assert teams(read(teams=renamed)) == ["Alder"]
    ended = [{"name": "Alder", "aliases": [{"name": "Old Alder", "until": "31/03/2026"}]}]
    ingested = read(teams=ended)
    assert teams(ingested) == []
    assert said(ingested, "tracker.no_team")


@pytest.mark.parametrize(
    "name",
    [
        "Alder IC Meetings-PC01.xlsx",
        "Alder IC Meetings (1).xlsx",
        "Copy of Alder IC Meetings.xlsx",
        "Alder IC Meetings.xlsm",
    ],
)
def test_two_files_for_one_team_are_both_refused(inputs, read, name):
    inputs.put(f"{FOLDER}/Alder IC Meetings.xlsx", TRACKER)
    inputs.put(f"{FOLDER}/{name}", OTHER)
    ingested = read()
    assert teams(ingested) == []
    assert {file for _, file in ingested.refused} == {"Alder IC Meetings.xlsx", name}
    first, second = said(ingested, "tracker.twice")
    assert name in first.sentence + second.sentence
    assert first.team == "Alder"
    assert not [f for f in said(ingested, "tracker.missing") if f.team == "Alder"]


def test_two_workbooks_of_other_names_that_hold_trackers_are_both_refused(inputs, read):
    inputs.put(f"{FOLDER}/Tracker.xlsx", TRACKER)
    inputs.put(f"{FOLDER}/Tracker v2.xlsx", OTHER)
    assert len(said(read(), "tracker.twice")) == 2


def test_one_workbook_of_another_name_that_holds_a_tracker_is_read_and_said(inputs, read):
    inputs.put(f"{FOLDER}/Tracker.xlsx", TRACKER)
    ingested = read()
    assert teams(ingested) == ["Alder"]
    assert said(ingested, "tracker.name")


def test_other_documents_in_the_folder_are_left_alone(inputs, read):
    inputs.put(f"{FOLDER}/Alder IC Meetings.xlsx", TRACKER)
    for name in ("Rota.xlsx", "Notes.docx", "Poster.pdf"):
        inputs.put(f"{FOLDER}/{name}", workbook({"A": [["x"]]}))
    ingested = read()
    assert teams(ingested) == ["Alder"]
    assert len(said(ingested, "file.not_ours")) == 3
    assert not any(finding.needs_person for finding in ingested.findings)


def test_a_file_named_for_one_team_in_the_folder_of_another_is_refused(inputs, read):
    inputs.put(f"{FOLDER}/Birch IC Meetings.xlsx", TRACKER)
    ingested = read()
    assert teams(ingested) == []
    assert said(ingested, "tracker.two_teams")


def test_a_tracker_of_no_team_in_config_is_refused_with_a_remedy(inputs, read):
    inputs.put("trackers/CIN North Dale/Elder/Elder IC Meetings.xlsx", TRACKER)
    (finding,) = said(read(), "tracker.no_team")
    assert "Elder" in finding.sentence
    assert "alias" in finding.sentence


@pytest.mark.parametrize(
    "path", ["CIN North Dale/Aldr/Aldr IC Meetings.xlsx", "CIN North Dale/Aldr IC Meetings.xlsx"]
)
def test_a_tracker_of_no_team_suggests_the_nearest(inputs, read, path):
    inputs.put(f"trackers/{path}", TRACKER)
    (finding,) = said(read(), "tracker.no_team")
    assert "The nearest team is Alder. Rename" in finding.sentence


def test_a_tracker_of_no_team_that_is_near_to_none_suggests_none(inputs, read):
    inputs.put("trackers/CIN North Dale/Quay/Quay IC Meetings.xlsx", TRACKER)
    (finding,) = said(read(), "tracker.no_team")
    assert "nearest" not in finding.sentence


def test_a_missing_tracker_says_which_folder_it_should_be_in(read):
    missing = said(read(teams=[{"name": "Quayside/Docks"}]), "tracker.missing")
    assert missing[0].place.file == "Quayside-Docks IC Meetings.xlsx"
    assert "trackers/CIN North Dale/Quayside-Docks" in missing[0].sentence


def test_a_delimited_tracker_is_refused_without_asking_for_one(inputs, read):
    inputs.put(f"{FOLDER}/Alder IC Meetings.csv", b"Child ID,Stage\n")
    (finding,) = said(read(), "file.other_kind")
    assert "not read as trackers" in finding.sentence
    assert ".xlsx" in finding.sentence
    assert "CSV" not in finding.sentence


def test_a_tracker_without_a_header_row_is_called_an_icm_tracker(inputs, read):
    inputs.put(f"{FOLDER}/Alder IC Meetings.xlsx", workbook({"Tracker": [["x"]]}))
    (finding,) = said(read(), "header.none")
    assert "headers of an ICM tracker:" in finding.sentence


def test_a_tracker_in_the_folder_of_another_locality_is_read_for_its_own_and_said(inputs, read):
    inputs.put("trackers/CIN South Vale/Alder/Alder IC Meetings.xlsx", TRACKER)
    ingested = read()
    (table,) = ingested.of_kind("tracker")
    assert (table.team, table.locality) == ("Alder", "North Dale")
    assert said(ingested, "tracker.elsewhere")


def test_a_lock_file_is_not_read_and_says_that_the_tracker_is_open(inputs, read):
    inputs.put(f"{FOLDER}/Alder IC Meetings.xlsx", TRACKER)
    inputs.put(f"{FOLDER}/~$Alder IC Meetings.xlsx", b"\x08Someone")
    ingested = read()
    assert teams(ingested) == ["Alder"]
    (finding,) = said(ingested, "file.open")
    assert not finding.needs_person


def test_what_systems_leave_in_folders_is_not_even_mentioned(inputs, read):
    inputs.put(f"{FOLDER}/Alder IC Meetings.xlsx", TRACKER)
    before = len(read().findings)
    for name in ("Thumbs.db", "desktop.ini", ".DS_Store", "x.tmp", ".~lock.Alder.xlsx#"):
        inputs.put(f"{FOLDER}/{name}", b"x")
    assert len(read().findings) == before


def test_a_damaged_tracker_costs_its_own_team_alone(inputs, read):
    inputs.put(f"{FOLDER}/Alder IC Meetings.xlsx", TRACKER[:-2000])
    inputs.tracker(team="Birch")
    ingested = read()
    assert teams(ingested) == ["Birch"]
    assert ingested.refused == (("tracker", "Alder IC Meetings.xlsx"),)


def test_a_tracker_of_a_kind_that_is_not_read_is_refused_with_a_remedy(inputs, read):
    inputs.put(f"{FOLDER}/Alder IC Meetings.xlsb", b"x")
    (finding,) = said(read(), "file.later_kind")
    assert ".xlsx" in finding.sentence


def test_text_under_the_name_of_a_workbook_is_no_tracker(inputs, read):
    inputs.put(f"{FOLDER}/Alder IC Meetings.xls", b"Child ID\tStage\nX0001\tDecided to close\n")
    (finding,) = said(read(), "file.not_its_kind")
    assert (finding.team, finding.needs_person) == ("Alder", True)


def test_the_sheet_tracker_is_read_wherever_it_stands(inputs, read):
    sheets = {"Summary": [["Stage", "Count"]], " tracker": [TRACKER_HEADER, TRACKED]}
    inputs.put(f"{FOLDER}/Alder IC Meetings.xlsx", workbook(sheets))
    (table,) = read().of_kind("tracker")
    assert table.sheet == " tracker"


def test_without_a_sheet_tracker_the_first_with_the_headers_is_read_and_others_said(inputs, read):
    sheets = {
        "Notes": [["x"]],
        "Cases": [[], TRACKER_HEADER, TRACKED],
        "Copy": [TRACKER_HEADER, TRACKED],
    }
    inputs.put(f"{FOLDER}/Alder IC Meetings.xlsx", workbook(sheets))
    ingested = read()
    assert [table.sheet for table in ingested.of_kind("tracker")] == ["Cases"]
    (finding,) = said(ingested, "sheet.not_read")
    assert finding.place.sheet == "Copy"
    assert "The sheet Copy" in finding.sentence
    assert "Rows on it: 1." in finding.sentence
    assert finding.needs_person


def test_a_second_sheet_that_is_hidden_or_has_no_rows_asks_for_no_person(inputs, read):
    sheets = {
        "Tracker": [TRACKER_HEADER, TRACKED],
        "Old": [TRACKER_HEADER, TRACKED],
        "Template": [TRACKER_HEADER, [], []],
    }
    content = workbook(sheets, hidden=["Old"])
    inputs.put(f"{FOLDER}/Alder IC Meetings.xlsx", content)
    ingested = read()
    (finding,) = said(ingested, "sheet.hidden")
    assert (finding.place.sheet, finding.rule.severity) == ("Old", "warning")
    assert not any(each.needs_person for each in ingested.findings)


def test_a_second_sheet_that_is_damaged_costs_its_own_team_alone(inputs, read):
    sheets = {"Tracker": [TRACKER_HEADER, TRACKED], "Old": [TRACKER_HEADER, TRACKED]}
    broken = rezipped(
        workbook(sheets, hidden=["Old"]),
        [("xl/worksheets/sheet2.xml", lambda data: data[: len(data) // 2])],
    )
    inputs.put(f"{FOLDER}/Alder IC Meetings.xlsx", broken)
    inputs.tracker(team="Birch")
    assert teams(read()) == ["Birch"]


def test_a_tracker_without_a_needed_column_is_refused_and_lists_those_found(inputs, read):
    sheets = {"Tracker": [("Child ID", "Action", "Due date"), ("X0001", "Visit", date(2026, 6, 1))]}
    inputs.put(f"{FOLDER}/Alder IC Meetings.xlsx", workbook(sheets))
    (finding,) = said(read(), "header.missing")
    assert "Stage" in finding.sentence
    assert "Child ID, Action, Due date" in finding.sentence
    assert finding.place.sheet == "Tracker"


def test_a_team_without_a_tracker_is_named_without_asking_for_a_person(read):
    missing = said(read(), "tracker.missing")
    assert [finding.team for finding in missing] == ["Alder", "Birch", "Cedar"]
    assert not any(finding.needs_person for finding in missing)


@pytest.mark.parametrize(
    "total",
    [
        ("Total", 1, "2"),
        ("Sub-total", "", 14, 6),
        ("Grand Total:", "", 17),
        ("Team total", "", "2 of 9"),
        ("", "Total", 17),
        ("Total North", "", ""),
    ],
)
def test_a_line_of_totals_is_no_case(inputs, read, total):
    rows = [TRACKER_HEADER, TRACKED, total, ("X0002", *TRACKED[1:]), ("Total", "", "2")]
    inputs.put(f"{FOLDER}/Alder IC Meetings.xlsx", workbook({"Tracker": rows}))
    ingested = read()
    assert ingested.of_kind("tracker")[0].rows["child_id"].tolist() == ["X0001", "X0002"]
    assert [each.place.row for each in said(ingested, "row.footer")] == [3, 5]


GROUPED = [
    ("Child ID", "Practitioner", "Stage", "", "What was agreed", "", ""),
    ("", "", "", "Main barrier", "Action", "Action owner", "Due date"),
    ("X0001", "A Worker", "Decided to close", "Housing", "Visit", "A Worker", date(2026, 6, 5)),
]


@pytest.mark.parametrize("merged", [(), [("A1:A2", "Child ID"), ("C1:C2", "Stage")]])
def test_a_header_over_two_rows_is_read_as_one(inputs, read, merged):
    content = workbook({"Tracker": GROUPED}, merged=merged)
    inputs.put(f"{FOLDER}/Alder IC Meetings.xlsx", content)
    (table,) = read().of_kind("tracker")
    assert {"practitioner", "stage", "action", "owner", "due"} <= set(table.rows.columns)
    assert table.rows["action"].tolist() == ["Visit"]
    assert table.rows.index.tolist() == [3]


def test_a_line_above_the_header_lends_it_no_column(inputs, read):
    above = ("Alder", *[""] * 12, "Stage")
    rows = [above, TRACKER_HEADER, TRACKED]
    inputs.put(f"{FOLDER}/Alder IC Meetings.xlsx", workbook({"Tracker": rows}))
    ingested = read()
    (table,) = ingested.of_kind("tracker")
    assert (table.ignored_headers, table.rows["child_id"].tolist()) == ((), ["X0001"])
