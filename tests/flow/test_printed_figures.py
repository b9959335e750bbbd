"""Every aggregate figure that a document prints is a row of figures.csv, with the same value."""

import re
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import pytest
from flow.content_walk import all_words, charts
from flow.document_text import pdf_text, squeezed, word_text

from pipeline.config import load_settings
from pipeline.model.content import Printed, plain
from pipeline.model.measure_list import undeclared

ROOT = Path(__file__).parents[2]
READERS = {"docx": word_text, "pdf": pdf_text}

UNLINKED = re.compile(
    r"""
    \d{1,2}\ [A-Z][a-z]+(\ \d{4})?        # 3 November 2026, 19 November
  | [A-Z][a-z]+\ \d{4}                    # October 2026
  | [A-Z][a-z]{2}\ \d{2}                  # Oct 26
  | \d\d/\d\d/\d\d                        # 22/10/26
  | ^\d{1,2}\.\ [A-Z]                     # the number of a criterion
  | \d{1,2}\xa0[A-Z][a-z]+                # 6 Technical, in a list of criteria
  | criteri(on|a)\ [\d, ]+((to|and)\ \d+)?  # criteria 1, 2 and 3; criteria 1 to 11
  | (Meeting|Enabling):\ \d+\ to\ \d+
  | [Ff]rom\ 1\ \(never\)\ to\ 5\ \(always\)
  | reach\ about\ 15\ cases                 # half an hour at two minutes each
  | of\ [47]\ scored                       # how many criteria the form's two parts have
  | Score\ from\ 1\ to\ 5.*
  | means,\ 1\ to\ 5
  | ([Oo]pen|within)\ \d+\ (months|working\ days|weeks)
  | In\ time:\ \d+\ working\ days;\ promptly:\ \d+
  | \d+\ (months|days)(\ old)?\ or\ more
  | (more\ than|the)\ \d+\ days
  | at\ least\ \d+
  | about\s\d+\smin|\d+\ minutes|(less\ than|under)\ \d+\ (months|days)
  | 1–2\ days|1-2\ days
  | \b20\d\d\ release                    # where somebody else's figures come from
    """,
    re.VERBOSE,
)


TENTH = Decimal("0.1")
THEIRS = {
    f"{Decimal(repr(share)).scaleb(2).quantize(TENTH, ROUND_HALF_UP)}%"
    for figures in load_settings(ROOT / "config").published_figures
    for share in figures.shares.values()
}
"""What somebody else published stands in the briefing, and is no figure of ours."""


def test_every_printed_figure_is_its_row_of_figures_csv(published):
    checked = 0
    for document, content in published.contents:
        for words in all_words(content):
            for part in words:
                if isinstance(part, Printed):
                    row = published.figures[part.row]
                    assert agrees(part, row), f"{document.path}: {part} is not {row}"
                    checked += 1
    assert checked > 1_000


def test_every_measure_of_figures_csv_is_declared_and_so_on_the_page_of_measures(published):
    assert undeclared({measure for measure, *_ in published.figures}) == []


def test_every_point_of_a_chart_is_its_row_of_figures_csv(published):
    checked = bands = outlooks = 0
    for _, content in published.contents:
        for chart in charts(content):
            for series in chart.series:
                assert len(series.points) == len(series.rows)
                for point, key in zip(series.points, series.rows, strict=True):
                    value = published.figures[key]["value"]
                    assert point == (float(value) if value else None)
                    checked += 1
            for band in chart.bands:
                limits = (band.centre, band.lower, band.upper)
                assert limits == tuple(float(published.figures[row]["value"]) for row in band.rows)
                bands += 1
            if ahead := chart.ahead:
                row = published.figures[ahead.row]
                drawn = {"value": ahead.value, "low": ahead.low, "high": ahead.high}
                assert drawn == {name: float(row[name]) for name in drawn}
                assert agrees(Printed(ahead.number, ahead.row), row)
                outlooks += 1
    assert checked > 100
    assert bands >= 3
    assert outlooks >= 3


def test_the_documents_hold_what_their_content_says(published):
    for document, content in published.contents:
        if document.spec.media not in READERS:
            continue
        text = squeezed(READERS[document.spec.media](published.folder / document.path))
        for words in all_words(content):
            said = squeezed(plain(words))
            assert said in text, f"{document.path} lacks: {plain(words)}"


def test_no_number_is_printed_without_its_row(published):
    loose_ones = []
    for document, content in published.contents:
        if document.spec.name == "data_quality":
            continue  # its counts of rows by file are not measures
        for words in all_words(content):
            loose = "".join(part if isinstance(part, str) else "\0" for part in words)
            left = "" if loose in THEIRS else UNLINKED.sub("", loose)
            if re.search(r"\d", left):
                loose_ones.append(f"{document.path}: {loose!r}")
    assert loose_ones == []


@pytest.mark.parametrize(
    ("text", "value", "right"),
    [
        ("73%", "0.734", True),
        ("74%", "0.734", False),
        ("1,532", "1532", True),
        ("1,533", "1532", False),
        ("not supplied", "", True),
        ("0", "", False),
        ("−2", "-2", True),
    ],
)
def test_a_wrong_figure_would_be_seen(text, value, right):
    printed = Printed(text, ("plans.open", "", None, ""))
    assert agrees(printed, {"value": value}) is right


def agrees(printed: Printed, row: dict[str, str]) -> bool:
    """Compare a printed number with its row, at the precision it is printed with."""
    value = row[printed.shows]
    if printed.text == "not supplied":
        return value == ""
    if value == "":
        return False
    text = printed.text.replace(",", "").replace("−", "-").replace("+", "")
    scale = Decimal(100) if text.endswith("%") else Decimal(1)
    shown = Decimal(text.rstrip("%"))
    places = Decimal(1).scaleb(shown.as_tuple().exponent)
    return abs(Decimal(value) * scale - shown) <= places / 2
