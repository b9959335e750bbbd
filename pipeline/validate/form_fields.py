"""The fields of a returned form in which something is written, their text cleaned."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from pipeline.model.forms import PROMPTS, Form, FormTable
from pipeline.model.names import same_header
from pipeline.model.returned import Answer
from pipeline.validate.cleaner import clean


@dataclass(frozen=True)
class Field:
    """A field in which something is written; `number` tells it from all others of the form.

    `cleaned` says that characters were taken out of its text or replaced.
    """

    number: int
    part: str
    row: str
    column: str
    line: int
    text: str
    day: date | None = None
    ticked: bool | None = None
    cleaned: bool = False
    above: str = ""


@dataclass(frozen=True)
class FormRow:
    """The filled fields of one row by column; `name` is what stands for its name, if anything.

    `above` is the name of the nearest row above that has one, written in or not.
    """

    line: int
    name: str
    fields: dict[str, Field]
    above: str = ""

    def text(self, column: str) -> str:
        """Return the text of a column; blank if nothing is written there."""
        field = self.fields.get(column)
        return field.text if field else ""


def filled_fields(answers: Iterable[Answer], form: Form) -> Iterator[Field]:
    """Yield the fields that are filled in: not blank, no prompt or hint left standing, no empty box."""
    hints = (question.hint for question in form.questions)
    prompts = {same_header(prompt) for prompt in (*PROMPTS, *hints)} - {""}
    for number, answer in enumerate(answers):
        text, cleaned = clean(answer.text)
        blank = not text or text in PROMPTS or same_header(text) in prompts
        if answer.ticked is False or (blank and not answer.ticked):
            continue
        row = clean(answer.row)[0]
        where = (answer.part, row, answer.column, answer.line)
        above = clean(answer.above)[0]
        yield Field(number, *where, text, answer.day, answer.ticked, cleaned, above)


def rows_of(fields: Sequence[Field], table: FormTable) -> list[FormRow]:
    """Return the rows of a table in which something is written, in the document's order."""
    of_part = (field for field in fields if field.part == table.part)
    rows = []
    for line, of_line in groupby(of_part, key=lambda field: field.line):
        cells = list(of_line)
        by_column: dict[str, Field] = {}
        for field in cells:
            by_column.setdefault(field.column, field)
        named = by_column.get(table.row)
        name = named.text if named else next((cell.row for cell in cells if cell.row), "")
        above = next((cell.above for cell in cells if cell.above), "")
        rows.append(FormRow(line, name, by_column, above))
    return rows
