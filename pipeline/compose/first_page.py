"""What stands on the briefing's first page: the insights in order, and what worked somewhere."""

from collections import Counter
from typing import Final

from pipeline.compose.insight_words import in_full, told
from pipeline.compose.subject import Subject
from pipeline.model.content import Insight as Told
from pipeline.model.insights import Insight

MOST_INSIGHTS: Final = 5
MOST_TO_SHARE: Final = 2
OFTEN: Final = 3
"""In this many insights a place is named once for all, since one talk may serve them all."""
NUMBERS: Final = ("none", "one", "two", "three", "four", "five")

RULE: Final = (
    "How these are found: only what ordinary variation and late recording don’t explain is shown, "
    "each cause once; what changed comes before what differs from elsewhere, then what affects most "
    "plans. They are questions, not verdicts."
)


def to_look_at(subject: Subject) -> tuple[Insight, ...]:
    """Return the insights worth the first page, in order."""
    found = [each for each in subject.measures.insights if not each.good]
    return tuple(found[:MOST_INSIGHTS])


def insights(subject: Subject) -> tuple[Told, ...]:
    """Return what to look at first, as the page has it."""
    return tuple(told(subject, each) for each in to_look_at(subject))


def worth_sharing(subject: Subject) -> tuple[Told, ...]:
    """Return what worked somewhere and could be shared."""
    found = [each for each in subject.measures.insights if each.good]
    return tuple(told(subject, each) for each in found[:MOST_TO_SHARE])


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
