"""What the localities and the end reasons of a file mean to the pipeline."""

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.model.settings import Settings
from pipeline.model.terms import OUTCOMES, Outcome
from pipeline.setup.mapping.teams import Named, says_no_team
from pipeline.validate.coerce import BLANK_WORDS
from pipeline.validate.teams import same_locality
from pipeline.validate.words import OutcomeWords


@dataclass(frozen=True)
class Reasons:
    """End reasons by how their outcome is known.

    `read` are those read by a phrase in them, by outcome; `unknown` count as outcome not known.
    """

    known: int
    read: dict[Outcome, tuple[Named, ...]]
    unknown: tuple[Named, ...]


def other_localities(named: Sequence[Named], settings: Settings) -> tuple[Named, ...]:
    """Return the names that are none of config's localities."""
    return tuple(
        each
        for each in named
        if not says_no_team(each.name)
        and not any(same_locality(each.name, place.name) for place in settings.localities)
    )


def reasons_in(named: Sequence[Named], settings: Settings) -> Reasons:
    """Return what each end reason is read as."""
    words = OutcomeWords(settings)
    read: dict[Outcome, list[Named]] = {outcome: [] for outcome in OUTCOMES}
    unknown = []
    known = 0
    for each in named:
        if BLANK_WORDS.fullmatch(each.name):
            continue
        outcome, certain = words.outcome(each.name)
        if certain:
            known += 1
        elif words.reads(each.name):
            read[outcome].append(each)
        else:
            unknown.append(each)
    by_outcome = {outcome: tuple(found) for outcome, found in read.items() if found}
    return Reasons(known, by_outcome, tuple(unknown))
