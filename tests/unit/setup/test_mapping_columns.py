"""Which header is which column: what is sure, what is likely, what is a guess, and why."""

import pytest
from builders import settings_of
from unit.setup.extracts import HEADERS, put, rows, text

from pipeline.errors import WrongUsage
from pipeline.ingest.tables.headers import Contract
from pipeline.model.tables import CASE_EXTRACT
from pipeline.setup.mapping.clues import CLUES, EXPECTED, SEEN
from pipeline.setup.mapping.look import look_at
from pipeline.setup.mapping.matching import known_names, match

OURS = {column.name: column.header for column in CASE_EXTRACT.columns}


def columns(tmp_path, headers, made=None, chosen=(), settings=None):
    return look_at(put(tmp_path, text(made or rows(), headers)), settings, chosen).columns


def told(found):
    return {each.column.name: (each.header, each.sure) for each in found.proposals}


def test_headers_never_seen_before_are_found_by_their_words_and_values(tmp_path):
    found = columns(tmp_path, None)
    assert told(found) == {name: (header, "likely") for name, header in HEADERS.items()}
    assert found.unused == ("Subject name", "Flag")
    assert found.needed == ()
    why = {each.column.name: each.why for each in found.proposals}
    assert why["child_id"].startswith("a likely name (our guess: no published format has it);")
    assert 'the word "started"; every filled cell reads as a date' in why["plan_start"]
    assert "never before the start" in why["plan_end"]


@pytest.mark.parametrize(
    ("name", "header", "sure"),
    [
        ("team", "Allocated Team", "sure"),
        ("team", " allocated_TEAM ", "sure"),
        ("team", "Team Name", "sure"),
        ("team", "dept_team_name", "sure"),
        ("team", "Team Allocated", "likely"),
        ("team", "Alocated Team", "likely"),
        ("team", "CIN Team at Close", "likely"),
        ("plan_start", "STARTED_ON", "sure"),
        ("plan_start", "Plan Opened", "likely"),
        ("plan_start", "CIN Plan Strat Date", "likely"),
        ("plan_end", "CompletedOn", "sure"),
        ("plan_end", "Date CIN Ceased", "likely"),
        ("child_id", "LAchildID", "sure"),
        ("child_id", "Client Ref No", "likely"),
        ("practitioner", "Case Holder", "likely"),
        ("practitioner", "Key Wkr", "likely"),
        ("team", "Responsible Unit", "likely"),
        ("end_reason", "Reason", "likely"),
        ("end_reason", "Why ceased", "likely"),
        ("locality", "Area", "sure"),
        ("locality", "District", "likely"),
    ],
)
def test_a_header_is_known_by_name_by_words_or_almost(tmp_path, name, header, sure):
    headers = {each: OURS[each] for each in HEADERS} | {name: header}
    assert told(columns(tmp_path, headers))[name] == (" ".join(header.split()), sure)


@pytest.mark.parametrize(
    ("header", "name"),
    [
        ("Mtg held", "cin_meeting"),
        ("Plan typed", "plan_written"),
        ("Rev held", "last_review"),
        ("Rev due", "next_review"),
        ("Long plan reason", "exemption"),
    ],
)
def test_what_people_shorten_is_known(header, name):
    assert [column.name for column in CASE_EXTRACT.columns if match(column, header)[0]] == [name]


@pytest.mark.parametrize(
    "header",
    [
        "CP Started",
        "Assessment Started",
        "Start of Placement",
        "Review Started",
        "Legal Status Start Date",
    ],
)
def test_the_start_of_something_else_is_not_the_plans(tmp_path, header):
    headers = HEADERS | {"plan_start": header}
    found = columns(tmp_path, headers)
    assert "plan_start" not in told(found)
    assert [column.name for column in found.needed] == ["plan_start"]


def test_a_name_that_fits_with_values_that_do_not_is_not_taken_and_is_told(tmp_path):
    made = [row | {"plan_start": "soon"} for row in rows()]
    found = columns(tmp_path, None, made)
    assert [column.name for column in found.needed] == ["plan_start"]
    assert found.nearest["plan_start"].endswith("0 of 60 filled cells read as dates")


def test_two_headers_that_would_do_equally_make_a_guess(tmp_path):
    headers = HEADERS | {"second": "CIN Step Began"}
    made = [row | {"second": row["plan_start"]} for row in rows()]
    found = columns(tmp_path, headers, made).of("plan_start")
    assert found.sure == "a guess"
    assert '"CIN Step Began" would do as well' in found.why


def test_ends_before_their_starts_make_a_guess_of_both(tmp_path):
    swapped = HEADERS | {"plan_start": "CIN Step Completed", "plan_end": "CIN Step Started"}
    found = columns(tmp_path, swapped)
    assert {found.of(name).sure for name in ("plan_start", "plan_end")} == {"a guess"}
    assert "the end is before the start on 20 of 20 rows" in found.of("plan_end").why


def test_nothing_in_a_column_makes_a_guess_of_it(tmp_path):
    assert columns(tmp_path, None, rows(end_reason="")).of("end_reason").sure == "a guess"


def test_dates_that_stand_month_first_are_said(tmp_path):
    found = columns(tmp_path, None, rows(plan_start="05/29/2026")).of("plan_start")
    assert "month first" in found.why


def test_headers_of_config_are_known_and_the_usual_name_wins(tmp_path):
    settings = settings_of(headers={"case_extract": {"team": ["Crew"], "locality": ["Area"]}})
    headers = HEADERS | {"team": "Crew", "more": "Allocated Team"}
    made = [row | {"more": row["team"]} for row in rows()]
    found = columns(tmp_path, headers, made, settings=settings)
    assert found.of("team").header == "Allocated Team"
    assert "Crew" in found.unused
    del headers["more"]
    found = columns(tmp_path, headers, made, settings=settings).of("team")
    assert (found.header, found.sure, found.known) == ("Crew", "sure", True)
    assert found.why.startswith("set in config;")


def test_two_headers_that_are_both_known_are_told(tmp_path):
    headers = HEADERS | {"team": "Team", "more": "Team Name"}
    found = columns(tmp_path, headers, [row | {"more": "x"} for row in rows()])
    assert found.doubled == {"team": ("Team", "Team Name")}


def test_a_header_that_stands_twice_is_not_proposed(tmp_path):
    headers = HEADERS | {"more": "Worker Team"}
    assert "team" not in told(columns(tmp_path, headers))


def test_a_person_may_say_which_header_it_is_and_which_is_none(tmp_path):
    found = columns(tmp_path, None, chosen=["plan_start=flag", "Locality = ", "team=Service Area"])
    assert found.of("plan_start").header == "Flag"
    assert found.of("plan_start").why.startswith("you named it;")
    assert found.of("team").header == "Service Area"
    assert found.of("locality") is None


@pytest.mark.parametrize(
    ("choice", "said"),
    [
        ("team", "takes a column and a header"),
        ("tem=Flag", 'no column "tem"; did you mean "team"'),
        ("colour=Flag", "there are: child_id, family_id"),
        ("team=Worker Tem", 'no header "Worker Tem"; did you mean "Worker Team"'),
    ],
)
def test_a_choice_of_what_is_not_there_is_refused(tmp_path, choice, said):
    with pytest.raises(WrongUsage, match=said):
        columns(tmp_path, None, chosen=[choice])


def test_a_choice_against_a_name_that_is_known_is_refused(tmp_path):
    headers = HEADERS | {"team": "Allocated Team"}
    with pytest.raises(WrongUsage, match='"Allocated Team" is known as Allocated Team by its name'):
        columns(tmp_path, headers, chosen=["team=Service Area"])


def test_what_is_said_to_be_known_is_what_ingest_knows():
    settings = settings_of(headers={"case_extract": {"team": ["Crew"], "plan_end": ["DOB"]}})
    contract = Contract(CASE_EXTRACT, settings)
    for header, (_, name) in known_names(settings).items():
        others = [OURS[need] for need in ("child_id", "plan_start", "team") if need != name]
        assert contract.find([[header, *others]]).columns[name] == 0, header


def test_the_clues_name_columns_and_say_nothing_twice():
    assert set(CLUES) == set(CASE_EXTRACT.names)
    known = known_names(None)
    for names in (SEEN, EXPECTED):
        assert {
            key: name for key, name in names.items() if known.get(key, (0, name))[1] != name
        } == {}
