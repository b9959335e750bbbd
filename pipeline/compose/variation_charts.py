"""Charts of starts, finishes and open plans with their usual range (SPC, XmR)."""

from pipeline.compose.outlook import outlook, outlook_words
from pipeline.compose.subject import Subject
from pipeline.compose.variation_words import MONTHS_SHOWN, NAMES, variation_sentence
from pipeline.compose.wording import listed, long_date, month_label, month_words, said
from pipeline.model.content import Chart, Series, plain
from pipeline.model.scopes import Scope
from pipeline.model.usual_range import Band, Mark
from pipeline.model.variation import Limits, Variation

TRIAL = " Trial limits: more months will settle them."
KEY = (
    "How to read the next charts: a month nearly always falls in the shaded band, its usual range "
    "(dashed: the average). Ups and downs within it need no explanation. A triangle marks more than "
    "that: ask what was different then. A hollow one may only be late recording."
)
"""Stands before the first chart, for somebody who has never seen one."""
KEY_AHEAD = " Bar at the end: forecast; it should hold what comes four times in five."


def variation_charts(subject: Subject, scope: Scope | None = None) -> tuple[Chart, ...]:
    """Return a chart for each series that can be judged; none, if no series can.

    A series that can't be judged among others that can stands without a range, and says why.
    """
    place = scope or subject.scope
    found = {name: subject.measures.variation.get((name, place)) for name in NAMES}
    known = {name: each for name, each in found.items() if each is not None and each.values}
    if not any(each.limits for each in known.values()):
        return ()
    charts = [_chart(subject, name, place, each) for name, each in known.items()]
    return tuple(charts)


def _chart(subject: Subject, measure: str, scope: Scope, found: Variation) -> Chart:
    first = max(0, len(found.windows) - MONTHS_SHOWN)
    windows, name = found.windows[first:], NAMES[measure]
    looks_ahead = measure == "plans.open"
    told = said(
        variation_sentence(measure, found),
        places_behind(subject, measure) if not scope.name else "",
        outlook_words(subject, scope) if looks_ahead else (),
    )
    ahead = outlook(subject, scope, windows[-1]) if looks_ahead else None
    return Chart(
        kind="variation",
        message=told,
        alt=(
            f"Line chart with its usual range: {name.lower()} by month, {month_words(windows[0])} "
            f"to {month_words(windows[-1])}, {scope.name or 'whole authority'}. {plain(told)}"
        ),
        labels=tuple(month_label(window) for window in windows),
        series=(
            Series(
                name,
                found.values[first:],
                tuple((measure, "", scope, window) for window in windows),
            ),
        ),
        bands=tuple(
            usual_range(measure, scope, found, each, first)
            for each in found.limits
            if each.last >= first
        ),
        marks=tuple(
            Mark(
                point - first, signal.direction, provisional=_open(signal.provisional, point, found)
            )
            for point in range(first, len(found.values))
            if (signal := found.at(point)) is not None
        ),
        ahead=ahead,
        source=f"{_source(subject, measure, found)}{KEY_AHEAD if ahead else ''}".strip(),
        unit="plans",
        height="small",
    )


def places_behind(subject: Subject, measure: str) -> str:
    """Return in which places starts or finishes changed by the insights on the first page; else blank."""
    counted = measure.removeprefix("plans.")
    parts: list[str] = []
    verb = {"starts": "started", "finishes": "finished"}.get(counted, "")
    for way, more in (("fell", "fewer"), ("rose", "more")):
        found = [
            each.place.name
            for each in subject.measures.insights
            if each.rule.id == f"{counted}.{way}" and each.place.name and not each.parked
        ]
        usual = f" than usual {verb}" if not parts else ""
        parts += [f"{more}{usual} in {listed(found)}"] if found else []
    if not parts:
        return ""
    first, *others = parts
    return f" {listed([first[0].upper() + first[1:], *others])}: see the first page."


def _open(provisional: bool, point: int, found: Variation) -> bool:  # noqa: FBT001 - what a signal says
    return provisional and point == len(found.values) - 1


def usual_range(measure: str, scope: Scope, found: Variation, limits: Limits, first: int) -> Band:
    """Return the usual range as a chart shows it whose points begin with the `first`."""
    window = found.window(limits)
    ids = ("variation.centre", "variation.lower", "variation.upper")
    return Band(
        max(0, limits.first - first),
        limits.last - first,
        limits.centre,
        limits.lower,
        limits.upper,
        tuple((each, measure, scope, window) for each in ids),
        limits.cause if limits.first >= first else "",
    )


def _source(subject: Subject, measure: str, found: Variation) -> str:
    """Return what stands under the chart: of what day the last is, and what its limits lack."""
    trial = TRIAL if any(each.trial for each in found.limits) else ""
    if measure != next(reversed(NAMES)):
        return trial.strip()
    extract = f"Case extract as at {long_date(subject.as_at)}; the latest month is provisional."
    return f"{extract}{trial}"
