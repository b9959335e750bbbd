"""What the packs say of what the format of the case extract can't give."""

from typing import Final

from pipeline.compose.scores import DASH
from pipeline.compose.subject import Subject
from pipeline.model.content import Printed, Words
from pipeline.model.terms import NOT_SUPPLIED

NO_LENGTHS: Final = "starts, finishes and lengths of plans"
NO_PLACES: Final = "figures on plans by locality and team, and all that come from trackers"


def counts_episodes(subject: Subject) -> bool:
    """Return whether times run from the start of the episode of need, not of the plan."""
    return subject.measures.extract_format.starts == "episode"


def no_teams(subject: Subject) -> str:
    """Return why figures can't be told by team; blank where they can."""
    form = subject.measures.extract_format
    return "" if form.has_teams else form.lacks


def age_header(subject: Subject, header: str) -> str:
    """Return the header of a column of ages, which says whose they are if not the plan's."""
    return f"{header} (episode)" if counts_episodes(subject) else header


def format_lacks(subject: Subject) -> str:
    """Return what the format can't give and why, to stand after "not supplied"; blank if nothing."""
    form = subject.measures.extract_format
    if counts_episodes(subject):
        return f"{NO_LENGTHS} ({form.lacks})"
    return "" if form.has_teams else f"{NO_PLACES} ({form.lacks})"


def ages_are_episodes(subject: Subject) -> str:
    """Return a sentence on whose ages are printed; blank where they are the plans'."""
    if not counts_episodes(subject):
        return ""
    title = subject.measures.extract_format.title
    return (
        "Ages and times open are those of the episode of need, which began before the plan did: "
        f"{title}, has no other start."
    )


def in_cell(subject: Subject, words: Words) -> Words:
    """Return a cell's words; a dash for what no team has, which is said once elsewhere."""
    return (DASH,) if no_teams(subject) and _not_supplied(words) else words


def says_nothing(words: Words) -> bool:
    """Return whether a cell has no figure in it that is supplied."""
    return all(part.text == NOT_SUPPLIED for part in words if isinstance(part, Printed))


def _not_supplied(words: Words) -> bool:
    return says_nothing(words) and any(isinstance(part, Printed) for part in words)
