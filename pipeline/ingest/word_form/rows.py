"""Reads the rows of a table that was recognised: each cell an answer, or words set down apart."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from pipeline.ingest.word_form.cells import cell_lines, held_in, peek, without_lead
from pipeline.ingest.word_form.counting import count
from pipeline.ingest.word_form.ledger import SMALL, Ledger, Line, Spot
from pipeline.ingest.word_form.likeness import SAME, best_likeness, likeness
from pipeline.ingest.word_form.match import Match, criterion_of
from pipeline.ingest.word_form.page import Cell, Row, Table
from pipeline.model.forms import FormColumn
from pipeline.model.names import same_name
from pipeline.model.returned import Answer

BEGINS_WITH: Final = 0.9


class TableReader:
    """Reads one recognised table into the ledger; `teams` are the names that config knows."""

    def __init__(self, ledger: Ledger, match: Match, heading: str, teams: Iterable[str]) -> None:
        self._ledger = ledger
        self._match = match
        self._part = match.table.part
        self._heading = heading
        self._teams = {same_name(team) for team in teams}
        self._above: dict[str, Answer] = {}
        self._named = ""

    def read(self, table: Table) -> None:
        """Read every row: those above the header, the header, the rest."""
        for number, row in enumerate(table.rows):
            if number < self._match.header:
                for cell in row.cells:
                    self._keep(self._lines(cell), Spot(self._heading))
            elif number == self._match.header or self._is_header(row):
                self._read_header(row)
            else:
                self._read_row(row)

    def _is_header(self, row: Row) -> bool:
        """Return whether a row repeats the header."""
        headers = [column.header for column in self._match.columns.values()]
        headers += self._match.teams.values()
        filled = [text for text in map(peek, row.cells) if text]
        return len(filled) > 1 and all(
            any(likeness(text, header) >= BEGINS_WITH for header in headers) for text in filled
        )

    def _read_header(self, row: Row) -> None:
        for place, cell in enumerate(row.cells):
            column = self._match.columns.get(place)
            for line in self._lines(cell):
                own = column and best_likeness(line.text, column.header, column.aliases) >= SAME
                team = place in self._match.teams and self._is_team(line)
                if own or team or not self._ledger.marked:
                    self._ledger.printed(line.shown)
                else:
                    self._keep([line], Spot(self._heading))

    def _read_row(self, row: Row) -> None:
        number = self._ledger.next_line(self._part)
        placed = list(self._match.placed(row))
        own = self._match.place_of_row_name
        name = ""
        found: list[tuple[Answer, str]] = []
        for cell, places in placed:
            if own in places:
                name, found = self._name(cell, places, number)
        for cell, places in placed:
            if own not in places:
                found += self._cell(cell, places, name, number)
        self._named = name or self._named
        for answer, signs in found:
            self._ledger.answer(replace(answer, above="" if name else self._named), signs)
            self._above[answer.column] = answer
        if found:
            self._repeat(placed, {answer.column for answer, _ in found}, name, number)

    def _repeat(
        self, placed: list[tuple[Cell, list[int]]], there: set[str], name: str, number: int
    ) -> None:
        """Give a row what was merged downwards over it."""
        for cell, places in placed:
            column = self._main(places)
            above = self._above.get(column.name) if column else None
            if cell.continues and above and above.column not in there:
                again = replace(above, row=name, line=number)
                self._ledger.answer(again, again=True)

    def _name(
        self, cell: Cell, places: list[int], number: int
    ) -> tuple[str, list[tuple[Answer, str]]]:
        """Return what names the row, and what else the cell answers: words, if it was merged."""
        if self._match.table.by_team:
            return self._criterion(cell), []
        header = self._match.table.header(self._match.table.row)
        main = self._main(places) if len(places) > 1 else None
        lines = self._lines(cell, entry=main is not None)
        printed = next((line for line in lines if self._names_a_row(line)), None)
        if printed is not None:
            self._ledger.printed(printed.shown)
            name = printed.text.strip()
            left = [line for line in lines if line is not printed]
            if main is not None:
                return name, self._answers(left, main, places, name, number)
            self._keep(left, Spot(self._heading, name, header))
            return name, []
        if main is not None:
            return "", self._answers(lines, main, places, "", number)
        name = " ".join(" ".join(line.text.split()) for line in lines if not line.is_blank)
        if not name:
            self._keep(lines, Spot(self._heading, "", header))
            return "", []
        boxes = (p.text for line in lines for p in line.pieces if p.ticked is not None)
        return name, [
            (Answer(self._part, name, self._match.table.row, number, name), "".join(boxes))
        ]

    def _criterion(self, cell: Cell) -> str:
        """Return the number of the row's criterion, else its words as they stand."""
        words = peek(cell)
        name = criterion_of(words)
        if name and not self._ledger.marked:
            self._ledger.printed("".join(line.shown for line in self._lines(cell)))
        else:
            header = self._match.table.header(self._match.table.row)
            self._keep(self._lines(cell), Spot(self._heading, words, header))
        return name or words

    def _cell(
        self, cell: Cell, places: list[int], name: str, number: int
    ) -> list[tuple[Answer, str]]:
        """Return the answers of a cell; what is none of a column's is set down apart."""
        teams = [self._match.teams[place] for place in places if place in self._match.teams]
        if teams:
            lines = self._lines(cell, entry=True)
            return [
                (
                    Answer(self._part, name, teams[0], number, held.text, held.day, held.ticked),
                    held.signs,
                )
                for held in held_in(lines)
            ]
        main = self._main(places)
        if main is not None:
            lines = self._lines(cell, entry=True)
            return self._answers(lines, main, places, name, number)
        known = any(place in self._match.columns for place in places)
        spot = Spot(self._heading, name, self._match.header_at(places[0]) if places else "")
        lines = self._lines(cell)
        if known and not self._ledger.marked:
            self._ledger.printed("".join(line.shown for line in lines))
        else:
            self._keep(lines, spot)
        return []

    def _answers(
        self, lines: list[Line], column: FormColumn, places: list[int], name: str, number: int
    ) -> list[tuple[Answer, str]]:
        """Return what lines answer; in a cell merged over printed columns, less their words."""
        printed = [self._match.header_at(place) for place in places if len(places) > 1]
        left = []
        for line in lines:
            if any(
                self._ledger.is_printed(line.text, Spot("", name, h))
                for h in printed
                if count(line.text)
            ):
                self._ledger.printed(line.shown)
            else:
                left.append(line)
        left = without_lead(left) if printed else left
        return [
            (
                Answer(self._part, name, column.name, number, held.text, held.day, held.ticked),
                held.signs,
            )
            for held in held_in(left, ticks=column.ticks)
        ]

    def _main(self, places: list[int]) -> FormColumn | None:
        """Return the column that words belong to in a cell over these places; None if to none."""
        columns = [self._match.columns[p] for p in places if p in self._match.columns]
        open_ = [c for c in columns if not c.printed and c.name != self._match.table.row]
        return next((c for c in open_ if c.needed), next(iter(open_), None))

    def _names_a_row(self, line: Line) -> bool:
        if line.is_blank or line.style in SMALL:
            return False
        return self._ledger.is_printed(line.text) if self._ledger.marked else self._is_team(line)

    def _is_team(self, line: Line) -> bool:
        return same_name(line.text) in self._teams

    def _lines(self, cell: Cell, *, entry: bool = False) -> list[Line]:
        return cell_lines(self._ledger, cell.blocks, Spot(self._heading), entry=entry)

    def _keep(self, lines: list[Line], spot: Spot) -> None:
        self._ledger.keep(((line, spot) for line in lines), "table", spot, form=True)
