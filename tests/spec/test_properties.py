"""What holds of every measure, whatever the rows: sums, flow, and the order of the rows."""

from datetime import timedelta
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st
from spec.given import AS_AT, LOCALITIES, measures_of, read_day

from pipeline.model.scopes import AUTHORITY
from pipeline.model.terms import NOT_RECOGNISED, OUTCOMES, STAGES

TEAMS = [team for below in LOCALITIES.values() for team in below]
COUNTED_BY_CHILD = {"plans.open.children", "plans.open.families"}
WINDOW_BY_PLACE = {
    "plans.reaching_review_point",
    "closures.before_meeting",
    "closures.fortnight",
    "closures.next_meeting",
}
ESTIMATED = ("data.", "insight.", "forecast.", "backtest.")
"""Counts of rows read, what is said of one place alone, and medians: the median of a sum is not the
sum of the medians."""
OPTIONS = {"covers from": "01/01/2026", "North Dale meeting": "02/06/2026"}

days = st.integers(-200, 10).map(lambda n: AS_AT + timedelta(days=n))
maybe_a_day = st.one_of(st.just(""), days.map(lambda d: f"{d:%d/%m/%Y}"))


@st.composite
def versions(draw):
    start = draw(days)
    end = draw(st.one_of(st.none(), st.integers(0, 120)))
    return {
        "child": draw(st.sampled_from(["X1", "X2", "X3", "X4", "X5"])),
        "start": f"{start:%d/%m/%Y}",
        "end": "" if end is None else f"{start + timedelta(days=end):%d/%m/%Y}",
        "team": draw(st.sampled_from([*TEAMS, "Not known"])),
        "outcome": draw(st.sampled_from(["", *OUTCOMES])),
        "exemption": draw(st.sampled_from(["", "Disability"])),
        "family": draw(st.sampled_from(["", "F1", "F2"])),
        "CIN meeting": draw(maybe_a_day),
        "written": draw(maybe_a_day),
        "signed off": draw(maybe_a_day),
        "sent": draw(maybe_a_day),
        "CP plan end": draw(maybe_a_day),
    }


@st.composite
def tracker_rows(draw):
    return {
        "child": draw(st.sampled_from(["X1", "X2", "X3", "X4", "X9"])),
        "team": draw(st.sampled_from(TEAMS)),
        "stage": draw(st.sampled_from([*STAGES, NOT_RECOGNISED])),
        "barrier": draw(st.sampled_from(["Housing", "Other", "None given"])),
        "action": draw(st.sampled_from(["", "Visit"])),
        "owner": draw(st.sampled_from(["", "TM"])),
        "due": draw(maybe_a_day),
        "planned closure": draw(maybe_a_day),
    }


@st.composite
def earlier_tracker_rows(draw):
    """A row as a snapshot holds it: of no owner and barrier, which nobody asks the past for."""
    row = draw(tracker_rows())
    kept = ("child", "team", "stage", "action", "due", "planned closure")
    day = draw(st.sampled_from(["30/04/2026", "15/05/2026", "22/05/2026"]))
    return {"as at": day, **{name: row[name] for name in kept}}


@st.composite
def earlier_versions(draw):
    row = draw(versions())
    return {"as at": draw(st.sampled_from(["31/03/2026", "30/04/2026"])), **row}


PAPERS = [
    {"as at": "30/04/2026", "paper": paper, "scope": scope}
    for paper, scope in (
        ("check_in_minutes", "North Dale"),
        ("check_in_minutes", "South Vale"),
        ("olt_briefing", "authority"),
    )
]
score_rows = st.fixed_dictionaries(
    {
        "team": st.sampled_from(TEAMS),
        "observed": st.sampled_from(["10/02/2026", "12/05/2026"]),
        "1": st.sampled_from(["1", "3", "5", ""]),
        "9": st.sampled_from(["2", "4", ""]),
    }
)

tables = st.fixed_dictionaries(
    {
        "Extract": st.lists(versions(), min_size=1, max_size=12),
        "Tracker": st.lists(
            tracker_rows(), min_size=1, max_size=8, unique_by=lambda r: (r["child"], r["team"])
        ),
        "Tracker before": st.lists(
            earlier_tracker_rows(),
            max_size=8,
            unique_by=lambda r: (r["as at"], r["child"], r["team"]),
        ),
        "Extract before": st.lists(earlier_versions(), max_size=6),
        "Papers before": st.just(PAPERS),
        "Scores": st.lists(
            score_rows, min_size=1, max_size=4, unique_by=lambda r: (r["team"], r["observed"])
        ),
    }
)
SOME = settings(max_examples=25)


@SOME
@given(tables)
def test_the_authority_is_the_sum_of_its_localities_and_of_its_teams(given_tables):
    """Counts of plans and rows add up, "Not known" included."""
    sums = {}
    for figure in measures_of(given_tables, OPTIONS | {"trackers of": ", ".join(TEAMS)}).figures:
        counts = figure.unit in {"plans", "rows"} and not figure.measure.startswith(ESTIMATED)
        if counts and figure.measure not in WINDOW_BY_PLACE and figure.value is not None:
            key = (figure.measure, figure.category, figure.window)
            by_type = sums.setdefault(key, {"authority": 0.0, "locality": 0.0, "team": 0.0})
            by_type[figure.scope.type] += figure.value
    assert len({measure for measure, _, _ in sums}) > 20
    assert [key for key, by_type in sums.items() if len(set(by_type.values())) > 1] == []


@SOME
@given(tables)
def test_without_teams_all_but_scores_and_the_authority_is_not_supplied(given_tables):
    figures = measures_of(given_tables, OPTIONS | {"format": "cin_census"}).figures
    below = [f for f in figures if f.scope != AUTHORITY and not f.measure.startswith("score")]
    assert {f.value for f in below} == {None}
    assert {f.scope for f in figures if "Not known" in f.scope.name} == set()
    open_plans = [f for f in figures if f.measure == "plans.open" and not f.window]
    assert [f.scope for f in open_plans if f.supplied] == [AUTHORITY]
    notes = {f.note for f in open_plans if not f.supplied}
    assert notes == {"not supplied: the CIN census names no teams"}


@SOME
@given(tables)
def test_a_format_without_starts_counts_none_and_says_episode(given_tables):
    figures = measures_of(given_tables, OPTIONS | {"format": "annex_a"}).figures
    flow = ("plans.starts", "plans.finishes", "plans.length")
    for figure in figures:
        if figure.measure.startswith(flow) or (figure.measure == "plans.open" and figure.window):
            assert not figure.supplied
        if figure.measure.startswith("plans."):
            assert "episode" in figure.note or "no open plans" in figure.note, figure


@SOME
@given(tables)
def test_open_plans_move_by_starts_less_finishes(given_tables):
    """open(b) = open(a) + starts - finishes, from month to month, in every scope."""
    measures = measures_of(given_tables, OPTIONS)
    windows = [*measures.windows.months, measures.windows.month_so_far]
    scopes = {figure.scope for figure in measures.figures if figure.measure == "plans.open"}
    for scope in scopes:
        for before, now in pairwise(windows):
            then, opened, starts, finishes = (
                measures.figures.get(measure, scope, window=window).value
                for measure, window in (
                    ("plans.open", before),
                    ("plans.open", now),
                    ("plans.starts", now),
                    ("plans.finishes", now),
                )
            )
            assert opened == then + starts - finishes


@SOME
@given(tables)
def test_the_categories_of_a_whole_add_up_to_it(given_tables):
    measures = measures_of(given_tables, OPTIONS)
    sums = {}
    for figure in measures.figures:
        if figure.measure == "agenda.in_group":  # a case may belong to several groups
            continue
        if figure.category and figure.numerator is not None and figure.unit in {"plans", "rows"}:
            key = (figure.measure, figure.scope, figure.window)
            total, _ = sums.get(key, (0.0, 0.0))
            sums[key] = (total + figure.numerator, figure.denominator)
    assert len({measure for measure, _, _ in sums}) == 6
    assert [key for key, (total, whole) in sums.items() if total != whole] == []


@SOME
@given(tables, st.randoms(use_true_random=False))
def test_the_order_of_the_rows_never_matters(given_tables, random):
    shuffled = {name: random.sample(rows, len(rows)) for name, rows in given_tables.items()}
    before, after = measures_of(given_tables, OPTIONS), measures_of(shuffled, OPTIONS)
    assert list(before.figures) == list(after.figures)
    assert before.insights == after.insights
    assert named_in(before) == named_in(after)


@SOME
@given(tables)
def test_the_future_never_changes_the_past(given_tables):
    """What starts or ends after D is as if it were not known yet."""
    known = [
        row | ({"end": "", "outcome": ""} if row["end"] and read_day(row["end"]) > AS_AT else {})
        for row in given_tables["Extract"]
        if read_day(row["start"]) <= AS_AT
    ]
    if known:
        after = measures_of(given_tables, OPTIONS)
        before = measures_of(given_tables | {"Extract": known}, OPTIONS)
        assert list(after.figures) == list(before.figures)


@SOME
@given(tables)
def test_a_share_is_its_numerator_over_its_denominator(given_tables):
    figures = [f for f in measures_of(given_tables, OPTIONS).figures if f.unit == "share"]
    assert figures
    for figure in figures:
        if figure.value is not None:
            assert 0 <= figure.value <= 1
            assert figure.value == figure.numerator / figure.denominator
        else:
            assert figure.note.startswith("not supplied")


def named_in(measures):
    """Return what is said of whom; where the other row stands moves with the order."""
    return sorted(
        (f.rule.code, f.child_id, f.value, f.team, [fact for fact in f.facts if fact[0] != "other"])
        for f in measures.findings
    )


def test_the_authority_is_a_scope_of_every_measure():
    """No measure is made for some scopes alone."""
    measures = measures_of({"Extract": [{"child": "X1", "start": "01/01/2026", "end": ""}]})
    all_of_them = {figure.measure for figure in measures.figures}
    assert {f.measure for f in measures.figures if f.scope == AUTHORITY} == all_of_them
