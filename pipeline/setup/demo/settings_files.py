"""The settings of the invented authority, each with a word on what it does and what if it is gone.

Every key is one that `pipeline.model.settings` knows. The comments are written for a performance
officer who opens a file to change one thing.
"""

import json
import re
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Final

from pipeline.model.dates import add_months
from pipeline.setup.demo.invented import AUTHORITY, CODE
from pipeline.setup.demo.organisation import DemoTeam, Organisation
from pipeline.setup.demo.settings_texts import (
    AUTHORITY_TOP,
    BRANDING,
    COMPARISONS,
    EXTRACTS,
    HEADERS,
    MEETINGS,
    THRESHOLDS,
    WORDS,
)
from pipeline.setup.demo.words import BARRIERS, OUTCOMES, STAGE_SYNONYMS

PLAIN: Final = re.compile(r"[A-Za-z][A-Za-z0-9 /().\u2019-]*")
LISTED_MONTHS: Final = 13


def settings_files(organisation: Organisation, covers_from: date) -> dict[str, str]:
    """Return the text of each file of `config/` by its name."""
    listed = organisation.localities[-1]
    return {
        "authority.yaml": _authority(organisation),
        "branding.yaml": BRANDING,
        "comparisons.yaml": COMPARISONS,
        "extracts.yaml": EXTRACTS.format(covers_from=f"{covers_from:%d/%m/%Y}"),
        "headers.yaml": HEADERS,
        "meetings.yaml": MEETINGS.format(
            locality=_text(listed),
            dates="\n".join(
                f"        - {day:%d/%m/%Y}" for day in _second_thursdays(organisation.as_at)
            ),
            closures="\n".join(f"    - {day}/12/{organisation.as_at.year}" for day in (29, 30, 31)),
        ),
        "thresholds.yaml": THRESHOLDS,
        "words.yaml": WORDS.format(
            outcomes=_lists(OUTCOMES), stages=_lists(STAGE_SYNONYMS), barriers=_lists(BARRIERS)
        ),
    }


def _authority(organisation: Organisation) -> str:
    lines = [
        AUTHORITY_TOP.format(
            name=_text(AUTHORITY),
            code=CODE,
            director=_text(organisation.assistant_director),
            officers=_list(organisation.performance_officers),
            business=_list(organisation.business_services),
        )
    ]
    for place, (locality, head) in enumerate(organisation.heads_of_service.items()):
        lines += [
            *([""] if place else []),
            f"  - name: {_text(locality)}",
            f"    head_of_service: {_text(head)}",
            "    teams:",
        ]
        for team in organisation.teams_of(locality):
            lines += _team(team)
    return "\n".join(lines) + "\n"


def _team(team: DemoTeam) -> list[str]:
    lines = [
        f"      - name: {_text(team.name)}",
        f"        team_manager: {_text(team.manager)}",
        f"        practice_supervisors: {_list(team.supervisors)}",
        f"        team_coordinator: {_text(team.coordinator)}",
    ]
    for name, until in team.aliases:
        lines.append("        aliases:")
        if until:
            last = date.fromisoformat(until)
            lines.append(f"          - {{name: {_text(name)}, until: {last:%d/%m/%Y}}}")
        else:
            lines.append(f"          - {_text(name)}")
    return lines


def _second_thursdays(as_at: date) -> list[date]:
    """Return a year of second Thursdays, from the month before today."""
    first = add_months(as_at.replace(day=1), -1)
    months = [add_months(first, turn) for turn in range(LISTED_MONTHS)]
    return [day + timedelta(days=(3 - day.weekday()) % 7 + 7) for day in months]


def _lists(entries: Mapping[str, Iterable[str]]) -> str:
    return "\n".join(f"    {_text(name)}: {_list(words)}" for name, words in entries.items())


def _list(words: Iterable[str]) -> str:
    return f"[{', '.join(map(_text, words))}]"


def _text(words: str) -> str:
    """Return words as YAML reads them back unchanged: in quotes unless they are plain."""
    return words if PLAIN.fullmatch(words) else json.dumps(words, ensure_ascii=False)
