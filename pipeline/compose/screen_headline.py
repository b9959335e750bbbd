"""The one sentence on top of a screen: what the OLT briefing finds there first."""

from typing import Final

from pipeline.compose.insight_words import briefly, in_full, sentence, sure_words
from pipeline.compose.subject import Subject
from pipeline.compose.wording import said
from pipeline.model.content import Words, plain
from pipeline.model.insight_rules import MORE_FINISHED
from pipeline.model.insights import Insight
from pipeline.model.scopes import Scope
from pipeline.model.sureness import LESS_SURE, degree

LONGEST_PLACE: Final = 18
"""Letters of a name beside which a sentence has room."""
LONGEST: Final = 130
"""Letters that two lines beside the name hold."""
BEGIN: Final = "To look at: "
TO_SHARE: Final = "Worth sharing: "
OF_WHAT: Final = " this is more than chance"
ARE_THEY_SAFE: Final = "Are all still supported?"
"""Many plans that ended well are good news only if this is so: it stands with them, always."""


def to_look_at(subject: Subject, place: Scope) -> Words:
    """Return the highest ranked insight of a place or of its teams; nothing if there is none.

    The briefing refers to this screen for it. Good news stands there where nothing else does; what
    is less sure, or is parked, is left to the briefing.
    """
    there = [i for i in subject.measures.insights if _within(i, place) and not i.parked]
    shown = (*(i for i in there if not i.good), *(i for i in there if _is_worth_sharing(i)))
    found = next(iter(shown), None)
    if found is None or len(place.name) > LONGEST_PLACE:
        return ()
    said_there = sentence(subject, found)
    if said_there[0] == f"{in_full(found.place)}: ":
        home = () if found.place == place else (f"{found.place.name}: ",)
        said_there = said(*home, said_there[1:])
    begin = TO_SHARE if found.good else BEGIN
    short, sure = said(briefly(subject, found), "."), sure_words(found, OF_WHAT)
    surely = said(said_there, " ", sure) if sure else said_there
    if found.rule.id == MORE_FINISHED:
        surely, said_there, short = (
            said(each, f" {ARE_THEY_SAFE}") for each in (surely, said_there, short)
        )
    tries = (
        *(said(begin, surely), surely),
        *(said(begin, said_there), said_there, said(begin, short)),
    )
    return next((words for words in tries if len(plain(words)) <= LONGEST), ())


def _is_worth_sharing(insight: Insight) -> bool:
    if not insight.good:
        return False
    return insight.rule.id == MORE_FINISHED or degree(insight.chance) != LESS_SURE


def _within(insight: Insight, place: Scope) -> bool:
    if place.team:
        return insight.place == place
    return insight.place.locality == place.locality
