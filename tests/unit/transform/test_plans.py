"""Versions are merged whatever their order, fast, and without a change to what was given."""

from datetime import date
from itertools import permutations

import numpy as np
import pandas as pd
from spec.given import AS_AT, extract_of, read_settings

from pipeline.transform.places import places_of
from pipeline.transform.plans import merge_versions, no_plans

PLACES = places_of(read_settings({}))


def merged(rows, as_at=AS_AT, gap=7):
    return merge_versions(extract_of(rows), as_at, gap, PLACES)


def version(start, end="", team="Alder", child="X1"):
    return {"child": child, "start": start, "end": end, "team": team}


def test_start_end_and_team_of_a_merged_plan():
    plans, _ = merged([version("01/01/2026", "01/02/2026"), version("02/02/2026", "", "Cedar")])
    assert plans.start.tolist() == [date(2026, 1, 1)]
    assert np.isnat(plans.end).all()
    assert plans.frame["team"].tolist() == ["Cedar"]
    assert PLACES.teams[plans.codes[0]].team == "Cedar"


def test_an_end_after_the_as_at_date_is_blank():
    plans, _ = merged([version("01/01/2026", "30/05/2026")])
    assert np.isnat(plans.end).all()


def test_versions_alike_in_child_start_and_end_give_the_same_plan_in_any_order():
    rows = [version("01/01/2026", "", team) for team in ("Birch", "Cedar", "Alder")]
    found = {merged(list(order))[0].frame["team"][0] for order in permutations(rows)}
    assert len(found) == 1


def test_no_versions_are_no_plans():
    plans, findings = merged([version("01/06/2026")])
    assert (len(plans.frame), len(plans.start), findings) == (0, 0, ())
    assert plans.open_at(np.datetime64(AS_AT)).tolist() == []


def test_an_extract_that_tells_no_plans_has_none():
    plans = no_plans(PLACES)
    assert plans.rows.count(plans.open_at(np.datetime64(AS_AT)))[PLACES.configured[0]] == 0


def test_what_was_given_stays_as_it_was():
    versions = extract_of([version("01/03/2026"), version("01/01/2026", "01/02/2026")])
    before = versions.copy()
    merge_versions(versions, AS_AT, 7, PLACES)
    pd.testing.assert_frame_equal(versions, before)


def test_an_index_with_repeats_does_no_harm():
    one, two = (extract_of([version("01/01/2026", child=child)]) for child in ("X1", "X2"))
    plans, _ = merge_versions(pd.concat([one, two]), AS_AT, 7, PLACES)
    assert plans.frame["child_id"].tolist() == ["X1", "X2"]


def test_the_finding_names_the_place_of_the_later_version():
    _, (finding,) = merged([version("01/01/2026", "01/03/2026"), version("01/02/2026")])
    assert str(finding.place) == "plans.csv, row 3, CIN Plan Start Date"
    assert (finding.child_id, finding.value) == ("X1", "2026-02-01")
    assert "X1" not in finding.sentence


def test_one_plan_both_open_and_ended_counts_as_open_and_both_places_are_named():
    rows = [version("01/01/2026"), version("01/01/2026", "01/03/2026")]
    for order in (rows, rows[::-1]):
        plans, (finding,) = merged(order)
        assert np.isnat(plans.end).tolist() == [True]
        assert (finding.rule.code, finding.rule.severity) == ("plans.end_differs", "warning")
        places = f"{finding.place}; {finding.sentence}"
        assert "plans.csv, row 2" in places
        assert "plans.csv, row 3" in places
        assert (finding.child_id, finding.value) == ("X1", "2026-01-01")


def test_two_ends_for_one_plan_are_named_even_where_one_is_its_first_day():
    _, (finding,) = merged([version("01/01/2026", "01/01/2026"), version("01/01/2026")])
    assert finding.rule.code == "plans.end_differs"


def test_another_child_or_the_same_end_is_no_difference():
    _, findings = merged([version("01/01/2026"), version("01/01/2026", "01/03/2026", child="X2")])
    assert findings == ()
    _, (finding,) = merged([version("01/01/2026"), version("01/01/2026", team="Birch")])
    assert finding.rule.code == "plans.two_open"
