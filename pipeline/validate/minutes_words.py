"""What minutes say beside the actions: how the ICMs go, what teams expect, barriers, who was there."""

from collections.abc import Iterator

from pipeline.model.forms import FROM_THE_CHAIR, HOW_SURE, TO_ASK
from pipeline.model.minutes import Discussion, Expectation, TeamWords
from pipeline.validate.form_fields import Field
from pipeline.validate.form_ledger import FormLedger
from pipeline.validate.form_teams import RowTeams, rows_by_team
from pipeline.validate.form_words import number_in, says_nothing

ROLES = ("chair", "performance_officer", "business_services")


def how_icms_go(ledger: FormLedger, teams: RowTeams) -> Iterator[TeamWords]:
    """Yield what each team said of its ICMs; two rows of a team are one."""
    said: dict[str, list[str]] = {}
    for team, row in rows_by_team(ledger, "icms", teams):
        words = [ledger.words(row.fields.get(name)) for name in ("well", "less", "support")]
        before = said.get(team, ["", "", ""])
        said[team] = ["\n".join(filter(None, both)) for both in zip(before, words, strict=True)]
    for team, (well, less, support) in said.items():
        if well or less or support:
            yield TeamWords(team, well, less, support)


def expectations(ledger: FormLedger, teams: RowTeams) -> Iterator[Expectation]:
    """Yield what each team expects its open plans to be."""
    for team, row in rows_by_team(ledger, "expectations", teams):
        words = ledger.words(row.fields.get("expected"))
        why = ledger.words(row.fields.get("why"))
        if words or why:
            yield Expectation(team, words, number_in(words), why)


def barriers(ledger: FormLedger) -> Iterator[tuple[str, str]]:
    """Yield each barrier or opportunity with what is to be done about it."""
    for row in ledger.rows("barriers"):
        if barrier := ledger.words(row.fields.get("barrier")):
            yield barrier, ledger.words(row.fields.get("response"))


def discussions(ledger: FormLedger) -> Iterator[Discussion]:
    """Yield what the OLT said and decided about each insight."""
    for row in ledger.rows("discussions"):
        reference, insight = row.fields.get("ref"), row.fields.get("insight")
        said = ledger.words(row.fields.get("discussed"))
        decided = ledger.words(row.fields.get("decided"))
        ledger.take(reference, insight)
        if said or decided or (insight and not reference):
            yield Discussion(row.name, _less_small_print(row.text("insight")), said, decided)


def _less_small_print(insight: str) -> str:
    """Return an insight less what the form prints under it."""
    small = (HOW_SURE.strip(), TO_ASK.strip(), FROM_THE_CHAIR)
    lines = (line for line in insight.split("\n") if not line.startswith(small))
    return "\n".join(lines).strip()


def present(ledger: FormLedger) -> Iterator[str]:
    """Yield the people whose box is ticked, or whose name was written where none stood."""
    of_teams = [field for field in ledger.fields if field.part == "attendees"]
    ledger.take(*(field for field in of_teams if field.column == "team"))
    people = (field for field in of_teams if field.column != "team")
    for field in (*ledger.entries(*ROLES), *people):
        if field.ticked:
            ledger.take(field)
            yield field.text or field.row
        else:
            yield from names(ledger, field)
    yield from names(ledger, ledger.entry("others"))


def names(ledger: FormLedger, field: Field | None) -> list[str]:
    """Return the names in a field, a line or a semicolon apart."""
    words = ledger.words(field)
    found = (name.strip() for name in words.replace(";", "\n").split("\n"))
    return [name for name in found if name and not says_nothing(name)]
