"""A small run's results, ready to be published."""

import pytest
from unit.publish.small_run import small_run


@pytest.fixture
def ready(tmp_path):
    return small_run(tmp_path)
