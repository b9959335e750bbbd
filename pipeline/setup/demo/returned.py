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
from pipeline.setup.demo.check_in_words import CheckIn, minutes_answers
from pipeline.setup.demo.filling import Answers, asked_after, filled, tags
from pipeline.setup.demo.olt_words import discussed, marked
from pipeline.setup.demo.review_words import review_answers
from pipeline.setup.demo.scores import Scorer
from pipeline.setup.demo.world import World

MINUTES, REVIEW = "check_in_minutes", "effectiveness_review"
OLT_MINUTES, PRIORITIES = "olt_check_in_minutes", "priorities"
FOLDERS: Final = {
    MINUTES: "minutes",
    OLT_MINUTES: "minutes",
    REVIEW: "reviews",
    PRIORITIES: "priorities",
}
FIRST_MONTH: Final = 3
"""How many months ago the check-ins were at which two stories begin."""

Contents = tuple[tuple[PlannedDocument, PackContent], ...]


def returned_documents(
    world: World, then: date, measures: Measures, contents: Contents
) -> Iterator[tuple[str, bytes]]:
    """Yield the path below the output folder, and the bytes, of each paper that came back.

    `contents` are the papers as they were sent out at `then`, `measures` the figures in them.
    """
    from pipeline.render.word import make_word

    people = _People(world, then, measures)
    for document, content in contents:
        pack = document.spec.name
        answers = people.answers(document, content) if pack in FOLDERS else {}
        if answers:
            locality = document.scope.locality
            whose = folder_name(locality) if locality else "OLT"
            name = f"{whose} {document.path.stem} {then.isoformat()}.docx"
            yield f"inputs/{FOLDERS[pack]}/{name}", make_word(filled(content, answers), TEMPLATES)


class _People:
    """Those who write in the papers of one month."""

    def __init__(self, world: World, then: date, measures: Measures) -> None:
        self.world, self.then, self.measures = world, then, measures
        self.scorer = Scorer(world.seed, world.organisation, world.diary)

    def answers(self, document: PlannedDocument, content: PackContent) -> Answers:
        """Return what is written into a paper; nothing if it does not come back."""
        match document.spec.name:
            case "effectiveness_review":
                return self._review(document.scope.locality)
            case "priorities":
                return marked(self.world.seed, self.then, tags(content, "insights"))
            case "olt_check_in_minutes":
                places = [Scope("locality", name) for name in self.world.organisation.localities]
                said = discussed(self.world.seed, self.then, tags(content, "discussion"))
                return {**self._minutes(document, content, places), **said}
            case _:
                locality = document.scope.locality
                teams = self.world.organisation.teams_of(locality)
                places = [Scope("team", locality, team.name) for team in teams]
                return self._minutes(document, content, places)

    def _minutes(
        self, document: PlannedDocument, content: PackContent, places: list[Scope]
    ) -> Answers:
        check_in = CheckIn(
            self.measures.calendar.meeting(document.scope).date,
            {place.name: self._open_plans(place) for place in places},
            tuple(asked_after(content)),
            self.world.organisation.stories,
            first=[self.then] == self.world.earlier(FIRST_MONTH)[:1],
        )
        return minutes_answers(self.world.seed, check_in, self.world.diary)

    def _review(self, locality: str) -> Answers:
        turn = self.scorer.turn_after(self.then)
        if turn is None:
            return {}
        teams = self.world.organisation.teams_of(locality)
        found = {team.name: self.scorer.review(team, turn) for team in teams}
        reviews = {team: review for team, review in found.items() if review}
        if not reviews:
            return {}
        return review_answers(self.world.seed, locality, reviews, self.world.diary)

    def _open_plans(self, place: Scope) -> int:
        return int(self.measures.figures.get("plans.open", place).value or 0)
