"""Keeps the account of one returned form: what became of each field and of the words outside."""

from collections.abc import Iterator
from datetime import date

from pipeline.model.findings import FileAccount, Finding, Place, Rule
from pipeline.model.forms import (
    CHECK_INS,
    CHOSEN,
    DISCUSSIONS,
    FORMS,
    MINUTES,
    OLT_MINUTES,
    PREVIOUS,
    PRIORITIES,
    REVIEW,
    Form,
    FormTable,
)
from pipeline.model.returned import Aside, RawForm
from pipeline.model.rules.cells import TEXT_CLEANED
from pipeline.model.rules.forms import (
    FORM_ASIDES,
    FORM_NOT_PLACED,
    FORM_TOO_MUCH,
    SAYS_NOTHING,
    TEXT_CUT,
)
from pipeline.validate.agreed_register import is_ours
from pipeline.validate.cleaner import clean
from pipeline.validate.form_fields import Field, FormRow, filled_fields, rows_of
from pipeline.validate.form_words import LONGEST, cut_short, says_nothing
from pipeline.validate.ledger import LONGEST_VALUE

MOST_ASIDES = 100
CAME_FILLED_IN = {
    MINUTES.pack: "date",
    OLT_MINUTES.pack: "date",
    REVIEW.pack: "locality",
    PRIORITIES.pack: "meeting",
}
"""The line of each form that is sent out with something in it."""


class FormLedger:
    """One form's filled fields and words outside of them, its findings, and what became of each.

    Fields are known by their number, words outside by a number after those of all fields.
    """

    def __init__(self, raw: RawForm) -> None:
        self.raw = raw
        self.form: Form = FORMS[raw.identity.pack]
        self.findings: list[Finding] = []
        self.fields = tuple(filled_fields(raw.answers, self.form))
        self._beside = {
            number: aside
            for number, aside in enumerate(raw.asides, len(raw.answers))
            if clean(aside.text)[0]
        }
        self._fates: dict[int, str] = {}
        self._taken: set[int] = set()
        self._nothing: set[int] = set()
        self._unplaced: list[Aside] = []

    @property
    def of_check_in(self) -> bool:
        """Whether these are the minutes of a check-in, a locality's or the OLT's."""
        return self.form in CHECK_INS

    @property
    def period(self) -> date:
        """The day that the form was made for; `date.min` if it does not say one."""
        try:
            return date.fromisoformat(self.raw.identity.period)
        except ValueError:
            return date.min

    @property
    def asides(self) -> tuple[Aside, ...]:
        """The words outside the fields, as they stand."""
        return tuple(self._beside.values())

    @property
    def as_it_went_out(self) -> bool:
        """Whether nothing stands in the form but in fields that came filled in."""
        return not self._beside and all(self._came_filled_in(field) for field in self.fields)

    def rows(self, part: str) -> list[FormRow]:
        """Return the rows of a part in which something is written, in the document's order."""
        return rows_of(self.fields, self.form.table(part)) if self.form.has(part) else []

    def entries(self, *names: str) -> list[Field]:
        """Return what is written or ticked beside lines, or written under questions."""
        return [field for field in self.fields if field.part == "entries" and field.row in names]

    def entry(self, name: str) -> Field | None:
        """Return what is written beside a line or under a question."""
        return next(iter(self.entries(name)), None)

    def take(self, *fields: Field | None) -> None:
        """Note that fields are used; what nobody takes is kept as words outside the form."""
        for field in fields:
            if field is not None:
                self._taken.add(field.number)

    def words(self, field: Field | None) -> str:
        """Take a field and return its words as they may go on: none for `n/a`, cut if very long."""
        if field is None:
            return ""
        self.take(field)
        if says_nothing(field.text):
            self._nothing.add(field.number)
            self._fates[field.number] = SAYS_NOTHING.effect
            return ""
        return self.cut(field.text, field)

    def cut(self, text: str, field: Field) -> str:
        """Return words of a field as they may go on, and say where they were cut."""
        short = cut_short(text)
        if short != text:
            self.say(TEXT_CUT, field, most=f"{LONGEST:,}")
        return short

    def say(
        self, rule: Rule, *fields: Field, team: str = "", value: str = "", **facts: str
    ) -> None:
        """Add a finding about the form, or about fields, whose fate the rule's effect tells."""
        first = fields[0] if fields else None
        shown = value or (first.text if first else "")
        place, given = self._place(first), tuple(facts.items())
        self.findings.append(Finding(rule, place, team, given, shown[:LONGEST_VALUE]))
        for field in fields:
            self._fate(field.number, rule)

    def leave(self, rule: Rule, **facts: str) -> None:
        """Leave the whole form out; the rule tells whether it is set aside or passed over."""
        self.findings = [Finding(rule, Place(self.raw.file), facts=tuple(facts.items()))]
        self._fates = dict.fromkeys(self._numbers(), rule.effect)

    def keep_outside(self, words: str, *fields: Field) -> None:
        """Keep words that belong to no row or question, and say so."""
        self.say(FORM_NOT_PLACED, *fields)
        self.set_beside(words, *fields)

    def set_beside(self, words: str, *fields: Field) -> None:
        """Take fields and keep their words outside the form."""
        self.take(*fields)
        self._unplaced.append(Aside(self.cut(words, fields[0]), "table", self._near(fields[0])))

    def close(self) -> tuple[Aside, ...]:
        """Return what was written outside the fields, or in fields that nobody took; say the rest."""
        for field in self.fields:
            left_out = self._fates.get(field.number) in ("set aside", "passed over")
            if field.number not in self._taken and not left_out:
                self.keep_outside(field.text, field)
            if field.cleaned:
                self.say(TEXT_CLEANED, field)
        if self._nothing:
            self.say(SAYS_NOTHING, count=str(len(self._nothing)))
        asides = tuple(self._written_beside())
        if asides:
            self.say(FORM_ASIDES, count=str(len(asides)))
        return (*asides, *self._unplaced)

    def account(self) -> FileAccount:
        """Return what became of the fields and the words outside: read = used + the others."""
        fates = [self._fates.get(number, "kept") for number in self._numbers()]
        aside, passed = fates.count("set aside"), fates.count("passed over")
        return FileAccount(
            file=self.raw.file,
            sheet="",
            kind="form",
            read=len(fates),
            used=len(fates) - aside - passed,
            repaired=fates.count("repaired"),
            set_aside=aside,
            passed_over=passed,
        )

    def _came_filled_in(self, field: Field) -> bool:
        if field.part == "entries":
            return field.row == CAME_FILLED_IN[self.form.pack]
        if field.part == CHOSEN.part:
            return bool(field.row) and field.column in ("ref", "insight")
        if field.part == DISCUSSIONS.part:
            return bool(field.row) and field.column in ("ref", "insight")
        printed = ("ref", "team", "action", "due", "figure")
        return field.part == PREVIOUS.part and is_ours(field.row) and field.column in printed

    def _numbers(self) -> list[int]:
        return [*(field.number for field in self.fields), *self._beside]

    def _fate(self, number: int, rule: Rule) -> None:
        """Note what a rule does to a piece; once left out it stays so."""
        before = self._fates.get(number)
        if before == "set aside" or rule.effect == "kept":
            return
        if before != "passed over" or rule.effect == "set aside":
            self._fates[number] = rule.effect

    def _written_beside(self) -> Iterator[Aside]:
        for number, aside in [*self._beside.items()][:MOST_ASIDES]:
            text, cleaned = clean(aside.text)
            short = cut_short(text)
            if cleaned:
                self._say_beside(TEXT_CLEANED, number)
            if short != text:
                self._say_beside(TEXT_CUT, number, most=f"{LONGEST:,}")
            yield Aside(short, aside.where, clean(aside.near)[0])
        more = [*self._beside][MOST_ASIDES:]
        for number in more:
            self._fate(number, FORM_TOO_MUCH)
        if more:
            self.say(FORM_TOO_MUCH, most=str(MOST_ASIDES), count=str(len(more)))

    def _say_beside(self, rule: Rule, number: int, **facts: str) -> None:
        self._fate(number, rule)
        value = self._beside[number].text[:LONGEST_VALUE]
        place = Place(self.raw.file)
        self.findings.append(Finding(rule, place, facts=tuple(facts.items()), value=value))

    def _place(self, field: Field | None) -> Place:
        """Return where a field is, in the form's own words alone."""
        if field is None:
            return Place(self.raw.file)
        table = self._table(field.part)
        columns = table.columns if table else ()
        header = next((column.header for column in columns if column.name == field.column), "")
        words = ", ".join(part for part in (self._near(field), header) if part)
        return Place(self.raw.file, row=field.line if table else None, column=words)

    def _near(self, field: Field) -> str:
        """Return the title of the table, the label or the question that a field belongs to."""
        table = self._table(field.part)
        if table is not None:
            return table.title
        labels = {line.name: line.label for line in self.form.lines}
        labels |= {question.name: question.question for question in self.form.questions}
        return labels.get(field.row, "")

    def _table(self, part: str) -> FormTable | None:
        return next((table for table in self.form.tables if table.part == part), None)
