"""Tracker rows: the children that a team's live tracker lacks, and those it may no longer need."""

from pipeline.compose.format_words import counts_episodes
from pipeline.compose.subject import Subject
from pipeline.compose.wording import short_date
from pipeline.model.content import Block, Cell, Paragraph, Quoted, Row, Table, TableColumn
from pipeline.model.tables import TRACKER
from pipeline.model.tracker_changes import RowToAdd, RowToMoveOut, TrackerChanges

WIDE = {"practitioner": 1.8, "stage": 1.4, "previous_action": 1.4, "action": 1.4}


def sections(subject: Subject) -> dict[str, tuple[Block, ...]]:
    """Return the table of each sheet."""
    changes = subject.measures.tracker_changes[subject.scope.team]
    started = "Episode started" if counts_episodes(subject) else "Plan started"
    return {"add": (_to_add(changes, started),), "move_out": (_to_move_out(changes),)}


def _to_add(changes: TrackerChanges, started: str) -> Block:
    columns = (
        *(TableColumn(column.header, WIDE.get(column.name, 1.0)) for column in TRACKER.columns),
        TableColumn(started, 1.2),
        TableColumn("How new", 1.8),
    )
    rows = tuple(_row_to_add(row) for row in changes.to_add)
    return _table("Rows to add", columns, rows, changes) or Paragraph(
        ("Every open plan has its row.",)
    )


def _row_to_add(row: RowToAdd) -> Row:
    filled = {"child_id": row.child_id, "practitioner": row.practitioner}
    return Row(
        (
            *(Cell((Quoted(filled.get(column.name, "")),)) for column in TRACKER.columns),
            Cell((short_date(row.start),)),
            Cell(("new, not expected yet" if row.new else "missing",)),
        )
    )


def _to_move_out(changes: TrackerChanges) -> Block:
    columns = (
        TableColumn("Child ID", 1.2),
        TableColumn("Practitioner", 2),
        TableColumn("Stage", 3),
        TableColumn("Tracker row", 1),
        TableColumn("Why", 6),
    )
    rows = tuple(_row_to_move_out(row) for row in changes.to_move_out)
    return _table("Rows to check and move out", columns, rows, changes) or Paragraph(
        ("Every row's child has an open plan in the team.",)
    )


def _row_to_move_out(row: RowToMoveOut) -> Row:
    ended = f" {short_date(row.ended)}" if row.ended else ""
    why = f"{row.why}{ended}{f': {row.to_do}' if row.to_do else ''}"
    cells = (row.child_id, row.practitioner, row.stage, str(row.row), why)
    return Row(tuple(Cell((Quoted(cell),)) for cell in cells))


def _table(
    caption: str, columns: tuple[TableColumn, ...], rows: tuple[Row, ...], changes: TrackerChanges
) -> Block | None:
    """Return the table, or why it can't be made; None where there is nothing to put in it."""
    if changes.why_not:
        return Paragraph((f"Not supplied: {changes.why_not}.",))
    return Table(caption, columns, rows, show_caption=False) if rows else None
