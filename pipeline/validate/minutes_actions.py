"""The actions that a check-in agreed: one line of a cell is one action, dates matched by line."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from pipeline.model.minutes import ActionUpdate
from pipeline.model.names import same_header
from pipeline.model.rules.forms import (
    ACTION_AGAIN,
    DATE_NO_YEAR,
    DATE_OF_CONTROL,
    DUE_BEFORE,
    DUE_FAR,
    DUE_IN_WORDS,
    DUES_DIFFER,
    FORM_TOO_MUCH,
    NO_ACTION,
    ROW_NO_TEAM,
    ROW_TEAM_UNKNOWN,
)
from pipeline.validate.agreed_register import Register
from pipeline.validate.form_dates import read_written_day
from pipeline.validate.form_fields import Field, FormRow
from pipeline.validate.form_ledger import FormLedger
from pipeline.validate.form_teams import RowTeams
from pipeline.validate.form_words import (
    says_no_action,
    says_nothing,
    unbulleted,
    written_lines,
)

MOST_ACTIONS = 200
"""More than a meeting can agree; more would break the next form."""
YEAR = timedelta(days=366)

Lines = Sequence[tuple[int, str]]
"""Lines with something in them, each with its place in its cell."""


@dataclass(frozen=True)
class Draft:
    """An action as it is written; `reference` only if minutes that are gone gave it one.

    `said` is what the same row says of it, where it was copied in among the earlier ones.
    """

    team: str
    action: str
    due: date | None
    due_words: str
    note: str
    reference: str = ""
    said: ActionUpdate | None = None

    @property
    def when(self) -> date | str:
        """The date, or what the words for one have in common however they are typed."""
        return self.due or same_header(self.due_words)

    def repeats(self, other: "Draft") -> bool:
        """Return whether it says again what another says: no other date, nor another team."""
        alike = same_header(self.action) == same_header(other.action) and self.team == other.team
        return alike and self.when in ("", other.when)


def agreed_today(
    ledger: FormLedger, register: Register, teams: RowTeams, meeting: date
) -> list[Draft]:
    """Return the actions of the table of those agreed, in the document's order.

    Those of an earlier check-in that were left standing in it are not new.
    """
    drafts: list[Draft] = []
    above = ""
    beyond: list[Field] = []
    for row in ledger.rows("actions"):
        named = row.fields.pop("team", None)
        ledger.take(named)
        if says_no_action(row.name) and row.name:
            name = ""
            ledger.say(NO_ACTION, *filter(None, (named,)), count="1")
        else:
            name = row.name
        above = name or ("" if says_no_action(row.above) else row.above) or above
        if not row.fields:
            if name and not teams.find(name) and named:
                ledger.keep_outside(name, named)
            continue
        if len(drafts) >= MOST_ACTIONS:
            beyond += row.fields.values()
            continue
        for draft in _of_row(ledger, row, above, teams, meeting):
            again = any(map(draft.repeats, drafts))
            if again or register.has_open(draft.action, draft.team, draft.when):
                ledger.say(ACTION_AGAIN, row.fields["actions"], value=draft.action)
                _keep_note(ledger, row, draft, drafts)
            else:
                drafts.append(draft)
    if beyond or len(drafts) > MOST_ACTIONS:
        count = len(beyond) + max(0, len(drafts) - MOST_ACTIONS)
        ledger.say(FORM_TOO_MUCH, *beyond, most=str(MOST_ACTIONS), count=str(count))
    return drafts[:MOST_ACTIONS]


def _keep_note(ledger: FormLedger, row: FormRow, draft: Draft, drafts: Sequence[Draft]) -> None:
    """Keep the note of an action that stands there again, unless that stands there already."""
    if draft.note and draft.note not in (each.note for each in drafts):
        cells = [row.fields[name] for name in ("notes", "actions") if name in row.fields]
        ledger.set_beside(f"{draft.action}: {draft.note}", cells[0])


def _of_row(
    ledger: FormLedger, row: FormRow, name: str, teams: RowTeams, meeting: date
) -> Iterator[Draft]:
    cell = row.fields.get("actions")
    lines = written_lines(cell.text) if cell else []
    actions = [(at, line) for at, line in lines if not says_no_action(line)]
    if cell is None or not actions:
        _without_action(ledger, row, name)
        return
    if len(actions) < len(lines):
        ledger.say(NO_ACTION, count=str(len(lines) - len(actions)))
    ledger.take(cell, row.fields.get("due"))
    team = teams.find(name)
    if not name:
        ledger.say(ROW_NO_TEAM, cell)
    elif not team:
        ledger.say(ROW_TEAM_UNKNOWN, cell, value=name)
    note = ledger.words(row.fields.get("notes"))
    if note and len(actions) > 1:
        note = f"{note} (said of {len(actions)} actions together)"
    notes = (f"Team as written: {name}" if name and not team else "", note)
    dues = _dues(ledger, row, actions, meeting)
    for (_, action), (due, words) in zip(actions, dues, strict=True):
        yield Draft(
            team, ledger.cut(action, cell), due, words, "\n".join(part for part in notes if part)
        )


def _without_action(ledger: FormLedger, row: FormRow, name: str) -> None:
    """Keep what stands in a row that agrees on nothing."""
    cell = row.fields.pop("actions", None)
    if cell is not None:
        ledger.take(cell)
        ledger.say(NO_ACTION, cell, count="1")
    rest = [field for field in row.fields.values() if not says_nothing(field.text)]
    for field in row.fields.values():
        if field not in rest:
            ledger.words(field)
    if rest:
        words = ": ".join(part for part in (name, " / ".join(f.text for f in rest)) if part)
        ledger.keep_outside(words, *rest)


def _dues(
    ledger: FormLedger, row: FormRow, actions: Lines, meeting: date
) -> list[tuple[date | None, str]]:
    """Return the date of each action, or the words that stand for one."""
    cell = row.fields.get("due")
    if cell is None:
        return [(None, "")] * len(actions)
    lines = [(at, line.strip()) for at, line in enumerate(cell.text.split("\n")) if line.strip()]
    lines = [(at, "" if says_nothing(line) else unbulleted(line)) for at, line in lines]
    if len(lines) not in (1, len(actions)):
        counts = {"actions": str(len(actions)), "dates": str(len(lines))}
        ledger.say(DUES_DIFFER, cell, **counts)
    texts = matched(actions, lines)
    read = {text: due_of(ledger, cell, text, meeting) for text in dict.fromkeys(texts)}
    return [read[text] for text in texts]


def matched(actions: Lines, dues: Lines) -> list[str]:
    """Return the words that stand for the date of each action; those left over stay together.

    One serves all. Where there are fewer or more than actions, they are matched by their place in
    the cell if each stands beside an action, else in order.
    """
    if len(dues) == 1:
        return [dues[0][1]] * len(actions)
    places = {at: number for number, (at, _) in enumerate(actions)}
    found = [""] * len(actions)
    if len(dues) < len(actions) and all(at in places for at, _ in dues):
        for at, words in dues:
            found[places[at]] = words
        return found
    for number, (_, words) in enumerate(dues[: len(actions)]):
        found[number] = words
    if len(dues) > len(actions):
        rest = (words for _, words in dues[len(actions) - 1 :])
        found[-1] = " / ".join(words for words in rest if words)
    return found


def due_of(
    ledger: FormLedger, cell: Field, text: str, start: date, *, agreed_before: bool = False
) -> tuple[date | None, str]:
    """Return the day that words in a cell name, or the words; say what was made of them.

    `start` is the day of the meeting; of an action `agreed_before` it, an earlier date is no oddity.
    """
    if not text or says_nothing(text):
        return None, ""
    held = cell.day if text == cell.text else None
    found = read_written_day(text, start, held)
    if found.day is None:
        ledger.say(DUE_IN_WORDS, cell, value=text)
        return None, ledger.cut(text, cell)
    if found.without_year:
        ledger.say(DATE_NO_YEAR, cell, value=text)
    if found.from_control:
        ledger.say(DATE_OF_CONTROL, cell, value=text)
    if found.day < start:
        if not agreed_before:
            ledger.say(DUE_BEFORE, cell, value=text)
    elif found.day > start + YEAR:
        ledger.say(DUE_FAR, cell, value=text)
    return found.day, ""
