"""Whatever bytes stand in a file, it is read or refused: no other error comes out."""

import tempfile
from datetime import date
from pathlib import Path

from builders import (
    EXTRACT_HEADER,
    OPEN,
    SCORED,
    SCORES_HEADER,
    TRACKED,
    TRACKER_HEADER,
    Inputs,
    csv_text,
    settings_of,
    workbook,
)
from hypothesis import given, settings
from hypothesis import strategies as st
from old_workbooks import xls
from open_workbooks import ods

from pipeline.errors import CinpackError
from pipeline.ingest import ingest
from pipeline.validate import validate

TRACKER = workbook({"Tracker": [TRACKER_HEADER, TRACKED]})
SCORES = csv_text([SCORED], SCORES_HEADER).encode()
EXTRACT = csv_text([OPEN], EXTRACT_HEADER).encode()
OLD_EXTRACT = xls({"Export": [EXTRACT_HEADER, OPEN]})
OPEN_TRACKER = ods([TRACKER_HEADER, TRACKED])


def damaged(content):
    """Return a strategy of the bytes with a few of them changed, cut out or put in."""

    def spoil(edits):
        spoilt = bytearray(content)
        for place, cut, put in edits:
            at = place % (len(spoilt) + 1)
            spoilt[at : at + cut] = put
        return bytes(spoilt)

    edit = st.tuples(st.integers(0, len(content)), st.integers(0, 4), st.binary(max_size=4))
    return st.one_of(st.binary(max_size=200), st.lists(edit, max_size=4).map(spoil))


@settings(max_examples=60)
@given(damaged(EXTRACT), damaged(TRACKER), damaged(SCORES))
def test_any_bytes_are_read_or_refused(extract, tracker, scores):
    assert_read_or_refused((".csv", extract), (".xlsx", tracker), (".csv", scores))


@settings(max_examples=15, deadline=None)
@given(damaged(OLD_EXTRACT), damaged(OPEN_TRACKER), damaged(TRACKER))
def test_any_bytes_of_other_workbooks_are_read_or_refused(extract, tracker, scores):
    assert_read_or_refused((".xls", extract), (".ods", tracker), (".ods", scores))


def assert_read_or_refused(extract, tracker, scores):
    with tempfile.TemporaryDirectory() as root:
        inputs = Inputs(Path(root) / "inputs")
        inputs.put(f"extracts/CIN plans 29.05.2026{extract[0]}", extract[1])
        inputs.put(f"trackers/CIN North Dale/Alder/Alder IC Meetings{tracker[0]}", tracker[1])
        inputs.put(f"reviews/scores{scores[0]}", scores[1])
        try:
            validated = validate(
                ingest(inputs.root, settings_of(), date(2026, 5, 29)), settings_of()
            )
        except CinpackError:
            return
    assert {account.kind for account in validated.accounts} == {
        "case_extract",
        "tracker",
        "scores",
    }
