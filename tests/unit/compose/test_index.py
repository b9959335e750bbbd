"""The front page: every document once, the authority's one by one, a row a locality and a row a team."""

import pytest

from pipeline.compose.index import sections
from pipeline.compose.subject import Subject
from pipeline.model.circulation import CirculationList
from pipeline.model.content import Links, Table, plain
from pipeline.packs import find_packs, plan_documents, plan_drafts


def table_links(made):
    return [
        cell.link
        for blocks in made.values()
        for block in blocks
        if isinstance(block, Table)
        for row in block.rows
        for cell in row.cells
        if cell.link
    ]


@pytest.fixture
def made(measures, settings):
    lists = [
        CirculationList(name=name, gets=gets, to=("a@example.org",), **place)
        for name, gets, place in (
            ("OLT", "OLT", {}),
            ("North Dale", "locality", {"locality": "North Dale"}),
            ("Alder", "team", {"team": "Alder"}),
            ("Alder’s students", "team", {"team": "Alder"}),
        )
    ]
    emails = settings.emails.model_copy(update={"lists": tuple(lists)})
    config = settings.model_copy(update={"emails": emails})
    planned = plan_documents(find_packs(), config)
    planned += plan_drafts(find_packs(), planned, config)
    (index,) = (each for each in planned if each.spec.name == "index")
    return planned, sections(Subject(measures, index, planned))


def test_every_document_is_linked_once(made):
    planned, blocks = made
    wanted = sorted(str(each.path) for each in planned if each.spec.media != "html")
    assert sorted(table_links(blocks)) == wanted


def test_a_teams_papers_and_its_draft_stand_in_one_row_under_its_locality(made):
    _, blocks = made
    (table,) = blocks["teams"]
    names = [plain(row.cells[0].words) for row in table.rows]
    assert names[:2] == ["North Dale", "Alder"]
    assert [plain(cell.words) for cell in table.rows[1].cells] == [
        "Alder",
        "PDF",
        "Excel",
        "E-mail",
    ]


def test_a_second_list_of_a_team_is_not_lost(made):
    _, blocks = made
    (table,) = blocks["emails"]
    names = [plain(row.cells[0].words) for row in table.rows]
    assert names == ["E-mail draft, OLT", "E-mail draft, Alder’s students"]


def test_data_quality_stands_first_of_the_other_files(made):
    _, blocks = made
    (links,) = blocks["figures"]
    assert isinstance(links, Links)
    assert links.items[0].path == "data-quality.html"
