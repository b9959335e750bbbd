"""What only the whole extract shows: how old it is, whose rows it lacks, whether any plan is open."""

from collections.abc import Iterator

import pandas as pd

from pipeline.model.extract_formats import FORMATS
from pipeline.model.findings import Finding, Place
from pipeline.model.ingested import Ingested
from pipeline.model.rules.plans import (
    FAR_FROM_AS_AT,
    NONE_OPEN,
    OLDER_THAN_AS_AT,
    TEAM_NO_ROWS,
)
from pipeline.model.scopes import teams
from pipeline.model.settings import Settings
from pipeline.validate.reconcile import two_forms

FAR = 31
"""An as-at date more days than this from the extract's own may be a slip."""


def check_extract(
    versions: pd.DataFrame, ingested: Ingested, settings: Settings, file: str
) -> Iterator[Finding]:
    """Yield findings on an extract of which some rows can be used."""
    yield from _distance(ingested, Place(file))
    yield from two_forms(versions)
    ends = versions["plan_end"]
    if not (ends.isna() | (ends > pd.Timestamp(ingested.as_at))).any():
        yield Finding(NONE_OPEN, Place(file))
    if FORMATS[ingested.extract_format].has_teams:
        named = set(versions["team"])
        for team in (scope.team for scope in teams(settings)):
            if team not in named:
                yield Finding(TEAM_NO_ROWS, Place(file), facts=(("team", team),))


def _distance(ingested: Ingested, place: Place) -> Iterator[Finding]:
    """Say how far the extract's own date is from the as-at date."""
    days = (ingested.as_at - (ingested.extract_date or ingested.as_at)).days
    if abs(days) > FAR:
        which = "older" if days > 0 else "newer"
        facts = (("days", str(abs(days))), ("which", which))
        yield Finding(FAR_FROM_AS_AT, place, facts=facts)
    elif days > 0:
        yield Finding(OLDER_THAN_AS_AT, place, facts=(("days", str(days)),))
