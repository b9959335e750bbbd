"""The settings files of a new authority: what its extract tells, and a note on every setting."""

from collections.abc import Sequence
from datetime import date

from pipeline.model.tables import CASE_EXTRACT
from pipeline.model.terms import BARRIERS, OUTCOMES, STAGES, STATUSES, Outcome
from pipeline.setup.config_edit.words import as_list, as_lists, as_text
from pipeline.setup.mapping.columns import Proposal
from pipeline.setup.mapping.teams import Named
from pipeline.setup.mapping.words import Reasons
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
from pipeline.setup.start.organisation import FoundTeam, Organisation

ONE_LOCALITY = """\
  # The extract names no localities, so all teams stand in one that is named like the authority.
  # To split it, copy the lines from "- name" to "teams:" for each further locality, put its teams
  # below, and move their trackers into a folder "CIN" and the locality's name."""

NO_LISTS = """\
    []
    # - name: Assistant director
    #   gets: assistant director
    #   to: [someone@our-authority.gov.uk]
    # - name: OLT
    #   gets: OLT
    #   to: [someone@our-authority.gov.uk, someone.else@our-authority.gov.uk]
    # - name: Minutes
    #   gets: business services
    #   to: [who.writes@our-authority.gov.uk]
    #   cc: [who.chairs@our-authority.gov.uk]"""


def settings_files(
    authority: str,
    organisation: Organisation,
    headers: Sequence[Proposal],
    reasons: Reasons | None,
    day: date,
) -> dict[str, str]:
    """Return the text of each file of `config/` by its name.

    `headers` are those of the extract, of `day`, that have to be set for it to be read.
    """
    named = {each.column.name: [each.header] for each in headers}
    return {
        "authority.yaml": _authority(authority, organisation, day),
        "branding.yaml": BRANDING,
        "circulation.yaml": CIRCULATION.format(
            domains="# domains: [our-authority.gov.uk]", lists=NO_LISTS
        ),
        "comparisons.yaml": COMPARISONS,
        "extracts.yaml": EXTRACTS.format(covers_from="# covers_from: 01/05/2024"),
        "headers.yaml": HEADERS.format(
            case_extract=as_lists(named, 4) or "    # practitioner: [Case Holder]",
            tracker="    # stage: [Where are we]",
        ),
        "meetings.yaml": MEETINGS.format(
            olt="# rule: third Thursday",
            locality="# rule: second Tuesday",
            localities=f"    # {as_text(organisation.localities[0])}:\n"
            "    #   dates: [08/10/2026, 12/11/2026]",
            closures="    # - 29/12/2026",
        ),
        "thresholds.yaml": THRESHOLDS,
        "variation.yaml": VARIATION,
        "words.yaml": WORDS.format(
            outcomes=_outcomes(reasons),
            statuses=as_lists(dict.fromkeys(STATUSES, ()), 4),
            stages=as_lists(dict.fromkeys(STAGES, ()), 4),
            barriers=as_lists(dict.fromkeys(BARRIERS, ()), 4),
        ),
    }


def _authority(authority: str, organisation: Organisation, day: date) -> str:
    lines = [
        AUTHORITY_TOP.format(
            name=as_text(authority), code="", director='""', officers="[]", business="[]"
        )
    ]
    if not organisation.has_localities:
        lines.append(ONE_LOCALITY)
    for place, locality in enumerate(organisation.localities):
        lines += [
            *([""] if place else []),
            f"  - name: {as_text(locality)}",
            '    head_of_service: ""',
            "    teams:",
        ]
        for team in organisation.teams_of(locality):
            lines += _team(team, organisation, day)
    return "\n".join(lines) + "\n"


def _team(team: FoundTeam, organisation: Organisation, day: date) -> list[str]:
    notes = [f"In the extract of {day:%d/%m/%Y} on {team.rows:,} rows."]
    if team.elsewhere:
        notes.append(f"{team.elsewhere:,} of them name another locality: check.")
    if organisation.has_localities and team.name in organisation.unplaced:
        notes.append("None of them names a locality: move the team to its own.")
    lines = [
        f"      - name: {as_text(team.name)}",
        f"        # {' '.join(notes)}",
        '        team_manager: ""',
        "        practice_supervisors: []",
        '        team_coordinator: ""',
    ]
    return [*lines, f"        aliases: {as_list(team.aliases)}"] if team.aliases else lines


def _outcomes(reasons: Reasons | None) -> str:
    """Return the outcomes with nothing under them, and what the extract's reasons are read as."""
    lines = []
    if reasons is None:
        header = CASE_EXTRACT.column("end_reason").header
        lines.append(f"    # The extract has no column {header}.")
    for outcome in OUTCOMES:
        lines += _read_as(outcome, reasons.read.get(outcome, ()) if reasons else ())
        lines.append(f"    {as_text(outcome)}: []")
    if reasons and reasons.unknown:
        lines.append("    # Not understood, so not known. Put each into the list it belongs to:")
        lines += [_reason(each) for each in reasons.unknown]
    return "\n".join(lines)


def _read_as(outcome: Outcome, found: Sequence[Named]) -> list[str]:
    if not found:
        return []
    return [
        f"    # Read as {outcome} by a phrase in them. Put each that is right into the list:",
        *map(_reason, found),
    ]


def _reason(each: Named) -> str:
    return f"    #   {as_text(each.name)} ({each.rows:,} rows)"
