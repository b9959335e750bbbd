"""The settings of the invented authority, each with a word on what it does and what if it is gone.

Every key is one that `pipeline.model.settings` knows. The comments are written for a performance
officer who opens a file to change one thing.
"""

from datetime import date, timedelta
from typing import Final

from pipeline.model.dates import add_months
from pipeline.model.terms import STATUSES
from pipeline.setup.config_edit.words import as_list, as_lists, as_text
from pipeline.setup.demo.circulation import DOMAIN, circulation_lists
from pipeline.setup.demo.invented import AUTHORITY, CODE
from pipeline.setup.demo.organisation import DemoTeam, Organisation
from pipeline.setup.demo.words import BARRIERS, OUTCOMES, STAGE_SYNONYMS
from pipeline.setup.settings_texts import (
    AUTHORITY_TOP,
    BRANDING,
    CIRCULATION,
    COMPARISONS,
    EXTRACTS,
    HEADERS,
    MEETINGS,
    THRESHOLDS,
    VARIATION,
    WORDS,
)

LISTED_MONTHS: Final = 19


def settings_files(organisation: Organisation, covers_from: date) -> dict[str, str]:
    """Return the text of each file of `config/` by its name."""
    listed = organisation.localities[-1]
    return {
        "authority.yaml": _authority(organisation),
        "branding.yaml": BRANDING,
        "circulation.yaml": CIRCULATION.format(
            domains=f"domains: [{DOMAIN}]", lists=circulation_lists(organisation)
        ),
        "comparisons.yaml": COMPARISONS,
        "extracts.yaml": EXTRACTS.format(covers_from=f"covers_from: {covers_from:%d/%m/%Y}"),
        "headers.yaml": HEADERS.format(
            case_extract=as_lists({"practitioner": ["Case Holder"]}, 4),
            tracker=as_lists(
                {"stage": ["Where are we"], "owner": ["Who"], "discussed": ["Last ICM"]}, 4
            ),
        ),
        "meetings.yaml": MEETINGS.format(
            olt="rule: third Thursday",
            locality="rule: second Tuesday",
            localities="\n".join(
                [
                    f"    {as_text(listed)}:",
                    "      dates:",
                    *(f"        - {day:%d/%m/%Y}" for day in _second_thursdays(organisation.as_at)),
                ]
            ),
            closures="\n".join(f"    - {day}/12/{organisation.as_at.year}" for day in (29, 30, 31)),
        ),
        "thresholds.yaml": THRESHOLDS,
        "variation.yaml": VARIATION,
        "words.yaml": WORDS.format(
            outcomes=as_lists(OUTCOMES, 4),
            statuses=as_lists(dict.fromkeys(STATUSES, ()), 4),
            stages=as_lists(STAGE_SYNONYMS, 4),
            barriers=as_lists(BARRIERS, 4),
        ),
    }


def _authority(organisation: Organisation) -> str:
    lines = [
        AUTHORITY_TOP.format(
            name=as_text(AUTHORITY),
            code=CODE,
            director=as_text(organisation.assistant_director),
            officers=as_list(organisation.performance_officers),
            business=as_list(organisation.business_services),
        )
    ]
    for place, (locality, head) in enumerate(organisation.heads_of_service.items()):
        lines += [
            *([""] if place else []),
            f"  - name: {as_text(locality)}",
            f"    head_of_service: {as_text(head)}",
            "    teams:",
        ]
        for team in organisation.teams_of(locality):
            lines += _team(team)
    return "\n".join(lines) + "\n"


def _team(team: DemoTeam) -> list[str]:
    lines = [
        f"      - name: {as_text(team.name)}",
        f"        team_manager: {as_text(team.manager)}",
        f"        practice_supervisors: {as_list(team.supervisors)}",
        f"        team_coordinator: {as_text(team.coordinator)}",
    ]
    for name, until in team.aliases:
        lines.append("        aliases:")
        if until:
            last = date.fromisoformat(until)
            lines.append(f"          - {{name: {as_text(name)}, until: {last:%d/%m/%Y}}}")
        else:
            lines.append(f"          - {as_text(name)}")
    return lines


def _second_thursdays(as_at: date) -> list[date]:
    """Return second Thursdays, from seven months before today to a year after."""
    first = add_months(as_at.replace(day=1), -7)
    months = [add_months(first, turn) for turn in range(LISTED_MONTHS)]
    return [day + timedelta(days=(3 - day.weekday()) % 7 + 7) for day in months]
