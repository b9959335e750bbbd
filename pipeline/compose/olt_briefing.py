"""OLT briefing: page one for the Assistant Director, the rest is evidence."""

from collections.abc import Iterator

from pipeline.compose import locality_tables, practice_tables
from pipeline.compose.action_lines import action_lines, actions_section
from pipeline.compose.charts import MONTHS_SHOWN, flow_chart, shares_chart
from pipeline.compose.course import course, month_ends
from pipeline.compose.data_account import account_table, definitions, not_supplied_lines
from pipeline.compose.expected_scores import expected_sentence
from pipeline.compose.first_page import NOTHING_FOUND, RULE, first_page
from pipeline.compose.format_words import counts_episodes, no_teams
from pipeline.compose.side_tables import UNKNOWN_LOCALITY
from pipeline.compose.signoff_chart import waiting_chart
from pipeline.compose.subject import Subject
from pipeline.compose.through_time import KEPT, promises_kept, stages_through_time
from pipeline.compose.variation_charts import KEY, variation_charts
from pipeline.compose.wording import count, said, share, short_span, verb, whole
from pipeline.model.content import (
    Block,
    Bullets,
    Chart,
    KeyFigure,
    KeyFigures,
    Paragraph,
    Words,
)
from pipeline.model.terms import DECIDED, NOT_RECOGNISED, STAGES

NOTHING_KNOWN = "No plan figures were supplied, so nothing can be said to stand out."


def sections(subject: Subject) -> dict[str, tuple[Block, ...]]:
    """Return the blocks of each part of the briefing."""
    followed = action_lines(subject)
    page = first_page(subject, followed)
    return {
        "priorities": (key_figures(subject), *page.blocks(_nothing(subject))),
        "shared": (Bullets(page.shared),) if page.shared else (),
        "actions_before": (Bullets(followed),) if followed else (),
        "rule": (*page.lines, Paragraph((RULE,), "note"), Paragraph(page.basis, "note")),
        "localities": _localities(subject),
        "flow": _flow(subject),
        "durations": _durations(subject),
        "closures": _closures(subject),
        "signoffs": _signoffs(subject),
        "teams": (practice_tables.team_by_team(subject),),
        "practice": (
            practice_tables.practice(subject),
            practice_tables.criteria(subject),
            *expected_sentence(subject),
        ),
        "actions": actions_section(subject),
        "data_quality": (account_table(subject),),
        "limits": (not_supplied_lines(subject),),
        "definitions": (definitions(subject),),
    }


def _nothing(subject: Subject) -> str:
    if why := no_teams(subject):
        return f"Which locality or team stands out can’t be told: {why}."
    return NOTHING_FOUND if subject.figure("plans.open").supplied else NOTHING_KNOWN


def key_figures(subject: Subject) -> KeyFigures:
    """Return the three figures on top of page one, each with what stands in small print under it."""
    open_plans = subject.figure("plans.open")
    late = subject.figure("plans.out_of_timescale")
    closing = subject.spanning("closures.fortnight")
    return KeyFigures(
        (
            KeyFigure("open plans", (count(open_plans),), _open_direction(subject)),
            KeyFigure(
                "out of timescale",
                (count(late),),
                _exempt_beside(subject) if late.supplied else (),
            ),
            KeyFigure(
                "closing in the OLT’s fortnight",
                (count(closing),),
                said(short_span(closing.window), *_not_in_a_fortnight(subject))
                if closing.supplied
                else (),
            ),
        )
    )


def _not_in_a_fortnight(subject: Subject) -> Iterator[Words]:
    """Yield the plans decided to close before the fortnight, or without a day to come, if any.

    Behind them stands what became of those planned last time.
    """
    beside = (
        (subject.spanning("closures.before_meeting"), " due before it"),
        (subject.figure("closures.overdue"), " past the date"),
        (subject.figure("closures.undated"), " without a date"),
    )
    left = [said(count(figure), words) for figure, words in beside if figure.value]
    for n, words in enumerate(left):
        yield said(", " if n else "; also ", words)
    kept = subject.spanning(KEPT)
    if kept.supplied and kept.denominator:
        yield said(". Of ", whole(kept), " planned last time, ", verb(kept, "is", "are"), " done")


def _exempt_beside(subject: Subject) -> Words:
    exempt = subject.figure("plans.out_of_timescale.exempt")
    of_open = said(share(subject.figure("plans.out_of_timescale.share")), " of open plans")
    if not exempt.supplied:
        return of_open
    return said(of_open, "; ", verb(exempt, "more is exempt", "more are exempt"))


def _open_direction(subject: Subject) -> Words:
    """Say how month's ends compare with one another: today's number is of no month's end."""
    ends = month_ends(subject, subject.scope, subject.windows.months[-MONTHS_SHOWN:])
    return course(ends) if ends else ()


def _localities(subject: Subject) -> tuple[Block, ...]:
    panels = tuple(
        chart
        for place in subject.localities
        if (chart := flow_chart(subject, place, name=place.name)) is not None
    )
    table = locality_tables.side_by_side(subject)
    if not panels:
        return (table,)
    first = panels[0]
    names = ", ".join(place.name for place in subject.localities)
    chart = Chart(
        kind="multiples",
        message=("Open plans, starts and finishes by month, on the same scales.",),
        alt=(
            f"Small charts of open plans, starts and finishes by month, one for each locality, on "
            f"the same scales: {names}."
        ),
        labels=first.labels,
        panels=panels,
        source=first.source,
        unit="plans",
    )
    return (chart, table)


def _flow(subject: Subject) -> tuple[Block, ...]:
    chart = flow_chart(subject, subject.scope)
    if chart is None:
        form = subject.measures.extract_format
        why = form.lacks if counts_episodes(subject) else "the extract covers no full month"
        return (Paragraph((f"Starts and finishes by month were not supplied: {why}.",)),)
    judged = variation_charts(subject)
    charts: tuple[Block, ...] = (Paragraph((KEY,), "note"), *judged) if judged else (chart,)
    return (*charts, locality_tables.outcomes(subject))


def _durations(subject: Subject) -> tuple[Block, ...]:
    bands = subject.measures.figures.categories("plans.band")
    chart = shares_chart(
        subject,
        "plans.band",
        {band: f"{band} months" for band in bands},
        message=said(
            share(subject.figure("plans.out_of_timescale.share")),
            f" of open plans are {subject.settings.thresholds.out_of_timescale_months} months old "
            "or more and not exempt.",
        ),
        kind="Open plans by age band",
    )
    published = locality_tables.published(subject)
    return (
        *((chart,) if chart else ()),
        locality_tables.durations(subject),
        *((published,) if published else ()),
    )


def _closures(subject: Subject) -> tuple[Block, ...]:
    chart = shares_chart(
        subject,
        "tracker.stage",
        {stage: stage for stage in _stages_met(subject)},
        message=said(
            "Of ",
            whole(subject.figure("tracker.stage", category=DECIDED)),
            " cases on the trackers, ",
            verb(subject.figure("tracker.stage", category=DECIDED), "is", "are"),
            " decided to close and ",
            verb(subject.figure("closures.potential"), "is", "are"),
            " identified for potential closure.",
        ),
        kind="Cases on the trackers by stage",
    )
    return (
        *((chart,) if chart else ()),
        *not_on_a_tracker(subject),
        locality_tables.closures(subject),
        stages_through_time(subject),
        *promises_kept(subject),
    )


def not_on_a_tracker(subject: Subject) -> tuple[Block, ...]:
    """Return how many open plans have no case among those; nothing where a tracker was not read."""
    missing, new = subject.figure("reconcile.not_on_tracker"), subject.figure("reconcile.new_plans")
    all_read = all(team.team in subject.measures.trackers_of for team in subject.teams)
    if not all_read or not (missing.supplied and new.supplied and (missing.value or new.value)):
        return ()
    words = said(
        "Of the ",
        count(subject.figure("plans.open")),
        " open plans, ",
        verb(missing, "has", "have"),
        " no row on a tracker, and ",
        verb(new, "more is", "more are"),
        " too new to need one",
        *_of_unknown_teams(subject),
        ".",
    )
    return (Paragraph(words, "note"),)


def _of_unknown_teams(subject: Subject) -> Words:
    """Return `; 4 are of teams not known`: no tracker can have them."""
    if not subject.has("plans.open", UNKNOWN_LOCALITY):
        return ()
    unknown = subject.figure("plans.open", UNKNOWN_LOCALITY)
    return said("; ", verb(unknown, "is of a team", "are of teams"), " not known")


def _signoffs(subject: Subject) -> tuple[Block, ...]:
    chart = waiting_chart(subject)
    return (*((chart,) if chart else ()), locality_tables.signoff_shares(subject))


def _stages_met(subject: Subject) -> tuple[str, ...]:
    """Return the four stages, and "Not recognised" if a tracker has a word for a stage like that."""
    unread = subject.figure("tracker.stage", category=NOT_RECOGNISED)
    return (*STAGES, NOT_RECOGNISED) if unread.value else STAGES
