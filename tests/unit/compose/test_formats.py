"""What a format of the extract can't give is said once in each document, and the rest is there."""

import pytest
from builders import settings_of
from flow.content_walk import all_words, tables
from spec.given import measures_of

from pipeline import compose as step
from pipeline.model.content import plain
from pipeline.packs import find_packs, plan_documents

PLANNED = plan_documents(find_packs(), settings_of())
EXTRACT = [
    {"child": "X1", "start": "01/01/2025", "end": "", "team": "Alder"},
    {"child": "X2", "start": "01/02/2026", "end": "", "team": "Cedar"},
    {"child": "X3", "start": "01/02/2026", "end": "10/03/2026", "team": "Cedar"},
]
TRACKER = [{"child": "X1", "stage": "Decided to close", "due": "10/06/2026", "action": "Visit"}]
SCORES = [{"team": "Alder", "observed": "12/05/2026", "1": "4"}]
NO_TEAMS = "the CIN census names no teams"
EPISODE = "Annex A has the start of the episode of need, not of the plan"


@pytest.fixture(scope="module")
def composed():
    """Return, by format and pack, what its first document says."""
    given = {"Extract": EXTRACT, "Tracker": TRACKER, "Scores": SCORES}
    return {
        name: {
            document.spec.name: content
            for document, content in reversed(
                step.compose(measures_of(given, {"format": name}), PLANNED, raise_faults=True)[0]
            )
        }
        for name in ("local", "ssd", "annex_a", "cin_census")
    }


def words_of(content):
    return [plain(words) for words in all_words(content)]


def table_of(content, caption):
    return next(
        table for table in tables(content) if caption in (table.caption[: len(caption)], table.tag)
    )


@pytest.mark.parametrize("name", ["local", "ssd", "annex_a", "cin_census"])
def test_every_document_is_made_from_every_format(composed, name):
    assert set(composed[name]) == {document.spec.name for document in PLANNED}


@pytest.mark.parametrize("pack", ["check_in_minutes", "olt_briefing"])
@pytest.mark.parametrize(
    ("name", "why"), [("annex_a", EPISODE), ("cin_census", NO_TEAMS), ("ssd", "")]
)
def test_documents_say_what_the_format_lacks_and_only_then(composed, pack, name, why):
    said = " ".join(words_of(composed[name][pack]))
    for reason in (EPISODE, NO_TEAMS):
        assert (reason in said) == (reason == why), reason


@pytest.mark.parametrize("pack", ["check_in_minutes", "olt_briefing"])
def test_a_document_without_teams_is_not_filled_with_not_supplied(composed, pack):
    cells = [
        plain(cell.words)
        for table in tables(composed["cin_census"][pack])
        for row in table.rows
        for cell in row.cells
    ]
    assert cells.count("not supplied") == 0
    said = words_of(composed["cin_census"][pack])
    assert sum("not supplied" in words.lower() for words in said) <= 10


def test_minutes_without_teams_still_have_their_rows_to_write_in(composed):
    table = table_of(composed["cin_census"]["check_in_minutes"], "actions")
    assert [plain(row.cells[0].words) for row in table.rows] == ["Alder", "Birch"]
    assert [plain(row.cells[1].words) for row in table.rows] == ["–", "–"]


def test_the_briefing_without_teams_has_the_authoritys_figures(composed):
    caption = "How long plans have been open, and how long finished ones were"
    table = table_of(composed["cin_census"]["olt_briefing"], caption)
    (row,) = table.rows
    assert plain(row.cells[0].words) == "Authority"
    assert plain(row.cells[1].words) == "2"
    assert NO_TEAMS in plain(table.note)
    closures = table_of(composed["cin_census"]["olt_briefing"], "Plans that teams mean to close")
    assert [plain(row.cells[0].words) for row in closures.rows] == ["Authority"]


def test_teams_with_scores_keep_their_row_though_their_plans_are_not_known(composed):
    table = table_of(composed["cin_census"]["olt_briefing"], "ICM practice by team")
    named = [plain(row.cells[0].words) for row in table.rows]
    assert named == ["Alder", "North Dale", "Authority"]


def test_nobody_is_said_not_to_stand_out_where_that_cannot_be_told(composed):
    said = words_of(composed["cin_census"]["olt_briefing"])
    assert f"Which locality or team stands out can’t be told: {NO_TEAMS}." in said


@pytest.mark.parametrize(
    ("name", "header"),
    [("local", "Median age in days"), ("annex_a", "Median age in days (episode)")],
)
def test_ages_of_episodes_are_headed_so(composed, name, header):
    minutes, briefing = composed[name]["check_in_minutes"], composed[name]["olt_briefing"]
    assert header in [column.header for column in table_of(minutes, "data").columns]
    caption = "How long plans have been open, and how long finished ones were"
    assert header in [column.header for column in table_of(briefing, caption).columns]
    ages = "Ages and times open are those of the episode of need"
    for content in (minutes, briefing):
        assert any(ages in words for words in words_of(content)) == (name == "annex_a")


def test_starts_that_a_format_has_not_are_not_supplied_and_not_a_dash(composed):
    data = table_of(composed["annex_a"]["check_in_minutes"], "data")
    assert "not supplied" in plain(data.rows[0].cells[2].words)
    caption = "How long plans have been open, and how long finished ones were"
    durations = table_of(composed["annex_a"]["olt_briefing"], caption)
    assert plain(durations.rows[0].cells[-1].words) == "not supplied"


@pytest.mark.parametrize(
    ("name", "header"), [("local", "Plan started"), ("annex_a", "Episode started")]
)
def test_rows_to_add_say_whose_start_it_is(name, header):
    given = {"Extract": EXTRACT, "Tracker": [{"child": "X9", "stage": "Decided to close"}]}
    contents, _ = step.compose(measures_of(given, {"format": name}), PLANNED, raise_faults=True)
    rows = next(c for d, c in contents if d.spec.name == "tracker_rows" and d.scope.team == "Alder")
    assert header in [column.header for column in table_of(rows, "Rows to add").columns]


def test_the_safeguarding_dataset_has_no_sign_offs(composed):
    data = table_of(composed["ssd"]["check_in_minutes"], "data")
    at = [column.header for column in data.columns].index("Not written up")
    assert plain(data.rows[0].cells[1].words) == "1"
    assert plain(data.rows[0].cells[at].words) == "not supplied"


def test_rows_that_do_not_count_are_not_an_extract_that_could_not_be_read(settings):
    from dataclasses import replace

    from spec.given import read_calendar, validated_of

    from pipeline.model.findings import FileAccount
    from pipeline.transform import transform

    account = FileAccount("list 6.csv", "", "case_extract", 3, 0, 0, 0, 3)
    nothing = replace(validated_of({}, {"format": "annex_a"}), accounts=(account,))
    measures = transform(nothing, settings, read_calendar({}))
    assert "no row of the case extract counts" in measures.figures.get("plans.open").note
    contents, _ = step.compose(measures, PLANNED, raise_faults=True)
    said = " ".join(words for _, content in contents for words in words_of(content))
    assert "no row of the case extract counts" in said
    assert "could be read" not in said
