"""Every plan version is typed, repaired or set aside, and nothing but what was said happens."""

from datetime import date

import pandas as pd
import pytest
from builders import ENDED, EXTRACT_HEADER, OPEN, said

from pipeline.model.tables import CASE_EXTRACT

MAY = date(2026, 5, 29)


def first(validated):
    """The row of the child under test; None if it is in no figure."""
    rows = validated.versions[validated.versions["child_id"] != "X0099"]
    return None if rows.empty else rows.iloc[0]


def test_the_frame_has_the_columns_and_types_that_transform_counts_on(inputs, check):
    inputs.extract()
    versions = check().versions
    assert list(versions.columns) == [
        "child_id",
        "plan_start",
        "plan_end",
        "end_reason",
        "locality",
        "team",
        "outcome",
        "file",
        "sheet",
        "row",
    ]
    for name in versions:
        kind = CASE_EXTRACT.column(name).kind if name in CASE_EXTRACT.names else "text"
        wanted = {"date": "datetime64[s]"}.get(kind, "int64" if name == "row" else "str")
        assert str(versions[name].dtype) == wanted, name


def test_what_the_extract_lacks_is_not_supplied(inputs, check):
    inputs.extract()
    assert check().supplied == {
        "child_id",
        "plan_start",
        "plan_end",
        "end_reason",
        "locality",
        "team",
    }


def test_a_row_knows_its_file_and_row(inputs, check):
    inputs.extract(above=[["CIN plans"]])
    row = check().versions.iloc[0]
    assert (row["file"], row["row"]) == ("CIN plans 29.05.2026.csv", 3)


@pytest.mark.parametrize(
    "written",
    [
        "2026-04-05",
        "05/04/2026",
        "5/4/2026",
        "05/04/26",
        "05-Apr-2026",
        "5 April 2026",
        "5th Apr 26",
        "05.04.2026",
        "05/04/2026 23:59",
        "2026-04-05T00:00:00",
        "46117",
        " 05/04/2026\u00a0",
        "20260405",
        "2026-04-04T23:30:00Z",
        "2026-04-05T00:00:00.000+01:00",
    ],
)
def test_a_date_in_any_explicit_form_is_the_fifth_of_april(check_row, written):
    assert first(check_row(CIN_Plan_Start_Date=written))["plan_start"] == pd.Timestamp(2026, 4, 5)


def test_times_with_a_zone_are_the_day_in_london_and_said_once(inputs, check):
    inputs.extract(
        ("X1", "2026-01-05T23:30:00Z", "2026-05-10T23:30:00Z", "Closed", "", "Alder"),
        ("X2", "2026-01-05T00:30:00+0200", "", "", "", "Alder"),
    )
    versions = check().versions
    assert [str(day)[:10] for day in versions["plan_start"]] == ["2026-01-05", "2026-01-04"]
    assert str(versions["plan_end"][0])[:10] == "2026-05-11"
    counts = [dict(f.facts)["count"] for f in said(check(), "date.zoned")]
    assert counts == ["2", "1"]


@pytest.mark.parametrize(
    "written",
    [
        "04/13/2026",
        "31/02/2026",
        "05/04/2026 (cancelled)",
        "05/04/2026 & 19/04/2026",
        "April",
        "30/12/1899",
        "#REF!",
        "12",
        "20261305",
        "05042026",
        "2026-02-30T00:00:00Z",
        "9999-12-31T23:59:59-05:00",
    ],
)
def test_a_start_that_is_not_understood_sets_the_plan_aside(check_row, written):
    validated = check_row(CIN_Plan_Start_Date=written)
    assert first(validated) is None
    (finding,) = said(validated, "plan.start_unreadable")
    assert (finding.value, finding.child_id, finding.place.row) == (written, "X0001", 2)
    assert finding.place.column == "CIN Plan Start Date"
    assert written not in finding.sentence
    assert finding.needs_person


@pytest.mark.parametrize("written", ["01/01/1900", "05/04/1926"])
@pytest.mark.parametrize("column", ["Start", "End"])
def test_a_date_that_is_understood_and_out_of_range_is_called_so(check_row, written, column):
    validated = check_row(**{f"CIN_Plan_{column}_Date": written})
    assert first(validated) is None
    (finding,) = said(validated, f"plan.{column.lower()}_out_of_range")
    assert "out of range" in finding.sentence
    assert finding.needs_person


@pytest.mark.parametrize("written", ["", "-", "n/a", "NULL"])
def test_a_plan_without_a_start_is_set_aside(check_row, written):
    validated = check_row(CIN_Plan_Start_Date=written)
    assert first(validated) is None
    assert len(said(validated, "plan.start_missing")) == 1


@pytest.mark.parametrize("written", ["end of May", "31/06/2026", "#N/A"])
def test_an_end_that_is_not_understood_sets_the_plan_aside(check_row, written):
    validated = check_row(CIN_Plan_End_Date=written)
    assert first(validated) is None
    assert said(validated, "plan.end_unreadable")[0].needs_person


@pytest.mark.parametrize("written", ["", "NULL", "-", "N/A"])
def test_a_blank_end_or_a_word_for_it_is_an_open_plan(check_row, written):
    assert pd.isna(first(check_row(CIN_Plan_End_Date=written))["plan_end"])


@pytest.mark.parametrize("written", ["31/12/9999", "31/12/2099"])
def test_an_end_that_stands_for_none_is_an_open_plan_and_said(check_row, written):
    validated = check_row(CIN_Plan_End_Date=written)
    assert pd.isna(first(validated)["plan_end"])
    assert said(validated, "plan.end_forever")
    assert validated.accounts[0].repaired == 1


def test_an_end_before_the_start_sets_the_plan_aside(check_row):
    validated = check_row(CIN_Plan_End_Date="04/01/2026")
    assert first(validated) is None
    assert said(validated, "plan.end_before_start")[0].needs_person


def test_an_end_on_the_day_of_the_start_is_kept_and_said(check_row):
    validated = check_row(CIN_Plan_End_Date="05/01/2026")
    assert first(validated)["plan_end"] == pd.Timestamp(2026, 1, 5)
    assert said(validated, "plan.one_day")


def test_a_start_after_the_extract_is_set_aside_and_an_end_after_it_kept(check_row):
    assert said(check_row(CIN_Plan_Start_Date="30/05/2026"), "plan.start_to_come")
    validated = check_row(CIN_Plan_End_Date="30/06/2026")
    assert first(validated)["plan_end"] == pd.Timestamp(2026, 6, 30)
    assert said(validated, "plan.end_to_come")


def test_looking_back_leaves_out_what_starts_later_without_asking_for_a_person(inputs, check):
    later = ("X0003", "20/05/2026", "", "", "", "Alder")
    wrong = ("X0004", "30/05/2026", "", "", "", "Alder")
    inputs.extract(OPEN, ENDED, later, wrong)
    validated = check(date(2026, 5, 15))
    assert validated.looks_back
    assert validated.versions["child_id"].tolist() == ["X0001", "X0002"]
    assert validated.versions["plan_end"].iloc[1] == pd.Timestamp(2026, 5, 20)
    (account,) = validated.accounts
    assert (account.used, account.set_aside, account.passed_over) == (2, 1, 1)
    assert not said(validated, "plan.start_after_as_at")[0].needs_person


def test_a_later_as_at_date_counts_what_has_started_by_then(inputs, check):
    ahead = ("X0004", "01/07/2026", "", "", "", "Alder")
    inputs.extract(OPEN, ("X0003", "30/05/2026", "15/06/2026", "", "", "Alder"), ahead)
    validated = check(date(2026, 6, 29))
    assert validated.versions["child_id"].tolist() == ["X0001", "X0003"]
    assert said(validated, "extract.older")
    assert not said(validated, "extract.far")
    assert said(validated, "plan.start_to_come")
    assert not said(validated, "plan.end_to_come")


@pytest.mark.parametrize(
    ("as_at", "words"),
    [(date(2026, 6, 30), "32 days older"), (date(2026, 4, 27), "32 days newer")],
)
def test_an_as_at_date_far_from_the_extracts_own_is_a_warning(inputs, check, as_at, words):
    inputs.extract(OPEN)
    validated = check(as_at)
    (finding,) = said(validated, "extract.far")
    assert words in finding.sentence
    assert (finding.rule.severity, finding.needs_person) == ("warning", False)
    assert not said(validated, "extract.older")


def test_an_extract_newer_than_the_date_asked_for_means_newer_trackers(inputs, check):
    inputs.extract(OPEN)
    inputs.extract(OPEN, ENDED, name="CIN plans 12.06.2026.csv")
    assert check(date(2026, 5, 29)).looks_back
    assert not check(date(2026, 6, 12)).looks_back
    assert not check().looks_back


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("00123", "00123"),
        ("1001.0", "1001"),
        ("  X 0001 \u00a0", "X 0001"),
        ("\uff11\uff12\uff13", "123"),
        ("1E5", "1E5"),
        ('="00123"', "00123"),
        ("X\u200b0001", "X0001"),
    ],
)
def test_an_id_is_text_as_it_was_written(check_row, written, value):
    assert first(check_row(Child_ID=written))["child_id"] == value


def test_a_date_run_together_in_a_workbook_is_a_date(inputs, check):
    inputs.extract_workbook(("X1", 20260105, 20260520.0, "", "", "Alder"), ("X2", 20260105.5))
    validated = check()
    assert [str(day)[:10] for day in validated.versions["plan_start"]] == ["2026-01-05"]
    assert [str(day)[:10] for day in validated.versions["plan_end"]] == ["2026-05-20"]
    assert said(validated, "plan.start_unreadable")[0].child_id == "X2"


def test_an_id_that_is_a_number_in_a_workbook_is_its_digits(inputs, check):
    inputs.extract_workbook((1001.0, "05/01/2026", "", "", "", "Alder"))
    assert check().versions["child_id"].tolist() == ["1001"]


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("", "id.missing"),
        ("-", "id.missing"),
        ("None", "id.missing"),
        ("1.23E+11", "id.damaged"),
        ("1.23457E+11", "id.damaged"),
        ("#N/A", "id.error"),
        ("#REF!", "id.error"),
        ("UNBORN EXAMPLE", "id.is_name"),
    ],
)
def test_a_row_whose_child_is_unknown_is_set_aside_once(check_row, written, code):
    validated = check_row(Child_ID=written)
    assert first(validated) is None
    assert len(said(validated, code)) == 1
    assert len([f for f in validated.findings if f.needs_person]) == 1
    assert validated.accounts[0].set_aside == 1


def test_a_word_among_ids_with_digits_is_taken_for_a_name(inputs, check):
    words = ("UNBORN", "Zebedee", "O'Zebedee")
    rows = [(word, *OPEN[1:]) for word in words]
    inputs.extract(OPEN, ENDED, ("X0003", *OPEN[1:]), ("X0004", *OPEN[1:]), *rows)
    validated = check()
    assert {f.value for f in said(validated, "id.is_name")} == set(words)
    assert len(validated.versions) == 4


def test_where_most_ids_have_no_digit_they_are_ids(inputs, check):
    inputs.extract(OPEN, *((word, *OPEN[1:]) for word in ("QWERTY", "ASDFGH")))
    assert len(check().versions) == 3


def test_an_id_that_shows_an_error_or_was_never_calculated_is_called_so(check_row):
    (finding,) = said(check_row(Child_ID="#REF!"), "id.error")
    assert "Excel error" in finding.sentence


def test_an_id_in_a_workbook_of_more_digits_than_excel_keeps_is_damaged(inputs, check):
    inputs.extract_workbook((1.2345678901234567e18, "05/01/2026", "", "", "", "Alder"), OPEN)
    assert said(check(), "id.damaged")


def test_a_field_that_is_not_understood_is_blank_and_the_row_stays(check_row):
    validated = check_row(Last_Visit_Date="soon", Date_of_Birth="31/02/2014")
    row = first(validated)
    assert pd.isna(row["last_visit"])
    assert pd.isna(row["date_of_birth"])
    findings = said(validated, "date.unreadable")
    assert {f.place.column for f in findings} == {"Last Visit Date", "Date of Birth"}
    assert not any(f.needs_person for f in validated.findings)


def test_what_should_have_happened_cannot_lie_ahead_but_a_review_may(check_row):
    validated = check_row(Last_Visit_Date="01/06/2027", Next_Review_Date="01/07/2026")
    assert pd.isna(first(validated)["last_visit"])
    assert first(validated)["next_review"] == pd.Timestamp(2026, 7, 1)
    (finding,) = said(validated, "date.to_come")
    assert finding.place.column == "Last Visit Date"


@pytest.mark.parametrize("written", ["", "No", "N", "none", "n/a", "-", "NO"])
def test_a_plain_no_is_no_exemption(check_row, written):
    assert pd.isna(first(check_row(Exemption=written))["exemption"])


@pytest.mark.parametrize("written", ["Disability", "Yes", "Supervision order", "No recourse"])
def test_anything_else_is_an_exemption(check_row, written):
    assert first(check_row(Exemption=written))["exemption"] == written


def test_team_and_locality_are_as_config_names_them(check_row):
    row = first(check_row(Allocated_Team=" alder ", Locality="CIN NORTH  DALE"))
    assert (row["team"], row["locality"]) == ("Alder", "North Dale")


def test_a_missing_locality_is_found_from_the_team(inputs, check):
    header = [name for name in EXTRACT_HEADER if name != "Locality"]
    inputs.extract(("X0001", "05/01/2026", "", "", "Cedar"), header=header)
    validated = check()
    assert validated.versions["locality"].tolist() == ["South Vale"]
    assert "locality" not in validated.supplied


def test_unknown_teams_keep_their_plans_and_are_told_once_each_with_their_count(inputs, check):
    rows = [(f"X000{n}", "05/01/2026", "", "", "North Dale", "Northh") for n in range(3)]
    inputs.extract(*rows, ("X0009", "05/01/2026", "", "", "", "NA"))
    validated = check()
    assert set(validated.versions["team"]) == set(validated.versions["locality"]) == {"Not known"}
    told = {f.value: dict(f.facts)["count"] for f in said(validated, "team.unknown")}
    assert told == {"Northh": "3", "NA": "1"}
    assert not any("Northh" in f.sentence for f in validated.findings)


def test_a_team_named_none_is_a_team(check_row):
    settings = {"teams": [{"name": "None"}, {"name": "Birch"}]}
    assert first(check_row(Allocated_Team="None", settings=settings))["team"] == "None"


def test_a_row_without_a_team_counts_under_not_known_and_is_said(check_row):
    validated = check_row(Allocated_Team="")
    assert first(validated)["team"] == "Not known"
    assert len(said(validated, "team.missing")) == 1


def test_an_alias_holds_for_plans_that_start_until_its_last_day(inputs, check):
    inputs.extract(
        ("X0001", "31/03/2026", "", "", "", "Old Alder"),
        ("X0002", "01/04/2026", "", "", "", "Old Alder"),
    )
    aliases = [{"name": "Old Alder", "until": "31/03/2026"}]
    validated = check(teams=[{"name": "Alder", "aliases": aliases}])
    assert validated.versions["team"].tolist() == ["Alder", "Not known"]


def test_another_locality_than_configs_is_said_once_a_file_and_configs_counts(inputs, check):
    inputs.extract(
        ("X0001", "05/01/2026", "", "", "South Vale", "Alder"),
        ("X0002", "05/01/2026", "", "", "Elsewhere", "Birch"),
    )
    validated = check()
    assert validated.versions["locality"].tolist() == ["North Dale", "North Dale"]
    (finding,) = said(validated, "team.locality_differs")
    assert dict(finding.facts)["count"] == "2"


def test_the_same_row_twice_counts_once_and_asks_for_no_person(inputs, check):
    inputs.extract(OPEN, ENDED, OPEN)
    validated = check()
    assert len(validated.versions) == 2
    assert validated.accounts[0].passed_over == 1
    (finding,) = said(validated, "row.duplicate")
    assert (finding.place.row, finding.needs_person) == (4, False)


def test_the_same_row_in_two_parts_counts_once(inputs, check):
    inputs.extract(OPEN, ENDED, name="north 29.05.2026.csv")
    inputs.extract(OPEN, name="south 29.05.2026.csv")
    validated = check()
    assert len(validated.versions) == 2
    assert [account.passed_over for account in validated.accounts] == [0, 1]


def test_a_column_that_only_one_part_has_is_not_supplied_and_said(inputs, check):
    inputs.extract(OPEN, name="north 29.05.2026.csv")
    visited = (*ENDED, "01/05/2026")
    header = (*EXTRACT_HEADER, "Last Visit Date")
    inputs.extract(visited, header=header, name="south 29.05.2026.csv")
    validated = check()
    assert "last_visit" not in validated.supplied
    assert "last_visit" not in validated.versions
    assert said(validated, "column.in_part")


def test_an_extract_of_which_no_row_can_be_used_supplies_nothing(inputs, check):
    inputs.extract(("X0001", "soon", "", "", "", "Alder"))
    validated = check()
    assert validated.versions is None
    assert validated.supplied == frozenset()
    assert said(validated, "extract.no_usable_row")


def test_a_column_that_holds_nothing_is_said(check_row):
    assert said(check_row(Last_Visit_Date=""), "column.blank")


def test_month_first_dates_refuse_the_whole_file(inputs, check):
    rows = [(f"X{n}", f"0{n}/2{n}/2026", "", "", "", "Alder") for n in range(1, 5)]
    inputs.extract(*rows, ("X9", "03/04/2026", "", "", "", "Alder"))
    validated = check()
    assert validated.versions is None
    assert validated.accounts[0].refused
    assert said(validated, "date.month_first")[0].needs_person


def test_one_impossible_date_among_good_ones_is_a_slip_of_its_own_row(inputs, check):
    good = [(f"X{n}", f"{n}/01/2026", "", "", "", "Alder") for n in range(13, 28)]
    inputs.extract(*good, ("X9", "04/13/2026", "", "", "", "Alder"))
    validated = check()
    assert len(validated.versions) == len(good)
    assert len(said(validated, "plan.start_unreadable")) == 1


def test_dates_that_excel_has_half_swapped_refuse_the_whole_file(inputs, check):
    swapped = [(f"X{n}", date(2026, 1, n), "", "", "", "Alder") for n in range(1, 6)]
    left = [(f"X{n}", f"{n}/01/2026", "", "", "", "Alder") for n in range(13, 18)]
    inputs.extract_workbook(*swapped, *left)
    assert said(check(), "date.swapped")


def test_dates_kept_as_text_beside_true_dates_are_read_when_nothing_shows_a_swap(inputs, check):
    true = [(f"X{n}", date(2026, 1, n), "", "", "", "Alder") for n in range(10, 16)]
    text = [(f"X{n}", f"{n}/01/2026", "", "", "", "Alder") for n in range(16, 20)]
    inputs.extract_workbook(*true, *text)
    assert len(check().versions) == 10


def test_an_adult_on_an_open_plan_is_said_and_kept(check_row):
    validated = check_row(Date_of_Birth="29/05/2008")
    assert said(validated, "child.adult")
    assert first(validated) is not None
    assert not said(check_row(Date_of_Birth="30/05/2008"), "child.adult")


def test_no_sentence_of_any_finding_shows_a_value(inputs, check):
    hidden = "Zebedee"
    inputs.extract(
        (hidden, hidden, hidden, hidden, hidden, hidden),
        (f"{hidden} {hidden}", "05/01/2026", "", "", "", "Alder"),
        ("X0001", "05/01/2026", "01/05/2026", hidden, hidden, hidden),
        (hidden, "05/01/2026", hidden, "", "", "Alder"),
    )
    validated = check()
    assert len(validated.findings) > 5
    assert not [f for f in validated.findings if hidden in f"{f.place} {f.sentence} {f.facts}"]


def test_an_id_with_and_without_noughts_in_the_extract_is_said(inputs, check):
    inputs.extract(("00123", *OPEN[1:]), ("123", *OPEN[1:]), ("123", *ENDED[1:]))
    validated = check()
    assert validated.versions["child_id"].nunique() == 2
    assert [f.child_id for f in said(validated, "id.two_forms")] == ["00123", "123"]


def test_letters_garbled_before_the_export_are_kept_and_said_once_a_column(inputs, check):
    header = (*EXTRACT_HEADER, "Allocated Worker")
    inputs.extract((*OPEN, "CafÃ©"), (*ENDED, "Donâ€™t"), header=header)
    validated = check()
    assert validated.versions["practitioner"].tolist() == ["CafÃ©", "Donâ€™t"]
    assert dict(said(validated, "cell.garbled")[0].facts) == {"count": "2"}


def test_the_order_of_columns_changes_nothing(inputs, check):
    inputs.extract()
    before = check().versions
    reverse = [list(reversed(row)) for row in (OPEN, ENDED)]
    inputs.extract(*reverse, header=list(reversed(EXTRACT_HEADER)))
    pd.testing.assert_frame_equal(check().versions, before)


def test_blank_rows_change_nothing_but_the_row_numbers(inputs, check):
    inputs.extract()
    before = check().versions
    inputs.extract(("",) * 6, OPEN, ("",) * 6, ENDED)
    after = check().versions
    assert after["row"].tolist() == [3, 5]
    pd.testing.assert_frame_equal(after.drop(columns="row"), before.drop(columns="row"))
