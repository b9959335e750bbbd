"""The pipeline on one screen: six steps, each handing the next a frozen model."""

from collections.abc import Callable
from concurrent.futures import Executor
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass

from pipeline.compose import compose
from pipeline.config import load_settings
from pipeline.ingest import ingest
from pipeline.meetings import documents_due, run_calendar
from pipeline.model.content import PackContent
from pipeline.model.measures import Measures
from pipeline.model.packs import PlannedDocument
from pipeline.model.request import Request
from pipeline.model.settings import Settings
from pipeline.model.validated import Validated
from pipeline.packs import plan_run
from pipeline.publish import Published, publish
from pipeline.render import render
from pipeline.transform import transform
from pipeline.validate import validate

Step = Callable[[str], AbstractContextManager[None]]
"""Wraps each step of `pipeline.model.terms.STEPS`, so that the caller can show and time it."""


def _untimed(_name: str) -> AbstractContextManager[None]:
    return nullcontext()


def plan(request: Request) -> tuple[PlannedDocument, ...]:
    """Return the documents that a run makes; those due on a day are none on most days."""
    return _planned(request, load_settings(request.config))


def check(request: Request, step: Step = _untimed) -> tuple[Validated, Measures]:
    """Read, check and compute, and render nothing."""
    return _measured(request, load_settings(request.config), step)


def _planned(request: Request, settings: Settings) -> tuple[PlannedDocument, ...]:
    day = request.due_on
    if day is None:
        return plan_run(request, settings)
    return plan_run(request, settings, lambda planned: documents_due(planned, settings, day))


def _measured(request: Request, settings: Settings, step: Step) -> tuple[Validated, Measures]:
    with step("ingest"):
        ingested = ingest(request.inputs, settings, request.as_at, request.outputs)
    with step("validate"):
        validated = validate(ingested, settings)
    with step("transform"):
        calendar = run_calendar(settings, validated.as_at, request.meeting)
        return validated, transform(validated, settings, calendar)


@dataclass(frozen=True)
class Made:
    """What a run came to: what is published, the figures, and what the papers hold."""

    published: Published
    measures: Measures
    contents: tuple[tuple[PlannedDocument, PackContent], ...]


def run(request: Request, executor: Executor, step: Step = _untimed) -> Published:
    """Read, check, compute, compose, render and publish."""
    return make(request, executor, step).published


def make(request: Request, executor: Executor, step: Step = _untimed) -> Made:
    """Run, and return beside what is published what it was made from."""
    settings = load_settings(request.config)
    planned = _planned(request, settings)
    validated, measures = _measured(request, settings, step)
    with step("compose"):
        contents, not_composed = compose(measures, planned)
    with step("render"):
        documents, not_rendered = render(contents, executor)
    with step("publish"):
        missing = (*not_composed, *not_rendered)
        published = publish(documents, measures, validated, missing, request)
    return Made(published, measures, contents)
