"""The actions from check-ins for the OLT: a line each for page one, a table by team, those that stand out.

The words of a locality's minutes stay in its own papers: here its actions are named by reference,
place and figure. The OLT's own actions stand in their words.
"""

from collections.abc import Iterable

from pipeline.compose.action_words import actions_of, movement, then_and_now
from pipeline.compose.insight_words import in_full
from pipeline.compose.scores import DASH
from pipeline.compose.side_tables import by_team
from pipeline.compose.subject import Subject
from pipeline.compose.wording import count, counted, quoted, said, short_date, verb, whole
from pipeline.model.action_review import AGE, MOVED, NOT_YET, OLT_OWN, ActionReview
from pipeline.model.content import Block, Cell, Paragraph, Row, Table, TableColumn, Words
from pipeline.model.figures_to_move import TARGETS
from pipeline.model.next_meeting import NEXT_MEETING
from pipeline.model.scopes import Scope

LINES, IN_GROUP = 2, 3
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
    "that agreed it: the date in “before and after”. "
    "Moved as wanted: more than chance alone does once in twenty. Not yet: no improvement so far, though a "
    "move by half would have shown; or it went the other way by more than chance does. Can’t tell: numbers "
    "too small, a move that may be chance, or not known. Actions done at the last check-in are judged with those open. A "
    "locality’s row also counts actions that name no team."
)


def action_lines(subject: Subject) -> tuple[Words, ...]:
    """Return the OLT's own actions in a line each, overdue first, and one on all the others."""
    own = actions_of(subject, "")
    lines = [_own_line(subject, each) for each in own[:LINES]]
    everyone = subject.figure("agreed.open")
    if not everyone.supplied:
        return ()
    olts = _olts(subject) if own else ()
    return (*lines, said("All check-ins: ", _counts(subject), olts), _did_they_work(subject))


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
    standing_out = _standing_out(subject)
    return (
        Paragraph(said(_counts(subject), " ", _did_they_work(subject)), "lead"),
        _by_team(subject),
        *((standing_out,) if standing_out else ()),
    )


def _own_line(subject: Subject, review: ActionReview) -> Words:
    action = review.standing.action
    due = short_date(action.due) if action.due else NEXT_MEETING
    how = "still marked open" if review.verdict == MOVED else "overdue"
    late = (f" (due {due}, {how})",) if review.standing.overdue else ()
    figure = f" {_capital(review.figure)}: " if review.figure in TARGETS else " Its figure: "
    place = f"{action.team}: " if action.team else ""
    outcome = " Done." if not review.is_open else ""
    return said(
        place, quoted(action.action), *late, f".{outcome}{figure}", movement(subject, review), "."
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


def _standing_out(subject: Subject) -> Table | None:
    """Return the few actions that worked, and the few that have not and are the most late."""
    found = [
        each
        for place in ("", *(p.locality for p in subject.localities))
        for each in actions_of(subject, place)
    ]
    moved = [each for each in found if each.verdict == MOVED]
    stuck = [each for each in found if each.verdict == NOT_YET and each.is_open]
    by_lateness = sorted(
        stuck,
        key=lambda each: (not each.standing.overdue, -each.standing.carried, -each.age_days),
    )
    other_way = [each for each in by_lateness if each.went_other_way]
    stayed = [each for each in by_lateness if not each.went_other_way]
    rows = [
        *_group(subject, "Moved as wanted: what could others take from it?", moved),
        *_group(subject, "Went the other way: what would help?", other_way),
        *_group(subject, "No improvement so far: what would help?", stayed),
    ]
    if not rows:
        return None
    columns = (
        TableColumn("Action", 1.1),
        TableColumn("Place", 2.3),
        TableColumn("Figure it was to move", 2.5),
        TableColumn("Then and now", 2.3),
        TableColumn("Open for", 2.9),
    )
    note = (
        "The words of each action stand in the minutes of its locality, or of the OLT, under its reference.",
    )
    return Table("Actions that stand out", columns, tuple(rows), note)


def _group(subject: Subject, title: str, reviews: Iterable[ActionReview]) -> list[Row]:
    rows = [_row(subject, each) for each in [*reviews][:IN_GROUP]]
    blank = tuple(Cell() for _ in range(4))
    return [Row((Cell((title,)), *blank), "group"), *rows] if rows else []


def _row(subject: Subject, review: ActionReview) -> Row:
    standing = review.standing
    parts = ["overdue"] if standing.overdue else []
    parts += ["carried over"] if standing.carried and review.is_open else []
    if review.verdict == MOVED:
        parts = ["still marked open"]
    age = counted(subject.figure(AGE, review.scope, review.key), "day")
    words = said(age, *(f", {part}" for part in parts))
    place = in_full(review.scope) if review.scope.name else "Authority"
    if not standing.action.locality:
        place = f"{place}: OLT’s own"
    return Row(
        (
            Cell((quoted(standing.action.reference),), tone="strong"),
            Cell((place,)),
            Cell((review.figure,)),
            Cell(then_and_now(subject, review), tone="up" if review.verdict == MOVED else ""),
            Cell(words if review.is_open else ("done",)),
        )
    )


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
