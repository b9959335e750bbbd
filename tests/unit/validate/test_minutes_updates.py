"""What later minutes say of earlier actions, month after month."""

from datetime import date

import pytest
from builders import said
from raw_forms import DECEMBER, NOVEMBER, account, minutes, read, row

from pipeline.model.minutes import ActionUpdate

SEPTEMBER = date(2026, 9, 30)
DUE = date(2026, 11, 17)


def first(**parts):
    """Return the minutes of 3 November, which agree on two actions of Alder."""
    return minutes(
        row("actions", 1, "Alder", actions="Visit\nWrite", due="17/11/2026\nsoon", notes="HoS"),
        file="first.docx",
        **parts,
    )


def second(*rows, held="01/12/2026", period=NOVEMBER, file="second.docx"):
    return minutes(*rows, held=held, period=period, file=file)


def printed(ref="3Nov26-1", line=1, **cells):
    """Return the row of an earlier action, its printed columns as they went out."""
    went_out = {"team": "Alder", "action": "Visit", "due": "17 Nov 2026"}
    return row("previous", line, ref, **went_out | cells)


def updated(*rows):
    """Return the updates of the second minutes, the minutes themselves and all that was said."""
    validated = read(first(), second(*rows))
    later = validated.minutes[-1]
    return later.updates, later, validated


def test_an_outcome_is_known_by_its_reference():
    cells = {"outcome": "done", "figure": "open plans", "note": "All well"}
    updates, later, validated = updated(printed(**cells))
    assert updates == (ActionUpdate("3Nov26-1", "done", "open plans", "All well"),)
    assert later.actions == ()
    assert not [f for f in validated.findings if f.place.file == "second.docx"]
    assert account(validated, "second.docx") == (7, 7, 0, 0, 0)


@pytest.mark.parametrize("ref", ["3nov26-1", "3 Nov 26 - 1", "3Nov26\u20131"])
def test_a_reference_is_known_however_it_is_typed(ref):
    updates, _, _ = updated(row("previous", 1, ref, ref=ref, outcome="done"))
    assert [u.reference for u in updates] == ["3Nov26-1"]


def test_a_row_that_says_nothing_new_is_no_update():
    updates, later, validated = updated(printed(), row("icms", 1, "Alder", well="Pace"))
    assert (updates, later.actions, later.asides) == ((), (), ())
    assert account(validated, "second.docx") == (5, 5, 0, 0, 0)


@pytest.mark.parametrize("ref", ["", "3Nov26-9", "1"])
def test_without_a_reference_that_fits_an_action_is_known_by_its_words(ref):
    updates, later, validated = updated(row("previous", 1, ref, action="VISIT.", outcome="done"))
    assert updates == (ActionUpdate("3Nov26-1", "done"),)
    assert later.actions == ()
    assert len(said(validated, "minutes.found_by_words")) == 1


def test_words_that_fit_two_open_actions_are_those_of_neither():
    twice = minutes(
        row("actions", 1, "Alder", actions="Visit"), row("actions", 2, "Birch", actions="Visit")
    )
    validated = read(twice, second(row("previous", 1, action="Visit", outcome="done")))
    later = validated.minutes[-1]
    assert [a.reference for a in later.actions] == ["1Dec26-1"]
    assert later.updates == (ActionUpdate("1Dec26-1", "done"),)


def test_words_fit_no_action_that_is_done():
    third = second(
        row("previous", 1, action="Visit"), held="05/01/2027", period=DECEMBER, file="third.docx"
    )
    done = second(printed(outcome="done"))
    validated = read(first(), done, third, as_at=date(2027, 1, 29))
    assert [a.reference for a in validated.minutes[-1].actions] == ["5Jan27-1"]


def test_actions_copied_in_by_hand_are_actions_with_their_outcome():
    validated = read(
        minutes(
            row("previous", 1, action="Old", team="Birch", due="1/12", outcome="ongoing"),
            row("previous", 2, "1", ref="1", action="Older", team="Elder", outcome="done"),
            row("actions", 1, "Alder", actions="New"),
        )
    )
    (found,) = validated.minutes
    assert [(a.reference, a.team, a.action, a.due) for a in found.actions] == [
        ("3Nov26-1", "Birch", "Old", date(2026, 12, 1)),
        ("3Nov26-2", "", "Older", None),
        ("3Nov26-3", "Alder", "New", None),
    ]
    assert found.actions[1].note == "Team as written: Elder"
    assert found.updates == (
        ActionUpdate("3Nov26-1", "in progress"),
        ActionUpdate("3Nov26-2", "done"),
    )
    assert not said(validated, "minutes.reference_unknown")


def test_an_action_of_minutes_that_are_gone_keeps_its_reference():
    rows = (
        row("previous", 1, "6Oct26-4", action="Lost", outcome="not done"),
        row("actions", 1, "Alder", actions="New"),
    )
    validated = read(minutes(*rows))
    (found,) = validated.minutes
    assert [a.reference for a in found.actions] == ["6Oct26-4", "3Nov26-2"]
    assert found.updates[0].reference == "6Oct26-4"
    assert len(said(validated, "minutes.reference_unknown")) == 1


def test_a_reference_is_given_once_whatever_is_typed():
    rows = (
        row("previous", 1, "6Oct26-4", action="Lost"),
        row("previous", 2, "6Oct26-4", action="Other"),
        row("previous", 3, "A7", action="Third"),
    )
    later = second(row("previous", 1, "3Nov26-9", action="Fourth", outcome="not done"))
    validated = read(minutes(*rows), later)
    found, after = validated.minutes
    assert [(a.reference, a.note) for a in (*found.actions, *after.actions)] == [
        ("6Oct26-4", ""),
        ("3Nov26-2", "Reference as written: 6Oct26-4"),
        ("3Nov26-3", "Reference as written: A7"),
        ("1Dec26-1", "Reference as written: 3Nov26-9"),
    ]
    assert len(said(validated, "minutes.reference_unknown")) == 3


def test_words_beside_a_reference_that_fits_nothing_are_kept():
    updates, later, validated = updated(row("previous", 1, "6Oct26-4", outcome="done", note="Ok"))
    assert (updates, later.actions) == ((), ())
    assert [aside.text for aside in later.asides] == ["done / Ok"]
    assert len(said(validated, "form.not_placed")) == 1


def test_no_further_actions_across_the_row_is_no_update():
    updates, later, validated = updated(row("previous", 1, outcome="No further actions"))
    assert (updates, later.actions, later.asides) == ((), (), ())
    assert len(said(validated, "minutes.no_action")) == 1


def test_an_outcome_that_is_read_is_said_and_the_rest_kept():
    updates, _, validated = updated(printed(outcome="Done - letter sent", note="By post"))
    assert updates == (ActionUpdate("3Nov26-1", "done", note="By post\nletter sent"),)
    assert dict(said(validated, "minutes.outcome_read")[0].facts) == {"outcome": "done"}


def test_an_outcome_that_is_unclear_stays_open_with_its_words():
    updates, _, validated = updated(printed(outcome="Half of it", figure="Visits"))
    assert updates == (ActionUpdate("3Nov26-1", note="Half of it\nFigure: Visits"),)
    assert len(said(validated, "minutes.outcome_unclear")) == 1
    assert len(said(validated, "minutes.figure_unclear")) == 1


def test_a_changed_date_is_the_new_one():
    updates, _, validated = updated(printed(due="24/11/2026"))
    assert updates == (ActionUpdate("3Nov26-1", due=date(2026, 11, 24)),)
    assert len(said(validated, "minutes.due_changed")) == 1


@pytest.mark.parametrize("due", ["17 Nov 2026", "17/11/26", "17 Nov", "17/11"])
def test_the_same_date_typed_otherwise_is_no_change(due):
    updates, _, validated = updated(printed(due=due))
    assert updates == ()
    assert not said(validated, "minutes.due_changed")


@pytest.mark.parametrize("due", ["soon", "Soon.", "no date"])
def test_the_words_that_stood_for_a_date_are_no_change(due):
    updates, _, _ = updated(printed("3Nov26-2", action="Write", due=due))
    assert updates == ()


def test_other_changes_of_what_was_printed_are_kept_as_a_note():
    updates, _, validated = updated(printed(action="Visit twice", due="when ready", team="Elder"))
    assert updates[0].note == "Now reads: Visit twice\nBy when: when ready\nTeam as written: Elder"
    assert len(said(validated, "minutes.action_changed")) == 1


def test_a_changed_team_is_the_new_one():
    updates, _, validated = updated(printed(team="Birch"))
    assert updates == (ActionUpdate("3Nov26-1", team="Birch"),)
    assert len(said(validated, "minutes.team_changed")) == 1


def test_a_date_that_was_changed_before_is_compared_with_what_went_out_since():
    moved = second(printed(due="24/11/2026"))
    third = second(
        printed(due="24 Nov 2026"), printed("3Nov26-2", 2, action="Write", due="17 Nov 2026"),
        held="05/01/2027", period=DECEMBER, file="third.docx",
    )  # fmt: skip
    validated = read(first(), moved, third, as_at=date(2027, 1, 29))
    assert [u.reference for u in validated.minutes[-1].updates] == ["3Nov26-2"]


def test_a_figure_that_was_set_before_is_nothing_new():
    set_once = second(printed(figure="open plans"))
    again = second(
        printed(figure="open plans", note="Well"),
        printed("3Nov26-2", 2, action="Write", due="soon", figure="plans closed or stepped down"),
        held="05/01/2027", period=DECEMBER, file="third.docx",
    )  # fmt: skip
    validated = read(first(), set_once, again, as_at=date(2027, 1, 29))
    assert validated.minutes[1].updates == (ActionUpdate("3Nov26-1", figure="open plans"),)
    assert validated.minutes[2].updates == (
        ActionUpdate("3Nov26-1", note="Well"),
        ActionUpdate("3Nov26-2", figure="plans closed or stepped down"),
    )


def test_a_form_made_before_names_a_figure_as_it_was_called_then():
    chosen = second(printed(figure="plans closing"))
    again = second(
        printed(figure="plans closing", note="Well"),
        held="05/01/2027", period=DECEMBER, file="third.docx",
    )  # fmt: skip
    validated = read(first(), chosen, again, as_at=date(2027, 1, 29))
    today = "plans closed or stepped down"
    assert validated.minutes[1].updates == (ActionUpdate("3Nov26-1", figure=today),)
    assert validated.minutes[2].updates == (ActionUpdate("3Nov26-1", note="Well"),)
    assert not said(validated, "minutes.figure_unclear")


@pytest.mark.parametrize(
    "figure",
    ["plans not sent (proposed)", "Plans not sent(PROPOSED)", "plans closing (proposed)"],
)
def test_a_figure_left_as_it_was_proposed_is_nobodys_choice(figure):
    updates, later, validated = updated(
        printed(figure=figure), row("icms", 1, "Alder", well="Pace")
    )
    assert (updates, later.asides) == ((), ())
    assert not said(validated, "minutes.figure_unclear")


def test_the_figure_that_was_proposed_may_be_chosen_and_so_may_none():
    updates, _, _ = updated(
        printed(figure="plans not sent"),
        printed("3Nov26-2", 2, action="Write", due="soon", figure="None of these"),
    )
    assert [update.figure for update in updates] == ["plans not sent", "none of these"]


def test_words_that_only_look_like_a_proposal_are_kept():
    updates, _, validated = updated(printed(figure="Visits (proposed)"))
    assert updates == (ActionUpdate("3Nov26-1", note="Figure: Visits (proposed)"),)
    assert len(said(validated, "minutes.figure_unclear")) == 1


def test_two_rows_of_an_action_with_different_outcomes_leave_it_open():
    updates, _, validated = updated(
        printed(outcome="done", note="A"), printed(line=2, outcome="not done", note="B")
    )
    assert updates == (ActionUpdate("3Nov26-1", note="A\nB\nOutcomes given: done and not done"),)
    assert len(said(validated, "minutes.outcomes_differ")) == 1


def test_references_are_the_same_on_every_later_run():
    early = read(first(), as_at=NOVEMBER)
    late = read(first(), second(row("actions", 1, "Birch", actions="New")))
    assert early.minutes[0].actions == late.minutes[0].actions
    references = [a.reference for m in late.minutes for a in m.actions]
    assert references == ["3Nov26-1", "3Nov26-2", "1Dec26-1"]


def test_two_check_ins_of_one_day_have_different_references():
    again = second(row("actions", 1, "Alder", actions="New"), held="03/11/2026")
    validated = read(first(), again)
    references = [a.reference for m in validated.minutes for a in m.actions]
    assert references == ["3Nov26-1", "3Nov26-2", "27Nov26-1"]


def test_another_locality_counts_for_itself():
    from pipeline.model.scopes import Scope

    other = minutes(
        row("previous", 1, "3Nov26-1", outcome="done"),
        row("actions", 1, "Cedar", actions="Theirs"),
        scope=Scope("locality", "South Vale"),
        file="other.docx",
    )
    validated = read(first(), other)
    south = next(m for m in validated.minutes if m.locality == "South Vale")
    assert [a.reference for a in south.actions] == ["3Nov26-1"]
    assert south.updates == ()


def test_an_action_left_standing_in_a_form_that_was_used_again_counts_once():
    again = first(held="01/12/2026").answers + tuple(row("actions", 2, "Birch", actions="New"))
    used_again = minutes(again, held="", file="again.docx")
    validated = read(first(), used_again)
    assert [a.reference for a in validated.minutes[-1].actions] == ["1Dec26-1"]
    assert len(said(validated, "minutes.action_again")) == 2
