"""The actions from check-ins for the OLT: a line each for page one, a table by team, those that stand out.

The words of a locality's minutes stay in its own papers: here its actions are named by reference,
place and figure. The OLT's own actions stand in their words.
"""

from pipeline.compose.action_words import actions_of, due_in_short, figure_words, movement
from pipeline.compose.actions_that_stand_out import actions_that_stand_out
from pipeline.compose.first_page import to_look_at
from pipeline.compose.scores import DASH
from pipeline.compose.side_tables import by_team
from pipeline.compose.subject import Subject
from pipeline.compose.wording import count, counted, quoted, said, verb, whole
from pipeline.model.action_review import MOVED, OLT_OWN, ActionReview
from pipeline.model.content import Block, Paragraph, Table, Words
from pipeline.model.minutes import OpenAction
from pipeline.model.scopes import Scope

LINES = 2
COUNTED = (
    "open",
    "overdue",
    "carried_over",
    "oldest_days",
    "done",
    "moved_as_wanted",
    "not_yet",
    "other_way",
    "cant_tell",
)
NO_MINUTES = (
    "No check-in minutes have come back, so no action from an earlier check-in can be followed."
)
MEANING = (
    "Each action is held against the figure that it was to move, as it was in the papers of the check-in "
    "that agreed it; closures are counted before and after the day it was agreed. (proposed): the figure is "
    "our guess from the words. "
    "Moved as wanted: by more than chance usually does; of figures that nothing has changed, about one in "
    "twenty would look so by luck alone. Not yet: no improvement so far, though a "
    "move by half would have shown; or it went the other way by more than chance does. Can’t tell: numbers "
    "too small, a move that may be chance, or not known. Actions done at the last check-in are judged with those open. A "
    "locality’s row also counts actions that name no team."
)


def action_lines(subject: Subject) -> tuple[Words, ...]:
    """Return the OLT's first actions in a line each, and one on all the others.

    First are those on what page one names, in its order; then what is open and most late.
    """
    own = _on_page_one_first(subject)
    lines = [_own_line(subject, each) for each in own[:LINES]]
    everyone = subject.figure("agreed.open")
    if not everyone.supplied:
        return ()
    olts = _olts(subject) if own else ()
    return (*lines, said("All check-ins: ", _counts(subject), olts), _did_they_work(subject))


def _on_page_one_first(subject: Subject) -> tuple[ActionReview, ...]:
    on_it = [{*map(_name, each.decided), *map(_name, each.done)} for each in to_look_at(subject)]

    def rank(review: ActionReview) -> int:
        name = _name(review.standing)
        return next((n for n, names in enumerate(on_it) if name in names), len(on_it))

    return tuple(sorted(actions_of(subject, ""), key=rank))


def _name(standing: OpenAction) -> tuple[str, str]:
    return standing.action.locality, standing.action.reference


def _olts(subject: Subject) -> Words:
    """Return how many of the open actions are the OLT's own, and overdue; it has figures of its own."""
    late = subject.figure("agreed.overdue", category=OLT_OWN)
    return said(
        " The OLT’s own ",
        count(subject.figure("agreed.open", category=OLT_OWN)),
        *((" (", count(late), " overdue)") if late.value else ()),
        " are in its minutes.",
    )


def actions_section(subject: Subject) -> tuple[Block, ...]:
    """Return what is open, overdue, carried over and done by team, and whether it worked."""
    if not subject.figure("agreed.open").supplied:
        return (Paragraph((NO_MINUTES,)),)
    standing_out = actions_that_stand_out(subject)
    return (
        Paragraph(said(_counts(subject), " ", _did_they_work(subject)), "lead"),
        _by_team(subject),
        *((standing_out,) if standing_out else ()),
    )


def _own_line(subject: Subject, review: ActionReview) -> Words:
    action = review.standing.action
    how = "still marked open" if review.verdict == MOVED else "overdue"
    facts = (due_in_short(action), how if review.standing.overdue else "")
    due = f" ({', '.join(filter(None, facts))})" if review.is_open and any(facts) else ""
    place = f"{action.team}: " if action.team else ""
    outcome = " Done." if not review.is_open else ""
    return said(
        place,
        quoted(action.action),
        f"{due}.{outcome} {figure_words(review)}: ",
        movement(subject, review),
        ".",
    )


def _counts(subject: Subject) -> Words:
    """Return `23 actions are open, 5 overdue; 4 more were done.`."""
    return said(
        counted(subject.figure("agreed.open"), "action is open", "actions are open"),
        ", ",
        count(subject.figure("agreed.overdue")),
        " overdue; ",
        verb(subject.figure("agreed.done"), "more was", "more were"),
        " done.",
    )


def _did_they_work(subject: Subject) -> Words:
    """Return `Did they work? Of 30, 4 moved their figure as wanted, 9 did not so far, ...`."""
    moved = subject.figure("agreed.moved_as_wanted")
    return said(
        "Did they work? Of ",
        whole(moved),
        ", ",
        count(moved),
        " moved their figure as wanted, ",
        count(subject.figure("agreed.not_yet")),
        " did not so far",
        *_other_way(subject),
        "; for ",
        count(subject.figure("agreed.cant_tell")),
        " it can’t be told.",
    )


def _other_way(subject: Subject) -> Words:
    """Return how many figures went the other way, if any did."""
    other = subject.figure("agreed.other_way")
    return said(" (", count(other), " went the other way)") if other.value else ()


def _by_team(subject: Subject) -> Table:
    def cells(place: Scope) -> tuple[Words, ...]:
        nobodys = subject.figure("agreed.open", place).value == 0
        return tuple(
            (
                DASH
                if name == "oldest_days" and nobodys
                else count(subject.figure(f"agreed.{name}", place)),
            )
            for name in COUNTED
        )

    return by_team(
        subject,
        "Actions from check-ins, and whether they worked",
        (
            "Open",
            "Overdue",
            "Carried over",
            "Oldest, days",
            "Done",
            "Moved as wanted",
            "Not yet",
            "Of these, the other way",
            "Can’t tell",
        ),
        cells,
        note=(MEANING,),
        own=_olts_own(subject),
    )


def _olts_own(subject: Subject) -> tuple[Words, ...]:
    """Return the counts of the OLT's own actions, without which the localities' don't add up."""
    if not actions_of(subject, ""):
        return ()
    figures = (subject.figure(f"agreed.{name}", category=OLT_OWN) for name in COUNTED)
    return tuple((count(each) if each.supplied else DASH,) for each in figures)
