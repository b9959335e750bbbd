"""A new tracker: what people meet in it, what it counts, and that ingest reads it."""

import io
import zipfile
from datetime import date

import pytest
from openpyxl import load_workbook

from pipeline.model.tables import TRACKER
from pipeline.model.terms import BARRIERS, STAGES
from pipeline.setup.start.open_plans import OpenPlan
from pipeline.setup.start.tracker import tracker_bytes

AS_AT = date(2026, 5, 29)
PLANS = (OpenPlan("X0001", "Sam Sample"), OpenPlan("0002", ""), OpenPlan("X0003", "Pat Example"))


def made(plans=PLANS, team="Alder", barriers=BARRIERS):
    return tracker_bytes(team, plans, barriers, AS_AT, "OFFICIAL-SENSITIVE")


def book(*args, **kwargs):
    return load_workbook(io.BytesIO(made(*args, **kwargs)), data_only=True)


def test_the_same_plans_write_the_same_bytes():
    assert made() == made()


def test_the_table_has_the_usual_headers_and_a_row_for_each_plan():
    sheet = book()["Tracker"]
    assert [cell.value for cell in sheet[1]] == [column.header for column in TRACKER.columns]
    values = [[cell.value for cell in row[:3]] for row in sheet.iter_rows(min_row=2)]
    assert values == [
        ["X0001", "Sam Sample", None],
        ["0002", None, None],
        ["X0003", "Pat Example", None],
    ]
    assert sheet["A3"].number_format == "@"  # an ID typed there keeps its noughts
    assert sheet.column_dimensions["H"].number_format == "dd/mm/yyyy"
    table = sheet.tables["Cases"]
    assert table.ref == "A1:K4"
    assert table.headerRowCount in (None, 1)
    assert not sheet.protection.sheet  # a protected table can't grow


def test_a_team_without_plans_has_a_table_to_type_in():
    assert book(())["Tracker"].tables["Cases"].ref == "A1:K2"


def test_lists_are_offered_dates_checked_and_another_barrier_only_warned_of():
    found = book()["Tracker"].data_validations.dataValidation
    rules = {str(v.sqref): (v.type, v.formula1, v.errorStyle) for v in found}
    assert rules["C2:C1000"] == ("list", "Stages", None)
    assert rules["D2:D1000"] == ("list", "Barriers", "warning")
    assert {cells for cells, (kind, _, _) in rules.items() if kind == "date"} == {
        f"{letter}2:{letter}1000" for letter in "HIJ"
    }


def test_the_lists_are_the_cells_that_hold_their_words():
    found = book()
    for name, words in (("Stages", STAGES), ("Barriers", BARRIERS)):
        sheet, cells = found.defined_names[name].value.split("!")
        assert tuple(row[0].value for row in found[sheet][cells.replace("$", "")]) == words


def test_overdue_is_a_word_and_a_gap_is_a_pattern_not_a_colour_alone():
    rules = [
        (str(found.sqref), rule)
        for found, rules in book()["Tracker"].conditional_formatting._cf_rules.items()
        for rule in rules
    ]
    overdue = [cells for cells, rule in rules if rule.dxf.numFmt is not None]
    assert all("Overdue" in rule.dxf.numFmt.formatCode for _, rule in rules if rule.dxf.numFmt)
    gaps = [cells for cells, rule in rules if rule.dxf.numFmt is None]
    assert sorted(overdue) == ["H2:H1000", "I2:I1000"]
    assert sorted(gaps) == ["C2:C1000", "F2:F1000", "H2:H1000"]
    for _, rule in rules:
        if rule.dxf.numFmt is None:
            assert rule.dxf.fill.patternType not in (None, "solid")
            assert rule.dxf.border.left.style


def test_it_prints_landscape_on_one_page_across_with_its_header_on_each():
    sheet = book()["Tracker"]
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.print_title_rows == "$1:$1"
    assert sheet.freeze_panes == "B2"
    assert sheet.oddHeader.right.text == "OFFICIAL-SENSITIVE"


@pytest.mark.parametrize("team", ["R&D", "Alder"])
def test_a_teams_name_stands_whole_in_the_page_header(team):
    header = book(team=team)["Tracker"].HeaderFooter.oddHeader.left.text
    assert header == f"{team.replace('&', '&&')}: ICM tracker"


def test_the_summary_has_values_before_anything_calculates_it():
    sheet = book()["Summary"]
    counts = {row[0].value: row[1].value for row in sheet.iter_rows() if row[1].value is not None}
    assert counts["All cases"] == counts["No stage yet, or another word"] == 3
    assert counts["No action"] == counts["No barrier given"] == counts["Not discussed yet"] == 3
    assert counts[STAGES[0]] == counts[BARRIERS[0]] == counts["Due date has passed"] == 0


def test_each_word_of_the_summary_is_counted_from_its_own_row_over_the_whole_column():
    sheet = load_workbook(io.BytesIO(made()))["Summary"]
    for row in sheet.iter_rows(min_row=5):
        word, formula = row[0].value, row[1].value
        if word in STAGES:
            assert formula == f"=COUNTIF(Tracker!$C:$C,$A{row[0].row})"
        if word in BARRIERS:
            assert formula == f"=COUNTIF(Tracker!$D:$D,$A{row[0].row})"


def test_what_the_workbook_says_of_itself_is_not_the_day_it_was_made():
    with zipfile.ZipFile(io.BytesIO(made())) as parts:
        assert {part.date_time for part in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"2026-05-29" in parts.read("docProps/core.xml")
