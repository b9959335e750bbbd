"""An inputs folder, read and validated."""

from datetime import date

import pytest
from builders import EXTRACT_HEADER, Inputs, settings_of

from pipeline.ingest import ingest
from pipeline.validate import validate

MAY = date(2026, 5, 29)


@pytest.fixture
def inputs(tmp_path):
    return Inputs(tmp_path / "inputs")


@pytest.fixture
def check(inputs):
    """Read and validate the folder with settings and an as-at date."""

    def run(as_at=None, **parts):
        settings = settings_of(**parts)
        validated = validate(ingest(inputs.root, settings, as_at), settings)
        for account in validated.accounts:
            assert account.read == account.used + account.set_aside + account.passed_over
        return validated

    return run


@pytest.fixture
def check_row(inputs, check):
    """Validate one extract row, given as columns by header, with an ordinary row beside it."""

    def run(as_at=None, settings=None, **columns):
        given = {header.replace("_", " "): value for header, value in columns.items()}
        row = {"Child ID": "X0001", "CIN Plan Start Date": "05/01/2026", "Allocated Team": "Alder"}
        row |= given
        names = dict.fromkeys((*EXTRACT_HEADER, *row))
        other = {
            "Child ID": "X0099",
            "CIN Plan Start Date": "06/01/2026",
            "Allocated Team": "Birch",
        }
        rows = [[each.get(name, "") for name in names] for each in (row, other)]
        inputs.extract(*rows, header=list(names))
        return check(as_at, **(settings or {}))

    return run
