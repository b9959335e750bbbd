"""Builds what came back filled in from the small tables of a worked example."""

from itertools import groupby

from pipeline.model.dates import read_date
from pipeline.model.minutes import ActionUpdate, AgreedAction, Minutes, ReviewForm

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
            next_words="" if next_day else row["next review"],
            observed=tuple((team, day) for team in teams),
        )
        found.append(form)
    return tuple(found)


def minutes_of(rows: Table, homes: dict[str, str]) -> tuple[Minutes, ...]:
    """Return check-in minutes from a row an action: its team, its date, its outcome so far."""
    found = []
    for (agreed, locality), held in groupby(rows, lambda row: (row["agreed"], homes[row["team"]])):
        day = read_date(agreed)
        assert day, agreed
        actions, updates = [], []
        for number, row in enumerate(held, 1):
            reference = f"{day:%d%m%y}-{number}"
            due = read_date(row["due"])
            words = "" if due else row["due"]
            action = AgreedAction(reference, locality, row["team"], "Visit", due, words, "", day)
            actions.append(action)
            updates.append(ActionUpdate(reference, row.get("outcome", "")))
        found.append(Minutes(locality, day, day, f"{agreed}.docx", tuple(actions), tuple(updates)))
    return tuple(found)
