"""Encodings and delimiters: all usual ones are read alike; what is unclear is refused by line."""

import codecs

import pytest
from builders import EXTRACT_HEADER, OPEN, csv_text

from pipeline.errors import NothingToPublish
from pipeline.ingest.refusal import Refused
from pipeline.ingest.tables.delimited import Undelimited
from pipeline.ingest.tables.encoding import decode
from pipeline.ingest.tables.headers import Contract
from pipeline.model.tables import CASE_EXTRACT

ROW = ("X0001", "05/01/2026", "", "Moved – “out of area”", "North Dale", "Café")
PLAIN = csv_text([ROW], EXTRACT_HEADER)


@pytest.fixture
def contract():
    from builders import settings_of

    return Contract(CASE_EXTRACT, settings_of())


def refusal(call, *args):
    with pytest.raises(Refused) as caught:
        call(*args)
    return caught.value.rule.code, caught.value.facts


@pytest.mark.parametrize(
    "content",
    [
        PLAIN.encode(),
        PLAIN.encode("utf-8-sig"),
        PLAIN.encode("cp1252"),
        PLAIN.encode("utf-16"),
        codecs.BOM_UTF16_BE + PLAIN.encode("utf-16-be"),
        PLAIN.encode("utf-16-le"),
    ],
    ids=["utf-8", "utf-8 with mark", "cp1252", "utf-16", "utf-16 big end", "utf-16 without mark"],
)
def test_every_usual_encoding_gives_the_same_text(content):
    assert decode(content) == PLAIN


def test_a_byte_that_windows_1252_lacks_is_refused_with_its_line():
    content = b"a\nb\ncaf\xe9\n\x81\n"
    assert refusal(decode, content) == (
        "text.encoding",
        {"line": "4", "encoding": "Windows-1252"},
    )


def test_two_encodings_in_one_file_are_refused_with_the_line_that_is_not_utf_8():
    content = "first\ncafé\n".encode() + "café\n".encode("cp1252")
    assert refusal(decode, content) == ("text.encoding_mixed", {"line": "3"})


def test_a_file_marked_as_utf_8_must_be_so_to_the_end():
    content = codecs.BOM_UTF8 + b"a\n\xff\n"
    assert refusal(decode, content)[1]["line"] == "2"


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_header_decides_the_delimiter(contract, delimiter):
    text = csv_text([ROW], EXTRACT_HEADER, delimiter=delimiter)
    rows = Undelimited(text.encode()).under(contract).read().rows
    assert rows[1] == list(ROW)


def test_a_sep_line_and_other_delimiters_in_values_change_nothing(contract):
    row = ("X0001", "05/01/2026", "", "a, b | c", "", "Alder")
    text = "sep=;\n" + csv_text([row], EXTRACT_HEADER, delimiter=";")
    assert Undelimited(text.encode()).under(contract).read().rows[2] == list(row)


@pytest.mark.parametrize("ending", ["\r\n", "\r", "\n"])
def test_every_line_ending_parts_rows(contract, ending):
    text = PLAIN.replace("\n", ending)
    assert len(Undelimited(text.encode()).under(contract).read().rows) == 2


def test_line_breaks_inside_quotes_belong_to_the_value(contract):
    text = PLAIN.replace("Café", '"Ca\nfé"')
    rows = Undelimited(text.encode()).under(contract).read().rows
    assert rows[1][5] == "Ca\nfé"


def test_a_quotation_mark_never_closed_is_refused_with_the_line_where_its_record_begins(contract):
    text = csv_text([OPEN, OPEN], EXTRACT_HEADER) + 'X0003,"05/01/2026,,,North Dale,Alder\nX0004\n'
    code, facts = refusal(Undelimited(text.encode()).under(contract).read)
    assert (code, facts["line"]) == ("text.quotes", "4")


def test_a_stray_quotation_mark_is_refused_and_swallows_no_row(contract):
    rows = '"X1","05/01/2026",,"a "stray" mark",,Alder\nX2,05/01/2026,,"b",,Alder\n'
    text = csv_text([], EXTRACT_HEADER) + rows
    assert refusal(Undelimited(text.encode()).under(contract).read)[0] == "text.quotes"


def test_the_message_names_file_line_and_remedy_and_no_value(inputs, read):
    inputs.put("extracts/CIN plans 29.05.2026.csv", b"Child ID,Team\ncaf\xe9,\x81secret\n")
    with pytest.raises(NothingToPublish) as caught:
        read()
    message = str(caught.value)
    assert "CIN plans 29.05.2026.csv" in message
    assert "Line 2" in message
    assert "--as-at" in message
    assert "secret" not in message


@pytest.mark.parametrize(
    ("below", "limit"),
    [
        ("X1\n" * 40, "40 rows"),
        ("\n" * 40, "40 rows"),
        (",,,,,,,,,\n" * 11, "100 cells"),
        ("," * 201, "200 characters on a line"),
    ],
    ids=["rows", "blank rows", "cells", "line"],
)
def test_more_than_any_authority_has_is_refused(contract, monkeypatch, below, limit):
    bounds = {"LAST_ROW": 40, "MOST_CELLS": 100, "LONGEST_LINE": 200}
    for name, value in bounds.items():
        monkeypatch.setattr(f"pipeline.ingest.tables.delimited.{name}", value)
    text = csv_text([], EXTRACT_HEADER) + below
    code, facts = refusal(Undelimited(text.encode()).under(contract).read)
    assert (code, facts["limit"]) == ("file.too_long", limit)


def test_many_lines_beside_one_that_is_not_utf_8_are_gone_through_one_by_one():
    content = b"\r" * 2_000_000 + "café".encode() + b"\r" + b"caf\xe9"
    assert refusal(decode, content) == ("text.encoding_mixed", {"line": "2000002"})


def test_a_nul_in_a_note_keeps_the_row(contract):
    text = csv_text([("X0001", "05/01/2026", "", "a\x00b", "", "Alder")], EXTRACT_HEADER)
    assert Undelimited(text.encode()).under(contract).read().rows[1][3] == "a\x00b"
