"""Who can put what right: the findings by team and by source, gravest first; no values, no ids."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from pipeline.compose.to_do_items import Item, Weight, items_of
from pipeline.model.findings import FileAccount, Finding
from pipeline.model.settings import Settings

NOTHING_TO_DO: Final = "Nothing to do"
"""How the remedy of a rule begins that asks nothing of anybody."""

EXTRACT: Final = "Case extract and settings"
RETURNED: Final = "Reviews and minutes"
FILES: Final = "Files and folders"
NO_TEAMS: Final = (EXTRACT, RETURNED, FILES)
"""Who is asked where a finding is of no team's tracker."""

SOURCE_OF: Final = {
    "case_extract": EXTRACT,
    "joined": EXTRACT,
    "scores": RETURNED,
    "form": RETURNED,
}


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
