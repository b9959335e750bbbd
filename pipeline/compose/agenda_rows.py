"""What the tracker and the extract differ in: rows to add to the tracker, and to move out of it."""

from pipeline.compose.agenda_cases import next_step
from pipeline.compose.agenda_needs import joined
from pipeline.compose.format_words import counts_episodes
from pipeline.compose.subject import Subject
from pipeline.compose.wording import NO_BREAK, counted, near_day, quoted, said, verb
from pipeline.model.content import Block, Bullets, Paragraph, Quoted, Words
from pipeline.model.tracker_changes import RowToAdd, RowToMoveOut


def too_new(subject: Subject) -> str:
    """Return how young a plan is that needs no row yet: `under 7 days old`."""
    return f"under {subject.settings.thresholds.new_plan_days} days old"


def rows_to_add(subject: Subject) -> tuple[Block, ...]:
    """Return the open plans without a row, with what of them can't wait for one."""
    rows = subject.measures.tracker_changes[subject.scope.team].to_add
    if not rows:
        return ()
    began = "episode" if counts_episodes(subject) else "plan"
    step = " and next sign-off step" if any(row.signoff for row in rows) else ""
    lead = said(
        _rows_needed(subject),
        f" The longest open first, with the {began}’s start{step}.",
        " To paste in before the meeting: tracker-rows.xlsx."
        if subject.figure("reconcile.not_on_tracker").value
        else "",
    )
    return (Paragraph(lead), Bullets(tuple(_row_to_add(subject, row) for row in rows)))


def _row_to_add(subject: Subject, row: RowToAdd) -> Words:
    parts: list[Words] = [
        (Quoted(row.child_id),),
        *([(quoted(row.practitioner),)] if row.practitioner else []),
        (Quoted(near_day(row.start, subject.as_at)),),
        *([("new",)] if row.new else []),
        *([(NO_BREAK.join(("out", "of", "timescale")),)] if row.out_of_timescale else []),
        *([next_step(row.signoff, row.signoff_days)] if row.signoff else []),
    ]
    return joined(parts, ", ")


def _rows_needed(subject: Subject) -> Words:
    """Return how many plans need a row, and how many are too new to need one yet."""
    needed, new = subject.figure("reconcile.not_on_tracker"), subject.figure("reconcile.new_plans")
    none_yet = f"{too_new(subject)} and {'needs' if new.value == 1 else 'need'} none yet"
    if not needed.value:
        every = counted(new, "open plan without a row is", "open plans without a row are")
        return said("Nothing to add: ", every, f" {none_yet}.")
    more = said("; ", verb(new, "more is", "more are"), f" {none_yet}")
    return said(counted(needed, "row"), " to add", more if new.value else (), ".")


def rows_to_move_out(subject: Subject) -> tuple[Block, ...]:
    """Return the rows whose child has no open plan in the team, each with why."""
    rows = subject.measures.tracker_changes[subject.scope.team].to_move_out
    if not rows:
        return ()
    lead = said(
        counted(subject.figure("reconcile.not_open"), "row"),
        " whose child has no open plan in this team. Check each in the case system first: ",
    )
    return (Paragraph(said(lead, joined([_row_to_move(subject, row) for row in rows], ", "), ".")),)


def _row_to_move(subject: Subject, row: RowToMoveOut) -> Words:
    why = f"{row.why} {near_day(row.ended, subject.as_at)}" if row.ended else row.why
    return said(Quoted(row.child_id), " in row ", Quoted(str(row.row)), " (", Quoted(why), ")")
