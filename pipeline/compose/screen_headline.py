"""The one sentence on top of a screen: what the OLT briefing finds there first."""

from typing import Final

from pipeline.compose.insight_words import briefly, in_full, sentence, sure_words
from pipeline.compose.subject import Subject
from pipeline.compose.wording import said
from pipeline.model.content import Words, plain
from pipeline.model.insights import Insight
from pipeline.model.scopes import Scope

LONGEST_PLACE: Final = 18
"""Letters of a name beside which a sentence has room."""
LONGEST: Final = 130
"""Letters that one line beside the name holds."""
BEGIN: Final = "To look at: "
OF_WHAT: Final = " this is more than chance"


def to_look_at(subject: Subject, place: Scope) -> Words:
    """Return the highest ranked insight of a place or of its teams; nothing if there is none.

    The briefing refers to this screen for it. What is parked, or good news, is left to the briefing.
    """
    found = next(
        (i for i in subject.measures.insights if _within(i, place) and not (i.good or i.parked)),
        None,
    )
    if found is None or len(place.name) > LONGEST_PLACE:
        return ()
    said_there = sentence(subject, found)
    if said_there[0] == f"{in_full(found.place)}: ":
        home = () if found.place == place else (f"{found.place.name}: ",)
        said_there = said(*home, said_there[1:])
    short, sure = said(briefly(subject, found), "."), sure_words(found, OF_WHAT)
    surely = said(said_there, " ", sure) if sure else said_there
    tries = (
        *(said(BEGIN, surely), surely),
        *(said(BEGIN, said_there), said_there, said(BEGIN, short)),
    )
    return next((words for words in tries if len(plain(words)) <= LONGEST), ())


def _within(insight: Insight, place: Scope) -> bool:
    if place.team:
        return insight.place == place
    return insight.place.locality == place.locality
