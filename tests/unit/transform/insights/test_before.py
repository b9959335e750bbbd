"""What the last papers had of a difference stands with it, for the day that they were of."""

from dataclasses import replace
from datetime import date

from pipeline.model.history import EarlierRun, History
from pipeline.model.insight_rules import RULES
from pipeline.model.insights import Insight
from pipeline.model.measures import Figure, Figures
from pipeline.model.scopes import Scope
from pipeline.transform.insights.before import before_figures

ALDER = Scope("team", "North Dale", "Alder")
MARCH, APRIL, NEAR, MAY = (date(2026, m, d) for m, d in ((3, 31), (4, 30), (5, 11), (5, 29)))
LATE = Insight(RULES["written.late"], ALDER, (("signoff.written_within_target", "", ALDER, ""),))
VISITS = Insight(
    RULES["visits.overdue"],
    ALDER,
    (("visits.overdue", "", ALDER, ""), ("plans.open", "", ALDER, "")),
)


def run(day, *figures):
    return EarlierRun(day.isoformat(), day, day, frozenset(), Figures(figures))


def written(part, of):
    return Figure(LATE.rows[0][0], ALDER, "", "", part / of, part, of, unit="share")


def before(insight, *runs):
    return [*before_figures([insight], History(runs), MAY)]


def test_a_share_is_told_as_its_part_and_whole_in_the_latest_run_of_an_earlier_month():
    runs = (run(MARCH, written(9, 10)), run(APRIL, written(3, 12)), run(NEAR, written(1, 2)))
    (found,) = before(LATE, *runs)
    assert (found.value, found.numerator, found.denominator, found.unit) == (3, 3, 12, "plans")
    assert (found.category, found.scope) == ("written.late", ALDER)
    assert found.window == "2026-04-30/2026-04-30"
    assert found.note == "as at 30/04/2026"


def test_a_count_is_told_of_the_figure_that_it_was_a_part_of():
    figures = (Figure("visits.overdue", ALDER, value=4), Figure("plans.open", ALDER, value=20))
    (found,) = before(VISITS, run(APRIL, *figures))
    assert (found.numerator, found.denominator) == (4, 20)
    assert before(VISITS, run(APRIL, figures[0])) == []


def test_what_was_not_known_then_is_left_out():
    assert before(LATE) == []
    assert before(LATE, run(APRIL)) == []
    assert before(LATE, run(NEAR, written(1, 2))) == []


def test_windows_are_not_compared():
    row = ("closures.kept", "", ALDER, "2026-05-01/2026-05-29")
    kept = replace(LATE, rule=RULES["promises.broken"], rows=(row, row))
    then = Figure("closures.kept", ALDER, "", row[3], 1, 1, 2)
    assert before(kept, run(APRIL, then)) == []
