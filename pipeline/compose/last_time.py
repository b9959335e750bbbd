"""What the last check-in's minutes said: its open actions, hopes and words, as they stand in the next."""

from collections.abc import Iterator, Sequence

from pipeline.compose.action_words import (
    GUESS,
    actions_of,
    age_words,
    done_since_last_time,
    dropped_since_last_time,
    movement,
)
from pipeline.compose.subject import Subject
from pipeline.compose.wording import (
    day_and_month,
    joined,
    long_date,
    quoted,
    said,
    sentence_of,
    short_date,
    short_day,
    unbroken,
)
from pipeline.model.action_review import ActionReview
from pipeline.model.content import (
    Block,
    Bullets,
    Cell,
    Paragraph,
    Quoted,
    Row,
    Table,
    TableColumn,
    Words,
    plain,
)
from pipeline.model.entries import Choice, WriteIn
from pipeline.model.forms import (
    ACTION_OUTCOMES,
    ASKED_BEFORE,
    FIGURES_TO_MOVE,
    MINUTES,
    OLT_MINUTES,
    PREVIOUS,
    PROPOSED,
    THEN_AND_NOW,
)
from pipeline.model.minutes import Minutes, OpenAction
from pipeline.model.returned import Aside
from pipeline.model.scopes import Scope

VERDICTS = (
    "No improvement: a change by half would have shown. Went the other way: by more than chance. "
    "Can’t tell: may be chance, or too few for even a change by half to show. “Of”: all that could "
    "count, such as plans signed off."
)
IN_A_LINE = 2
"""So many barriers stand behind their lead; more in a list."""
BLANK_ROWS = 3
"""Where no earlier minutes were read, there is room to copy open actions by hand."""
WIDTHS = {
    "ref": 19,
    "team": 14,
    "action": 32,
    "due": 23.5,
    "figure": 44,
    "outcome": 18.5,
    "note": 25,
}
KINDS = {"comment": "a comment", "text box": "a text box", "hidden": "hidden text"}


def last_minutes(subject: Subject) -> Minutes | None:
    """Return the latest minutes that came back for the document's scope; None if none did."""
    return subject.measures.last_minutes.get(subject.scope.locality)


def previous_actions(subject: Subject) -> tuple[Block, ...]:
    """Return the open actions of earlier minutes with room for their outcome, overdue first."""
    minutes = last_minutes(subject)
    if minutes is None:
        words = (
            "No earlier minutes have come back that can be used. Copy open actions here, overdue "
            "ones first, a row each."
        )
        rows = tuple(_blank_row(n) for n in range(1, BLANK_ROWS + 1))
        return (Paragraph((words,), "hint"), _table(subject, rows))
    held = f"the minutes of {long_date(minutes.meeting)}"
    found = actions_of(subject, subject.scope.locality)
    still_open = [each for each in found if each.is_open]
    done = [each for each in found if not each.is_open]
    explained = any(each.proposed for each in still_open)
    closed = (
        *done_since_last_time(subject, done, explained=explained),
        *dropped_since_last_time(subject),
    )
    asides = also_written(minutes.asides, f"Also written in {held}")
    if not still_open:
        none = Paragraph((f"No action is open in {held} or in earlier ones.",))
        return (none, _table(subject, (_blank_row(1),)), *closed, *asides)
    words = " ".join(_how_to_read(subject, held, still_open))
    rows = (*(_action_row(subject, each) for each in still_open), _blank_row(len(still_open) + 1))
    return (Paragraph((words,), "hint"), _table(subject, rows, VERDICTS), *closed, *asides)


def _how_to_read(subject: Subject, held: str, found: Sequence[ActionReview]) -> Iterator[str]:
    """Yield what the rows are and what their marks mean, of those marks that are there."""
    yield f"From {held} and before, overdue first."
    if any(each.standing.overdue for each in found):
        yield f"Shaded: overdue on {day_and_month(subject.as_at)}."
    if any(each.proposed for each in found):
        yield f"{PROPOSED.strip()}: {GUESS}; click it to choose another."
    yield "Done or no longer needed: will not come back. Empty row: for one missing here."


def also_written(asides: tuple[Aside, ...], title: str) -> tuple[Block, ...]:
    """Return the words that someone wrote outside the form, each with the heading above it."""
    if not asides:
        return ()
    items = tuple(said(f"{_where(aside)}: ", quoted(aside.text)) for aside in asides)
    return (Paragraph((f"{title}, outside the form:",), "note"), Bullets(items, small=True))


def support_asked(subject: Subject, team: Scope) -> Words:
    """Return the support that a team asked for last time; empty if none."""
    minutes = last_minutes(subject)
    icms = minutes.icms if minutes else ()
    words = next((each.support for each in icms if each.team == team.team), "")
    return said(ASKED_BEFORE, quoted(words)) if words else ()


def barriers_raised(subject: Subject) -> tuple[Block, ...]:
    """Return the barriers and opportunities of last time with what was to be done about them."""
    minutes = last_minutes(subject)
    if minutes is None or not minutes.barriers:
        return ()
    items = tuple(
        said(quoted(barrier), ": ", quoted(response) if response else "nothing was set down")
        for barrier, response in minutes.barriers
    )
    lead = f"Raised on {long_date(minutes.meeting)}:"
    if len(items) > IN_A_LINE:
        return (Paragraph((lead,)), Bullets(items, small=True))
    return (Paragraph(said(f"{lead} ", joined(items, "; "), ".")),)


def decided_before(subject: Subject) -> tuple[Block, ...]:
    """Return what the OLT said and decided about each point last time, each part by its name."""
    minutes = last_minutes(subject)
    if minutes is None or not minutes.discussions:
        return ()
    items = tuple(
        said(
            sentence_of(each.about or each.reference or "Another point"),
            *((" Said: ", sentence_of(each.said)) if each.said else ()),
            *((" Decided: ", sentence_of(each.decided)) if each.decided else ()),
        )
        for each in minutes.discussions
    )
    return (
        Paragraph((f"Talked about on {long_date(minutes.meeting)}:",)),
        Bullets(items, small=True),
    )


def _table(subject: Subject, rows: tuple[Row, ...], note: str = "") -> Table:
    part = (MINUTES if subject.scope.locality else OLT_MINUTES).table(PREVIOUS.part)
    columns = tuple(TableColumn(c.header, WIDTHS[c.name]) for c in part.columns)
    return Table(
        part.title,
        columns,
        rows,
        (note,) if note else (),
        tag="previous_actions",
        write_in=True,
        show_caption=False,
    )


def _figure_choice(review: ActionReview, tag: str, label: str) -> Choice:
    """Return the drop-down of figures, with what someone chose or, marked as such, our proposal."""
    if not review.proposed:
        return Choice(tag, label, FIGURES_TO_MOVE, review.standing.figure)
    proposal = f"{review.figure}{PROPOSED}"
    return Choice(tag, label, (proposal, *FIGURES_TO_MOVE), proposal)


def _action_row(subject: Subject, review: ActionReview) -> Row:
    each = review.standing
    action, tag = each.action, f"previous.{each.action.reference}"
    due = short_date(action.due) if action.due else quoted(action.due_words or "no date")
    notes = "\n".join(note for note in (each.note, action.note) if note)
    return Row(
        (
            Cell((Quoted(action.reference),), tone="strong"),
            Cell((action.team,)),
            Cell((quoted(action.action),)),
            Cell(
                entry=WriteIn(f"{tag}.due", f"By when, {action.reference}", text=plain((due,))),
                small=said(_lateness(subject, each), age_words(subject, review)),
                tone="down" if each.overdue else "",
            ),
            Cell(
                entry=_figure_choice(review, f"{tag}.figure", f"Figure, {action.reference}"),
                small=said(THEN_AND_NOW, movement(subject, review)),
            ),
            Cell(
                entry=Choice(f"{tag}.outcome", f"Outcome, {action.reference}", ACTION_OUTCOMES),
                small=(f"last said: {each.outcome}",) if each.outcome else (),
            ),
            Cell(
                entry=WriteIn(f"{tag}.note", f"Note, {action.reference}"),
                small=said("before: ", quoted(notes)) if notes else (),
            ),
        )
    )


def _lateness(subject: Subject, each: OpenAction) -> str:
    """Return that an action is overdue, and since when where no date says so above it, or will be at the meeting."""
    if not each.overdue:
        due = each.action.due
        return "due before this meeting; " if due and due < subject.meeting.date else ""
    since = f" since {unbroken(short_day(each.due_by))}" if each.due_by else ""
    return f"overdue{since}; "


def _blank_row(n: int) -> Row:
    return Row(
        (
            Cell(),
            Cell(entry=WriteIn(f"previous.{n}.team", f"Team of action {n}")),
            Cell(entry=WriteIn(f"previous.{n}.action", f"Action {n}")),
            Cell(entry=WriteIn(f"previous.{n}.due", f"By when, action {n}")),
            Cell(entry=Choice(f"previous.{n}.figure", f"Figure, action {n}", FIGURES_TO_MOVE)),
            Cell(entry=Choice(f"previous.{n}.outcome", f"Outcome, action {n}", ACTION_OUTCOMES)),
            Cell(entry=WriteIn(f"previous.{n}.note", f"Note, action {n}")),
        )
    )


def _where(aside: Aside) -> str:
    kind = KINDS.get(aside.where, "")
    near = f"under “{aside.near}”" if aside.near else ""
    words = ", ".join(part for part in (kind, near) if part) or "in the text"
    return words[0].upper() + words[1:]
