"""The six panels of a screen: a sentence each, over a chart or a table."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from pipeline.compose.charts import Height, flow_chart, series
from pipeline.compose.subject import Subject
from pipeline.compose.variation_charts import usual_range
from pipeline.compose.variation_words import (
    LATE,
    MORE,
    NAMES,
    STOCK,
    variation_sentence,
    was_outside,
)
from pipeline.compose.wording import (
    count,
    decimal,
    mean_score,
    rounded,
    said,
    share,
    short_date,
    verb,
    whole,
)
from pipeline.model.checklist import CRITERIA, SECTION_TITLES
from pipeline.model.content import (
    Cell,
    Chart,
    Panel,
    Paragraph,
    Row,
    Table,
    TableColumn,
    Words,
    plain,
)
from pipeline.model.measures import Figure
from pipeline.model.scopes import Scope
from pipeline.model.terms import DECIDED, NOT_RECOGNISED, NOT_SUPPLIED, STAGES
from pipeline.model.usual_range import Band

NO_RANGE = "No usual range: too few months or plans."
EVERY_MONTH = "their average every month"
TWO_LINES = 140
"""Letters that stand above the chart at the most: a third line would push it into the panels below."""
NO_RANGE_OF_TEAM = "Usual ranges are worked out for localities, not teams."


def flow_panel(subject: Subject, place: Scope) -> Panel:
    """Return open plans with starts and finishes, month by month."""
    chart = flow_chart(subject, place, height="screen")
    name = "Open plans, starts and finishes"
    if chart is None:
        months = subject.windows.months
        lacking = subject.figure("plans.open", place, window=months[-1]) if months else None
        return Panel(name, _why(lacking, "the extract covers no full month"))
    band, aside = _usual_range(subject, place, chart)
    chart = replace(chart, source="", bands=band, aside=aside, alt=f"{chart.alt} {aside}")
    if words := _out_of_the_ordinary(subject, place, len(chart.labels)):
        chart = replace(chart, message=words, alt=f"{chart.alt} {plain(words)}")
    return Panel(f"{name}; the latest month is provisional", chart)


def _usual_range(subject: Subject, place: Scope, chart: Chart) -> tuple[tuple[Band, ...], str]:
    """Return the range that open plans usually keep to, and what to say of it; or why there is none."""
    found = subject.measures.variation.get((STOCK, place))
    limits = found.limits_at(len(found.values) - 1) if found and found.values else None
    if found is None or limits is None:
        return (), NO_RANGE_OF_TEAM if place.team else NO_RANGE
    hidden = max(0, len(found.values) - len(chart.labels))
    band = usual_range(STOCK, place, found, limits, hidden)
    low, high = (rounded(round(end)) for end in (limits.lower, limits.upper))
    return (band,), f"Shaded: usual range, {low} to {high}."


def _out_of_the_ordinary(subject: Subject, place: Scope, shown: int) -> Words:
    """Return what ordinary variation does not explain in the `shown` months, in two lines at the most.

    Open plans first, since the chart shows their usual range: the latest month, else what was beyond it
    before. The panel's heading says already that the latest month is provisional.
    """
    stock = subject.measures.variation.get((STOCK, place))
    if stock is not None and stock.latest is not None:
        return (variation_sentence(STOCK, stock).removesuffix(LATE),)
    before = was_outside(STOCK, stock, shown) if stock is not None else ""
    latest = _starts_or_finishes(subject, place)
    if not before:
        return latest
    both = said(f"{before} ", latest)
    return both if latest and len(plain(both)) <= TWO_LINES else (before,)


def _starts_or_finishes(subject: Subject, place: Scope) -> Words:
    """Return the first of the two whose latest month stands out, with its average.

    The chart does not show their range.
    """
    for measure in (name for name in NAMES if name != STOCK):
        found = subject.measures.variation.get((measure, place))
        if found is None or found.latest is None:
            continue
        words = variation_sentence(measure, found).removesuffix(LATE).removesuffix(MORE)
        limits = found.limits_at(len(found.values) - 1)
        if limits is None:
            return (words,)
        centre = count(subject.figure("variation.centre", place, measure, found.window(limits)))
        begin, within, since = words.partition(EVERY_MONTH)
        if within:
            return said(begin, "their average of ", centre, " a month", since)
        return said(words, " On average there are ", centre, " a month.")
    return ()


def band_panel(subject: Subject, place: Scope) -> Panel:
    """Return open plans by age."""
    name = "How long plans have been open"
    bands = subject.measures.figures.categories("plans.band")
    figures = [subject.figure("plans.band", place, band) for band in bands]
    if not any(figure.supplied for figure in figures):
        return Panel(name, _why(figures[0]))
    late = subject.figure("plans.out_of_timescale", place)
    threshold = subject.settings.thresholds.out_of_timescale_months
    exempt = subject.figure("plans.out_of_timescale.exempt", place)
    more = said("; ", verb(exempt, "more is", "more are"), " exempt") if exempt.value else ()
    message = said(
        verb(late, "is", "are"), f" open {threshold} months or more and not exempt", more, "."
    )
    return Panel(name, _chart(name, message, bands, figures, axis="Months open"))


def stage_panel(subject: Subject, place: Scope) -> Panel:
    """Return the cases on the trackers by stage."""
    name = "Stages on the tracker" if place.team else "Stages on the trackers"
    unread = subject.figure("tracker.stage", place, NOT_RECOGNISED)
    stages = (*STAGES, NOT_RECOGNISED) if unread.value else STAGES
    figures = [subject.figure("tracker.stage", place, stage) for stage in stages]
    decided = figures[STAGES.index(DECIDED)]
    if not decided.supplied:
        return Panel(name, _why(decided))
    potential = subject.figure("closures.potential", place)
    message = said(
        "Of ",
        whole(decided),
        " cases, ",
        verb(decided, "is", "are"),
        " decided to close, ",
        count(potential),
        " identified for it.",
    )
    return Panel(name, _chart(name, message, stages, figures, kind="named"))


def signoff_panel(subject: Subject, place: Scope) -> Panel:
    """Return the plans that wait for a step, and how promptly steps are taken."""
    unwritten, unsigned, unsent = (
        subject.figure(f"signoff.{step}", place) for step in ("unwritten", "unsigned", "unsent")
    )
    prompt = (
        ("Written in time", subject.figure("signoff.written_within_target", place)),
        ("Sent promptly", subject.figure("signoff.sent_promptly", place)),
    )
    if not any(f.supplied for f in (unwritten, unsigned, unsent, *(f for _, f in prompt))):
        return Panel("Sign-offs", _why(unwritten))
    limits = subject.settings.thresholds
    written, sent = limits.written_within_working_days, limits.sent_within_working_days
    message = (f"In time: {written} working days; promptly: {sent}.",)
    rows = [
        ("To be written up", (count(unwritten),)),
        ("To be signed off", (count(unsigned),)),
        ("To be sent", (count(unsent),)),
        *((name, (share(figure),)) for name, figure in prompt),
    ]
    return Panel("Sign-offs", _table("Sign-offs", "Plans, %", rows), message)


def action_panel(subject: Subject, place: Scope) -> Panel:
    """Return the actions on the trackers that need something."""
    overdue, undated, unowned, missing, far = (
        subject.figure(f"actions.{name}", place)
        for name in ("overdue", "undated", "unowned", "missing", "beyond_weeks")
    )
    if not any(figure.supplied for figure in (overdue, undated, unowned, missing, far)):
        return Panel("Actions", _why(overdue))
    message = (
        said("Of ", whole(overdue), " actions, ", verb(overdue, "is", "are"), " overdue.")
        if overdue.supplied
        else ("How many are overdue is not supplied.",)
    )
    limit = subject.settings.thresholds.action_within_days
    rows = [
        ("Overdue", (count(overdue),)),
        ("Without a date", (count(undated),)),
        ("Without an owner", (count(unowned),)),
        (f"Due more than {limit} days ahead", (count(far),)),
        ("Cases without an action", (count(missing),)),
    ]
    return Panel("Actions", _table("Actions", "Number", rows), message)


def score_panel(subject: Subject, place: Scope) -> Panel:
    """Return the latest effectiveness scores by criterion."""
    name = "ICM effectiveness"
    figures = [subject.figure("score", place, str(c.number)) for c in CRITERIA]
    if not any(figure.supplied for figure in figures):
        return Panel(name, Paragraph(("No effectiveness review has been recorded.",)))
    meeting, enabling = (
        subject.figure("score.mean", place, part) for part in ("meeting", "enabling")
    )
    message = said(
        "Meeting ",
        mean_score(meeting),
        ", enabling ",
        mean_score(enabling),
        ", from 1 (never) to 5 (always).",
    )
    reviews = subject.measures.reviews.get(place.team, ())
    when = f"observed {short_date(reviews[-1].observed)}" if reviews else "means of all scores"
    lists = tuple(
        _chart(
            name,
            message,
            [f"{c.number} {c.name}" for c in CRITERIA if c.section == section],
            [f for f, c in zip(figures, CRITERIA, strict=True) if c.section == section],
        )
        for section in SECTION_TITLES
    )
    whole_list = _chart(
        name,
        message,
        [f"{c.number} {c.name}" for c in CRITERIA],
        figures,
    )
    chart = Chart("paired", message, whole_list.alt, panels=lists, most=5, height="strip")
    return Panel(f"{name}, {when}", chart)


def _chart(
    name: str,
    message: Words,
    labels: Sequence[str],
    figures: Sequence[Figure],
    *,
    kind: Literal["columns", "named"] = "columns",
    axis: str = "",
    height: Height = "screen",
) -> Chart:
    points = "; ".join(
        f"{label}: {decimal(figure).text}" for label, figure in zip(labels, figures, strict=True)
    )
    return Chart(
        kind=kind,
        message=message,
        alt=f"Bar chart. {name}: {points}. {plain(message)}",
        labels=tuple(labels),
        series=(series(name, list(figures)),),
        unit=axis,
        height=height,
    )


def _table(caption: str, header: str, rows: Sequence[tuple[str, Words]]) -> Table:
    return Table(
        caption,
        (TableColumn("", 2.4), TableColumn(header, 1, "right")),
        tuple(Row((Cell((name,)), Cell(words, tone="strong"))) for name, words in rows),
        show_caption=False,
    )


def _why(figure: Figure | None, otherwise: str = "") -> Paragraph:
    """Return that a panel has nothing to show, and why."""
    note = figure.note.removeprefix(NOT_SUPPLIED).removeprefix(": ") if figure else otherwise
    why = note or otherwise
    return Paragraph((f"Not supplied: {why}." if why else "Not supplied.",))
