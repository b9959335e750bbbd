"""Who can put what right: the findings by team and by source, gravest first; no values, no ids."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from pipeline.model.findings import FileAccount, Finding, Place, Rule
from pipeline.model.settings import Settings

MOST_VARIANTS: Final = 5
"""So many sentences of one rule are told one by one; more are told as one, with `…` in it."""

NOTHING_TO_DO: Final = "Nothing to do"
"""How the remedy of a rule begins that asks nothing of anybody."""

Weight = Literal["left out", "to correct", "when there is time"]
WEIGHTS: Final[tuple[Weight, ...]] = ("left out", "to correct", "when there is time")
SEVERITIES: Final = ("problem", "warning", "note")

EXTRACT: Final = "Case extract and settings"
RETURNED: Final = "Reviews and minutes"
FILES: Final = "Files and folders"
NO_TEAMS: Final = (EXTRACT, RETURNED, FILES)
"""Who is asked where a finding is of no team's tracker."""

SOURCE_OF: Final = {"case_extract": EXTRACT, "scores": RETURNED, "form": RETURNED}


@dataclass(frozen=True)
class Item:
    """What one team or source is told once: the sentence, the remedy, how often, and where."""

    rule: Rule
    says: str
    remedy: str
    times: int
    places: tuple[Place, ...]

    @property
    def weight(self) -> Weight:
        """Whether something was left out, should be corrected, or can wait."""
        if self.rule.effect in ("set aside", "refused"):
            return "left out"
        return "when there is time" if self.rule.severity == "note" else "to correct"


@dataclass(frozen=True)
class ToDo:
    """What a team (`is_team`) or a source can put right, gravest first."""

    who: str
    items: tuple[Item, ...]
    is_team: bool = False

    def count(self, weight: Weight) -> int:
        """Return how many findings are of that weight."""
        return sum(item.times for item in self.items if item.weight == weight)

    def of(self, *weights: Weight) -> tuple[Item, ...]:
        """Return the items of these weights."""
        return tuple(item for item in self.items if item.weight in weights)


def to_do(
    findings: Iterable[Finding], accounts: Iterable[FileAccount], settings: Settings
) -> tuple[ToDo, ...]:
    """Return what each team, in config's order, and then each source can put right.

    Findings whose remedy asks nothing of anybody are left out.
    """
    teams = [team.name for locality in settings.localities for team in locality.teams]
    kinds = {account.file: account.kind for account in accounts}
    found: defaultdict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        if not finding.rule.remedy.startswith(NOTHING_TO_DO):
            source = SOURCE_OF.get(kinds.get(finding.place.file, ""), FILES)
            found[finding.team if finding.team in teams else source].append(finding)
    return tuple(
        ToDo(who, items_of(found[who]), who in teams) for who in (*teams, *NO_TEAMS) if found[who]
    )


def items_of(findings: Iterable[Finding]) -> tuple[Item, ...]:
    """Return findings said once for each sentence, those that left something out first."""
    by_rule: defaultdict[Rule, list[Finding]] = defaultdict(list)
    for finding in findings:
        by_rule[finding.rule].append(finding)
    items = [item for rule, found in by_rule.items() for item in _items(rule, found)]
    items.sort(key=lambda i: (WEIGHTS.index(i.weight), SEVERITIES.index(i.rule.severity)))
    return tuple(items)


def _items(rule: Rule, findings: Sequence[Finding]) -> list[Item]:
    """Return one item for each set of facts, counts aside; one in all, if these are many."""
    variants: defaultdict[tuple[tuple[str, str], ...], list[Finding]] = defaultdict(list)
    for finding in findings:
        variants[tuple(fact for fact in finding.facts if fact[0] != "count")].append(finding)
    groups = list(variants.values()) if len(variants) <= MOST_VARIANTS else [findings]
    return [_item(rule, group) for group in groups]


def _item(rule: Rule, findings: Sequence[Finding]) -> Item:
    facts = _shared_facts(findings)
    return Item(
        rule,
        rule.says.format(**facts),
        rule.remedy.format(**facts),
        len(findings),
        tuple(finding.place for finding in findings),
    )


def _shared_facts(findings: Sequence[Finding]) -> dict[str, str]:
    """Return facts that hold for all: counts added up, `…` where others differ."""
    values: defaultdict[str, list[str]] = defaultdict(list)
    for finding in findings:
        for name, fact in finding.facts:
            values[name].append(fact)
    return {name: _shared(name, facts) for name, facts in values.items()}


def _shared(name: str, facts: Sequence[str]) -> str:
    if name == "count" and all(fact.isdecimal() for fact in facts):
        return str(sum(map(int, facts)))
    return facts[0] if len(set(facts)) == 1 else "…"
