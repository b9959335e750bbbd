"""HTML pages: one file, that loads nothing, runs nothing and can be read by everyone."""

import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser

import pytest
from unit.render import sampler

from pipeline.model.content import Cell, Paragraph, Row, Section, Table, TableColumn
from pipeline.render import make
from pipeline.render.house import TEMPLATES
from pipeline.render.markup import markup


class Page(HTMLParser):
    """Collects the tags of a page with their attributes, and the text of its style sheet."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.style, self.inside = [], "", ""
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        self.inside = tag

    def handle_endtag(self, tag):
        del tag
        self.inside = ""

    def handle_data(self, data):
        if self.inside == "style":
            self.style += data

    def all(self, tag):
        return [attributes for name, attributes in self.tags if name == tag]


def outside(text):
    """Return what a page would load or run from elsewhere or from itself."""
    page = Page(text)
    found = [a["src"] for _, a in page.tags if not a.get("src", "data:").startswith("data:")]
    found += [a["href"] for _, a in page.tags if re.match(r"(\w+:|//)", a.get("href") or "")]
    found += [tag for tag, _ in page.tags if tag in {"script", "iframe", "object", "link"}]
    found += [name for _, a in page.tags for name in a if name == "style" or name.startswith("on")]
    return found


@pytest.fixture(scope="module")
def text(whole):
    return whole["html"].decode()


def test_it_loads_and_runs_nothing(text):
    assert outside(text) == []


@pytest.mark.parametrize(
    "planted",
    [
        '<img src="http://example.org/x.png">',
        "<script></script>",
        '<a href="javascript:x()">',
        '<a href="//example.org">',
        '<p style="color: red">',
        '<p onclick="x()">',
    ],
)
def test_whatever_it_would_load_or_run_is_caught(planted):
    assert outside(planted) != []


def test_its_policy_allows_its_own_style_sheet_alone(text):
    page = Page(text)
    (policy,) = (a["content"] for a in page.all("meta") if a.get("http-equiv"))
    digest = b64encode(sha256(page.style.encode()).digest()).decode()
    assert policy.startswith(f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:")


def test_it_has_a_language_a_title_one_main_heading_and_landmarks(text):
    page = Page(text)
    assert page.all("html") == [{"lang": "en-GB"}]
    for tag in ("title", "h1", "main", "header", "footer"):
        assert len(page.all(tag)) == 1, tag


def test_every_picture_has_alternative_text_and_every_header_cell_a_scope(text):
    page = Page(text)
    assert page.all("img")
    assert all(a.get("alt") for a in page.all("img"))
    assert page.all("th")
    assert {a.get("scope") for a in page.all("th")} == {"col", "row", "colgroup"}


def test_a_table_is_named_even_if_its_caption_is_not_shown():
    table = Table("The name", (TableColumn("A"),), (Row((Cell(("x",)),)),), show_caption=False)
    page = make(sampler.content((Section("a", "A", (table,)),)), "html").decode()
    assert '<caption class="hidden">The name</caption>' in page
    assert 'aria-label="The name"' in page


def test_cells_lead_to_files_beside_the_page():
    table = Table(
        "T", (TableColumn("A"),), (Row((Cell(("Minutes",), link="localities/A b/minutes.docx"),)),)
    )
    page = make(sampler.content((Section("a", "A", (table,)),)), "html").decode()
    assert '<a href="localities/A b/minutes.docx">Minutes</a>' in page


def test_many_places_and_minor_tasks_are_folded_on_a_page_and_not_on_paper():
    content = sampler.content((Section("a", "A", (sampler.TASKS,)),))
    page = Page(make(content, "html").decode())
    assert len(page.all("details")) == len(page.all("summary")) == 2
    assert [a["id"] for a in page.all("div") if "id" in a] == ["to-do-1"]
    printed = markup(content, "pdf", TEMPLATES, css="")
    assert "<details" not in printed
    assert "8.csv" in printed
    assert "a.csv, row 2" in printed


def test_words_are_never_markup():
    bad = Paragraph(("</p><script>x</script>",))
    page = make(sampler.content((Section("a", "<b>", (bad,)),), title="<i>"), "html").decode()
    assert outside(page) == []
    assert "&lt;script&gt;" in page
