"""One whole run on the sample authority, shared by the tests that read what it published."""

import csv
from dataclasses import dataclass
from pathlib import Path

import pytest

from pipeline.compose import compose
from pipeline.config import load_settings
from pipeline.model.content import PackContent
from pipeline.model.packs import PlannedDocument
from pipeline.model.request import Request
from pipeline.model.scopes import Scope
from pipeline.packs import plan_run
from pipeline.run import check, run

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class PublishedRun:
    """The folder of a period, its figures by key, and the content its documents were made from."""

    folder: Path
    figures: dict[tuple[str, str, Scope, str], dict[str, str]]
    contents: tuple[tuple[PlannedDocument, PackContent], ...]


@pytest.fixture(scope="session")
def sample_request(tmp_path_factory) -> Request:
    outputs = tmp_path_factory.mktemp("outputs")
    return Request(config=ROOT / "config", inputs=ROOT / "inputs", outputs=outputs)


@pytest.fixture(scope="session")
def published(sample_request) -> PublishedRun:
    from pipeline.cli.executors import AtOnce

    result = run(sample_request, AtOnce())
    with (result.folder / "figures.csv").open(encoding="utf-8", newline="") as file:
        figures = {
            (
                row["measure"],
                row["category"],
                Scope(row["scope_type"], row["locality"], row["team"]),
                row["window"],
            ): row
            for row in csv.DictReader(file)
        }
    _, measures = check(sample_request)
    planned = plan_run(sample_request, load_settings(sample_request.config))
    contents, _ = compose(measures, planned, raise_faults=True)
    return PublishedRun(result.folder, figures, contents)
