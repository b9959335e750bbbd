"""The documents that came back: last month's minutes and review forms, made then and filled in.

They are made by the pipeline itself, from the authority as it was then, so that what the next run
reads is what people would really send back.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from pipeline.compose import compose
from pipeline.config import load_settings
from pipeline.ingest import ingest
from pipeline.meetings import run_calendar
from pipeline.model.content import PackContent
from pipeline.model.measures import Measures
from pipeline.model.names import folder_name
from pipeline.model.packs import PlannedDocument
from pipeline.model.scopes import Scope
from pipeline.packs import TEMPLATES, choose_packs, find_packs, plan_documents
from pipeline.setup.demo.check_in_words import minutes_answers
from pipeline.setup.demo.diary import Diary
from pipeline.setup.demo.filling import filled
from pipeline.setup.demo.organisation import DemoTeam, Organisation
from pipeline.setup.demo.review_words import review_answers
from pipeline.setup.demo.scores import ON_FORMS, Scorer
from pipeline.transform import transform
from pipeline.validate import validate

MINUTES, REVIEW = "check_in_minutes", "effectiveness_review"
FOLDERS: Final = {MINUTES: "minutes", REVIEW: "reviews"}


def returned_documents(
    seed: int,
    organisation: Organisation,
    then: date,
    files: Iterable[tuple[str, bytes]],
    diary: Diary,
) -> Iterator[tuple[str, bytes]]:
    """Yield each document's path below the output folder, and its bytes.

    `files` are config and inputs as at `then`, by path below the output folder.
    """
    from pipeline.render.word import make_word

    measures, forms = _forms(files, then)
    scorer = Scorer(seed, organisation, diary)
    for document, content in forms:
        pack, locality = document.spec.name, document.scope.locality
        teams = organisation.teams_of(locality)
        if pack == MINUTES:
            meeting = measures.calendar.meeting(document.scope).date
            open_plans = {team: _open_plans(measures, team) for team in teams}
            answers = minutes_answers(seed, open_plans, meeting, diary)
        else:
            found = {team.name: scorer.review(team, ON_FORMS) for team in teams}
            reviews = {team: review for team, review in found.items() if review}
            if not reviews:
                continue
            answers = review_answers(seed, locality, reviews, diary)
        name = f"{folder_name(locality)} {document.path.stem} {then.isoformat()}.docx"
        yield f"inputs/{FOLDERS[pack]}/{name}", make_word(filled(content, answers), TEMPLATES)


def _forms(
    files: Iterable[tuple[str, bytes]], as_at: date
) -> tuple[Measures, tuple[tuple[PlannedDocument, PackContent], ...]]:
    """Return the figures as at a day, and the forms that were sent out with them."""
    with TemporaryDirectory() as folder:
        root = Path(folder)
        for name, content in files:
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        settings = load_settings(root / "config")
        validated = validate(ingest(root / "inputs", settings, as_at), settings)
    measures = transform(validated, settings, run_calendar(settings, as_at, None))
    planned = plan_documents(choose_packs(find_packs(), tuple(FOLDERS)), settings)
    contents, _ = compose(measures, planned, raise_faults=True)
    return measures, contents


def _open_plans(measures: Measures, team: DemoTeam) -> int:
    figure = measures.figures.get("plans.open", Scope("team", team.locality, team.name))
    return int(figure.value or 0)
