"""The minutes' own table: beside the closures of the span, those that it does not take in."""

from dataclasses import replace

from compose_subjects import ALDER, subject_with

from pipeline.compose.team_tables import actions_table
from pipeline.model.content import plain
from pipeline.model.forms import ACTIONS
from pipeline.model.measures import Figure, Figures

SPAN = "2026-06-02/2026-06-15"
BEFORE = "2026-05-29/2026-06-01"


def beside(subject):
    row = actions_table(subject, ACTIONS, "closures.fortnight").rows[0]
    return plain(row.cells[1].words), plain(row.cells[1].small)


def subject_of(measures, settings, **counts):
    windows = {"fortnight": SPAN, "before_meeting": BEFORE}
    made = [
        Figure(
            f"closures.{name}", ALDER, window=windows.get(name, ""), value=float(n), unit="plans"
        )
        for name, n in {
            "fortnight": 0,
            "before_meeting": 0,
            "undated": 0,
            "overdue": 0,
            **counts,
        }.items()
    ]
    replaced = {(each.measure, each.scope) for each in made}
    rest = [f for f in measures.figures if (f.measure, f.scope) not in replaced]
    subject = subject_with(measures, settings, (), "check_in_minutes")
    known = Figures([*rest, *made])
    return replace(subject, measures=replace(subject.measures, figures=known))


def test_closures_before_the_meeting_stand_beside_those_of_the_fortnight(measures, settings):
    subject = subject_of(measures, settings, before_meeting=7, overdue=2)
    assert beside(subject) == ("0", "7 earlier, 2 overdue")


def test_where_there_is_nothing_beside_nothing_is_said(measures, settings):
    assert beside(subject_of(measures, settings, fortnight=3)) == ("3", "")
