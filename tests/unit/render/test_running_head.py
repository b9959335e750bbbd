"""The ICM agenda's pages: each that goes on with a part says above it with which, and which group."""

import pypdfium2
import pytest
from unit.render import sampler

from pipeline.model.content import Bullets, Cell, Paragraph, Row, Section, Table, TableColumn
from pipeline.render import make

COLUMNS = (TableColumn("Child"), TableColumn("Action"))
MORE_THAN_A_PAGE = 45
"""That many rows go on overleaf and end there."""


def rows(number):
    return tuple(Row((Cell((f"X{n}",)), Cell(("Visit",)))) for n in range(number))


def group(words, number):
    return (Row((Cell((words,)),), "group"), *rows(number))


def table(*held):
    return Table("Cases", COLUMNS, tuple(held), show_caption=False)


@pytest.fixture
def heads():
    """Return what gives the line above each page's text; blank where there is none."""

    def of(*sections):
        given = sampler.content(sections, pack="icm_agenda", page="landscape")
        with pypdfium2.PdfDocument(make(given, "pdf")) as document:
            pages = [page.get_textpage().get_text_range() for page in document]
        found = []
        for page in pages:
            (line,) = [line for line in page.splitlines() if given.classification in line]
            found.append(line.replace(given.classification, "").strip())
        return found

    return of


def actions(*held):
    return Section("actions", "Actions to settle", (Paragraph(("Key",)), table(*held)))


def test_a_page_that_goes_on_with_a_group_names_part_and_group(heads):
    told = heads(actions(*group("Overdue: 9", 3), *group("Due soon: 45", MORE_THAN_A_PAGE)))
    assert told == ["", "Continued: Actions to settle · Due soon: 45"]


def test_a_page_that_goes_on_with_a_table_without_groups_names_the_part_alone(heads):
    first = actions(*group("Overdue: 3", 3))
    late = Section(
        "timescale", "Out of timescale", (Paragraph(("Lead",)), table(*rows(MORE_THAN_A_PAGE)))
    )
    assert heads(first, late) == ["", "Continued: Out of timescale"]


def test_a_page_that_opens_with_a_new_part_says_nothing_of_the_one_before(heads):
    first = actions(*group("Overdue: 3", 3))
    late = Section("timescale", "Out of timescale", (table(*rows(3)),), new_page=True)
    assert heads(first, late) == ["", ""]


def test_a_page_that_opens_with_the_next_group_does_not_name_the_one_before(heads):
    """Wherever the first group ends: with each number of rows the second opens some page."""
    told = {
        heads(actions(*group("Overdue: 9", number), *group("Due soon: 9", 9)))[1]
        for number in range(28, 35)
    }
    assert told == {
        "Continued: Actions to settle",
        "Continued: Actions to settle · Due soon: 9",
        "Continued: Actions to settle · Overdue: 9",
    }


def test_a_list_that_goes_on_names_its_part(heads):
    items = tuple((f"X{n}, A Worker, 5 Jan",) for n in range(200))
    part = Section("add", "Plans without a row in the tracker", (Bullets(items),))
    assert heads(part)[:2] == ["", "Continued: Plans without a row in the tracker"]
