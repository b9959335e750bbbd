"""Headers are found under any usual spelling; what is not data is passed over and named."""

import pytest
from builders import ENDED, EXTRACT_HEADER, OPEN, SCORES_HEADER, csv_text

from pipeline.errors import NothingToPublish


def only(ingested, kind="case_extract"):
    (table,) = ingested.of_kind(kind)
    return table


def finding(ingested, code):
    (found,) = [each for each in ingested.findings if each.rule.code == code]
    return found


def refused(read, **parts):
    with pytest.raises(NothingToPublish) as caught:
        read(**parts)
    return str(caught.value)


@pytest.mark.parametrize(
    "written",
    [
        "child id",
        " CHILD   ID ",
        "Child\u00a0ID",
        "Child\nID",
        "Child_ID",
        "Child’s ID".replace("’s", ""),
        "Child\u200b ID",
        "Person ID",
        "child_id",
    ],
)
def test_a_header_is_known_by_its_letters_and_by_its_aliases(inputs, read, written):
    inputs.extract(OPEN, header=(written, *EXTRACT_HEADER[1:]))
    assert only(read()).rows["child_id"].tolist() == ["X0001"]


def test_apostrophes_of_either_kind_make_no_difference(inputs, read):
    inputs.extract(OPEN, header=("Child's ref", *EXTRACT_HEADER[1:]))
    aliases = {"case_extract": {"child_id": ["Child’s Ref"]}}
    assert only(read(headers=aliases)).headers["child_id"] == "Child's ref"


def test_config_may_give_a_column_another_header(inputs, read):
    inputs.extract(OPEN, header=("Mosaic number", *EXTRACT_HEADER[1:]))
    aliases = {"case_extract": {"child_id": ["Mosaic Number"]}}
    assert only(read(headers=aliases)).rows["child_id"].tolist() == ["X0001"]


def test_a_columns_own_header_comes_before_its_aliases(inputs, read):
    header = (*EXTRACT_HEADER, "Team")
    inputs.extract((*OPEN, "Somewhere else"), header=header)
    table = only(read())
    assert table.rows["team"].tolist() == ["Alder"]
    assert table.ignored_headers == ("Team",)


def test_a_column_that_stands_twice_is_refused_for_either_could_be_meant(inputs, read):
    inputs.extract((*OPEN, "X0009"), header=(*EXTRACT_HEADER, "CHILD ID"))
    message = refused(read)
    assert "Child ID, CHILD ID" in message
    assert "X0009" not in message


def test_missing_columns_are_named_with_the_columns_found_and_others_by_letter(inputs, read):
    inputs.extract(("X0001", "Alder", ""), header=("Child ID", "Allocated Team", "Notes2"))
    message = refused(read)
    assert "CIN Plan Start Date" in message
    assert "The columns found are: Child ID, Allocated Team; not known: C." in message
    assert "Notes2" not in message


def test_a_file_without_a_header_row_is_refused_without_showing_its_values(inputs, read):
    inputs.extract(OPEN, header=None)
    message = refused(read)
    assert "None of the first 20 rows" in message
    assert "X0001" not in message


def test_unknown_columns_are_listed_once_by_letter_and_never_read(inputs, read):
    inputs.extract((*OPEN, "private"), (*ENDED, "too"), header=(*EXTRACT_HEADER, "Notes2"))
    ingested = read()
    letter = chr(ord("A") + len(EXTRACT_HEADER))
    found = finding(ingested, "header.ignored")
    assert f"were ignored: {letter}." in found.sentence
    assert found.value == "Notes2"
    assert "private" not in only(ingested).rows.to_string()


def test_what_stands_over_an_unknown_column_is_for_the_restricted_findings_alone(inputs, read):
    header = (*EXTRACT_HEADER, "Rang school", "A Worker")
    inputs.extract((*OPEN, "", ""), header=header)
    found = finding(read(), "header.ignored")
    assert found.value == "Rang school | A Worker"
    assert "Rang" not in found.sentence
    assert "Worker" not in found.sentence


def test_a_row_of_data_that_happens_to_hold_a_header_is_not_printed(inputs, read):
    inputs.extract(("X1", "A Worker", "Disability", "Alder"), header=None)
    message = refused(read)
    assert "The columns found are: Disability; not known: A, B, D." in message
    assert "A Worker" not in message


def test_lines_above_the_header_are_passed_over_and_named(inputs, read):
    inputs.extract(above=[["CIN plans"], [], ["Exampleshire"]])
    ingested = read()
    assert only(ingested).passed_over == 3
    assert only(ingested).rows.index.tolist() == [5, 6]
    assert finding(ingested, "row.title").place.row == 1


@pytest.mark.parametrize(
    "footer",
    [
        ["Applied filters:\nLocality is North Dale"],
        ["Total", "", "2"],
        ["Grand Total"],
        ["Page 1 of 3"],
        ["2 rows"],
        ["Run on 29/05/2026 by A Worker"],
        ["OFFICIAL-SENSITIVE"],
        ["Filters applied: Locality is North Dale"],
        ["Filters Applied", "", "none"],
        ["Report end"],
        ["End of data"],
        ["*** End of the list ***"],
        ["Last refreshed 29/05/2026"],
    ],
)
def test_a_line_of_the_reports_own_is_passed_over_and_named(inputs, read, footer):
    inputs.extract(below=[[], footer])
    ingested = read()
    assert only(ingested).passed_over == 2
    assert finding(ingested, "row.footer").place.row == 5


def test_a_row_that_only_begins_like_a_footer_is_data(inputs, read):
    inputs.extract(("Page 7", *OPEN[1:]))
    assert only(read()).rows["child_id"].tolist() == ["Page 7"]


@pytest.mark.parametrize("text", ["Report end", "Endor", "Filters applied"])
def test_a_row_that_has_more_of_what_is_needed_is_no_such_footer(inputs, read, text):
    inputs.extract((text, "05/01/2026", "", "", "", ""), OPEN)
    ingested = read()
    assert only(ingested).rows.index.tolist() == [2, 3]
    assert only(ingested).passed_over == 0


def test_a_header_row_in_the_midst_is_passed_over_and_named(inputs, read):
    inputs.extract(OPEN, EXTRACT_HEADER, ENDED)
    ingested = read()
    assert only(ingested).rows.index.tolist() == [2, 4]
    assert finding(ingested, "row.header_again").place.row == 3


def test_rows_of_delimiters_only_are_blank(inputs, read):
    inputs.extract(OPEN, ("",) * 6, ("",) * 6, ENDED)
    table = only(read())
    assert (len(table.rows), table.passed_over) == (2, 2)


def test_a_field_too_many_sets_that_row_aside_and_moves_no_other(inputs, read):
    inputs.extract(OPEN, (*ENDED, "an unquoted, comma"), ENDED)
    ingested = read()
    assert (len(only(ingested).rows), only(ingested).set_aside) == (2, 1)
    said = finding(ingested, "row.uneven")
    assert said.place.row == 3
    assert said.needs_person


def test_a_row_broken_in_two_sets_both_halves_aside(inputs, read):
    text = csv_text([OPEN], EXTRACT_HEADER) + "X0002,01/02/2026,,broken\nnote,North Dale,Alder\n"
    inputs.put("extracts/CIN plans 29.05.2026.csv", text)
    assert only(read()).set_aside == 2


def test_trailing_delimiters_are_no_field_too_many(inputs, read):
    inputs.extract((*OPEN, ""), (*ENDED, ""))
    assert len(only(read()).rows) == 2


def test_an_extract_of_headers_alone_is_refused_as_a_failed_export(inputs, read):
    inputs.put("extracts/CIN plans 29.05.2026.csv", csv_text([], EXTRACT_HEADER))
    assert "failed export" in refused(read)


def test_an_empty_tracker_or_table_of_scores_is_read_and_said(inputs, read):
    inputs.extract()
    inputs.put("reviews/scores.csv", csv_text([], SCORES_HEADER))
    ingested = read()
    assert finding(ingested, "table.empty").place.file == "scores.csv"
    assert len(only(ingested, "scores").rows) == 0


def test_more_plans_than_any_authority_has_are_refused(inputs, read, monkeypatch):
    monkeypatch.setattr("pipeline.ingest.tables.table.MOST_ROWS", 2)
    inputs.extract(*[OPEN] * 2)
    assert len(only(read()).rows) == 2
    inputs.extract(*[OPEN] * 3)
    assert "more than 2 rows" in refused(read)
