"""Builds what came back filled in from the small tables of a worked example."""

from collections import defaultdict
from datetime import date

from spec.given_rows import Table, read_day

from pipeline.model.dates import read_date
from pipeline.model.minutes import ActionUpdate, AgreedAction, Expectation, Minutes, ReviewForm

CheckIn = tuple[date, str]
"""The day of a check-in and its locality; blank for the OLT's."""


def forms_of(rows: Table, homes: dict[str, str]) -> tuple[ReviewForm, ...]:
    """Return a review form a row: the teams observed on a day, and when the next is planned."""
    found = []
    for number, row in enumerate(rows):
        day, next_day = read_date(row["observed"]), read_date(row["next review"])
        assert day, row
        teams = tuple(row["teams"].split(", "))
        form = ReviewForm(
            locality=homes[teams[0]],
            period=day,
            day=day,
            file=f"{number}.docx",
            teams=teams,
            next_day=next_day,
            expected=row.get("expected", ""),
            next_words="" if next_day else row["next review"],
            observed=tuple((team, day) for team in teams),
        )
        found.append(form)
    return tuple(found)


def minutes_of(tables: dict[str, Table], homes: dict[str, str]) -> tuple[Minutes, ...]:
    """Return the minutes of each check-in, oldest first, from the rows that are of it.

    `Agreed` has a row an action, with its outcome so far; `Said since` what later minutes say of
    one; `Expected` what a place expects its open plans to be. They were made for the day of the
    check-in, or for that of `papers of`.
    """
    agreed = _by_check_in(tables, "Agreed", "agreed", homes)
    since = _by_check_in(tables, "Said since", "said", homes)
    expected = _by_check_in(tables, "Expected", "said", homes)
    return tuple(
        _minutes(each, agreed[each], since[each], expected[each])
        for each in sorted({*agreed, *since, *expected})
    )


def _by_check_in(
    tables: dict[str, Table], name: str, day: str, homes: dict[str, str]
) -> defaultdict[CheckIn, Table]:
    """Return rows by check-in: the one that is named, else that of the team's locality.

    A locality's own row is the OLT's to say, except that an action without a team is North Dale's.
    """
    localities = dict.fromkeys(homes.values(), "") | {"": "North Dale"} | homes
    found: defaultdict[CheckIn, Table] = defaultdict(list)
    for row in tables.get(name, ()):
        named = row.get("check-in", "")
        held_by = named.removeprefix("OLT") if named else localities[row["team"]]
        found[read_day(row[day]), held_by].append(row)
    return found


def _minutes(held: CheckIn, agreed: Table, since: Table, expected: Table) -> Minutes:
    day, locality = held
    papers = [row["papers of"] for row in agreed if row.get("papers of")]
    actions, updates = [], []
    for number, row in enumerate(agreed, 1):
        reference = f"{day:%d%m%y}-{number}"
        due = read_date(row.get("due", ""))
        said, words = row.get("action", "Visit"), "" if due else row.get("due", "")
        action = AgreedAction(reference, locality, row["team"], said, due, words, "", day)
        actions.append(action)
        updates.append(ActionUpdate(reference, row.get("outcome", ""), row.get("figure", "")))
    for row in since:
        due = read_date(row.get("due", ""))
        updates.append(ActionUpdate(row["reference"], row.get("outcome", ""), due=due))
    return Minutes(
        locality,
        read_day(papers[0]) if papers else day,
        day,
        f"{day}.docx",
        tuple(actions),
        tuple(updates),
        expectations=tuple(_expectation(row) for row in expected),
    )


def _expectation(row: dict[str, str]) -> Expectation:
    """Return what a place expects; words without a number beside them are none."""
    return Expectation(row["team"], row["words"], int(row["plans"]) if row["plans"] else None, "")
