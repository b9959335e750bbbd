"""Over any dirt: a plan that stands in a census or an SSD table is a row, or set aside, or blank."""

import tempfile
from datetime import date
from pathlib import Path

from builders import Inputs, settings_of
from hypothesis import given, settings
from hypothesis import strategies as st
from national import SSD_TABLES, census, child, put_ssd, ssd_table

from pipeline.errors import CinpackError
from pipeline.ingest import ingest

AS_AT = date(2026, 5, 29)
DAYS = st.sampled_from(["2026-01-05", "2025-06-30", "", "soon", "31/12/2025"])
IDS = st.sampled_from(["X0001", "X0002", "", "  "])
NO_KEYS = {"", "-1", "NULL"}
KEY_AT = {"ssd_cin_visits": 1, "ssd_family": 2, "ssd_disability": 1, "ssd_cp_plans": 1}
"""Where in a row its key stands, if not in the first column."""
KEYS = st.sampled_from(["X0001", "X0002", "R1", "77", "-1", "", "NULL", "1001.0"])


def read(put):
    """Return what is read of an inputs folder that `put` fills, None if nothing can be."""
    with tempfile.TemporaryDirectory() as root:
        inputs = Inputs(Path(root) / "inputs")
        put(inputs)
        try:
            return ingest(inputs.root, settings_of(), AS_AT)
        except CinpackError:
            return None


def account(ingested):
    """Return how many rows the tables account for."""
    tables = ingested.of_kind("case_extract")
    return sum(len(table.rows) + table.set_aside + table.passed_over for table in tables)


def refused(ingested):
    """Return the tables that could not be read, by their names."""
    return {label.split()[0] for _, label in ingested.refused}


@st.composite
def children(draw):
    """Draw a child of a census, its elements missing, blank, repeated or as they should be."""
    plans = draw(st.lists(st.lists(DAYS, max_size=2), max_size=3))
    made = child(draw(IDS), *plans)
    repeated = draw(st.sampled_from(["", "LAchildID", "PersonBirthDate"]))
    if repeated:
        made["ChildIdentifiers"][repeated] = draw(st.lists(IDS, min_size=1, max_size=2))
    if draw(st.booleans()):
        made["CINdetails"][0]["ReasonForClosure"] = ["RC1", "RC7"]
    if draw(st.booleans()):
        made["CINPlanDates"] = {"CINPlanStartDate": "2026-01-05"}
    return made


@settings(max_examples=60, deadline=None)
@given(st.lists(children(), min_size=1, max_size=4), st.booleans())
def test_every_plan_of_a_census_is_accounted_for(made, one_line):
    content = census(*made)
    content = content.replace(b"\n", b"") if one_line else content
    ingested = read(lambda inputs: inputs.put("extracts/census.xml", content))
    if ingested is None:
        assert b"<CINPlanDates>" not in content
        return
    assert account(ingested) == content.count(b"<CINPlanDates>")
    named = [f.place.row for f in ingested.findings if f.rule.effect == "set aside"]
    assert len(named) == sum(t.set_aside for t in ingested.of_kind("case_extract"))
    (table,) = ingested.of_kind("case_extract")
    assert not set(named) & set(table.rows.index)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(*[KEYS] * 7), min_size=1, max_size=5),
    st.dictionaries(
        st.sampled_from([name for name in SSD_TABLES if name != "ssd_cin_plans"]),
        st.lists(st.lists(KEYS, min_size=6, max_size=6), max_size=5),
    ),
)
def test_joins_neither_lose_nor_double_a_plan(plans, others):
    texts = {"ssd_cin_plans": ssd_table("ssd_cin_plans", *plans)}
    for name, rows in others.items():
        width = len(SSD_TABLES[name][0])
        texts[name] = ssd_table(name, *(row[:width] for row in rows))
    ingested = read(lambda inputs: put_ssd(inputs, only=list(texts), **texts))
    if ingested is None:
        assert not any("".join(row) for row in plans)
        return
    (table,) = ingested.of_kind("case_extract")
    assert account(ingested) == len(plans)
    beside = {account.file.split()[0]: account for account in ingested.accounts}
    assert beside.keys() | refused(ingested) == others.keys()
    fits = {row[at] for row in plans for at in (1, 2, 5, 6)} - NO_KEYS
    for name, told in beside.items():
        rows = others[name] or SSD_TABLES[name][1:]
        assert told.read == len(rows) == told.used + told.set_aside + told.passed_over
        assert told.used <= sum(row[KEY_AT.get(name, 0)] in fits for row in rows)
    given_ids = [row[2] for row in plans if any(row)]
    assert table.rows["child_id"].tolist() == given_ids


DAMAGE = st.lists(
    st.tuples(st.integers(0, 2000), st.integers(0, 6), st.binary(max_size=4)), max_size=4
)


@settings(max_examples=80, deadline=None)
@given(DAMAGE)
def test_a_damaged_census_is_read_or_refused(edits):
    spoilt = bytearray(census(child("X0001", ("2026-01-05",)), child("X0002")))
    for place, cut, put in edits:
        at = place % (len(spoilt) + 1)
        spoilt[at : at + cut] = put
    read(lambda inputs: inputs.put("extracts/census.xml", bytes(spoilt)))
