"""Keeps the account of one table: what was said of its rows, and what became of each."""

from collections import Counter
from collections.abc import Iterable, Sequence

from pipeline.model.findings import FileAccount, Finding, Place, Rule
from pipeline.model.ingested import Cell, RawTable
from pipeline.model.rules.cells import (
    BLANK_WORD,
    DATE_SERIAL,
    DATE_ZONED,
    TEXT_GARBLED,
)
from pipeline.validate.coerce import Reader

TOLD_ONCE = frozenset({BLANK_WORD, DATE_SERIAL, DATE_ZONED, TEXT_GARBLED})
"""Told once a column with a count: nothing is lost, and whole columns may be so."""

LONGEST_VALUE = 500
NEVER_TOLD = frozenset({"date_of_death"})
"""Columns of which no value is written anywhere, not even in the restricted findings."""
ROWS_TOLD = 5


class Ledger:
    """One table's findings, the rows left out of it, and the rows repaired."""

    def __init__(self, table: RawTable) -> None:
        self.table = table
        self.numbers: list[int] = table.rows.index.tolist()
        self.positions = {number: at for at, number in enumerate(self.numbers)}
        self.children: Sequence[object] = [None] * len(self.numbers)
        self.findings: list[Finding] = []
        self.set_aside: set[int] = set()
        self.passed_over: set[int] = set()
        self._repaired: set[int] = set()
        self._refused = False

    def is_out(self, position: int) -> bool:
        """Return whether the row at a position was left out."""
        number = self.numbers[position]
        return number in self.set_aside or number in self.passed_over

    def kept(self) -> list[int]:
        """Return the positions of the rows that are used."""
        return [position for position in range(len(self.numbers)) if not self.is_out(position)]

    def pass_over(self, positions: Iterable[int]) -> None:
        """Leave out rows that one finding tells of together."""
        self.passed_over.update(self.numbers[position] for position in positions)

    def say_of_all(
        self,
        rule: Rule,
        column: str,
        word: str | None,
        positions: Sequence[int],
        **facts: str,
    ) -> None:
        """Say once how often a word that maps to nothing (or nothing at all) stands, and in which rows."""
        rows = self._rows_told(positions)
        self.say(rule, None, column, word, count=str(len(positions)), rows=rows, **facts)

    def _rows_told(self, positions: Sequence[int]) -> str:
        """Return `row 4`, `rows 4, 7 and 9` or, of many, the first few and how many more."""
        first = [str(self.numbers[position]) for position in positions[:ROWS_TOLD]]
        more = len(positions) - len(first)
        *most, last = (*first, f"{more} more") if more else first
        return f"rows {', '.join(most)} and {last}" if most else f"row {last}"

    def say(
        self,
        rule: Rule,
        position: int | None = None,
        column: str = "",
        value: Cell = None,
        **facts: str,
    ) -> None:
        """Add a finding about the table, or about one row, whose fate the rule's effect tells."""
        number = None if position is None else self.numbers[position]
        child = None if position is None else self.children[position]
        header = self.table.headers.get(column, column)
        self.findings.append(
            Finding(
                rule,
                Place(self.table.file, self.table.sheet, number, header),
                self.table.team,
                tuple(facts.items()),
                "" if value is None or column in NEVER_TOLD else str(value)[:LONGEST_VALUE],
                child if isinstance(child, str) else "",
            )
        )
        if number is None:
            return
        if rule.effect == "set aside":
            self.set_aside.add(number)
        elif rule.effect == "passed over":
            self.passed_over.add(number)
        elif rule.effect == "repaired":
            self._repaired.add(number)

    def cells(self, column: str) -> list[Cell]:
        """Return the raw cells of a column; blanks if the table has no such column."""
        if column not in self.table.rows:
            return [None] * len(self.numbers)
        cells: list[Cell] = self.table.rows[column].tolist()
        return cells

    def read(
        self, column: str, reader: Reader, instead: dict[str, Rule] | None = None
    ) -> list[object]:
        """Return the values of a column, each distinct cell read once, and say what was met.

        `instead` gives, by rule code, what to say in place of the reader's own rule.
        """
        known: dict[tuple[type, Cell], tuple[object, Rule | None]] = {}
        values: list[object] = []
        told: Counter[Rule] = Counter()
        for position, cell in enumerate(self.cells(column)):
            if cell is None or cell == "":
                values.append(None)
                continue
            key = (type(cell), cell)
            if key not in known:
                read = reader(cell)
                rule = (instead or {}).get(read.rule.code, read.rule) if read.rule else None
                known[key] = (read.value, rule)
            value, rule = known[key]
            values.append(value)
            if rule is None or self.is_out(position):
                continue
            if rule in TOLD_ONCE:
                told[rule] += 1
            else:
                self.say(rule, position, column, cell)
        for rule, count in told.items():
            self.say(rule, None, column, count=str(count))
        return values

    def refuse(self, rule: Rule, column: str = "", **facts: str) -> None:
        """Leave the whole table out."""
        self.say(rule, None, column, **facts)
        self.set_aside.update(set(self.numbers) - self.passed_over)
        self._refused = True

    def account(self) -> FileAccount:
        """Return what became of the rows: read = used + set aside + passed over."""
        aside = len(self.set_aside) + self.table.set_aside
        passed = len(self.passed_over - self.set_aside) + self.table.passed_over
        used = set(self.numbers) - self.set_aside - self.passed_over
        read = len(self.numbers) + self.table.set_aside + self.table.passed_over
        return FileAccount(
            self.table.file,
            self.table.sheet,
            self.table.kind,
            read,
            len(used),
            len(self._repaired & used),
            aside,
            passed,
            self._refused,
        )
