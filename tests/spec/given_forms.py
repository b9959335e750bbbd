"""Builds what came back filled in from the small tables of a worked example."""

from itertools import groupby

from pipeline.model.dates import read_date
from pipeline.model.history import EarlierRun, History
from pipeline.model.measures import Figure, Figures
from pipeline.model.minutes import ActionUpdate, AgreedAction, Minutes, ReviewForm
from pipeline.model.scopes import Scope

Table = list[dict[str, str]]


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


def minutes_of(rows: Table, homes: dict[str, str]) -> tuple[Minutes, ...]:
    """Return check-in minutes from a row an action: its team, its date, its outcome so far.

    They were made for the day of the check-in, or an earlier one. Without a team, an action is North Dale's.
    """
    found = []
    home = {"": "North Dale", **homes}
    for (agreed, locality), each in groupby(rows, lambda row: (row["agreed"], home[row["team"]])):
        day, held = read_date(agreed), list(each)
        assert day, agreed
        period = read_date(held[0].get("papers of", "")) or day
        actions, updates = [], []
        for number, row in enumerate(held, 1):
            reference = f"{day:%d%m%y}-{number}"
            due = read_date(row.get("due", ""))
            said, words = row.get("action", "Visit"), "" if due else row.get("due", "")
            action = AgreedAction(reference, locality, row["team"], said, due, words, "", day)
            actions.append(action)
            updates.append(ActionUpdate(reference, row.get("outcome", ""), row.get("figure", "")))
        found.append(
            Minutes(locality, period, day, f"{agreed}.docx", tuple(actions), tuple(updates))
        )
    return tuple(found)


def history_of(rows: Table, homes: dict[str, str]) -> History:
    """Return what earlier runs published from a row a figure: as at a day, of a place."""
    runs = []
    for as_at, held in groupby(rows, lambda row: row["as at"]):
        day = read_date(as_at)
        assert day, as_at
        figures = []
        for row in held:
            place, whole = row["scope"], row.get("of", "")
            scope = (
                Scope("locality", place)
                if place in homes.values()
                else Scope("team", homes.get(place, "North Dale"), place)
            )
            value = None if row["value"] == "not supplied" else float(row["value"])
            figures.append(
                Figure(
                    row["measure"],
                    scope,
                    value=value,
                    numerator=value if whole else None,
                    denominator=float(whole) if whole else None,
                    unit="plans",
                )
            )
        runs.append(EarlierRun(f"{day}", day, day, frozenset(), Figures(figures)))
    return History(tuple(runs))
