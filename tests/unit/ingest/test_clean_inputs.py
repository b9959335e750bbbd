"""Well-made files are read as they stand, with nothing to say about them."""

from datetime import date

import pandas as pd
import pytest
from builders import ENDED, EXTRACT_HEADER, OPEN, SCORED, TRACKED

from pipeline.model.ingested import cell_kind


def only(ingested, kind):
    (table,) = ingested.of_kind(kind)
    return table


def test_a_csv_extract_keeps_every_cell_as_text(inputs, read):
    inputs.extract(("00123", "05/01/2026", "", "", "North Dale", "NA"), OPEN)
    table = only(read(), "case_extract")
    assert table.rows["child_id"].tolist() == ["00123", "X0001"]
    assert table.rows["team"].tolist() == ["NA", "Alder"]
    assert table.rows["plan_end"].tolist() == ["", ""]
    assert table.rows.index.tolist() == [2, 3]


def test_a_workbook_gives_dates_numbers_and_blanks_as_they_are(inputs, read):
    inputs.extract_workbook((1001.0, date(2026, 1, 5), None, "", "North Dale", "Alder"))
    row = only(read(), "case_extract").rows.loc[2]
    assert row["child_id"] == 1001
    assert row["plan_start"] == pd.Timestamp(2026, 1, 5)
    assert cell_kind(row["plan_end"]) == cell_kind(row["end_reason"]) == "blank"


def test_dates_of_the_1904_system_are_the_days_that_excel_shows(inputs, read):
    row = (1001, date(2026, 1, 5), None, None, None, "Alder")
    inputs.extract_workbook(row, date_1904=True)
    assert only(read(), "case_extract").rows.loc[2, "plan_start"] == pd.Timestamp(2026, 1, 5)


def test_a_tracker_is_its_teams_by_its_folder(inputs, read):
    inputs.extract()
    inputs.tracker()
    table = only(read(), "tracker")
    assert (table.team, table.locality, table.sheet) == ("Alder", "North Dale", "Tracker")
    assert table.rows.loc[2, "stage"] == TRACKED[2]


def test_tables_of_scores_are_read_from_reviews(inputs, read):
    inputs.extract()
    inputs.scores(SCORED)
    assert only(read(), "scores").rows.loc[2, "score"] == "4"


def test_nothing_is_said_of_well_made_files_but_of_trackers_that_are_missing(inputs, read):
    inputs.extract()
    inputs.tracker()
    inputs.scores()
    said = {(finding.rule.code, finding.team) for finding in read().findings}
    assert said == {("tracker.missing", "Birch"), ("tracker.missing", "Cedar")}


def test_every_file_read_is_listed_with_its_size_and_hash(inputs, read):
    file = inputs.extract()
    (entry,) = read().files
    assert entry.path == "extracts/CIN plans 29.05.2026.csv"
    assert entry.bytes == file.stat().st_size
    assert len(entry.sha256) == 64


def test_parts_of_one_date_are_one_extract(inputs, read):
    inputs.extract(OPEN, name="CIN plans north 29.05.2026.csv")
    inputs.extract_workbook(ENDED, name="CIN plans south 29.05.2026.xlsx")
    assert [len(table.rows) for table in read().of_kind("case_extract")] == [1, 1]


def test_each_sheet_of_a_workbook_that_fits_is_a_part(inputs, read):
    from builders import workbook

    sheets = {
        "North": [EXTRACT_HEADER, OPEN],
        "Notes": [["Anything"]],
        "South": [EXTRACT_HEADER, ENDED],
    }
    inputs.put("extracts/CIN plans 29.05.2026.xlsx", workbook(sheets))
    assert [table.sheet for table in read().of_kind("case_extract")] == ["North", "South"]


@pytest.mark.parametrize("suffix", ["xlsx", "xlsm", "XLSX"])
def test_workbooks_are_read_under_each_usual_suffix(inputs, read, suffix):
    inputs.extract_workbook(name=f"CIN plans 29.05.2026.{suffix}")
    assert len(only(read(), "case_extract").rows) == 2
