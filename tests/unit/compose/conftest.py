"""Measures of an authority that supplied nothing: the barest that packs must bear."""

from datetime import date

import pytest

from pipeline.meetings import run_calendar
from pipeline.model.measures import Measures
from pipeline.model.settings import Settings
from pipeline.model.validated import Validated
from pipeline.transform import transform

DAY = date(2026, 5, 29)


@pytest.fixture
def settings() -> Settings:
    return Settings.model_validate(
        {
            "authority": {"name": "Exampleshire"},
            "localities": [
                {"name": "North Dale", "teams": [{"name": "Alder"}, {"name": "Birch"}]},
                {"name": "South Vale", "teams": [{"name": "Cedar"}]},
            ],
        }
    )


@pytest.fixture
def measures(settings) -> Measures:
    nothing = Validated(
        as_at=DAY,
        extract_date=None,
        versions=None,
        tracker=None,
        scores=None,
        supplied=frozenset(),
        tracker_columns={},
        findings=(),
        accounts=(),
    )
    return transform(nothing, settings, run_calendar(settings, DAY, None))
