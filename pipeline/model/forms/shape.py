"""What a form is made of: tables with their columns, lines, questions."""

from dataclasses import dataclass


@dataclass(frozen=True)
class FormColumn:
    """A column: what it is called, and what else people call it.

    `needed` columns tell the table from others. A `printed` one comes filled in: what someone
    changes in it is kept as words outside the form. In one with `ticks`, a box stands before a name.
    """

    name: str
    header: str
    aliases: tuple[str, ...] = ()
    needed: bool = False
    printed: bool = False
    ticks: bool = False


@dataclass(frozen=True)
class FormTable:
    """A table to write in; `never` are headers that only another table has.

    `row` is the column that names a row. `by_team` says that further columns are teams, each
    headed by its name.
    """

    part: str
    title: str
    columns: tuple[FormColumn, ...]
    row: str = "team"
    never: tuple[str, ...] = ()
    by_team: bool = False

    def header(self, name: str) -> str:
        """Return the header of the column of that name."""
        return next(column.header for column in self.columns if column.name == name)


@dataclass(frozen=True)
class FormLine:
    """A label with one entry beside it; with `ticks`, the entry may be a box before a name."""

    name: str
    label: str
    aliases: tuple[str, ...] = ()
    ticks: bool = False


@dataclass(frozen=True)
class FormQuestion:
    """A question with room to answer under it."""

    name: str
    question: str
    hint: str = ""


@dataclass(frozen=True)
class Form:
    """A kind of document that comes back; answers to lines and questions are of part `entries`.

    `title` is a pattern of its title, by which a document that lost its identity is still known.
    """

    pack: str
    title: str
    tables: tuple[FormTable, ...]
    lines: tuple[FormLine, ...]
    questions: tuple[FormQuestion, ...] = ()
    versions: tuple[str, ...] = ("1",)

    def has(self, part: str) -> bool:
        """Return whether the form has such a table."""
        return any(table.part == part for table in self.tables)

    def table(self, part: str) -> FormTable:
        """Return the table of that part."""
        return next(table for table in self.tables if table.part == part)

    def line(self, name: str) -> FormLine:
        """Return the line of that name."""
        return next(line for line in self.lines if line.name == name)

    def question(self, name: str) -> FormQuestion:
        """Return the question of that name."""
        return next(question for question in self.questions if question.name == name)
