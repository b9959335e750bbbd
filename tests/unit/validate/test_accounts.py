"""Whatever stands in the files, every row read is used, set aside or passed over, and named."""

import string
import tempfile
from datetime import date, datetime
from pathlib import Path

from builders import EXTRACT_HEADER, TRACKER_HEADER, Inputs, csv_text, settings_of, workbook
from hypothesis import given, settings
from hypothesis import strategies as st
from unit.validate.raw_tables import COLUMNS, validated_of

from pipeline.errors import CinpackError
from pipeline.ingest import ingest
from pipeline.model.ingested import ErrorCell
from pipeline.model.names import same_name
from pipeline.validate import validate
from pipeline.validate.ledger import Ledger

DIRT = ["", "-", "n/a", "#REF!", "1.2E+11", "05/04/2026", "2026-13-01", "31/12/9999", "Total", "=1"]
WORDS = ["X1", "X2", "0X1", "Alder", "Old", "Closed", "RC7", "Decided to close", "Applied filters"]
cells = st.one_of(
    st.sampled_from(DIRT + WORDS),
    st.text(alphabet=string.printable + "é\u200b\u202e\x07\ud7ff’", max_size=12),
)
typed = st.one_of(
    cells.map(lambda text: text.removeprefix("=")),
    st.integers(-5, 99999),
    st.floats(allow_nan=False, allow_infinity=False, width=32),
    st.dates(min_value=date(1900, 3, 1), max_value=date(9999, 12, 31)),
    st.none(),
)


def table(cell, columns):
    return st.lists(st.lists(cell, min_size=columns, max_size=columns), max_size=8)


def read(fill):
    """Read and validate a folder; None if nothing in it could be read."""
    with tempfile.TemporaryDirectory() as root:
        inputs = Inputs(Path(root) / "inputs")
        fill(inputs)
        try:
            ingested = ingest(inputs.root, settings_of(), date(2026, 5, 29))
        except CinpackError:
            return None, None
        return ingested, validate(ingested, settings_of())


def adds_up(ingested, validated, frames):
    named = {(f.place.file, f.place.sheet, f.place.row) for f in validated.findings}
    for account in validated.accounts:
        assert account.read == account.used + account.set_aside + account.passed_over
        assert account.repaired <= account.used
    for raw in ingested.tables:
        used = frames.get(raw.kind)
        rows = set() if used is None else set(used.loc[used["file"] == raw.file, "row"])
        account = next(a for a in validated.accounts if (a.file, a.sheet) == (raw.file, raw.sheet))
        assert account.used == len(rows)
        lost = set(raw.rows.index) - rows
        assert all((raw.file, raw.sheet, row) in named for row in lost)


@settings(max_examples=40)
@given(table(cells, len(EXTRACT_HEADER)))
def test_no_row_of_an_extract_is_lost_in_silence(rows):
    def fill(inputs):
        inputs.put("extracts/CIN plans 29.05.2026.csv", csv_text(rows, EXTRACT_HEADER))

    ingested, validated = read(fill)
    if validated is not None:
        adds_up(ingested, validated, {"case_extract": validated.versions})


@settings(max_examples=40)
@given(table(typed, len(TRACKER_HEADER)))
def test_no_row_of_a_tracker_is_lost_in_silence(rows):
    def fill(inputs):
        inputs.extract()
        content = workbook({"Tracker": [TRACKER_HEADER, *rows]})
        inputs.put("trackers/CIN North Dale/Alder/Alder IC Meetings.xlsx", content)

    ingested, validated = read(fill)
    frames = {"case_extract": validated.versions, "tracker": validated.tracker}
    adds_up(ingested, validated, frames)


@settings(max_examples=40)
@given(table(cells, 6))
def test_no_row_of_a_table_of_scores_is_lost_in_silence(rows):
    header = ("Locality", "Team", "Observation date", "Completed by", "Criterion", "Score")

    def fill(inputs):
        inputs.extract()
        inputs.put("reviews/scores.csv", csv_text(rows, header))

    ingested, validated = read(fill)
    adds_up(ingested, validated, {"case_extract": validated.versions, "scores": validated.scores})


ODD = [
    "c) Child in need plan",
    "CIN",
    "b) Child Protection plan",
    "Zebedee",
    "Supervision order",
    "2026-03-31T23:30:00Z",
    "RC2",
]
held = st.one_of(
    typed,
    st.sampled_from(ODD),
    st.sampled_from(["#REF!", "="]).map(ErrorCell),
    st.datetimes(min_value=datetime(1980, 1, 1), max_value=datetime(2100, 1, 1)),  # noqa: DTZ001
    st.booleans(),
)


@st.composite
def rows_of_a_format(draw):
    """Return a format and rows of it: good ones, in which some cells are then spoilt."""
    name = draw(st.sampled_from(sorted(COLUMNS)))
    good = {"child_id": "X1", "plan_start": "05/01/2026", "team": "Alder", "status": "CIN"}
    rows = []
    for _ in range(draw(st.integers(1, 8))):
        row = [good.get(column) for column in COLUMNS[name]]
        for at in draw(st.lists(st.integers(0, len(row) - 1), max_size=5)):
            row[at] = draw(held)
        rows.append(row)
    return name, rows


@settings(max_examples=200)
@given(rows_of_a_format(), st.dates(date(2025, 11, 1), date(2026, 7, 1)))
def test_no_row_of_any_format_is_lost_in_silence(given_rows, as_at):
    """Rows set aside are named one by one; rows that are no CIN plans are counted together."""
    validated = validated_of(*given_rows, as_at)
    (account,) = validated.accounts
    assert account.read == len(given_rows[1])
    assert account.read == account.used + account.set_aside + account.passed_over
    assert account.repaired <= account.used
    used = set() if validated.versions is None else set(validated.versions["row"])
    assert account.used == len(used)
    named = {
        f.place.row: f for f in validated.findings if f.rule.effect in ("set aside", "refused")
    }
    passed_over = [f for f in validated.findings if f.rule.effect == "passed over"]
    lost = set(range(2, 2 + account.read)) - used - named.keys()
    if not account.refused:
        assert account.set_aside == len(named.keys() - {None})
        assert account.passed_over == len(lost)
        assert bool(lost) == bool(passed_over)
    assert not [f for f in validated.findings if "{" in f.sentence]


def test_a_row_that_vanished_would_be_seen(inputs, monkeypatch):
    """The twin of the guard: a ledger that forgets a row is caught."""
    import pytest

    kept = Ledger.kept
    monkeypatch.setattr(Ledger, "kept", lambda self: kept(self)[1:])
    inputs.extract()
    ingested = ingest(inputs.root, settings_of(), None)
    validated = validate(ingested, settings_of())
    with pytest.raises(AssertionError):
        adds_up(ingested, validated, {"case_extract": validated.versions})


@given(st.text(max_size=30))
def test_two_spellings_of_a_name_stay_one_however_often_they_are_compared(name):
    assert same_name(same_name(name)) == same_name(name)
