"""Which extract is the state: by its own date, never by when the file was written."""

import os
from datetime import date

import pytest
from builders import ENDED, EXTRACT_HEADER, OPEN, workbook

from pipeline.errors import NothingToPublish, WrongUsage

APRIL, MAY, JUNE = date(2026, 4, 30), date(2026, 5, 29), date(2026, 6, 30)


def state(ingested):
    return [table.file for table in ingested.of_kind("case_extract")]


def codes(ingested):
    return {finding.rule.code for finding in ingested.findings}


def three_months(inputs):
    inputs.extract(name="CIN plans 30.04.2026.csv")
    inputs.extract(name="CIN plans 29.05.2026.csv")
    inputs.extract(name="CIN plans 30.06.2026.csv")


def test_the_newest_is_the_state_and_its_date_the_as_at_date(inputs, read):
    three_months(inputs)
    ingested = read()
    assert state(ingested) == ["CIN plans 30.06.2026.csv"]
    assert (ingested.as_at, ingested.extract_date) == (JUNE, JUNE)


@pytest.mark.parametrize(
    ("as_at", "expected"),
    [
        (JUNE, JUNE),
        (date(2026, 6, 29), MAY),
        (MAY, MAY),
        (date(2026, 5, 1), APRIL),
        (date(2026, 1, 1), APRIL),
    ],
)
def test_the_newest_not_after_the_as_at_date_else_the_nearest_after_it(
    inputs, read, as_at, expected
):
    three_months(inputs)
    ingested = read(as_at)
    assert (ingested.as_at, ingested.extract_date) == (as_at, expected)


def test_extracts_of_other_dates_are_named_as_not_read(inputs, read):
    three_months(inputs)
    found = [f for f in read(MAY).findings if f.rule.code == "extract.not_read"]
    assert [(f.place.file, f.sentence.split()[3]) for f in found] == [
        ("CIN plans 30.04.2026.csv", "older"),
        ("CIN plans 30.06.2026.csv", "newer"),
    ]
    assert {(f.rule.severity, f.needs_person) for f in found} == {("note", False)}


def test_an_older_extract_whose_date_stands_inside_is_named_too(inputs, read):
    inputs.extract()
    inputs.extract(name="CIN plans.csv", above=[["As at 30/04/2026"]])
    (found,) = [f for f in read().findings if f.rule.code == "extract.not_read"]
    assert found.place.file == "CIN plans.csv"


def test_the_time_at_which_a_file_was_written_means_nothing(inputs, read):
    three_months(inputs)
    os.utime(inputs.root / "extracts/CIN plans 30.04.2026.csv", (4e9, 4e9))
    assert read().extract_date == JUNE


@pytest.mark.parametrize(
    "above",
    [
        [["CIN plans as at 29/05/2026"]],
        [["Extract date: 29 May 2026"]],
        [["Extract Date", "29/05/2026"]],
        [["Exampleshire"], ["As at:", "2026-05-29"], []],
    ],
)
def test_a_line_above_the_header_may_say_the_date(inputs, read, above):
    inputs.extract(name="CIN plans.csv", above=above)
    assert read().extract_date == MAY


@pytest.mark.parametrize("header", ["Extract Date", "As at", "Date of extract"])
def test_a_column_may_say_the_date(inputs, read, header):
    rows = [(*OPEN, "29/05/2026"), (*ENDED, "29/05/2026")]
    inputs.extract(*rows, name="CIN plans.csv", header=(*EXTRACT_HEADER, header))
    ingested = read()
    assert ingested.extract_date == MAY
    assert "header.ignored" not in codes(ingested)


def test_a_cell_of_a_workbook_may_say_the_date(inputs, read):
    rows = [["Extract date", MAY], EXTRACT_HEADER, OPEN]
    inputs.put("extracts/CIN plans.xlsx", workbook({"Export": rows}))
    assert read().extract_date == MAY


@pytest.mark.parametrize("name", ["Report 1247 29.05.2026.csv", "CIN_1247_29-05-2026.csv"])
def test_a_number_before_the_date_in_the_name_is_no_part_of_it(inputs, read, name):
    inputs.extract(name=name)
    assert read().extract_date == MAY


def test_the_date_inside_comes_before_the_one_in_the_name_and_the_difference_is_said(inputs, read):
    inputs.extract(name="CIN plans 30.06.2026.csv", above=[["As at 29/05/2026"]])
    ingested = read()
    assert ingested.extract_date == MAY
    assert "extract.date_not_name" in codes(ingested)


def test_a_column_with_two_dates_is_said(inputs, read):
    rows = [(*OPEN, "29/05/2026"), (*ENDED, "28/05/2026")]
    inputs.extract(*rows, name="CIN plans.csv", header=(*EXTRACT_HEADER, "Extract Date"))
    ingested = read()
    assert ingested.extract_date == MAY
    assert "extract.dates_differ" in codes(ingested)


def test_without_any_date_the_user_is_asked_for_one(inputs, read):
    inputs.extract(name="CIN plans.csv")
    with pytest.raises(WrongUsage, match="--as-at"):
        read()


def test_without_any_date_of_its_own_the_one_asked_for_stands(inputs, read):
    inputs.extract(name="CIN plans.csv")
    ingested = read(MAY)
    assert (ingested.as_at, ingested.extract_date) == (MAY, None)
    assert state(ingested) == ["CIN plans.csv"]


def test_an_undated_extract_beside_dated_ones_is_refused(inputs, read):
    inputs.extract(name="CIN plans.csv")
    inputs.extract()
    ingested = read()
    assert state(ingested) == ["CIN plans 29.05.2026.csv"]
    assert ingested.refused == (("case_extract", "CIN plans.csv"),)


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("CIN plans 31.11.2026.csv", "extract.date_impossible"),
        ("CIN plans 2026-02-30.csv", "extract.date_impossible"),
        ("CIN plans 01.05.2026 to 29.05.2026.csv", "extract.undated"),
    ],
)
def test_a_date_in_the_name_that_no_calendar_has_is_called_so(inputs, read, name, code):
    inputs.extract(name=name)
    inputs.extract()
    ingested = read()
    assert state(ingested) == ["CIN plans 29.05.2026.csv"]
    assert code in codes(ingested)


def test_older_files_are_not_opened_so_that_their_faults_do_not_matter(inputs, read):
    inputs.put("extracts/CIN plans 30.04.2026.csv", b"")
    inputs.extract()
    ingested = read()
    assert ingested.refused == ()
    assert [entry.path for entry in ingested.files] == ["extracts/CIN plans 29.05.2026.csv"]


def test_when_the_newest_cannot_be_read_an_older_one_stands_in_and_this_is_said(inputs, read):
    inputs.extract()
    inputs.put("extracts/CIN plans 30.06.2026.csv", b"")
    ingested = read()
    assert ingested.extract_date == MAY
    assert {"file.empty", "extract.newer_refused"} <= codes(ingested)


def test_when_the_newest_fails_only_in_its_midst_an_older_one_stands_in_too(inputs, read):
    inputs.extract()
    newer = inputs.extract(*[OPEN] * 200, name="CIN plans 30.06.2026.csv")
    newer.write_text(newer.read_text() + 'X0003,"05/01/2026,,,,Alder\n', encoding="utf-8")
    ingested = read()
    assert ingested.extract_date == MAY
    assert {"text.quotes", "extract.newer_refused"} <= codes(ingested)


def test_when_one_part_cannot_be_read_the_other_stands_and_says_what_it_lacks(inputs, read):
    inputs.extract(name="CIN plans north 29.05.2026.csv")
    inputs.put("extracts/CIN plans south 29.05.2026.csv", b"")
    ingested = read()
    assert state(ingested) == ["CIN plans north 29.05.2026.csv"]
    assert "extract.part_missing" in codes(ingested)


def test_the_same_file_twice_is_read_once(inputs, read):
    inputs.extract()
    inputs.extract(name="CIN plans 29.05.2026 (1).csv")
    ingested = read()
    assert len(state(ingested)) == 1
    (said,) = [f for f in ingested.findings if f.rule.code == "file.twice"]
    assert not said.needs_person


@pytest.mark.parametrize(
    "name",
    [
        "CIN plans 29.05.2026 (1).csv",
        "CIN plans 29.05.2026 - Copy.csv",
        "CIN plans 29.05.2026 - Copy (2).csv",
        "Copy of CIN plans 29.05.2026.csv",
        "CIN plans 29.05.2026-LAPTOP7.csv",
    ],
)
def test_a_file_that_is_a_copy_by_its_name_and_differs_is_read_and_both_are_named(
    inputs, read, name
):
    inputs.extract(OPEN)
    inputs.extract(ENDED, name=name)
    ingested = read()
    assert len(state(ingested)) == 2
    (said,) = [f for f in ingested.findings if f.rule.code == "file.copy"]
    assert said.rule.severity == "warning"
    assert said.place.file == name
    assert "CIN plans 29.05.2026.csv" in said.sentence


def test_parts_named_for_places_or_numbered_are_no_copies(inputs, read):
    for part, row in (("", OPEN), (" north", ENDED), ("-2", (*OPEN[:5], "Birch"))):
        inputs.extract(row, name=f"CIN plans 29.05.2026{part}.csv")
    ingested = read()
    assert len(state(ingested)) == 3
    assert "file.copy" not in codes(ingested)


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("CIN plans 29.05.2026.xlsb", "file.later_kind"),
        ("cin-2026.xml", "census.other"),
        ("CIN plans.docx", "file.other_kind"),
        ("CIN plans.pdf", "file.other_kind"),
    ],
)
def test_files_of_other_kinds_are_named_and_refused(inputs, read, name, code):
    inputs.extract(name="CIN plans 28.05.2026.csv")
    inputs.put(f"extracts/{name}", b"anything")
    ingested = read()
    (said,) = [f for f in ingested.findings if f.rule.code == code]
    assert said.place.file == name
    assert said.needs_person


def test_no_extract_and_no_date_publishes_nothing_and_says_how_to_go_on(inputs, read):
    inputs.tracker()
    with pytest.raises(NothingToPublish, match=r"extracts.*--as-at"):
        read()


def test_no_extract_with_a_date_goes_on_with_the_rest(inputs, read):
    inputs.tracker()
    ingested = read(MAY)
    assert ingested.extract_date is None
    assert [table.kind for table in ingested.tables] == ["tracker"]


def test_nothing_readable_at_all_publishes_nothing_and_names_each_file(inputs, read):
    inputs.put("extracts/CIN plans 29.05.2026.csv", b"")
    inputs.put("reviews/scores.csv", b"<html>")
    with pytest.raises(NothingToPublish) as caught:
        read(MAY)
    assert "CIN plans 29.05.2026.csv: The file is empty" in str(caught.value)
    assert "scores.csv: The file is a web page" in str(caught.value)


def test_an_inputs_folder_that_is_not_there_is_named(inputs, read):
    inputs.root.rmdir()
    with pytest.raises(WrongUsage, match="inputs"):
        read()
