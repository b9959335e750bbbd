"""Priorities sheets taken out of the inputs keep their marks; nothing is lost or doubled."""

from datetime import date

from builders import said
from raw_forms import DECEMBER, NOVEMBER, OCTOBER, entries, form, read, row

from pipeline.model.history import EarlierRun, History
from pipeline.model.insight_rules import RULES
from pipeline.model.insights import reference
from pipeline.model.measures import Figures
from pipeline.model.priorities import KEPT_PRIORITIES
from pipeline.model.scopes import AUTHORITY, Scope

ALDER = Scope("team", "North Dale", "Alder")
UNSENT = reference(RULES["unsent.high"], ALDER)


def sheet(choice="park", period=OCTOBER, **parts):
    answers = (row("insights", 1, UNSENT, choice=choice),) if choice else ()
    return form(
        "priorities",
        entries(meeting="19/11/2026"),
        *answers,
        scope=AUTHORITY,
        period=period,
        **parts,
    )


def kept(*forms, as_at=NOVEMBER):
    """Return the history that a run with these sheets leaves, through its JSON."""
    then = read(*forms, as_at=as_at).priorities
    again = KEPT_PRIORITIES.validate_json(KEPT_PRIORITIES.dump_json(then))
    return History((EarlierRun("p", as_at, None, frozenset(), Figures(()), priorities=again),))


def choices(validated):
    return [mark.choice for each in validated.priorities for mark in each.marks]


def test_what_was_parked_is_known_without_its_sheet():
    validated = read(history=kept(sheet()))
    assert validated.priorities == read(sheet()).priorities
    assert choices(validated) == ["park"]
    (finding,) = said(validated, "priorities.kept")
    assert not finding.needs_person


def test_a_sheet_that_is_there_counts_as_it_is_now_and_once():
    validated = read(sheet("take"), history=kept(sheet("park")))
    assert choices(validated) == ["take"]
    assert not said(validated, "priorities.kept")


def test_a_blank_sheet_does_not_stand_for_what_was_marked():
    assert choices(read(sheet(""), history=kept(sheet()))) == ["park"]


def test_sheets_kept_and_sheets_there_stand_oldest_first():
    later = sheet("note", period=NOVEMBER, file="later.docx")
    assert choices(read(later, history=kept(sheet()))) == ["park", "note"]


def test_sheets_that_contradict_each_other_are_not_settled_by_what_was_kept():
    other = sheet("note", file="copy.docx")
    validated = read(sheet("take"), other, history=kept(sheet()))
    assert validated.priorities == ()


def test_a_sheet_of_a_later_period_does_not_count_yet():
    later = kept(sheet(period=NOVEMBER), as_at=NOVEMBER)
    assert read(history=later, as_at=date(2026, 10, 30)).priorities == ()


def test_a_team_renamed_since_has_its_marks_under_its_new_name():
    teams = [{"name": "Elder", "aliases": [{"name": "Alder", "until": "2026-11-30"}]}]
    (found,) = read(history=kept(sheet()), teams=teams).priorities
    assert [mark.place.team for mark in found.marks] == ["Elder"]


def test_the_last_run_that_kept_sheets_tells():
    spoilt = EarlierRun("q", DECEMBER, None, frozenset(), Figures(()))
    assert History((*kept(sheet()).runs, spoilt)).priorities == read(sheet()).priorities
