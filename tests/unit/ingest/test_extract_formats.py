"""Extracts in several formats beside one another: one is the state, the others are named."""

from datetime import date

import pytest
from builders import EXTRACT_HEADER, OPEN, said
from national import annex_a, census, child, put_ssd

from pipeline.errors import NothingToPublish, WrongUsage

MAY = date(2026, 5, 29)


def every_format(inputs):
    inputs.extract()
    inputs.put("extracts/Annex A 29.05.2026.xlsx", annex_a())
    inputs.put("extracts/census.xml", census(day="2026-05-29"))
    put_ssd(inputs, only=["ssd_cin_plans"])


def test_the_local_extract_is_the_state_where_config_names_none(inputs, read):
    every_format(inputs)
    ingested = read()
    assert ingested.extract_format == "local"
    others = {f.place.file: dict(f.facts) for f in said(ingested, "extract.other_format")}
    assert {file: facts["setting"] for file, facts in others.items()} == {
        "Annex A 29.05.2026.xlsx": "annex_a",
        "census.xml": "cin_census",
        "ssd_cin_plans 2026-05-29.csv": "ssd",
    }
    assert others["census.xml"]["used"] == "case extract"


@pytest.mark.parametrize("name", ["local", "ssd", "annex_a", "cin_census"])
def test_config_names_the_format_that_is_read(inputs, read, name):
    every_format(inputs)
    ingested = read(extracts={"primary": name})
    assert ingested.extract_format == name
    assert len(said(ingested, "extract.other_format")) == 3
    assert not said(ingested, "extract.not_primary")


@pytest.mark.parametrize(
    ("there", "expected"),
    [
        (("annex_a", "cin_census"), "annex_a"),
        (("ssd", "annex_a", "cin_census"), "ssd"),
        (("cin_census",), "cin_census"),
    ],
)
def test_without_a_local_extract_the_format_that_tells_most_is_read(inputs, read, there, expected):
    every_format(inputs)
    files = {
        "local": "CIN plans 29.05.2026.csv",
        "annex_a": "Annex A 29.05.2026.xlsx",
        "cin_census": "census.xml",
        "ssd": "ssd_cin_plans 2026-05-29.csv",
    }
    for name, file in files.items():
        if name not in there:
            (inputs.root / "extracts" / file).unlink()
    ingested = read()
    assert ingested.extract_format == expected
    assert not said(ingested, "extract.not_primary")


def test_an_older_extract_of_the_primary_format_comes_before_a_newer_one_of_another(inputs, read):
    inputs.extract(name="CIN plans 30.04.2026.csv")
    inputs.put("extracts/Annex A 29.05.2026.xlsx", annex_a())
    ingested = read()
    assert (ingested.extract_format, ingested.extract_date) == ("local", date(2026, 4, 30))


def test_the_formats_of_config_is_sought_through_all_dates(inputs, read):
    inputs.extract(name="CIN plans 30.06.2026.csv")
    inputs.put("extracts/Annex A 30.04.2026.xlsx", annex_a())
    inputs.put("extracts/Annex A 31.03.2026.xlsx", annex_a())
    ingested = read(extracts={"primary": "annex_a"})
    assert (ingested.extract_format, ingested.extract_date) == ("annex_a", date(2026, 4, 30))
    (older,) = said(ingested, "extract.not_read")
    assert older.place.file == "Annex A 31.03.2026.xlsx"


def test_a_primary_format_that_is_not_there_is_said_and_another_stands_in(inputs, read):
    inputs.extract()
    ingested = read(extracts={"primary": "ssd"})
    assert ingested.extract_format == "local"
    (found,) = said(ingested, "extract.not_primary")
    assert "Standard Safeguarding Dataset" in found.sentence


def test_a_primary_extract_that_fails_gives_way_to_an_older_one_of_its_own_format(inputs, read):
    inputs.put("extracts/a.xml", census(day="2025-03-31", year="2025"))
    inputs.put("extracts/b 31.03.2026.xml", census(child("X0001"), day="2026-03-31"))
    inputs.extract()
    ingested = read(extracts={"primary": "cin_census"})
    assert (ingested.extract_format, ingested.extract_date.year) == ("cin_census", 2025)
    assert [f.place.file for f in said(ingested, "extract.newer_refused")] == ["b 31.03.2026.xml"]


def test_a_census_that_fails_beside_a_local_extract_is_no_part_of_it(inputs, read):
    inputs.extract()
    inputs.put("extracts/census 29.05.2026.xml", b"<Message>")
    ingested = read()
    assert ingested.refused == (("case_extract", "census 29.05.2026.xml"),)
    assert not said(ingested, "extract.part_missing")


def test_an_undated_local_extract_is_asked_about_though_others_have_dates(inputs, read):
    inputs.extract(name="CIN plans.csv")
    inputs.put("extracts/census.xml", census())
    with pytest.raises(WrongUsage, match=r"CIN plans\.csv"):
        read()
    assert read(MAY).extract_format == "local"


def test_an_undated_file_of_another_format_is_named_and_not_refused(inputs, read):
    inputs.extract()
    inputs.put("extracts/Annex A.xlsx", annex_a())
    ingested = read()
    assert ingested.refused == ()
    assert [f.place.file for f in said(ingested, "extract.other_format")] == ["Annex A.xlsx"]


def test_list_6_under_headers_that_config_gives_the_local_extract_is_local(inputs, read):
    inputs.put("extracts/Annex A 29.05.2026.xlsx", annex_a())
    aliases = {"case_extract": {"plan_start": ["CIN Start Date"]}}
    assert read(headers=aliases).extract_format == "local"


def test_a_local_extract_is_no_table_of_the_ssd_for_sharing_a_word_with_one(inputs, read):
    header = (*EXTRACT_HEADER, "Family ID", "Disability")
    inputs.extract((*OPEN, "F1", "HAND"), header=header)
    ingested = read()
    assert ingested.extract_format == "local"
    assert not said(ingested, "header.ignored")


@pytest.mark.parametrize(
    ("header", "missing"),
    [
        (("Child ID", "CIN Start Date", "Allocated Team"), "CIN Plan Start Date"),
        (("Child ID", "CIN Plan Start Date", "Notes2"), "Allocated Team"),
        (("cinp_person_id", "cinp_referral_id", "cinp_cin_plan_team"), "cinp_cin_plan_start_date"),
    ],
)
def test_a_file_of_no_format_is_told_what_it_lacks_to_be_the_one_it_is_most_like(
    inputs, read, header, missing
):
    inputs.extract(("X0001", "05/01/2026", "Alder"), header=header)
    with pytest.raises(NothingToPublish, match=f"missing: {missing}"):
        read()


@pytest.mark.parametrize("as_at", [None, MAY])
def test_how_new_the_newest_is_goes_by_the_format_that_is_read(inputs, read, as_at):
    inputs.extract()
    inputs.put("extracts/Annex A 30.06.2026.xlsx", annex_a())
    ingested = read(as_at)
    assert (ingested.extract_date, ingested.newest_extract) == (MAY, MAY)
    assert said(ingested, "extract.other_format")


@pytest.mark.parametrize("content", ["as it should be", b""])
def test_looking_back_a_newer_extract_of_the_same_format_is_the_newest(inputs, read, content):
    inputs.extract()
    newer = inputs.extract(name="CIN plans 30.06.2026.csv")
    if not content:
        newer.write_bytes(content)
    ingested = read(MAY)
    assert (ingested.extract_date, ingested.newest_extract) == (MAY, date(2026, 6, 30))
    assert [f.place.file for f in said(ingested, "extract.not_read")] == [newer.name]
    assert ingested.refused == ()
