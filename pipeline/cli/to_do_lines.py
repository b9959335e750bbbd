"""What to put right, in lines for the terminal: whose it is, what happened, what to do, where."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from pipeline.cli.say import counted, wrapped
from pipeline.compose.places_in_words import places_in_words
from pipeline.compose.to_do import ToDo
from pipeline.compose.to_do_items import Item, Weight
from pipeline.model.findings import Finding

MOST_PLACES: Final = 4
MOST_RUNS: Final = 12

HEADINGS: Final[tuple[tuple[Weight, str], ...]] = (
    ("left out", "Needs a person, since it is left out of the figures:"),
    ("to correct", "To correct, since it counts but perhaps not as it should:"),
)


def lines_of_findings(findings: Iterable[Finding], duties: Sequence[ToDo]) -> list[str]:
    """Return what needs a person, what is to correct, and the notes by rule."""
    lines: list[str] = []
    for weight, heading in HEADINGS:
        found = _duties(duties, weight)
        lines += [heading, *found, ""] if found else []
    notes = _notes(findings)
    lines += ["Good to know:", *notes, ""] if notes else []
    return lines


def _duties(duties: Iterable[ToDo], weight: Weight) -> list[str]:
    """Return, team by team and source by source, what is of that weight."""
    lines: list[str] = []
    for duty in duties:
        items = duty.of(weight)
        if items:
            lines += wrapped(duty.who, indent=2)
        for item in items:
            lines += _item(item)
    return lines


def _item(item: Item) -> list[str]:
    lines = wrapped(f"{item.sentence} {item.remedy}".strip(), indent=4)
    places = places_in_words(item.places, lines=MOST_PLACES, runs=MOST_RUNS, the_rest="")
    for line in (*places, *item.details):
        lines += wrapped(line, indent=8)
    return lines


def _notes(findings: Iterable[Finding]) -> list[str]:
    """Return the notes, rule by rule, the most frequent first."""
    notes = Counter(
        finding.rule
        for finding in findings
        if finding.rule.severity == "note" and not finding.needs_person
    )
    lines: list[str] = []
    for rule, times in sorted(notes.items(), key=lambda note: (-note[1], note[0].code)):
        lines += wrapped(f"{counted(times, 'time')}: {' '.join(rule.in_general)}", indent=2)
    return lines


def verdict(findings: Iterable[Finding], duties: Sequence[ToDo]) -> str:
    """Return in one line how much was left out, is to correct, and can wait."""
    left_out = sum(finding.needs_person for finding in findings)
    wrong, later = (
        sum(duty.count(weight) for duty in duties)
        for weight in ("to correct", "when there is time")
    )
    if not left_out:
        return f"Nothing was left out. To correct: {wrong:,}. When there is time: {later:,}."
    needs = "which needs a person" if left_out == 1 else "which need a person"
    return f"Left out: {left_out:,}, {needs}. To correct: {wrong:,}. When there is time: {later:,}."
