"""Insights in words: a sentence with its figure, what goes with it, where to look, a question."""

from collections.abc import Iterable
from datetime import date
from typing import Final, Literal

from pipeline.compose.insight_decisions import decided_words
from pipeline.compose.insight_facts import FACTS
from pipeline.compose.insight_phrases import PHRASES
from pipeline.compose.subject import Subject
from pipeline.compose.wording import (
    count,
    counted,
    day_and_month,
    joined,
    rounded,
    said,
    share,
    short_day,
    whole,
)
from pipeline.model.content import Insight as Told
from pipeline.model.content import Printed, Words
from pipeline.model.insights import Insight
from pipeline.model.measures import Figure
from pipeline.model.scopes import AUTHORITY, Scope
from pipeline.model.sureness import LESS_SURE, degree

WEEKS: Final = {
    28: "four",
    56: "eight",
    84: "twelve",
    112: "sixteen",
    140: "twenty",
    168: "twenty-four",
}


def told(subject: Subject, insight: Insight, *, outcomes: bool = True) -> Told:
    """Return an insight as a page has it; without `outcomes`, for one read in two minutes."""
    decided = decided_words(subject, insight)
    return Told(
        sentence=sentence(subject, insight),
        since=background(subject, insight, decided, outcomes=outcomes),
        where=where_to_look(subject, insight),
        question=question(insight),
    )


def background(
    subject: Subject, insight: Insight, decided: Iterable[Words], *, outcomes: bool = True
) -> Words:
    """Return how sure it is, since when, how plans ended, what goes with it, what was `decided`."""
    return _spaced(
        (
            sure_words(insight),
            _since(subject, insight),
            _before(subject, insight),
            _outcomes(subject, insight) if outcomes else (),
            _came_back(subject, insight),
            _goes_with(subject, insight),
            *decided,
        )
    )


def to_share(subject: Subject, insight: Insight) -> Words:
    """Return good news with what would qualify it, and its question."""
    parts = (sure_words(insight), _came_back(subject, insight), (question(insight),))
    return _spaced((sentence(subject, insight), *parts))


def sure_words(insight: Insight, of_what: str = "") -> Words:
    """Return how sure it is; `of_what` where no note on the page says so. Nothing of a plain fact."""
    said_so = degree(insight.chance)
    if not said_so:
        return ()
    more = "" if said_so == LESS_SURE else of_what
    return (f"{said_so[0].upper()}{said_so[1:]}{more}.",)


def question(insight: Insight) -> str:
    """Return what the meeting could ask about it."""
    return PHRASES[insight.rule.id].question


def sentence(subject: Subject, insight: Insight) -> Words:
    """Return the one sentence that says what was found, and what was expected."""
    say = FACTS.get(insight.rule.id, _change if insight.rule.kind == "change" else _difference)
    return said(f"{in_full(insight.place)}: ", say(subject, insight))


def in_full(place: Scope) -> str:
    """Return `Alder (North Dale)` for a team, the name of a locality, or the authority in words."""
    if place.team:
        return f"{place.team} ({place.locality})"
    return place.name or "Across the authority"


def where_to_look(subject: Subject, insight: Insight) -> str:
    """Return the section of the briefing that shows it best, and the locality's own pack."""
    briefing = next((each for each in subject.planned if each.spec.name == "olt_briefing"), None)
    headings = {each.id: each.heading for each in briefing.spec.sections} if briefing else {}
    found = [headings[name] for name in PHRASES[insight.rule.id].where if headings.get(name)]
    own = [
        f"{insight.place.locality}’s pack"
        for each in subject.planned
        if each.spec.name == "performance_pack"
        and insight.place.locality
        and each.scope.locality == insight.place.locality
    ]
    return "; ".join((*found[:1], *own))


def _change(subject: Subject, insight: Insight) -> Words:
    phrase = PHRASES[insight.rule.id]
    first, last = (date.fromisoformat(day) for day in insight.window.split("/"))
    weeks = WEEKS[(last - first).days + 1]
    return said(
        counted(_figure(subject, insight), phrase.one, phrase.many),
        f" in the {weeks} weeks to {day_and_month(last)}; about ",
        count(_expected(subject, insight)),
        " would be usual.",
    )


def _difference(subject: Subject, insight: Insight) -> Words:
    phrase, (part, whole) = PHRASES[insight.rule.id], _part_and_whole(subject, insight)
    many = phrase.one if insight.found == 1 else phrase.many
    return said(
        part,
        " of ",
        whole,
        f" {many}; about ",
        count(_expected(subject, insight)),
        " if like the others.",
    )


def _part_and_whole(subject: Subject, insight: Insight) -> tuple[Printed, Printed]:
    """Return what was counted and what it is a part of, each with the row that says so."""
    if len(insight.rows) > 1:
        return _found(subject, insight), count(subject.measures.figures.by_row(insight.rows[1]))
    return _found(subject, insight), whole(_figure(subject, insight))


def _since(subject: Subject, insight: Insight) -> Words:
    """Return since when, where the sentence doesn't tell: a change's weeks begin with it."""
    since = insight.since
    if since is None or insight.window.startswith(since.isoformat()):
        return ()
    return (f"Since {_about(since)}{_year(subject, since)}.",)


def _before(subject: Subject, insight: Insight) -> Words:
    """Return `54 of 122 on 5 Oct.`: what the last papers had of the same figure."""
    then = subject.measures.figures.of("insight.before", insight.place)
    figure = next((each for each in then if each.category == insight.rule.id), None)
    if figure is None:
        return ()
    day = date.fromisoformat(figure.window.split("/")[0])
    of = said(count(figure), " of ", whole(figure))
    return said(of, f" on {short_day(day)}{_year(subject, day)}.")


def _year(subject: Subject, day: date) -> str:
    """Return the year of a day, where it is not the one of the papers."""
    return "" if day.year == subject.measures.calendar.as_at.year else f" {day.year}"


def briefly(subject: Subject, insight: Insight) -> Words:
    """Return an insight in a few words: `plans not sent, Alder (45)`."""
    return _named(subject, insight, f", {insight.place.name or 'whole authority'}")


def _about(day: date) -> str:
    """Return `mid-September`: a change is not known to the day."""
    third = ("early", "mid-", "late")[min(2, (day.day - 1) // 10)]
    return f"{third}{'' if third.endswith('-') else ' '}{day:%B}"


def _outcomes(subject: Subject, insight: Insight) -> Words:
    """Return how the plans that finished ended: a finish is not a good outcome by itself."""
    figures = subject.measures.figures.of("plans.finishes.outcome", insight.place)
    found = [f for f in figures if f.window == insight.window and f.value and f.denominator]
    if insight.rule.id != "finishes.fell" or not found:
        return ()
    return said(*_listed([said(count(f), f" {f.category}") for f in found]), ".")


def _came_back(subject: Subject, insight: Insight) -> Words:
    """Return how many plans came back meanwhile, there and everywhere, beside more that ended well."""
    figure = subject.measures.figures.find("plans.returned", insight.place, "", insight.window)
    if insight.rule.id != "finishes.rose" or figure is None or not figure.denominator:
        return ()
    return said(
        "Of the ",
        whole(figure),
        " plans that started meanwhile, ",
        count(figure),
        *_shares_back(subject, insight),
        " came within a year of the child’s last one.",
    )


def _shares_back(subject: Subject, insight: Insight) -> Words:
    """Return ` (25%; 18% across the authority)`, or nothing where that is not known."""
    find = subject.measures.figures.find
    here, all_of_them = (
        find("plans.returned.share", place, "", insight.window)
        for place in (insight.place, AUTHORITY)
    )
    if here is None or all_of_them is None or insight.place == AUTHORITY:
        return ()
    return said(" (", share(here), "; ", share(all_of_them), " across the authority)")


def _goes_with(subject: Subject, insight: Insight) -> Words:
    """Return what else the place shows that may have the same cause."""
    if not insight.goes_with:
        return ()
    named = [_briefly(subject, insight, each) for each in insight.goes_with]
    return said("With it: ", *_listed(named), ".")


def _briefly(subject: Subject, lead: Insight, each: Insight) -> Words:
    where = f" in {each.place.name}" if each.place != lead.place else ""
    return _named(subject, each, where)


def _named(subject: Subject, insight: Insight, where: str) -> Words:
    """Return what an insight is about, where, and its number if it counts something."""
    title = _within(insight.rule.title)
    if insight.rule.id == "action.worked":
        (standing,) = insight.decided
        return (f"{standing.figure} moved as wanted{where}",)
    if insight.rule.id in FACTS and insight.rule.cause == "practice":
        return (f"{title}{where}",)
    return said(f"{title}{where} (", _found(subject, insight), ")")


def _within(title: str) -> str:
    """Return a title as it stands within a sentence; an abbreviation stays as it is."""
    return title if title[:2].isupper() else title[0].lower() + title[1:]


def _found(subject: Subject, insight: Insight) -> Printed:
    """Return what was counted: a figure's value, or the part of it that its share is of."""
    figure = _figure(subject, insight)
    shows: Literal["value", "numerator"] = "value" if figure.numerator is None else "numerator"
    return Printed(rounded(insight.found), figure.key, shows)


def _figure(subject: Subject, insight: Insight) -> Figure:
    return subject.measures.figures.by_row(insight.rows[0])


def _expected(subject: Subject, insight: Insight) -> Figure:
    return subject.figure("insight.expected", insight.place, insight.rule.id, insight.window)


def _listed(items: list[Words]) -> Words:
    joints = ["" if n == 0 else " and " if n == len(items) - 1 else ", " for n in range(len(items))]
    return said(*(said(joint, item) for joint, item in zip(joints, items, strict=True)))


def _spaced(sentences: Iterable[Words]) -> Words:
    parts = [each for each in sentences if each]
    return joined(parts, " ")
