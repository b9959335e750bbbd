"""Which documents are taken for a form, and for which: by what is in them, not by their names."""

import io
import zipfile

import pytest
from builders import rezipped, workbook
from word_forms import (
    BODY,
    CUSTOM,
    MINUTES,
    REVIEW,
    SETTINGS,
    Document,
    W,
    blank,
    read,
    text_of,
    type_in,
    with_property,
    without_properties,
)

from pipeline.ingest import ingest
from pipeline.ingest.refusal import Refused
from pipeline.ingest.word_form.form import read_form

IMPACT = "Actions to achieve desired impact"


@pytest.fixture
def folder(inputs):
    """Return a way to read the folder, and what was found in it."""
    inputs.extract()

    def run():
        found = ingest(inputs.root, SETTINGS, None)
        said = [f for f in found.findings if not f.rule.code.startswith(("tracker", "extract"))]
        return found, said

    return run


def refused(content, suffix=".docx"):
    """Return the finding of the refusal of some bytes."""
    with pytest.raises(Refused) as caught:
        read_form(content, "form", suffix, SETTINGS)
    return caught.value.finding("form")


def test_a_form_is_read_whatever_its_name_and_folder(inputs, folder):
    inputs.put("reviews/scan 3 (copy).docx", blank(MINUTES))
    inputs.put("minutes/FINAL final.docx", blank(REVIEW))
    inputs.put("minutes/minutes.docx.bak", Document(blank(MINUTES)).saved())
    found, said = folder()
    assert [(form.identity.pack, form.file) for form in found.forms] == [
        (REVIEW, "FINAL final.docx"),
        (MINUTES, "minutes.docx.bak"),
        (MINUTES, "scan 3 (copy).docx"),
    ]
    assert [(f.rule.code, f.place.file) for f in said] == [
        ("document.folder", "FINAL final.docx"),
        ("document.folder", "scan 3 (copy).docx"),
    ]
    assert {entry.path for entry in found.files} >= {"minutes/FINAL final.docx"}


def test_the_same_bytes_are_read_once(inputs, folder):
    inputs.put("minutes/a.docx", blank(MINUTES))
    inputs.put("reviews/b.docx", blank(MINUTES))
    found, said = folder()
    assert [form.file for form in found.forms] == ["a.docx"]
    assert [(f.rule.code, f.place.file) for f in said] == [("file.twice", "b.docx")]


def test_a_form_that_cannot_be_used_stops_nothing_else(inputs, folder):
    inputs.put("minutes/a.docx", b"PK\x03\x04 not whole")
    inputs.put("minutes/b.docx", blank(MINUTES))
    found, said = folder()
    assert [form.file for form in found.forms] == ["b.docx"]
    assert [(f.rule.code, f.needs_person) for f in said] == [("document.damaged", True)]
    assert found.refused == (("form", "a.docx"),)


def test_tables_of_scores_are_still_read_beside_the_forms(inputs, folder):
    inputs.put("reviews/form.docx", blank(REVIEW))
    inputs.scores()
    found, said = folder()
    assert len(found.of_kind("scores")) == len(found.forms) == 1
    assert said == []


@pytest.mark.parametrize("pack", [MINUTES, REVIEW])
@pytest.mark.parametrize("how", ["no properties", "no such part", "period nonsense"])
def test_a_form_that_lost_its_properties_is_known_by_its_title_and_date(pack, how):
    form = Document(blank(pack))
    if how == "no properties":
        without_properties(form)
    elif how == "no such part":
        del form.parts[CUSTOM]
    else:
        with_property(form, "cinpack_period", "29 May")
    raw, said = read(form.saved())
    assert (raw.identity.pack, raw.identity.scope.locality) == (pack, "North Dale")
    assert raw.identity.period == "2026-05-29"
    assert "document.known_by_title" in said


@pytest.mark.parametrize("lost", ["title", "date"])
def test_without_title_or_date_it_is_none_of_ours(lost):
    form = Document(blank(MINUTES))
    without_properties(form)
    form.parts["docProps/core.xml"] = form.parts["docProps/core.xml"].replace(b"Meeting:", b"")
    form.parts["word/footer1.xml"] = form.parts["word/footer1.xml"].replace(b"As at", b"")
    for text in form.body.iter(f"{W}t"):
        if lost == "title":
            text.text = (text.text or "").replace("Meeting:", "")
        else:
            text.text = (text.text or "").replace("As at", "")
    finding = refused(form.saved())
    assert finding.rule.code == "document.not_ours"


@pytest.mark.parametrize(
    ("name", "value", "code", "word"),
    [
        ("cinpack_pack", "olt_briefing", "document.not_read_back", "olt_briefing"),
        ("cinpack_pack", "<b>x</b>", "document.not_read_back", "another name"),
        ("cinpack_version", "9", "document.version", "9"),
        ("cinpack_version", "", "document.version", "another name"),
        ("cinpack_locality", "Atlantis", "document.locality", "not in config"),
    ],
)
def test_a_form_of_another_kind_version_or_place_is_refused_by_name(name, value, code, word):
    form = Document(blank(MINUTES))
    with_property(form, name, value)
    finding = refused(form.saved())
    assert finding.rule.code == code
    assert word in finding.sentence


def test_a_document_with_our_title_and_none_of_our_tables_is_somebodys_own():
    form = Document(blank(MINUTES))
    without_properties(form)
    for table in form.find("//w:tbl"):
        table.getparent().remove(table)
    assert refused(form.saved()).rule.code == "document.not_ours"


def test_the_name_of_a_place_that_is_not_known_is_for_the_restricted_findings_alone():
    form = Document(blank(MINUTES))
    without_properties(form)
    title = form.heading("Meeting: North Dale CIN Check-In")
    next(title.iter(f"{W}t")).text = "Meeting: Wilma Invented CIN Check-In"
    core = form.parts["docProps/core.xml"]
    form.parts["docProps/core.xml"] = core.replace(b"Meeting:", b"")
    finding = refused(form.saved())
    assert finding.rule.code == "document.locality"
    assert "Wilma" not in finding.sentence
    assert finding.value == "Wilma Invented"


def test_last_months_form_of_another_place_used_again_is_refused():
    form = Document(blank(MINUTES))
    title = form.heading("Meeting: North Dale CIN Check-In")
    next(title.iter(f"{W}t")).text = "Meeting: South  Vale CIN check-in"
    finding = refused(form.saved())
    assert finding.rule.code == "document.two_places"
    assert "North Dale" in finding.sentence
    assert "South Vale" in finding.sentence


def test_a_title_in_other_words_is_kept():
    form = Document(blank(MINUTES))
    title = form.heading("Meeting: North Dale CIN Check-In")
    next(title.iter(f"{W}t")).text = "North Dale check-in, June"
    raw, _ = read(form.saved())
    assert [aside.text for aside in raw.asides] == ["North Dale check-in, June"]


def test_a_locality_is_known_in_any_case():
    form = Document(blank(MINUTES))
    with_property(form, "cinpack_locality", "NORTH  dale")
    raw, _ = read(form.saved())
    assert raw.identity.scope.locality == "North Dale"


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def zipped(**members):
    """Return a zip of some members."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in members.items():
            archive.writestr(name.replace("__", "/"), content)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("content", "suffix", "found"),
    [
        (b"%PDF-1.7", ".pdf", "a PDF"),
        (b"{\\rtf1", ".rtf", "rich-text"),
        (b"{\\rtf1", ".docx", "rich-text"),
        (OLE + b"\x00" * 600, ".doc", "old Word document"),
        (OLE + "__substg1.0_".encode("utf-16-le"), ".msg", "an e-mail"),
        (OLE + "Workbook".encode("utf-16-le"), ".docx", "old Excel workbook"),
        (b"From: a\r\nTo: b\r\n", ".eml", "an e-mail"),
        (b"Dear all", ".eml", "an e-mail"),
        (b"Dear all", ".txt", "plain text"),
        (b"\x89PNG\r\n", ".png", "a picture"),
        (b"\xff\xd8\xff\xe0", ".jpg", "a picture"),
        (b"<!DOCTYPE html><html>", ".docx", "a web page"),
        (b"<?xml version='1.0'?><a/>", ".xml", "an XML file"),
        (b"\x01\x00\x02", ".bin", "of another kind"),
        (zipped(a="b"), ".zip", "a zip archive"),
        (zipped(mimetype="application/vnd.oasis.opendocument.text"), ".odt", "OpenDocument"),
        (zipped(**{"[Content_Types].xml": "x"}), ".docx", "not whole"),
        (workbook({"A": [("a",)]}), ".docx", "an Excel workbook"),
    ],
)
def test_other_kinds_are_refused_with_what_to_do(content, suffix, found):
    finding = refused(content, suffix)
    assert finding.rule.code == "document.other_kind"
    assert found in finding.sentence
    assert any(how in finding.sentence for how in ("Open it", "Copy", "Save", "sign in"))


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "document.empty"),
        (b"\x00" * 4000, "document.empty"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "document.protected"),
        (b"PK\x03\x04" + b"x" * 50, "document.damaged"),
        (blank(MINUTES)[:5000], "document.damaged"),
        (rezipped(blank(MINUTES), added=[("word/vbaProject.bin", b"x")]), "document.macros"),
        (rezipped(blank(MINUTES), {BODY: lambda x: x[:-9]}), "document.damaged"),
    ],
)
def test_what_cannot_be_read_is_said(content, code):
    assert refused(content).rule.code == code


DTD = b'<!DOCTYPE a [<!ENTITY x "words">]>'


def with_dtd(encoding):
    def change(content):
        body = content.split(b"?>", 1)[-1]
        text = f'<?xml version="1.0" encoding="{encoding}"?>{(DTD + body).decode()}'
        return text.encode(encoding, "xmlcharrefreplace")

    return change


def put_in(text):
    """Return a change that puts something at the head of the body."""
    return lambda content: content.replace(b"<w:body>", b"<w:body>" + text)


LONG = b"<w:p><w:r><w:t>" + b"ab c" * 2_600_000 + b"</w:t></w:r></w:p>"


@pytest.mark.parametrize(
    "change",
    [
        {BODY: with_dtd("UTF-8")},
        {BODY: with_dtd("UTF-16")},
        {BODY: with_dtd("cp037")},
        {CUSTOM: with_dtd("UTF-8")},
        {"word/_rels/document.xml.rels": with_dtd("UTF-8")},
        {BODY: put_in(b"<w:sdt>" * 200 + b"</w:sdt>" * 200)},
        {BODY: put_in(LONG)},
        {"word/theme.xml": lambda _: b" " * 90_000_000},
    ],
    ids=["dtd", "utf-16", "ebcdic", "properties", "relations", "deep", "long", "bomb"],
)
def test_what_is_not_safe_is_refused_before_it_is_read(change):
    assert refused(rezipped(blank(MINUTES), change)).rule.code in (
        "document.unsafe",
        "document.damaged",
    )


def test_a_document_under_another_name_inside_its_zip_is_found():
    form = Document(blank(MINUTES))
    type_in(form.cell(IMPACT, "Alder", IMPACT), "Visit them")
    content = form.saved()
    parts = Document(content).parts
    moved = {
        name.replace("word/document.xml", "word/document2.xml"): c for name, c in parts.items()
    }
    moved["word/_rels/document2.xml.rels"] = moved.pop("word/_rels/document.xml.rels")
    moved["_rels/.rels"] = moved["_rels/.rels"].replace(b"document.xml", b"document2.xml")
    raw, _ = read(zipped(**moved))
    assert [a.text for a in raw.part("actions")] == ["Visit them"]


def test_a_reader_that_lost_characters_refuses_the_form(monkeypatch):
    monkeypatch.setattr("pipeline.ingest.word_form.form.count_all", lambda root: len(text_of(root)))
    finding = refused(blank(MINUTES))
    assert finding.rule.code == "document.unaccounted"
    assert "fault of cinpack" in finding.sentence


@pytest.mark.parametrize(
    "many",
    [
        b"<w:p/>" * 300_001,
        b"<w:tbl/>" * 1_001,
        b"<w:tbl><w:tr>" + b"<w:tc/>" * 201 + b"</w:tr></w:tbl>",
    ],
    ids=["elements", "tables", "cells in a row"],
)
def test_a_document_with_far_more_in_it_than_a_form_is_refused(many):
    form = rezipped(blank(MINUTES), {BODY: put_in(many)})
    with zipfile.ZipFile(io.BytesIO(form)) as archive:
        stored = zipped(**{name: archive.read(name) for name in archive.namelist()})
    assert refused(stored).rule.code == "document.unsafe"
