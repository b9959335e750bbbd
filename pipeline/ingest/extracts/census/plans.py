"""Makes rows of a census's plans, and says what is amiss with a child's elements."""

from collections import Counter
from collections.abc import Sequence
from sys import intern
from typing import Final

import pandas as pd

from pipeline.ingest.extracts.census.children import Element
from pipeline.ingest.extracts.cp_plans import CpPlan, cp_plan, cp_plan_cells
from pipeline.ingest.refusal import Refused
from pipeline.model.findings import Finding, Place, Rule
from pipeline.model.ingested import Cell, RawTable
from pipeline.model.national_tables import CIN_CENSUS
from pipeline.model.rules.formats import (
    CENSUS_MISPLACED,
    CENSUS_NO_ID,
    CENSUS_NUMBERED,
    CENSUS_PLAN_ASSESSED_ONLY,
    CENSUS_PLAN_NO_ACTION,
    CENSUS_REPEATED,
    CENSUS_UNSAFE,
    CENSUS_WITHOUT_PLAN,
    CP_PLAN_DATES,
)

SINGLE: Final = {
    "ChildIdentifiers": (
        "LAchildID",
        "PersonBirthDate",
        "ExpectedPersonBirthDate",
        "PersonDeathDate",
    ),
    "CINdetails": ("CINreferralDate", "PrimaryNeedCode", "ReasonForClosure"),
    "CINPlanDates": ("CINPlanStartDate", "CINPlanEndDate"),
}
"""Elements of which there can be one: with two, taking the first would be a guess."""
ASSESSED_ONLY: Final = ("RC8", "RC9")
MOST_PLANS: Final = 300_000


class CensusPlans:
    """Gathers rows child by child. A plan is numbered by its line in the file."""

    def __init__(self, file: str) -> None:
        self.children = self.without_plan = 0
        self._file = file
        self._columns: dict[str, list[Cell]] = {name: [] for name in CIN_CENSUS.names}
        self._rows: list[int] = []
        self._lines: list[int] = []
        self._said: list[tuple[Rule, int, str, str, tuple[tuple[str, str], ...]]] = []
        self._blank = self._set_aside = self._cp_unread = 0

    @property
    def count(self) -> int:
        """How many plans there are, those set aside or blank among them."""
        return len(self._lines)

    def take(self, child: Element) -> None:
        """Add the rows of one child's plans."""
        self.children += 1
        episodes = list(child.all("CINdetails"))
        plans = [(episode, plan) for episode in episodes for plan in episode.all("CINPlanDates")]
        if not plans:
            self.without_plan += 1
            return
        if len(self._lines) + len(plans) > MOST_PLANS:
            raise Refused(CENSUS_UNSAFE, why=f"it has more than {MOST_PLANS:,} plans")
        identifiers = list(child.all("ChildIdentifiers"))
        of_child = {name: _only(identifiers, name) for name in SINGLE["ChildIdentifiers"]}
        child_id = of_child["LAchildID"] or ""
        fault = _repeated(identifiers)
        cp_plans = self._cp_plans(episodes)
        disabilities = ", ".join(
            text
            for group in child.all("ChildCharacteristics")
            for each in group.all("Disabilities")
            for text in each.texts("Disability")
        )
        for episode, plan in plans:
            self._lines.append(plan.line)
            if not any(part.text for part in plan.parts):
                self._blank += 1
                continue
            repeated = fault or _repeated([episode]) or _repeated([plan])
            if repeated:
                known = "" if repeated == "LAchildID" else child_id
                self._leave_out(CENSUS_REPEATED, known, element=repeated)
                continue
            if not child_id:
                self._leave_out(CENSUS_NO_ID)
                continue
            start, end = _only([plan], "CINPlanStartDate"), _only([plan], "CINPlanEndDate")
            cp_start, cp_end = cp_plan_cells(start, end, cp_plans)
            row: dict[str, Cell] = {
                "child_id": child_id,
                "plan_start": start,
                "plan_end": end,
                "end_reason": _only([episode], "ReasonForClosure"),
                "episode_start": _only([episode], "CINreferralDate"),
                "date_of_birth": of_child["PersonBirthDate"] or of_child["ExpectedPersonBirthDate"],
                "date_of_death": of_child["PersonDeathDate"],
                "disability": disabilities or None,
                "primary_need": _only([episode], "PrimaryNeedCode"),
                "cp_plan_start": cp_start,
                "cp_plan_end": cp_end,
            }
            for name, cell in row.items():
                self._columns[name].append(intern(cell) if isinstance(cell, str) else cell)
            self._rows.append(len(self._lines))
            self._doubt(episode, child_id)

    def table(self, stray: Sequence[int]) -> tuple[RawTable, list[Finding]]:
        """Return the rows and what to say of them; `stray` are lines of plans outside any child."""
        for line in stray:
            self._lines.append(line)
            self._leave_out(CENSUS_MISPLACED)
        numbers = self._lines
        findings: list[Finding] = []
        if max(Counter(numbers).values()) > 1:
            numbers = list(range(1, len(numbers) + 1))
            findings.append(Finding(CENSUS_NUMBERED, Place(self._file)))
        if self.without_plan:
            of_all = (("count", str(self.without_plan)), ("total", str(self.children)))
            findings.append(Finding(CENSUS_WITHOUT_PLAN, Place(self._file), facts=of_all))
        if self._cp_unread:
            count = (("count", str(self._cp_unread)),)
            findings.append(Finding(CP_PLAN_DATES, Place(self._file), facts=count))
        findings += [
            Finding(rule, Place(self._file, "", numbers[at - 1], column), "", facts, "", child_id)
            for rule, at, column, child_id, facts in self._said
        ]
        frame = pd.DataFrame(
            {name: pd.Series(cells, dtype=object) for name, cells in self._columns.items()},
            dtype=object,
        )
        frame.index = pd.Index([numbers[at - 1] for at in self._rows], dtype="int64", name="row")
        table = RawTable(
            "case_extract",
            self._file,
            "",
            frame,
            {column.name: column.header for column in CIN_CENSUS.columns},
            passed_over=self._blank,
            set_aside=self._set_aside,
            format="cin_census",
        )
        return table, findings

    def _leave_out(self, rule: Rule, child_id: str = "", **facts: str) -> None:
        self._set_aside += 1
        column = facts.get("element", "LAchildID" if rule is CENSUS_NO_ID else "CINPlanDates")
        self._say(rule, column, child_id, **facts)

    def _say(self, rule: Rule, column: str, child_id: str, **facts: str) -> None:
        self._said.append((rule, len(self._lines), column, child_id, tuple(facts.items())))

    def _doubt(self, episode: Element, child_id: str) -> None:
        """Say where the episode of the last plan is one that has no plan."""
        if any(text.lower() in ("1", "true") for text in episode.texts("ReferralNFA")):
            self._say(CENSUS_PLAN_NO_ACTION, "ReferralNFA", child_id)
        reason = _only([episode], "ReasonForClosure")
        if reason in ASSESSED_ONLY:
            self._say(CENSUS_PLAN_ASSESSED_ONLY, "ReasonForClosure", child_id, code=reason)

    def _cp_plans(self, episodes: Sequence[Element]) -> list[CpPlan]:
        groups = [group for each in episodes for group in each.all("ChildProtectionPlans")]
        read = [
            cp_plan(_only([group], "CPPstartDate"), _only([group], "CPPendDate"))
            for group in groups
            if group.parts and not _repeated([group])
        ]
        found = [plan for plan in read if plan is not None]
        self._cp_unread += sum(bool(group.parts) for group in groups) - len(found)
        return found


def _only(groups: Sequence[Element], name: str) -> str | None:
    """Return what the element of that name says, None if blank."""
    return next((text for group in groups for text in group.texts(name)), None)


def _repeated(groups: Sequence[Element]) -> str:
    """Return the name of an element that stands more than once; blank if there is none."""
    for name in SINGLE.get(groups[0].name, ("CPPstartDate", "CPPendDate")) if groups else ():
        if sum(len(group.texts(name)) for group in groups) > 1:
            return name
    return ""
