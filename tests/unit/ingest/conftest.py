"""An inputs folder, and a way to read it."""

import pytest
from builders import Inputs, settings_of

from pipeline.ingest import ingest


@pytest.fixture
def inputs(tmp_path):
    return Inputs(tmp_path / "inputs")


@pytest.fixture
def read(inputs):
    """Read the folder with settings and an as-at date."""

    def run(as_at=None, **parts):
        return ingest(inputs.root, settings_of(**parts), as_at)

    return run


def codes(ingested):
    """The codes of all findings."""
    return [finding.rule.code for finding in ingested.findings]
