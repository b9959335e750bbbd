"""What stands on the briefing's first page: the insights in order, and what worked somewhere."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from pipeline.compose.action_words import GUESS
from pipeline.compose.insight_decisions import in_short
from pipeline.compose.insight_order import in_order, order_words
from pipeline.compose.insight_words import briefly, in_full, to_share, told
from pipeline.compose.page_room import HEADING, how_many, small_print, text_lines
from pipeline.compose.subject import Subject
from pipeline.compose.wording import joined, said
from pipeline.model.content import Block, Bullets, Insights, Paragraph, Words, plain
from pipeline.model.content import Insight as Told
from pipeline.model.forms import PROPOSED
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
    "once; then by how many plans it affects, and how far beyond the usual it is. "
    "Ordinary variation and late recording are left out. These are questions, not verdicts."
)
BASIS: Final = (
    "Very sure: chance alone would do as much, anywhere here, in under one month in a hundred; fairly "
    "sure: one in ten; less sure: more often. Usual: as in the year before, moved as other places "
    "moved. Like the others: at their rate."
)
"""What `sure_words` and the sentences rest on; it stands where they do."""
GLOSS: Final = " ICM: a team’s weekly meeting; tracker: its cases."
GUESSED: Final = f"{PROPOSED}: a figure that is {GUESS} of the action."


@dataclass(frozen=True)
class FirstPage:
    """What stands on the first page: the insights in order, what to share, and the rest in lines."""

    own: tuple[Block, ...]
    thread: str
    order: str
    insights: tuple[Told, ...]
    shared: tuple[Words, ...]
    lines: tuple[Paragraph, ...]
    basis: Words

    def blocks(self, nothing: str) -> tuple[Block, ...]:
        """Return the points of the Assistant Director and the insights; `nothing` if there are none."""
        order = (Paragraph((self.order,), "note"),) if self.order and len(self.insights) > 1 else ()
        found = (*order, Insights(self.insights)) if self.insights else ()
        thread = (Paragraph((self.thread,), "lead"),) if self.thread else ()
        return (*self.own, *thread, *found) if self.own or found else (Paragraph((nothing,)),)


def first_page(subject: Subject, beside: Sequence[Words] = ()) -> FirstPage:
    """Return as much as the page has room for, `beside` being further lines on it."""
    order, own, thread = in_order(subject), _own_points(subject), common_thread(subject)
    chosen = order_words(subject)
    found = tuple(told(subject, each, outcomes=False) for each in to_look_at(subject))
    shared = tuple(to_share(subject, each) for each in order.shared[:MOST_TO_SHARE])
    points = own[1].items if len(own) > 1 and isinstance(own[1], Bullets) else ()
    basis = (BASIS, GLOSS, *guessed((*beside, *(each.since for each in found))))
    others = (
        text_lines(points, HEADING / 2),
        text_lines(((thread,),) if thread else ()),
        text_lines(beside, HEADING),
        small_print(each.words for each in in_a_line_each(subject, MOST_INSIGHTS - 1, 1)),
        small_print([(RULE,), basis, *([(chosen,)] if chosen else [])]),
    )
    insights, share = how_many(found, shared, others)
    return FirstPage(
        own,
        thread,
        chosen,
        found[:insights],
        shared[:share],
        in_a_line_each(subject, insights, share),
        basis,
    )


def guessed(printed: Iterable[Words]) -> Words:
    """Return what "(proposed)" means, where something printed says so."""
    return (GUESSED,) if any(PROPOSED in plain(words) for words in printed) else ()


def to_look_at(subject: Subject) -> tuple[Insight, ...]:
    """Return the insights to look at first, in order, as many as a meeting can take."""
    return in_order(subject).first[:MOST_INSIGHTS]


def in_a_line_each(subject: Subject, shown: int, shared: int) -> tuple[Paragraph, ...]:
    """Return what is noted, what is beyond those `shown` and `shared`, and what is parked.

    Each kind has a line.
    """
    order = in_order(subject)
    lines = (
        ("Noted: ", order.noted),
        ("Also found: ", order.first[shown:]),
        ("Also worth sharing: ", order.shared[shared:]),
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
    return said(joined(named, "; "), more)
