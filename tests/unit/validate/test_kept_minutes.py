"""Minutes taken out of the inputs keep their actions and outcomes; nothing is lost or doubled."""

from dataclasses import replace
from datetime import date

import pytest
from builders import said
from raw_forms import DECEMBER, NOVEMBER, OCTOBER, minutes, read, row

from pipeline.model.figures_to_move import CLOSING
from pipeline.model.history import EarlierRun, History
from pipeline.model.measures import Figures
from pipeline.model.minutes import ActionUpdate
from pipeline.transform.agreed_actions import open_actions

ACTION = row("actions", 1, "Alder", actions="Visit")
FIRST = minutes(ACTION, file="first.docx")
DONE = row("previous", 1, "3Nov26-1", action="Visit", outcome="done")
SECOND = minutes(
    DONE,
    row("actions", 1, "Birch", actions="Write"),
    held="01/12/2026",
    period=NOVEMBER,
    file="second.docx",
)


def kept(*forms, as_at=DECEMBER):
    """Return the history that a run with these forms leaves."""
    read_then = read(*forms, as_at=as_at).minutes
    return History((EarlierRun("p", as_at, None, frozenset(), Figures(()), minutes=read_then),))


def still_open(validated):
    found = open_actions(validated.minutes, DECEMBER)
    return {action.action.reference: action.carried for action in found["North Dale"]}


@pytest.mark.parametrize("there", [(), (FIRST,), (SECOND,), (FIRST, SECOND)])
def test_actions_and_outcomes_are_the_same_whichever_minutes_are_still_there(there):
    """3Nov26-1 was agreed in the first and done in the second, which agreed 1Dec26-1."""
    validated = read(*there, history=kept(FIRST, SECOND))
    assert [each.file for each in validated.minutes] == ["first.docx", "second.docx"]
    assert validated.minutes == read(FIRST, SECOND).minutes
    assert still_open(validated) == {"1Dec26-1": 0}


def test_an_action_of_kept_minutes_is_known_by_its_reference():
    validated = read(SECOND, history=kept(FIRST))
    assert not said(validated, "minutes.reference_unknown")
    assert still_open(validated) == {"1Dec26-1": 0}


def test_what_was_kept_is_said_once_a_locality():
    validated = read(history=kept(FIRST, SECOND))
    (finding,) = said(validated, "minutes.kept")
    assert finding.sentence.startswith("Minutes of 2 earlier check-ins are not in the minutes")
    assert not finding.needs_person
    assert not said(read(FIRST, SECOND, history=kept(FIRST, SECOND)), "minutes.kept")


def test_minutes_written_on_in_count_as_they_are_now():
    now = minutes(row("actions", 1, "Alder", actions="Visit\nCall"), file="first.docx")
    validated = read(now, history=kept(FIRST))
    assert still_open(validated) == {"3Nov26-1": 0, "3Nov26-2": 0}


@pytest.mark.parametrize("file", ["first.docx", "renamed.docx"])
def test_minutes_whose_day_was_corrected_are_the_same_minutes(file):
    corrected = minutes(ACTION, held="04/11/2026", file=file)
    validated = read(corrected, history=kept(FIRST))
    assert [each.meeting for each in validated.minutes] == [date(2026, 11, 4)]


def test_another_check_in_in_the_older_form_does_not_stand_for_the_first():
    other = minutes(
        row("actions", 1, "Alder", actions="Ring"), held="17/11/2026", file="second time.docx"
    )
    validated = read(other, history=kept(FIRST))
    assert still_open(validated) == {"3Nov26-1": 1, "17Nov26-1": 0}


def test_a_form_that_is_still_empty_does_not_stand_for_what_was_written():
    assert still_open(read(minutes(file="blank.docx"), history=kept(FIRST))) == {"3Nov26-1": 0}


def test_forms_that_contradict_each_other_are_not_settled_by_what_was_kept():
    other = minutes(row("actions", 1, "Birch", actions="Ring"), file="copy.docx")
    validated = read(FIRST, other, history=kept(FIRST))
    assert validated.minutes == ()
    assert len(said(validated, "minutes.differ")) == 2


def test_looking_back_a_later_check_in_does_not_count():
    day = date(2026, 11, 2)
    then = EarlierRun("p", OCTOBER, None, frozenset(), Figures(()), minutes=read(FIRST).minutes)
    validated = read(as_at=day, extract=DECEMBER, history=History((then,)))
    assert validated.minutes == ()


def test_the_last_run_that_kept_minutes_tells():
    spoilt = EarlierRun("q", DECEMBER, None, frozenset(), Figures(()))
    assert History((*kept(FIRST).runs, spoilt)).minutes == read(FIRST).minutes


def test_a_team_renamed_since_has_its_actions_under_its_new_name():
    teams = [{"name": "Elder", "aliases": [{"name": "Alder", "until": "2026-11-30"}]}]
    validated = read(history=kept(FIRST), teams=teams)
    assert [each.team for each in validated.minutes[0].actions] == ["Elder"]


def test_a_figure_is_kept_under_the_name_that_it_has_today():
    earlier = replace(
        read(FIRST).minutes[0], updates=(ActionUpdate("3Nov26-1", "", CLOSING.former[0]),)
    )
    run = EarlierRun("p", DECEMBER, None, frozenset(), Figures(()), minutes=(earlier,))
    (update,) = read(history=History((run,))).minutes[0].updates
    assert update.figure == "plans closed or stepped down"
