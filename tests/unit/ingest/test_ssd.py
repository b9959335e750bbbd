"""The Standard Safeguarding Dataset: tables joined to the plans, of which none is lost or doubled."""

from datetime import date

import pytest
from builders import csv_text, said, workbook
from national import SSD_TABLES, put_ssd, ssd_table

from pipeline.errors import NothingToPublish

PLANS = SSD_TABLES["ssd_cin_plans"]


def only(ingested):
    (table,) = ingested.of_kind("case_extract")
    return table


def columns(read, *names, as_at=None):
    table = only(read(as_at))
    return [table.rows[name].tolist() for name in names]


def facts(ingested, code):
    return [dict(found.facts) for found in said(ingested, code)]


def test_the_tables_together_give_the_columns_of_an_extract(inputs, read):
    put_ssd(inputs)
    ingested = read()
    table = only(ingested)
    assert table.rows.iloc[0].to_dict() == {
        "child_id": "X0001",
        "family_id": "F1",
        "plan_id": "P1",
        "plan_start": "2026-01-05",
        "plan_end": "",
        "end_reason": "",
        "episode_start": "2025-12-01",
        "locality": "North Dale",
        "team": "Alder",
        "practitioner": "Worker Quill",
        "date_of_birth": "2017-04-03",
        "date_of_death": "",
        "disability": "HAND, HEAR",
        "primary_need": "N1",
        "cp_plan_start": "2025-01-10",
        "cp_plan_end": "2026-01-05",
        "last_visit": "2026-05-19",
    }
    assert table.rows.iloc[1].dropna()["date_of_birth"] == "2026-08-01"
    assert (table.file, table.format) == ("ssd_cin_plans 2026-05-29.csv", "ssd")
    assert table.rows.index.tolist() == [2, 3]
    assert ingested.extract_date == date(2026, 5, 29)
    assert len(ingested.files) == len(SSD_TABLES)
    assert table.headers.keys() == set(table.rows.columns)


def test_well_made_tables_bring_one_note_of_what_was_joined(inputs, read):
    put_ssd(inputs)
    ingested = read()
    (joined,) = said(ingested, "ssd.joined")
    assert "ssd_person (3 rows, 2 used)" in joined.sentence
    assert {f.rule.code for f in ingested.findings} == {"ssd.joined", "tracker.missing"}


def test_the_rows_of_joined_tables_are_used_or_passed_over(inputs, read):
    put_ssd(inputs)
    accounts = {account.file.split()[0]: account for account in read().accounts}
    assert accounts.keys() == SSD_TABLES.keys() - {"ssd_cin_plans"}
    assert {a.kind for a in accounts.values()} == {"joined"}
    person = accounts["ssd_person"]
    assert (person.read, person.used, person.set_aside, person.passed_over) == (3, 2, 0, 1)
    assert accounts["ssd_cin_visits"].used == 3


def test_rows_of_which_it_is_unclear_which_counts_are_passed_over(inputs, read):
    rows = [
        ("X0001", "Invented", "2017-04-03", "", ""),
        ("X0001", "Invented", "2017-04-04", "", ""),
    ]
    put_ssd(inputs, ssd_person=ssd_table("ssd_person", *rows, ("X0002", "Invented", "", "", "")))
    (person,) = (each for each in read().accounts if each.file.startswith("ssd_person"))
    assert (person.read, person.used, person.passed_over) == (3, 1, 2)


def test_the_sheets_of_a_workbook_are_its_tables(inputs, read):
    inputs.put("extracts/SSD 29.05.2026.xlsx", workbook(SSD_TABLES))
    table = only(read())
    assert (table.sheet, table.rows["team"].tolist()) == ("ssd_cin_plans", ["Alder", "Birch"])
    assert table.rows["family_id"].tolist() == ["F1", None]


@pytest.mark.parametrize(
    "path",
    [
        "ssd_cin_plans_2026-05-29.csv",
        "999_ssd_cin_plans_20260529.csv",
        "dbo.SSD_CIN_PLANS 29.05.2026.csv",
        "SSD 29.05.2026/ssd_cin_plans.csv",
        "anything 29.05.2026.csv",
    ],
)
def test_a_table_is_known_by_its_columns_and_dated_by_its_name_or_folder(inputs, read, path):
    inputs.put(f"extracts/{path}", ssd_table("ssd_cin_plans"))
    ingested = read()
    assert (ingested.extract_format, ingested.extract_date) == ("ssd", date(2026, 5, 29))


def test_plans_alone_will_do_and_what_is_not_there_is_said_once(inputs, read):
    put_ssd(inputs, only=["ssd_cin_plans"])
    ingested = read()
    table = only(ingested)
    assert set(table.headers) == {
        "child_id",
        "plan_id",
        "plan_start",
        "plan_end",
        "team",
        "practitioner",
    }
    assert table.rows["team"].tolist() == ["77", "78"]
    (missing,) = said(ingested, "ssd.tables_missing")
    assert "ssd_cin_visits" in missing.sentence
    assert said(ingested, "ssd.team_numbers")


def test_the_older_layout_names_team_and_worker_itself(inputs, read):
    older = {"cinp_cin_plan_team": "cinp_cin_plan_team_name"}
    older["cinp_cin_plan_worker_id"] = "cinp_cin_plan_worker_name"
    header = [older.get(name, name) for name in PLANS[0]]
    rows = [("P1", "R1", "X0001", "2026-01-05", "", "Alder", "Worker Quill")]
    put_ssd(
        inputs,
        only=["ssd_cin_plans"],
        ssd_cin_plans=ssd_table("ssd_cin_plans", *rows, header=header),
    )
    ingested = read()
    assert only(ingested).rows[["team", "practitioner"]].values.tolist() == [
        ["Alder", "Worker Quill"]
    ]
    assert not said(ingested, "ssd.team_numbers")


def test_a_team_of_minus_one_is_none(inputs, read):
    rows = [("P1", "R1", "X0001", "2026-01-05", "", "-1", "900")]
    put_ssd(inputs, ssd_cin_plans=ssd_table("ssd_cin_plans", *rows))
    ingested = read()
    assert only(ingested).rows["team"].tolist() == [None]
    assert not said(ingested, "ssd.not_found")


def test_keys_that_fit_nothing_keep_their_plans_and_are_counted(inputs, read):
    rows = [
        ("P1", "R9", "X0008", "2026-01-05", "", "99", "999"),
        ("P2", "R8", "X0009", "2026-01-05", "", "98", "NULL"),
        ("P3", "", "X0001", "2026-01-05", "", "77", "900"),
    ]
    put_ssd(inputs, ssd_cin_plans=ssd_table("ssd_cin_plans", *rows))
    ingested = read()
    assert only(ingested).rows["team"].tolist() == ["99", "98", "Alder"]
    assert only(ingested).rows["practitioner"].tolist() == ["999", None, "Worker Quill"]
    assert {(each["table"], each["count"]) for each in facts(ingested, "ssd.not_found")} == {
        ("ssd_cin_episodes", "2"),
        ("ssd_person", "2"),
        ("ssd_department", "2"),
        ("ssd_professionals", "1"),
    }


def test_a_key_with_differing_rows_gives_nothing_and_never_doubles_a_plan(inputs, read):
    rows = [*SSD_TABLES["ssd_person"][1:], ("X0001", "Invented", "2011-11-11", "", "")]
    put_ssd(inputs, ssd_person=ssd_table("ssd_person", *rows))
    ingested = read()
    assert only(ingested).rows["date_of_birth"].tolist() == [None, "2026-08-01"]
    assert facts(ingested, "ssd.ambiguous") == [
        {"key": "cinp_person_id", "table": "ssd_person", "count": "1"}
    ]


def test_a_row_that_only_repeats_another_is_no_doubt(inputs, read):
    rows = [*SSD_TABLES["ssd_person"][1:], SSD_TABLES["ssd_person"][1]]
    put_ssd(inputs, ssd_person=ssd_table("ssd_person", *rows))
    ingested = read()
    assert only(ingested).rows["date_of_birth"].tolist()[0] == "2017-04-03"
    assert not said(ingested, "ssd.ambiguous")


def test_numbers_and_texts_of_one_key_are_the_same(inputs, read):
    names, *_ = SSD_TABLES["ssd_person"]
    sheets = {
        "ssd_cin_plans": [PLANS[0], ("P1", "R1", 1001, "2026-01-05", "", 77, "900.0")],
        "ssd_person": [names, ("1001.0", "Invented", "2017-04-03", "", "")],
        "ssd_professionals": [SSD_TABLES["ssd_professionals"][0], (900, "S1", "Worker Quill")],
        "ssd_department": SSD_TABLES["ssd_department"],
    }
    inputs.put("extracts/SSD 29.05.2026.xlsx", workbook(sheets))
    row = only(read()).rows.iloc[0]
    assert (row["date_of_birth"], row["team"], row["practitioner"]) == (
        "2017-04-03",
        "Alder",
        "Worker Quill",
    )


def visits(*rows):
    cells = [(f"V{n}", "X0001", *row) for n, row in enumerate(rows)]
    return ssd_table("ssd_cin_visits", *cells)


@pytest.mark.parametrize("seen", ["Y", "yes", "1", "True", "a) Yes"])
def test_the_latest_visit_on_which_the_child_was_seen_counts(inputs, read, seen):
    text = visits(("2026-05-19", seen), ("19/05/2025", seen), ("2026-05-26", "N"))
    put_ssd(inputs, ssd_cin_visits=text)
    assert columns(read, "last_visit") == [["2026-05-19", None]]


def test_visits_to_come_or_undated_or_unclear_are_left_out_and_counted(inputs, read):
    text = visits(
        ("2026-05-01", "Y"), ("2062-05-01", "Y"), ("soon", "Y"), ("2026-05-19", "perhaps")
    )
    put_ssd(inputs, ssd_cin_visits=text)
    ingested = read()
    assert only(ingested).rows["last_visit"].tolist()[0] == "2026-05-01"
    assert facts(ingested, "ssd.visit_dates") == [{"count": "2"}]
    assert facts(ingested, "ssd.visits_unclear") == [{"count": "1"}]


def test_looking_back_a_later_visit_had_not_been_made(inputs, read):
    put_ssd(inputs, ssd_cin_visits=visits(("2026-05-01", "Y"), ("2026-05-19", "Y")))
    assert columns(read, "last_visit", as_at=date(2026, 5, 10)) == [["2026-05-01", None]]


def test_a_table_that_cannot_be_read_is_refused_and_the_plans_stand(inputs, read):
    put_ssd(inputs, ssd_person=ssd_table("ssd_person") + 'X0009,"open\n')
    ingested = read()
    assert "date_of_birth" not in only(ingested).headers
    assert only(ingested).rows["team"].tolist() == ["Alder", "Birch"]
    assert ingested.refused == (("case_extract", "ssd_person 2026-05-29.csv"),)
    (missing,) = said(ingested, "ssd.tables_missing")
    assert "ssd_person" in missing.sentence


def test_a_table_without_its_needed_columns_is_refused_by_its_name(inputs, read):
    put_ssd(inputs, ssd_person=csv_text([("1", "2")], ("person", "born")))
    ingested = read()
    (found,) = said(ingested, "header.none")
    assert found.place.file == "ssd_person 2026-05-29.csv"


def test_a_sheet_without_its_needed_columns_is_named(inputs, read):
    sheets = {**SSD_TABLES, "ssd_family": [("fami_table_id", "fami_person_id"), ("1", "X0001")]}
    inputs.put("extracts/SSD 29.05.2026.xlsx", workbook(sheets))
    ingested = read()
    assert {"table": "ssd_family", "columns": "fami_person_id, fami_family_id"} in facts(
        ingested, "ssd.columns_missing"
    )


def test_a_column_that_a_table_lacks_is_named_and_not_supplied(inputs, read):
    header = SSD_TABLES["ssd_cin_episodes"][0][:4]
    rows = [row[:4] for row in SSD_TABLES["ssd_cin_episodes"][1:]]
    text = ssd_table("ssd_cin_episodes", *rows, header=header)
    put_ssd(inputs, ssd_cin_episodes=text)
    ingested = read()
    assert "end_reason" not in only(ingested).headers
    assert {"table": "ssd_cin_episodes", "columns": "cine_close_reason"} in facts(
        ingested, "ssd.columns_missing"
    )


def test_plans_without_any_team_column_are_refused(inputs, read):
    header, rows = PLANS[0][:5], [row[:5] for row in PLANS[1:]]
    put_ssd(inputs, only=["ssd_cin_plans"], ssd_cin_plans=csv_text(rows, header))
    with pytest.raises(NothingToPublish, match="missing: cinp_cin_plan_team"):
        read()


def test_tables_without_plans_are_refused_each_with_what_is_wanted(inputs, read):
    put_ssd(inputs, only=["ssd_person", "ssd_department"])
    with pytest.raises(NothingToPublish, match="no ssd_cin_plans of the same date"):
        read()


def test_when_the_plans_fail_so_do_the_tables_that_went_with_them(inputs, read):
    put_ssd(inputs, ssd_cin_plans=ssd_table("ssd_cin_plans") + 'P9,"open\n')
    inputs.extract(name="CIN plans 30.04.2026.csv")
    ingested = read(extracts={"primary": "ssd"})
    assert ingested.extract_format == "local"
    told = {f.place.file for f in ingested.findings if f.place.file.startswith("ssd_")}
    assert told == {f"{name} 2026-05-29.csv" for name in SSD_TABLES}


def test_a_table_that_plans_are_not_read_from_is_passed_over(inputs, read):
    put_ssd(inputs, only=["ssd_cin_plans"])
    text = csv_text([("A1", "X0001")], ("addr_table_id", "addr_person_id"))
    inputs.put("extracts/ssd_address 2026-05-29.csv", text)
    ingested = read()
    (found,) = said(ingested, "ssd.not_needed")
    assert (found.place.file, found.needs_person) == ("ssd_address 2026-05-29.csv", False)
    assert ingested.refused == ()


def test_a_file_that_only_has_the_datasets_name_is_told_what_it_lacks(inputs, read):
    inputs.put("extracts/ssd_plans 2026-05-29.csv", csv_text([("1", "2")], ("Child ID", "Notes2")))
    with pytest.raises(NothingToPublish, match="Needed columns are missing"):
        read()


def test_tables_of_another_date_are_not_joined(inputs, read):
    put_ssd(inputs, only=["ssd_cin_plans"])
    put_ssd(inputs, only=["ssd_person"], day="2026-06-30")
    ingested = read()
    assert "date_of_birth" not in only(ingested).headers
    (found,) = said(ingested, "extract.not_read")
    assert (found.place.file, dict(found.facts)) == (
        "ssd_person 2026-06-30.csv",
        {"which": "newer"},
    )


def test_two_tables_of_plans_are_parts_joined_to_the_same_tables(inputs, read):
    put_ssd(inputs)
    rows = [("P3", "R1", "X0003", "2026-03-01", "", "77", "900")]
    inputs.put("extracts/ssd_cin_plans south 2026-05-29.csv", ssd_table("ssd_cin_plans", *rows))
    ingested = read()
    born = [table.rows["date_of_birth"].tolist() for table in ingested.of_kind("case_extract")]
    assert born == [["2017-04-03", "2026-08-01"], ["2010-01-01"]]
    assert len(said(ingested, "ssd.joined")) == 1


def test_rows_that_are_no_data_are_accounted_for_in_the_plans(inputs, read):
    text = ssd_table("ssd_cin_plans") + ",,,,,,\nP9,R9,X0009\n"
    put_ssd(inputs, ssd_cin_plans=text)
    table = only(read())
    assert (len(table.rows), table.passed_over, table.set_aside) == (2, 1, 1)
