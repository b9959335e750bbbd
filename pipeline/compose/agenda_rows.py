"""What the tracker and the extract differ in: rows to add to the tracker, to move out and to keep."""

from typing import Final

from pipeline.compose.agenda_cases import kept_table, next_step
from pipeline.compose.agenda_key import key
from pipeline.compose.format_words import counts_episodes
from pipeline.compose.subject import Subject
from pipeline.compose.wording import counted, joined, near_day, quoted, said, unbroken, verb
from pipeline.model.content import Block, Bullets, Paragraph, Quoted, Words
from pipeline.model.tracker_changes import RowToAdd, RowToMoveOut

KEEP: Final = (
    "Those in this table are to be kept until their team is settled: their open plan has no known team in "
    "the case system (ask the performance officer). Their actions are for this meeting too; no group below "
    "counts them."
)


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
        *([(unbroken("out of timescale"),)] if row.out_of_timescale else []),
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
    """Return the rows whose child has no open plan in the team, by why; those to keep, as cases."""
    agenda = subject.measures.agendas[subject.scope.team]
    rows = subject.measures.tracker_changes[subject.scope.team].to_move_out
    if not rows:
        return ()
    parts: list[Words] = [
        counted(
            subject.figure("reconcile.not_open"),
            "row to check in the case system before it is moved out.",
            "rows to check in the case system before any is moved out.",
        )
    ]
    reasons: dict[str, list[RowToMoveOut]] = {}
    for row in rows:
        if not row.keep:
            reasons.setdefault(_reason(row), []).append(row)
    for reason, held in reasons.items():
        parts.append(_rows(subject, reason, held))
    if not agenda.kept:
        return (Paragraph(joined(parts, " ")),)
    kept = (Paragraph((KEEP,)), key(subject, agenda), kept_table(subject, agenda))
    return (Paragraph(joined(parts, " ")), *kept)


def _reason(row: RowToMoveOut) -> str:
    """Return why in the words that begin a sentence: `Not in the extract (check the ID)`."""
    to_do = f" ({row.to_do})" if row.to_do else ""
    return f"{row.why[0].upper()}{row.why[1:]}{to_do}"


def _rows(subject: Subject, reason: str, rows: list[RowToMoveOut]) -> Words:
    named = []
    for row in rows:
        ended = f" ({near_day(row.ended, subject.as_at)})" if row.ended else ""
        named.append(said(Quoted(row.child_id), " in row ", Quoted(f"{row.row}{ended}")))
    return said(Quoted(reason), ": ", joined(named, ", "), ".")
