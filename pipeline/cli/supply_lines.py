"""What was supplied and what was not, in lines for the terminal: extract, trackers, columns."""

from collections.abc import Iterable
from typing import Final

from pipeline.cli.say import counted, listed, wrapped
from pipeline.compose.lacks import Lack
from pipeline.model.measures import Measures
from pipeline.model.terms import NOT_SUPPLIED
from pipeline.model.validated import Validated

MOST_REASONS: Final = 12


def lines_of_sources(validated: Validated, measures: Measures) -> list[str]:
    """Return the as-at date, the extract used with its date and format, and the trackers used."""
    teams = [team.name for place in measures.settings.localities for team in place.teams]
    without = [team for team in teams if team not in measures.trackers_of]
    trackers = f"Trackers: {len(teams) - len(without)} of {counted(len(teams), 'team')}"
    return [
        f"As at {validated.as_at:%d/%m/%Y}: {counted(len(validated.files), 'file')} read.",
        *wrapped(_extract(validated, measures)),
        *wrapped(f"{trackers}; none for {listed(without)}." if without else f"{trackers}."),
    ]


def _extract(validated: Validated, measures: Measures) -> str:
    used = [
        account.file
        for account in validated.accounts
        if account.kind == "case_extract" and not account.refused
    ]
    if not used:
        return "Case extract: none could be read, so there are no figures on plans."
    form, day = measures.extract_format, validated.extract_date
    dated = f"of {day:%d/%m/%Y}" if day else "without a date of its own"
    cannot = f" {form.lacks[0].upper()}{form.lacks[1:]}." if form.lacks else ""
    return f"Case extract: {listed(dict.fromkeys(used))}, {dated}; format: {form.title}.{cannot}"


def lines_of_lacks(lacks: Iterable[Lack]) -> list[str]:
    """Return why figures are not supplied, and in which papers they would be missing."""
    lacks = list(lacks)
    if not lacks:
        return ["Every figure that the papers print is supplied."]
    lines = wrapped(
        f'The papers would print "{NOT_SUPPLIED}", with how many figures of each paper:'
    )
    for lack in lacks[:MOST_REASONS]:
        papers = ", ".join(f"{paper} {count:,}" for paper, count in lack.papers)
        lines += wrapped(f"{lack.why}: {papers}", indent=2)
    if len(lacks) > MOST_REASONS:
        lines.append(f"  and {len(lacks) - MOST_REASONS} more reasons")
    return lines
