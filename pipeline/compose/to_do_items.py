"""Findings said once: those of one rule that differ only in how many there are become one item."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from pipeline.model.findings import Finding, Place, Rule

MOST_VARIANTS: Final = 5
"""So many sentences of one rule are told one by one; more are told as one, with `…` in it."""
MOST_DETAILS: Final = 20

OF_ONE_WORD: Final = ("count", "rows", "nearest")
"""Facts about one word of a column: in how many rows it is, in which, and what it may mean."""

Weight = Literal["left out", "to correct", "when there is time"]
WEIGHTS: Final[tuple[Weight, ...]] = ("left out", "to correct", "when there is time")
SEVERITIES: Final = ("problem", "warning", "note")


@dataclass(frozen=True)
class Item:
    """What is told once: the sentence, the remedy, of how many findings, and where.

    `details` are lines on each of several words, where the sentence is true of all of them.
    """

    rule: Rule
    says: str
    remedy: str
    times: int
    places: tuple[Place, ...]
    details: tuple[str, ...] = ()

    @property
    def sentence(self) -> str:
        """What happened; with how often, where no lines on each tell it."""
        told = self.times == 1 or self.details
        return self.says if told else f"{self.says} {self.times:,} of these."

    @property
    def weight(self) -> Weight:
        """Whether something was left out, should be corrected, or can wait."""
        if self.rule.effect in ("set aside", "refused"):
            return "left out"
        return "when there is time" if self.rule.severity == "note" else "to correct"


def items_of(findings: Iterable[Finding]) -> tuple[Item, ...]:
    """Return findings said once for each sentence, those that left something out first."""
    by_rule: defaultdict[Rule, list[Finding]] = defaultdict(list)
    for finding in findings:
        by_rule[finding.rule].append(finding)
    items = [item for rule, found in by_rule.items() for item in _items(rule, found)]
    items.sort(key=lambda i: (WEIGHTS.index(i.weight), SEVERITIES.index(i.rule.severity)))
    return tuple(items)


def _items(rule: Rule, findings: Sequence[Finding]) -> list[Item]:
    """Return one item for each set of facts, those of one word aside; one in all, if many."""
    variants: defaultdict[tuple[tuple[str, str], ...], list[Finding]] = defaultdict(list)
    for finding in findings:
        variants[tuple(fact for fact in finding.facts if fact[0] not in OF_ONE_WORD)].append(
            finding
        )
    groups = list(variants.values()) if len(variants) <= MOST_VARIANTS else [findings]
    return [_item(rule, group) for group in groups]


def _item(rule: Rule, findings: Sequence[Finding]) -> Item:
    values: defaultdict[str, list[str]] = defaultdict(list)
    for finding in findings:
        for name, fact in finding.facts:
            values[name].append(fact)
    facts = {name: _shared(name, given) for name, given in values.items()}
    return Item(
        rule,
        rule.says.format(**facts),
        rule.remedy.format(**facts),
        len(findings),
        tuple(finding.place for finding in findings),
        tuple(_details(findings)),
    )


def _shared(name: str, facts: Sequence[str]) -> str:
    """Return a fact that holds for all findings: counts added up, `…` where others differ."""
    numbers = [fact.replace(",", "") for fact in facts]
    if name == "count" and all(number.isdecimal() for number in numbers):
        return f"{sum(map(int, numbers)):,}"
    if len(set(facts)) == 1:
        return facts[0]
    return {"rows": "see below", "nearest": ""}.get(name, "…")


def _details(findings: Sequence[Finding]) -> Iterator[str]:
    """Yield a line for each word: its rows, and what it may mean."""
    given = [dict(finding.facts) for finding in findings]
    if len({(facts.get("rows"), facts.get("nearest")) for facts in given}) == 1:
        return
    for facts in given[:MOST_DETAILS]:
        rows = facts.get("rows") or f"{facts.get('count', '1')} rows"
        yield f"{rows[0].upper()}{rows[1:]}. {facts.get('nearest', '')}".strip()
    if len(given) > MOST_DETAILS:
        yield f"and {len(given) - MOST_DETAILS:,} more"
