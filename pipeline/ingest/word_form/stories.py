"""Reads the blocks of a document in order, under the headings they stand under."""

from collections import Counter
from collections.abc import Sequence

from pipeline.ingest.word_form.cells import peek
from pipeline.ingest.word_form.entries import EntryReader
from pipeline.ingest.word_form.ledger import Ledger, Line, Spot
from pipeline.ingest.word_form.match import (
    REST,
    Match,
    match_by_headers,
    match_without_headers,
)
from pipeline.ingest.word_form.page import Block, Cell, Paragraph, Row, Table, paragraphs
from pipeline.ingest.word_form.rows import TableReader
from pipeline.model.forms import Form
from pipeline.model.returned import Whereabouts


class StoryReader:
    """Reads a form's body, then what is beside it; takes note of the parts it meets.

    `matches` are the tables recognised, `met` the lines and questions. `headings` tells above
    which words a comment or note was put.
    """

    def __init__(self, ledger: Ledger, form: Form, teams: Sequence[str]) -> None:
        self._ledger = ledger
        self._form = form
        self._teams = teams
        self._entries = EntryReader(ledger, form)
        self._heading = ""
        self._before: Match | None = None
        self._written: list[Line] = []
        self.matches: list[Match] = []
        self.met: Counter[str] = Counter()
        self.headings: dict[tuple[str, str], str] = {}

    def read_body(self, blocks: list[Block]) -> None:
        """Read the body of the form."""
        self._read(blocks)
        self._close()

    def read_frame(self, blocks: list[Block]) -> None:
        """Read a header or footer."""
        spot = Spot()
        lines = (self._ledger.line(paragraph, spot) for paragraph in paragraphs(blocks))
        self._ledger.keep(((line, spot) for line in lines if line), "header", spot)

    def read_note(self, blocks: list[Block], where: Whereabouts, key: tuple[str, str]) -> None:
        """Read a comment or a note."""
        self._ledger.apart(blocks, where, Spot(self.headings.get(key, "")))

    def _read(self, blocks: list[Block]) -> None:
        for block in blocks:
            if isinstance(block, Paragraph):
                self._read_paragraph(block)
            else:
                self._close()
                self._read_table(block)
            for paragraph in paragraphs([block]):
                for note in paragraph.notes:
                    self.headings.setdefault(note, self._heading)

    def _read_paragraph(self, paragraph: Paragraph) -> None:
        words = " ".join(paragraph.text.split())
        if paragraph.is_heading and words:
            self._close()
            self._before = None
            self._heading = words
        spot = Spot(self._heading)
        line = self._ledger.line(paragraph, spot)
        if line is None or line.is_blank:
            return
        if self._ledger.came_with(line, "paragraph", spot):
            self._close()
            self._ledger.printed(line.shown)
        else:
            self._written.append(line)

    def _close(self) -> None:
        """Make one aside of the paragraphs that someone wrote one after another."""
        spot = Spot(self._heading)
        text = "\n".join(line.shown for line in self._written)
        self._ledger.aside(text, "paragraph", spot)
        self._written.clear()

    def _read_table(self, table: Table) -> None:
        match = match_by_headers(self._form, table, self._heading)
        if match is None and (question := self._entries.question_of(table)):
            self.met[question.name] += 1
            self._entries.read_question(table, question, Spot(self._heading))
        elif match is None and self._entries.has_lines(table):
            self._read_lines(table)
        else:
            self._read_matched(table, match)

    def _read_matched(self, table: Table, match: Match | None) -> None:
        match = match or match_without_headers(
            self._form, table, self._heading, self._teams, self._before
        )
        if match is None:
            self._read_other(table)
            return
        if match.how != REST:
            self.matches.append(match)
        self._before = match
        TableReader(self._ledger, match, self._heading, self._teams).read(table)

    def _read_lines(self, table: Table) -> None:
        for row in table.rows:
            found = self._entries.line_of(row)
            if found:
                line, place = found
                self.met[line.name] += 1
                self._entries.read_line(row, line, place, Spot(self._heading))
            else:
                self._read_other_row(row, ())

    def _read_other(self, table: Table) -> None:
        headers = tuple(peek(cell) for cell in table.rows[0].cells) if table.rows else ()
        for number, row in enumerate(table.rows):
            self._read_other_row(row, headers if number else ())

    def _read_other_row(self, row: Row, headers: tuple[str, ...]) -> None:
        """Set down a row of no table of the form's; a table within it may be one."""
        name = _first_words(row.cells[0]) if row.cells else ""
        lines: list[tuple[Line, Spot]] = []
        for place, cell in enumerate(row.cells):
            spot = Spot(self._heading, name, headers[place] if place < len(headers) else "")
            for block in cell.blocks:
                if isinstance(block, Table):
                    self._read_table(block)
                elif line := self._ledger.line(block, spot):
                    lines.append((line, spot))
        self._ledger.keep(lines, "table", Spot(self._heading))


def _first_words(cell: Cell) -> str:
    first = next(paragraphs(cell.blocks), None)
    return first.text if first else ""
