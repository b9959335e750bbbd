"""Locality performance pack: the screen to share in the check-in, the locality and then each team."""

from pipeline.compose.screens import screen
from pipeline.compose.subject import Subject
from pipeline.model.content import Block


def sections(subject: Subject) -> dict[str, tuple[Block, ...]]:
    """Return a screen for the locality and one for each of its teams, all alike."""
    return {
        "locality": (screen(subject, subject.scope),),
        "teams": tuple(screen(subject, team) for team in subject.teams),
    }
