"""The data-quality page: what to put right and by whom, and the account of every row; no values."""

from dataclasses import replace

import pytest
from flow.content_walk import all_words

from pipeline.compose import compose
from pipeline.meetings import run_calendar
from pipeline.model.content import Table, Tasks, plain
from pipeline.model.findings import FileAccount, Finding, Place
from pipeline.model.ingested import SourceKind
from pipeline.model.rules import NOT_ON_TRACKER, NOT_OPEN_CLOSED
from pipeline.model.rules.cells import DATE_UNREADABLE, ID_MISSING
from pipeline.model.rules.plans import OUTCOME_UNKNOWN
from pipeline.model.tables import KIND_TITLES
from pipeline.model.validated import Validated
from pipeline.packs import find_packs, plan_documents
from pipeline.transform import transform

HIDDEN = "X0001 Secret"


@pytest.fixture
def page_of(settings, measures):
    """Return the page's content for an authority with these findings and accounts of files."""

    def page_of(findings=(), accounts=()):
        day = measures.as_at
        validated = Validated(
            day, None, None, None, None, frozenset(), {}, tuple(findings), tuple(accounts)
        )
        made = transform(validated, settings, run_calendar(settings, day, None))
        specs = [spec for spec in find_packs() if spec.name == "data_quality"]
        planned = plan_documents(tuple(specs), settings)
        ((_, content),) = compose(made, planned, raise_faults=True)[0]
        return content

    return page_of


def section(content, name):
    (found,) = (each for each in content.sections if each.id == name)
    return found.blocks


def table(content, name):
    (found,) = (block for block in section(content, name) if isinstance(block, Table))
    return [[plain(cell.words) for cell in row.cells] for row in found.rows]


def no_id(row, file="plans.csv", team=""):
    place = Place(file, "", row, "Child ID")
    return Finding(ID_MISSING, place, team, (), HIDDEN, HIDDEN)


def test_it_begins_with_what_came_in_and_what_needs_doing(page_of):
    accounts = [
        FileAccount("plans.csv", "", "case_extract", 1234, 1230, 7, 3, 1),
        FileAccount("a.xlsx", "Tracker", "tracker", 0, 0, 0, 0, 0, refused=True),
    ]
    unreadable = Finding(DATE_UNREADABLE, Place("plans.csv", "", 5, "End"))
    content = page_of([no_id(3), no_id(9), no_id(4, "a.xlsx", "Birch"), unreadable], accounts)
    sentences, who = section(content, "summary")
    assert [plain(words) for words in sentences.items] == [
        (
            "1 file with 1,234 rows came in: 1,230 are used, in 7 of them a value was repaired, 3 "
            "could not be used, and 1 is blank, title, footer or repeated. 1 file could not be read."
        ),
        "3 rows or files are left out: Case extract and settings (2) and Birch (1).",
        (
            "1 more point to correct: what counts, but perhaps not as it should. What is corrected at its "
            "source is right next time."
        ),
    ]
    assert [[plain(cell.words) for cell in row.cells] for row in who.rows] == [
        ["Birch", "1", "0", "0"],
        ["Case extract and settings", "2", "1", "0"],
    ]


def test_many_names_are_cut_short_in_the_sentence(page_of):
    places = [f"{name}.zip" for name in "ab"]
    files = [Finding(ID_MISSING, Place(place)) for place in places]
    accounts = [
        FileAccount("p", "", "case_extract", 1, 1, 0, 0, 0),
        FileAccount("s", "", "scores", 1, 1, 0, 0, 0),
    ]
    teams = [no_id(4, "t", team) for team in ("Alder", "Birch", "Cedar", "Cedar")]
    content = page_of([*files, no_id(1, "p"), no_id(1, "s"), *teams], accounts)
    sentence = plain(section(content, "summary")[0].items[1])
    assert sentence.startswith("8 rows or files are left out: Cedar (2), Files and folders (2), ")
    assert sentence.endswith(" and 2 others.")


def test_links_lead_to_each_ones_tasks(page_of):
    content = page_of([no_id(3), no_id(4, team="Birch")])
    _, who = section(content, "summary")
    links = [row.cells[0].link for row in who.rows]
    tasks = [block for block in section(content, "to_do") if isinstance(block, Tasks)]
    assert links == [f"#{block.id}" for block in tasks]
    assert len(set(links)) == len(links)


def test_a_task_says_what_to_do_and_where_and_many_places_are_folded(page_of):
    content = page_of([no_id(row) for row in range(2, 600, 2)])
    (task,) = section(content, "to_do")[1].items
    assert (plain(task.what), task.remedy) == (
        f"{ID_MISSING.says} 299 of these.",
        ID_MISSING.remedy,
    )
    assert (task.mark, task.folded) == ("Left out", "Where: 299 places")
    (place,) = task.places
    assert place.startswith("plans.csv, Child ID: rows 2, 4, 6, ")
    (task,) = section(page_of([no_id(2)]), "to_do")[1].items
    assert (task.places, task.folded) == (("plans.csv, row 2, Child ID",), "")


def test_teams_without_a_duty_are_named(page_of):
    *_, last = section(page_of([no_id(4, team="Birch")]), "to_do")
    assert plain(last.words) == "Nothing to put right: Alder and Cedar."


def test_a_clean_authority_reads_as_one(page_of):
    said = [plain(words) for words in all_words(page_of())]
    assert "No row and no file was left out, so nothing must be mended before the meetings." in said
    assert "Nothing else needs correcting." in said
    assert "Nothing was found." in said


def test_words_on_no_list_are_told_once_with_their_counts_and_never_shown(page_of):
    place = Place("plans.csv", "", None, "Plan End Reason")
    findings = [
        Finding(OUTCOME_UNKNOWN, place, facts=(("count", count),), value=f"{HIDDEN} {count}")
        for count in ("3", "1,084")
    ]
    content = page_of(findings)
    expected = ["plans.csv, Plan End Reason", "outcome not known", "2", "1,084, 3"]
    assert table(content, "words") == [expected]


def test_no_value_and_no_child_is_on_the_page(page_of):
    findings = [no_id(3), replace(no_id(4), team="Alder", rule=NOT_ON_TRACKER)]
    findings = [replace(f, facts=(("team", "Alder"),)) for f in findings]
    assert HIDDEN not in repr(page_of(findings))


@pytest.mark.parametrize("kind", SourceKind.__args__)
def test_every_kind_of_file_has_its_title(page_of, kind):
    content = page_of(accounts=[FileAccount("a", "", kind, 1, 1, 0, 0, 0)])
    (_, files) = section(content, "files")
    assert plain(files.rows[0].cells[1].words) == KIND_TITLES[kind]


def test_trackers_and_extract_stand_side_by_side(page_of):
    finding = Finding(NOT_OPEN_CLOSED, Place("a.xlsx"), "Alder", (("team", "Alder"),))
    rows = table(page_of([finding]), "trackers")
    assert [row[0] for row in rows] == [
        *("North Dale", "Alder", "Birch", "South Vale", "Cedar", "All teams")
    ]
    assert set(rows[1][1:]) == {"not supplied"}
