"""What stands on the briefing's first page: the insights in order, and what worked somewhere."""

from collections import Counter
from collections.abc import Sequence
from typing import Final

from pipeline.compose.insight_decisions import in_short
from pipeline.compose.insight_order import in_order
from pipeline.compose.insight_words import briefly, in_full, told
from pipeline.compose.subject import Subject
from pipeline.compose.wording import said
from pipeline.model.content import Block, Bullets, Insights, Paragraph, Words
from pipeline.model.content import Insight as Told
from pipeline.model.insights import Insight

MOST_INSIGHTS: Final = 5
MOST_TO_SHARE: Final = 2
MOST_OWN: Final = 3
MOST_IN_A_LINE: Final = 6
OFTEN: Final = 3
"""In this many insights a place is named once for all, since one talk may serve them all."""
NUMBERS: Final = ("none", "one", "two", "three", "four", "five")

NOTHING_FOUND: Final = "Nothing stands out beyond ordinary variation."
RULE: Final = (
    "How these are ranked: first what changed, then where a place differs from the others, each cause "
    "once; then by how many plans it affects, and by how far beyond what was to be expected it is. "
    "Ordinary variation and late recording are left out. These are questions, not verdicts."
)


def to_look_at(subject: Subject) -> tuple[Insight, ...]:
    """Return the insights worth the first page, in order."""
    return in_order(subject).first[:MOST_INSIGHTS]


def insights(subject: Subject) -> tuple[Told, ...]:
    """Return what to look at first, as the page has it."""
    return tuple(told(subject, each) for each in to_look_at(subject))


def worth_sharing(subject: Subject) -> tuple[Told, ...]:
    """Return what worked somewhere and could be shared."""
    return tuple(told(subject, each) for each in in_order(subject).shared[:MOST_TO_SHARE])


def first_blocks(subject: Subject, nothing: str) -> tuple[Block, ...]:
    """Return the insights with the Assistant Director's own points; `nothing` where there are none."""
    own, found, thread = _own_points(subject), insights(subject), common_thread(subject)
    return (
        *own,
        *((Paragraph((thread,), "lead"),) if thread else ()),
        *((Insights(found),) if found else (() if own else (Paragraph((nothing,)),))),
    )


def in_a_line_each(subject: Subject) -> tuple[Block, ...]:
    """Return what is noted, what else was found, and what is parked: a line for each kind."""
    order = in_order(subject)
    lines = (
        ("Noted: ", order.noted),
        ("Also found: ", order.first[MOST_INSIGHTS:]),
        ("Parked: ", order.parked),
    )
    return tuple(
        Paragraph(said(begin, _listed(subject, found), "."), "note")
        for begin, found in lines
        if found
    )


def common_thread(subject: Subject) -> str:
    """Return a sentence on the place that several insights name; blank if there is none."""
    chosen = to_look_at(subject)
    counts = Counter(each.place for each in chosen if each.place.name)
    if not counts:
        return ""
    place, times = max(counts.items(), key=lambda item: item[1])
    if times < OFTEN:
        return ""
    all_of_them = times == len(chosen)
    these = "all of these" if all_of_them else f"{NUMBERS[times]} of these {NUMBERS[len(chosen)]}"
    return f"{in_full(place)} stands out in {these}: what would help there most?"


def _own_points(subject: Subject) -> tuple[Block, ...]:
    points = in_order(subject).own
    if not points:
        return ()
    items = tuple((in_short(each.words),) for each in points[:MOST_OWN])
    return (Paragraph(("From the assistant director:",)), Bullets(items))


def _listed(subject: Subject, found: Sequence[Insight]) -> Words:
    more = "; and others on the priorities sheet" if len(found) > MOST_IN_A_LINE else ""
    named = (briefly(subject, each) for each in found[:MOST_IN_A_LINE])
    return said(*(said("; " if n else "", each) for n, each in enumerate(named)), more)
