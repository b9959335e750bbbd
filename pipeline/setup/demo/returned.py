"""The papers that came back: each month's minutes and review forms, filled in by people.

They are the very papers that the pipeline made then, so that what the next run reads is what people
would really send back.
"""

from collections.abc import Iterator
from datetime import date
from typing import Final

from pipeline.model.content import PackContent
from pipeline.model.measures import Measures
from pipeline.model.names import folder_name
from pipeline.model.packs import PlannedDocument
from pipeline.model.scopes import Scope
from pipeline.packs import TEMPLATES
from pipeline.setup.demo.check_in_words import minutes_answers
from pipeline.setup.demo.filling import filled
from pipeline.setup.demo.organisation import DemoTeam
from pipeline.setup.demo.review_words import review_answers
from pipeline.setup.demo.scores import Scorer
from pipeline.setup.demo.world import World

MINUTES, REVIEW = "check_in_minutes", "effectiveness_review"
FOLDERS: Final = {MINUTES: "minutes", REVIEW: "reviews"}


def returned_documents(
    world: World,
    then: date,
    measures: Measures,
    contents: tuple[tuple[PlannedDocument, PackContent], ...],
) -> Iterator[tuple[str, bytes]]:
    """Yield the path below the output folder, and the bytes, of each paper that came back.

    `contents` are the papers as they were sent out at `then`, `measures` the figures in them.
    """
    from pipeline.render.word import make_word

    organisation, diary = world.organisation, world.diary
    scorer = Scorer(world.seed, organisation, diary)
    turn = scorer.turn_after(then)
    for document, content in contents:
        pack, locality = document.spec.name, document.scope.locality
        teams = organisation.teams_of(locality)
        if pack == MINUTES:
            meeting = measures.calendar.meeting(document.scope).date
            open_plans = {team: _open_plans(measures, team) for team in teams}
            answers = minutes_answers(world.seed, open_plans, meeting, diary)
        elif pack == REVIEW and turn is not None:
            found = {team.name: scorer.review(team, turn) for team in teams}
            reviews = {team: review for team, review in found.items() if review}
            if not reviews:
                continue
            answers = review_answers(world.seed, locality, reviews, diary)
        else:
            continue
        name = f"{folder_name(locality)} {document.path.stem} {then.isoformat()}.docx"
        yield f"inputs/{FOLDERS[pack]}/{name}", make_word(filled(content, answers), TEMPLATES)


def _open_plans(measures: Measures, team: DemoTeam) -> int:
    figure = measures.figures.get("plans.open", Scope("team", team.locality, team.name))
    return int(figure.value or 0)
