"""What the Assistant Director should look at first, by a simple stated rule.

A topic becomes an insight where one locality or team stands out in it: it has at least half as
many again as its share of the authority's open plans, and at least `LEAST_BEYOND` plans more.
Insights stand in order of how many plans beyond its share the place has; no two are about one
measure.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from pipeline.compose.subject import Subject
from pipeline.compose.wording import count, counted, decimal, month_words, said, share, verb
from pipeline.model.content import Insight, Printed, Words
from pipeline.model.measures import Figure
from pipeline.model.scopes import AUTHORITY, Scope

MOST_INSIGHTS = 5
LEAST_BEYOND = 5
HALF_AS_MANY_AGAIN = 1.5
OFTEN = 3
"""In this many insights a place is named once for all, since one talk may serve them all."""

Show = Callable[[Figure], Printed]
NUMBERS = ("none", "one", "two", "three", "four", "five")

RULE = (
    "An insight is shown where a locality or team has at least half as many again as its share of "
    "open plans; first, the one with most plans beyond it. They are not yet tested against ordinary "
    "variation: read them as questions."
)


@dataclass(frozen=True)
class Topic:
    """A measure in which a place can stand out, and how that is said.

    `one` and `many` follow the number; `detail` says more of the place that stands out.
    """

    measure: str
    one: str
    many: str
    detail: Callable[[Subject, Scope], Words]
    where: str
    question: str


@dataclass(frozen=True)
class Candidate:
    """An insight, the place it names, and how many plans beyond its share the place has."""

    beyond: float
    place: Scope
    insight: Insight


def insights(subject: Subject) -> tuple[Insight, ...]:
    """Return the insights worth the first page, the furthest beyond a fair share first."""
    return tuple(candidate.insight for candidate in _chosen(subject))


def common_thread(subject: Subject) -> str:
    """Return a sentence on the place that several insights name; blank if there is none."""
    chosen = _chosen(subject)
    counts = Counter(candidate.place for candidate in chosen)
    place, times = max(counts.items(), key=lambda item: item[1], default=(AUTHORITY, 0))
    if times < OFTEN:
        return ""
    all_of_them = times == len(chosen)
    these = "all of these" if all_of_them else f"{NUMBERS[times]} of these {NUMBERS[len(chosen)]}"
    return f"{_named(place)} stands out in {these}: what would help there most?"


def _chosen(subject: Subject) -> tuple[Candidate, ...]:
    found = [_candidate(subject, topic) for topic in TOPICS]
    known = [candidate for candidate in (*found, _growth(subject)) if candidate is not None]
    known.sort(key=lambda candidate: -candidate.beyond)
    return tuple(known[:MOST_INSIGHTS])


def _candidate(subject: Subject, topic: Topic) -> Candidate | None:
    found = _standing_out(subject, topic.measure)
    if found is None:
        return None
    place, beyond = found
    total, here = subject.figure(topic.measure), subject.figure(topic.measure, place)
    sentence = said(
        counted(total, topic.one, topic.many), "; ", count(here), f" of them in {_named(place)}."
    )
    insight = Insight(sentence, topic.detail(subject, place), topic.where, topic.question)
    return Candidate(beyond, place, insight)


def _standing_out(subject: Subject, measure: str) -> tuple[Scope, float] | None:
    """Return the locality or team that stands out most, and by how many plans beyond its share."""
    total = subject.figure(measure, AUTHORITY).value
    open_plans = subject.figure("plans.open", AUTHORITY).value
    if not total or not open_plans:
        return None
    best, furthest = None, float(LEAST_BEYOND)
    for place in (*subject.localities, *subject.teams):
        here = subject.figure(measure, place).value or 0
        fair = total * (subject.figure("plans.open", place).value or 0) / open_plans
        if here - fair >= furthest and here >= fair * HALF_AS_MANY_AGAIN:
            best, furthest = place, here - fair
    return (best, furthest) if best else None


def _named(place: Scope) -> str:
    return f"{place.team} ({place.locality})" if place.team else place.name


def _against(
    measure: str, before: str, after: str, *, show: Show = share
) -> Callable[[Subject, Scope], Words]:
    """Return a detail that sets a place's figure against the authority's."""

    def detail(subject: Subject, place: Scope) -> Words:
        here, all_of_it = subject.figure(measure, place), subject.figure(measure)
        there, everywhere = show(here), show(all_of_it)
        if not here.supplied or not all_of_it.supplied or there.text == everywhere.text:
            return ()
        return said(
            f"There {before}", there, after, ", against ", everywhere, " across the authority."
        )

    return detail


def _besides(measure: str, one: str, many: str) -> Callable[[Subject, Scope], Words]:
    """Return a detail that counts something of the whole authority besides."""

    def detail(subject: Subject, _place: Scope) -> Words:
        return said(verb(subject.figure(measure), one, many), ".")

    return detail


def _growth(subject: Subject) -> Candidate | None:
    """Return the locality whose starts were furthest above its finishes in the latest month."""
    month = subject.windows.latest_month
    if not month:
        return None
    best, gap = None, float(LEAST_BEYOND)
    for place in subject.localities:
        starts = subject.figure("plans.starts", place, window=month).value or 0
        finishes = subject.figure("plans.finishes", place, window=month).value or 0
        if starts - finishes >= gap and starts >= finishes * HALF_AS_MANY_AGAIN:
            best, gap = place, starts - finishes
    if best is None:
        return None
    started = subject.figure("plans.starts", best, window=month)
    sentence = said(
        f"{best.name}: ",
        counted(started, "plan"),
        " started and ",
        count(subject.figure("plans.finishes", best, window=month)),
        f" finished in {month_words(month)}.",
    )
    insight = Insight(
        sentence,
        ("The latest month is provisional: finishes are often recorded late.",),
        "Flow",
        "Is this more families who need help, or plans that could end?",
    )
    return Candidate(gap, best, insight)


TOPICS = (
    Topic(
        "plans.out_of_timescale",
        "open plan is out of timescale",
        "open plans are out of timescale",
        _against("plans.out_of_timescale.share", "that is ", " of open plans"),
        "Team by team",
        "Which of these plans are waiting for something, and who could unblock it?",
    ),
    Topic(
        "signoff.unwritten",
        "plan is not written up since its CIN meeting",
        "plans are not written up since their CIN meeting",
        _against("signoff.written_within_target", "", " are written up within target"),
        "Team by team",
        "What would make room to write plans up straight after the meeting?",
    ),
    Topic(
        "signoff.unsigned",
        "plan is written up but not signed off",
        "plans are written up but not signed off",
        _against("signoff.median_days_to_signed", "sign-off takes ", " working days", show=decimal),
        "Team by team",
        "What do managers need so that plans can be signed off sooner?",
    ),
    Topic(
        "signoff.unsent",
        "plan is signed off but not sent to the family and agencies",
        "plans are signed off but not sent to the family and agencies",
        _against("signoff.sent_promptly", "", " are sent by the next working day"),
        "Team by team",
        "What holds a plan back once it is signed off?",
    ),
    Topic(
        "reconcile.not_on_tracker",
        "open plan is on no ICM tracker",
        "open plans are on no ICM tracker",
        _against("reconcile.on_tracker.share", "", " of open plans are on the tracker"),
        "ICM practice",
        "How do new plans reach the tracker, and where does that break down?",
    ),
    Topic(
        "actions.overdue",
        "plan has an action past its date",
        "plans have an action past its date",
        _besides("actions.undated", "more has one without a date", "more have one without a date"),
        "ICM practice",
        "Are these actions done but not updated, or stuck?",
    ),
    Topic(
        "closures.overdue",
        "plan that a team decided to close is past the date set and still open",
        "plans that teams decided to close are past the date set and still open",
        _besides(
            "closures.undated",
            "more is decided to close without a date",
            "more are decided to close without a date",
        ),
        "Closure pipeline",
        "What is left to do before these plans can end?",
    ),
)
