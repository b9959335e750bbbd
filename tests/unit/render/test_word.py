"""The Word document as a whole: what it says of itself, and what stands on every page."""

import io

import docx
import pytest
from unit.render import sampler
from unit.render.word_xml import W, find, part, parts, text, value

from pipeline.model.content import Bullets, Paragraph, Section
from pipeline.render import make


@pytest.fixture(scope="module")
def local():
    """Return a document of one locality."""
    return make(sampler.small(scope=sampler.NORTH_DALE, pack="check_in_minutes"), "docx")


def test_its_identity_comes_back_with_it(local):
    found = {p.get("name"): "".join(p.itertext()) for p in part(local, "docProps/custom.xml")}
    marks = ("cinpack_printed_", "cinpack_beside_")
    assert {name: held for name, held in found.items() if not name.startswith(marks)} == {
        "cinpack_pack": "check_in_minutes",
        "cinpack_scope_type": "locality",
        "cinpack_locality": "North Dale",
        "cinpack_team": "",
        "cinpack_period": "2026-11-20",
        "cinpack_version": "1",
    }


def test_it_has_a_title_a_language_and_the_as_at_date_for_its_age(local):
    core = docx.Document(io.BytesIO(local)).core_properties
    assert core.title == "Everything a report can hold"
    assert core.language == "en-GB"
    assert core.author == core.last_modified_by == "Exampleshire County Council"
    assert (
        f"{core.created:%Y-%m-%d %H:%M}" == f"{core.modified:%Y-%m-%d %H:%M}" == "2026-11-20 00:00"
    )


def test_every_page_says_whose_it_is_as_at_when_and_how_it_is_classified(local):
    names = [n for n in parts(local) if n.startswith(("word/header", "word/footer"))]
    said = " ".join(text(part(local, name)) for name in sorted(names))
    for words in ("Exampleshire County Council", "North Dale", "20 November 2026"):
        assert words in said
    assert "OFFICIAL-SENSITIVE" in said
    codes = [c.strip() for name in names for c in find(part(local, name), "//w:instrText/text()")]
    assert codes == ["PAGE", "NUMPAGES"]


def test_it_carries_nothing_but_what_it_needs(whole):
    found = parts(whole["docx"])
    assert not [n for n in found if "thumbnail" in n or "stylesWithEffects" in n or "app.xml" in n]
    assert all(b"python-docx" not in content for content in found.values())
    assert [n for n in found if n.startswith("word/media")] == ["word/media/image1.png"]


def test_a_chart_has_alternative_text_and_no_file_name(whole):
    body = part(whole["docx"])
    (drawing,) = find(body, "//wp:docPr")
    assert drawing.get("descr") == sampler.CHARTS[0].alt
    (picture,) = find(body, "//pic:cNvPr")
    assert picture.get("name") == drawing.get("name") == f"Chart {drawing.get('id')}"


def test_headings_are_headings_and_no_level_is_skipped(whole):
    styles = [s.get(f"{W}val") for s in find(part(whole["docx"]), "//w:body/w:p/w:pPr/w:pStyle")]
    assert styles[:3] == ["Masthead", "Title", "Subtitle"]
    assert "Heading1" in styles


def test_every_style_used_is_in_the_reference_document(whole):
    used = set(
        find(part(whole["docx"]), "//w:pStyle/@w:val | //w:rStyle/@w:val | //w:tblStyle/@w:val")
    )
    there = set(find(part(whole["docx"], "word/styles.xml"), "//w:style/@w:styleId"))
    assert used
    assert used <= there


def test_each_numbered_list_starts_again_at_one():
    lists = (Bullets((("a",),), numbered=True), Bullets((("b",),), numbered=True))
    made = make(sampler.content((Section("a", "", lists),)), "docx")
    numbers = [value(p, ".//w:numId") for p in find(part(made), "//w:p[.//w:numPr]")]
    assert len(set(numbers)) == 2
    numbering = part(made, "word/numbering.xml")
    for number in numbers:
        assert find(numbering, f"//w:num[@w:numId='{number}']//w:startOverride[@w:val='1']")


def test_a_section_can_begin_on_a_new_page():
    made = make(sampler.content((Section("a", "A", (), new_page=True),)), "docx")
    (heading,) = find(part(made), "//w:p[w:pPr/w:pageBreakBefore]")
    assert text(heading) == "A"


def test_words_stay_with_the_table_they_lead_in():
    blocks = (
        Paragraph(("Before a table.",)),
        sampler.data_table(["Alder"]),
        Paragraph(("After.",)),
    )
    body = part(make(sampler.content((Section("a", "", blocks),)), "docx"))
    kept = [text(p) for p in find(body, "/w:document/w:body/w:p[w:pPr/w:keepNext]")]
    assert "Before a table." in kept
    assert "After." not in kept


def test_line_breaks_and_odd_letters_survive():
    words = "One & <two>\nthree ŵ $5 “q”"
    body = part(make(sampler.content((Section("a", "", (Paragraph((words,)),)),)), "docx"))
    (paragraph,) = find(body, "/w:document/w:body/w:p[.//w:br]")
    assert [text(p) for p in find(body, "/w:document/w:body/w:p")].count(
        words.replace("\n", "")
    ) == 1
    assert len(find(paragraph, ".//w:br")) == 1


def test_the_authoritys_colour_takes_the_place_of_the_houses():
    styles = parts(make(sampler.small(colour="#801650"), "docx"))["word/styles.xml"]
    assert b"801650" in styles
    assert b"12436D" not in styles


def test_a_colour_too_light_to_read_colours_lines_alone():
    styles = part(make(sampler.small(colour="#FFDD00"), "docx"), "word/styles.xml")
    assert "FFDD00" not in find(styles, "//w:rPr/w:color/@w:val")
    assert "FFDD00" in find(styles, "//w:tblBorders/*/@w:color")
