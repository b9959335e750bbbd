"""A screen about one place: five key figures with their direction, then six panels."""

from datetime import date

from pipeline.compose.screen_headline import to_look_at
from pipeline.compose.screen_panels import (
    action_panel,
    band_panel,
    flow_panel,
    score_panel,
    signoff_panel,
    stage_panel,
)
from pipeline.compose.subject import Subject
from pipeline.compose.wording import (
    count,
    joined,
    long_date,
    month_words,
    said,
    share,
    short_date,
    short_day,
    short_span,
    unbroken,
)
from pipeline.model.content import KeyFigure, KeyFigures, Screen, Words
from pipeline.model.measures import Figure
from pipeline.model.scopes import Scope


def screen(subject: Subject, place: Scope) -> Screen:
    """Return the screen of a locality or a team: the same figure always in the same place."""
    return Screen(
        place.name,
        (f"As at {long_date(subject.as_at)}, check-in {short_date(subject.meeting.date)}",),
        KeyFigures(
            (
                _open(subject, place),
                _flow(subject, place, "plans.starts", "started"),
                _flow(subject, place, "plans.finishes", "finished"),
                _late(subject, place),
                _closing(subject, place),
            )
        ),
        (
            flow_panel(subject, place),
            band_panel(subject, place),
            stage_panel(subject, place),
            signoff_panel(subject, place),
            action_panel(subject, place),
            score_panel(subject, place),
        ),
        to_look_at(subject, place),
    )


def _open(subject: Subject, place: Scope) -> KeyFigure:
    months = subject.windows.months[-2:]
    ends = [subject.figure("plans.open", place, window=month) for month in reversed(months)]
    known = [figure for figure in ends if figure.supplied]
    return KeyFigure("open plans", (count(subject.figure("plans.open", place)),), _ends(known))


def _ends(known: list[Figure]) -> Words:
    """Return how many were open at the end of the latest month, and of the one before."""
    if not known:
        return ()
    latest, *before = known
    words = said(count(latest), f" at the end of {_month(latest.window)}")
    return (
        said(words, ", ", count(before[0]), f" of {_month(before[0].window)}") if before else words
    )


def _flow(subject: Subject, place: Scope, measure: str, verb: str) -> KeyFigure:
    """Return the latest month's starts or finishes beside the month before's."""
    months = subject.windows.months[-2:]
    if not months:
        return KeyFigure(f"{verb} in the latest month", ("not supplied",))
    figures = [subject.figure(measure, place, window=month) for month in reversed(months)]
    parts = [
        said(count(figure), f" in {_month(figure.window)}")
        for figure in figures[1:]
        if figure.supplied
    ]
    since = subject.measures.since_last(subject.document.spec.name, subject.scope)
    if since and subject.has(measure, place, window=since):
        last_time = short_day(date.fromisoformat(since.split("/", maxsplit=1)[0]))
        newest = count(subject.figure(measure, place, window=since))
        parts.append(said(newest, f" since {last_time}"))
    return KeyFigure(
        f"{verb} in {_month(months[-1])}",
        (count(figures[0]),),
        joined(parts, "; "),
    )


def _late(subject: Subject, place: Scope) -> KeyFigure:
    late = subject.figure("plans.out_of_timescale", place)
    part = subject.figure("plans.out_of_timescale.share", place)
    return KeyFigure(
        "out of timescale",
        (count(late),),
        said(share(part), " of open plans") if part.supplied else (),
    )


def _closing(subject: Subject, place: Scope) -> KeyFigure:
    closing = subject.spanning("closures.fortnight", place)
    before = subject.spanning("closures.before_meeting", place)
    overdue = subject.figure("closures.overdue", place)
    undated = subject.figure("closures.undated", place)
    beside = ((before, "earlier"), (overdue, "overdue"), (undated, "undated"))
    more = [said(count(figure), unbroken(f" {how}")) for figure, how in beside if figure.value]
    parts = [(short_span(closing.window),), *([joined(more)] if more else [])]
    when = joined(parts, "; ") if closing.supplied else ()
    return KeyFigure("closing this fortnight", (count(closing),), when)


def _month(window: str) -> str:
    """Return `October`: on a screen the year is plain from the date beside the name."""
    return month_words(window).split()[0]
