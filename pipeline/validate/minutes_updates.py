"""What minutes say of earlier actions, and the actions that people copied in by hand."""

from dataclasses import replace
from datetime import date

from pipeline.model.minutes import ActionUpdate
from pipeline.model.names import same_header
from pipeline.model.rules.forms import (
    ACTION_CHANGED,
    DUE_CHANGED,
    FIGURE_UNCLEAR,
    FOUND_BY_WORDS,
    NO_ACTION,
    OUTCOME_READ,
    OUTCOME_UNCLEAR,
    OUTCOMES_DIFFER,
    REFERENCE_UNKNOWN,
    ROW_TEAM_UNKNOWN,
    TEAM_CHANGED,
)
from pipeline.validate.agreed_register import Known, Register, is_ours
from pipeline.validate.form_dates import WrittenDay, read_written_day
from pipeline.validate.form_fields import Field, FormRow
from pipeline.validate.form_ledger import FormLedger
from pipeline.validate.form_teams import RowTeams
from pipeline.validate.form_words import (
    figure_of,
    is_proposal,
    outcome_of,
    says_no_action,
    says_nothing,
)
from pipeline.validate.minutes_actions import Draft, due_of

NO_DATE = "nodate"
"""How the form prints that an action has neither date nor words for one."""


class EarlierActions:
    """Reads the part of the minutes on earlier actions, row by row."""

    def __init__(
        self, ledger: FormLedger, register: Register, teams: RowTeams, meeting: date
    ) -> None:
        self._ledger = ledger
        self._register = register
        self._teams = teams
        self._meeting = meeting
        self.updates: dict[str, ActionUpdate] = {}
        self.copied: list[Draft] = []

    def read(self) -> None:
        """Read every row: an earlier action, one copied in by hand, or neither."""
        for row in self._ledger.rows("previous"):
            action = row.text("action")
            known = self._register.find(row.name) if row.name else None
            if known is None and (known := self._register.by_words(action)):
                self._ledger.say(FOUND_BY_WORDS, row.fields["action"])
            if known is not None:
                self._update(row, known)
            elif action and not says_no_action(action):
                self._copy(row)
            else:
                self._no_action(row)

    def _no_action(self, row: FormRow) -> None:
        cells = [*row.fields.values()]
        rest = [cell for cell in cells if not says_no_action(cell.text)]
        if nothing := [cell for cell in cells if cell not in rest]:
            self._ledger.take(*nothing)
            self._ledger.say(NO_ACTION, *nothing, count=str(len(nothing)))
        if rest:
            self._ledger.keep_outside(" / ".join(cell.text for cell in rest), *rest)

    def _copy(self, row: FormRow) -> None:
        ledger, cell = self._ledger, row.fields["action"]
        ledger.take(*(row.fields.get(name) for name in ("ref", "team", "action", "due")))
        reference, notes = self._reference(row, cell), list[str]()
        if row.name and not reference and not row.name.isdigit():
            notes.append(f"Reference as written: {row.name}")
        name = row.text("team")
        team = self._teams.find(name) if name else ""
        if name and not team:
            ledger.say(ROW_TEAM_UNKNOWN, row.fields["team"])
            notes.append(f"Team as written: {name}")
        due_cell = row.fields.get("due")
        due, words = (None, "")
        if due_cell is not None and same_header(due_cell.text) != NO_DATE:
            due, words = due_of(
                ledger, due_cell, due_cell.text, self._meeting, agreed_before=is_ours(row.name)
            )
        action, note = ledger.cut(cell.text, cell), "\n".join(notes)
        said = self._said(row, "", [])
        self.copied.append(Draft(team, action, due, words, note, reference, said))

    def _reference(self, row: FormRow, cell: Field) -> str:
        """Return the reference that an action keeps, of minutes that are not there any more."""
        if not is_ours(row.name):
            return ""
        self._ledger.say(REFERENCE_UNKNOWN, cell, value=row.name)
        taken = any(draft.reference == row.name for draft in self.copied)
        return "" if taken or not self._register.is_of_lost_minutes(row.name) else row.name

    def _update(self, row: FormRow, known: Known) -> None:
        action, notes = known.action, list[str]()
        self._ledger.take(*(row.fields.get(name) for name in ("ref", "team", "action", "due")))
        words = row.fields.get("action")
        if words and same_header(words.text) != same_header(action.action):
            self._ledger.say(ACTION_CHANGED, words)
            notes.append(f"Now reads: {self._ledger.cut(words.text, words)}")
        due = self._changed_due(row.fields.get("due"), known, notes)
        team = self._changed_team(row.fields.get("team"), action.team, notes)
        said = replace(self._said(row, action.reference, notes), due=due, team=team)
        said = replace(said, figure="" if said.figure == known.figure else said.figure)
        before = self.updates.get(action.reference)
        self.updates[action.reference] = self._joined(row, before, said) if before else said

    def _said(self, row: FormRow, reference: str, notes: list[str]) -> ActionUpdate:
        """Return the outcome, figure and note of a row."""
        outcome = self._outcome(row.fields.get("outcome"), notes)
        figure = self._figure(row.fields.get("figure"), notes)
        note = self._ledger.words(row.fields.get("note"))
        return ActionUpdate(reference, outcome, figure, "\n".join([note] * bool(note) + notes))

    def _outcome(self, field: Field | None, notes: list[str]) -> str:
        if field is None:
            return ""
        self._ledger.take(field)
        outcome, more = outcome_of(field.text)
        if not outcome and says_nothing(field.text):
            return self._ledger.words(field)
        if not outcome:
            self._ledger.say(OUTCOME_UNCLEAR, field)
        elif same_header(field.text) != same_header(outcome):
            self._ledger.say(OUTCOME_READ, field, outcome=outcome)
        if more:
            notes.append(self._ledger.cut(more, field))
        return outcome

    def _figure(self, field: Field | None, notes: list[str]) -> str:
        words = self._ledger.words(field)
        if is_proposal(words):
            return ""
        figure = figure_of(words)
        if words and not figure and field:
            self._ledger.say(FIGURE_UNCLEAR, field)
            notes.append(f"Figure: {words}")
        return figure

    def _changed_due(self, field: Field | None, known: Known, notes: list[str]) -> date | None:
        """Return the new date of an action whose date was changed; other new words are a note."""
        if field is None or same_header(field.text) in {NO_DATE, *known.dues}:
            return None
        found = read_written_day(field.text, self._meeting, field.day)
        if _is_one_of(found, known):
            return None
        day, words = due_of(self._ledger, field, field.text, self._meeting)
        if day is not None:
            self._ledger.say(DUE_CHANGED, field)
        elif words:
            notes.append(f"By when: {words}")
        return day

    def _changed_team(self, field: Field | None, team: str, notes: list[str]) -> str:
        """Return the new team of an action whose team was changed; other new words are a note."""
        if field is None or same_header(field.text) == same_header(team):
            return ""
        found = self._teams.find(field.text)
        if not found:
            self._ledger.say(ROW_TEAM_UNKNOWN, field)
            notes.append(f"Team as written: {self._ledger.cut(field.text, field)}")
        elif found != team:
            self._ledger.say(TEAM_CHANGED, field, team=found)
        return found if found != team else ""

    def _joined(self, row: FormRow, before: ActionUpdate, said: ActionUpdate) -> ActionUpdate:
        """Return what two rows say of one action; where their outcomes differ, it has none."""
        outcomes = [each for each in (before.outcome, said.outcome) if each]
        notes = [each for each in (before.note, said.note) if each]
        if len(set(outcomes)) > 1:
            self._ledger.say(OUTCOMES_DIFFER, row.fields["outcome"])
            notes.append(f"Outcomes given: {' and '.join(outcomes)}")
        return ActionUpdate(
            said.reference,
            outcomes[0] if len(set(outcomes)) == 1 else "",
            said.figure or before.figure,
            "\n".join(notes),
            said.due or before.due,
            said.team or before.team,
        )


def _is_one_of(found: WrittenDay, known: Known) -> bool:
    """Return whether a day is one that the action has had; one without a year by day and month."""
    days = [due for due in known.dues if isinstance(due, date)]
    if found.day is None or not found.without_year:
        return found.day in days
    return (found.day.day, found.day.month) in [(due.day, due.month) for due in days]
