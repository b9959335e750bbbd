"""Every HTML page opens in Chromium without a network, in silence, and axe finds no fault in it."""

import re
from urllib.parse import unquote

from verify.browser import visit

PAGE = '<!doctype html><html lang="en"><title>A page</title><main><h1>A page</h1>{}</main></html>'


def test_every_page_opens_offline_in_silence(pages):
    for page in pages:
        seen = visit(page)
        assert (seen.console, seen.asked) == ([], []), page.name
        assert seen.access == [], page.name
        assert seen.too_wide == [], page.name


def test_a_sound_page_passes(tmp_path):
    path = tmp_path / "a.html"
    path.write_text(PAGE.format("<p>Words</p>"), encoding="utf-8")
    seen = visit(path)
    assert (seen.console, seen.asked, seen.access, seen.too_wide) == ([], [], [], [])


def test_a_faulty_page_is_caught(tmp_path):
    path = tmp_path / "a.html"
    faults = (
        '<img src="http://127.0.0.1:9/a.png"><script>console.log("here")</script>'
        '<div style="width: 2000px">wide</div>'
    )
    path.write_text(PAGE.format(faults).replace(' lang="en"', ""), encoding="utf-8")
    seen = visit(path)
    assert "here" in seen.console
    assert seen.asked == ["http://127.0.0.1:9/a.png"]
    assert any("html-has-lang" in fault for fault in seen.access)
    assert any("image-alt" in fault for fault in seen.access)
    assert seen.too_wide == [1280, 400]


def test_a_table_that_slides_is_caught(tmp_path):
    path = tmp_path / "a.html"
    table = '<div class="table" tabindex="0" style="overflow-x: auto"><p style="width: 600px">wide</p></div>'
    path.write_text(PAGE.format(table), encoding="utf-8")
    assert visit(path).too_wide == [400]


def dead_links(page):
    """Return the links of a page that lead to no file beside it."""
    links = re.findall(r'href="([^"#]+)', page.read_text(encoding="utf-8"))
    return [link for link in links if not (page.parent / unquote(link)).exists()]


def test_every_link_leads_to_a_file_of_the_period(pages):
    assert {page.name: dead for page in pages if (dead := dead_links(page))} == {}


def test_a_dead_link_is_caught(tmp_path):
    (tmp_path / "a b.html").touch()
    path = tmp_path / "a.html"
    path.write_text('<a href="a%20b.html">there</a> <a href="c.html">gone</a>', encoding="utf-8")
    assert dead_links(path) == ["c.html"]
