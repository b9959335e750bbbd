"""The effectiveness reviews of each team and the review forms of each locality, oldest first."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import pandas as pd

from pipeline.model.measures import Review
from pipeline.model.minutes import ReviewForm
from pipeline.model.scopes import teams
from pipeline.model.settings import Settings


def reviews_by_team(
    scores: pd.DataFrame | None, settings: Settings, as_at: date
) -> dict[str, tuple[Review, ...]]:
    """Return the reviews observed by `as_at`, by team; a team that has none is left out.

    Where a criterion was scored twice in one review, the score lower down in the file counts.
    """
    if scores is None:
        return {}
    seen = scores[scores["observed"] <= pd.Timestamp(as_at)]
    rows_of: dict[tuple[str, date], list[dict[Any, Any]]] = {}
    for row in seen.sort_values(["observed", "file", "sheet", "row"]).to_dict("records"):
        rows_of.setdefault((row["team"], row["observed"].date()), []).append(row)
    found: dict[str, tuple[Review, ...]] = {}
    for team in (scope.team for scope in teams(settings)):
        reviews = [_review(*key, rows) for key, rows in rows_of.items() if key[0] == team]
        if reviews:
            found[team] = tuple(reviews)
    return found


def forms_by_locality(forms: Sequence[ReviewForm]) -> dict[str, tuple[ReviewForm, ...]]:
    """Return the forms of each locality that came back, in the order given."""
    localities = dict.fromkeys(form.locality for form in forms)
    return {
        locality: tuple(form for form in forms if form.locality == locality)
        for locality in localities
    }


def _review(team: str, observed: date, rows: list[dict[Any, Any]]) -> Review:
    people = {row["completed_by"] for row in rows if pd.notna(row.get("completed_by"))}
    scores = {
        int(row["criterion"]): int(row["score"])
        for row in rows
        if pd.notna(row["criterion"]) and pd.notna(row["score"])
    }
    return Review(team, observed, ", ".join(sorted(people)), tuple(sorted(scores.items())))
