"""Each tracker row and plan that doesn't match is named with its place, and no value in words."""

from spec.given import measures_of

EXTRACT = [
    {"child": "X1", "start": "01/01/2026", "end": "01/05/2026", "team": "Alder"},
    {"child": "X2", "start": "01/01/2026", "end": "", "team": "Birch"},
    {"child": "X3", "start": "01/01/2026", "end": "", "team": "Not known"},
    {"child": "X4", "start": "01/01/2026", "end": "", "team": "Alder"},
]
TRACKER = [
    {"child": child, "team": "Alder", "stage": "Decided to close"} for child in ("X1", "X2", "X3")
]


def found():
    measures = measures_of({"Extract": EXTRACT, "Tracker": TRACKER})
    return {finding.child_id: finding for finding in measures.findings}


def test_a_row_that_is_not_open_has_its_place_in_the_tracker():
    finding = found()["X2"]
    assert str(finding.place) == "tracker.xlsx, row 3, Child ID"
    assert finding.team == "Alder"


def test_a_plan_that_is_not_on_the_tracker_has_its_place_in_the_extract():
    finding = found()["X4"]
    assert str(finding.place) == "plans.csv, row 5, Child ID"
    assert finding.rule.severity == "note"


def test_the_sentence_names_the_teams():
    assert found()["X1"].sentence.startswith(
        "The tracker of Alder has a child whose plan has ended."
    )
    assert "whose open plan is in Birch." in found()["X2"].sentence
    assert "whose open plan has a team that is not known to us." in found()["X3"].sentence


def test_findings_stand_in_the_order_of_their_rows():
    children = [f"X{number}" for number in range(12, 0, -1)]
    tracker = [{"child": child, "stage": "Decided to close"} for child in children]
    measures = measures_of({"Extract": EXTRACT[:1], "Tracker": tracker})
    rows = [f.place.row for f in measures.findings if f.rule.code == "reconcile.not_open.unknown"]
    assert rows == list(range(2, 13))


def test_no_sentence_has_a_childs_id():
    assert not [f for f in found().values() if f.child_id in f.sentence]


def test_nothing_here_needs_a_person_before_the_run_goes_on():
    assert not [f for f in found().values() if f.needs_person]
