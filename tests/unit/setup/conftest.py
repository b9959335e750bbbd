"""A small invented authority, simulated once for all tests of the demo."""

from datetime import date

import pytest

from pipeline.setup.demo.world import World, invent

AS_AT = date(2026, 11, 3)
SEED = 5


@pytest.fixture(scope="session")
def invented() -> World:
    """400 open plans in 2 localities and 6 teams."""
    return invent(SEED, 400, 2, 6, AS_AT)
