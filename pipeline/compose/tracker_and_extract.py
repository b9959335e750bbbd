"""Trackers and extract side by side, team by team: who is on one and not on the other."""

from collections import Counter
from typing import Final

from pipeline.compose.format_words import no_teams
from pipeline.compose.subject import Subject
from pipeline.compose.wording import count
from pipeline.model.content import Cell, Paragraph, Row, Table, TableColumn, Words
from pipeline.model.rules import (
    NOT_OPEN_CLOSED,
    NOT_OPEN_ELSEWHERE,
    NOT_OPEN_TEAM_NOT_KNOWN,
    NOT_OPEN_UNKNOWN,
)
from pipeline.model.scopes import AUTHORITY, Scope
from pipeline.model.terms import NOT_SUPPLIED

MEASURES: Final = (
    ("reconcile.not_on_tracker", "Open plans not on the tracker"),
    ("reconcile.new_plans", "New plans not on it yet"),
    ("reconcile.not_open", "Rows without an open plan in the team"),
)
REASONS: Final = (
    (NOT_OPEN_CLOSED, "plan ended"),
    (NOT_OPEN_ELSEWHERE, "in another team"),
    (NOT_OPEN_TEAM_NOT_KNOWN, "in a team not known"),
    (NOT_OPEN_UNKNOWN, "not in the extract"),
)


def tracker_and_extract(subject: Subject) -> Table | Paragraph:
    """Return a row for each team, with the reasons why tracker rows have no open plan."""
    if why := no_teams(subject):
        return Paragraph((f"Trackers can’t be held against the extract: {why}.",))
    found = Counter((f.team, f.rule) for f in subject.measures.findings)
    total = Counter(f.rule for f in subject.measures.findings)
    days = subject.settings.thresholds.new_plan_days
    rows: list[Row] = []
    for locality in subject.localities:
        rows.append(Row((Cell((locality.name,)),), "group"))
        for team in subject.teams:
            if team.locality == locality.locality:
                reasons = [found[team.team, rule] for rule, _ in REASONS]
                rows.append(_row(subject, team, reasons))
    rows.append(_row(subject, AUTHORITY, [total[rule] for rule, _ in REASONS]))
    return Table(
        "Trackers and extract side by side",
        (
            TableColumn("Team", 1.7),
            *(TableColumn(header, 1.2, "right") for _, header in MEASURES),
            *(TableColumn(f"of these: {words}", 1, "right") for _, words in REASONS),
        ),
        tuple(rows),
        note=(
            (
                f"Plans count as new for {days} days. The children themselves are named in the "
                "team’s own papers and in the restricted findings alone."
            ),
        ),
        show_caption=False,
    )


def _row(subject: Subject, scope: Scope, reasons: list[int]) -> Row:
    figures = [subject.figure(measure, scope) for measure, _ in MEASURES]
    numbers: list[Words] = [(count(figure),) for figure in figures]
    known = figures[-1].supplied
    numbers += [(f"{number:,}" if known else NOT_SUPPLIED,) for number in reasons]
    total = scope == AUTHORITY
    name = "All teams" if total else scope.team
    return Row((Cell((name,)), *(Cell(words) for words in numbers)), "total" if total else "body")
