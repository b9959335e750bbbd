"""A small invented authority, simulated once for all tests of the demo."""

from dataclasses import dataclass
from datetime import date

import pytest

from pipeline.setup.demo.caseload import Span, simulate
from pipeline.setup.demo.diary import Diary
from pipeline.setup.demo.meetings import Course, follow
from pipeline.setup.demo.organisation import Organisation, organise

AS_AT = date(2026, 11, 3)
SEED = 5


@dataclass(frozen=True)
class Invented:
    """The authority and what the simulation knows of it."""

    organisation: Organisation
    span: Span
    diary: Diary
    courses: list[Course]


@pytest.fixture(scope="session")
def invented() -> Invented:
    """400 open plans in 2 localities and 6 teams."""
    organisation = organise(SEED, 400, 2, 6, AS_AT)
    span = Span(AS_AT)
    diary = Diary(span.first, span.last)
    courses = [
        follow(
            SEED,
            episode,
            tuple(t for t in organisation.teams_of(episode.team.locality) if t != episode.team),
            AS_AT,
            diary,
        )
        for episode in simulate(SEED, 400, organisation, diary)
    ]
    return Invented(organisation, span, diary, courses)
