"""The briefing's tables with a row for each locality."""

from datetime import date

from pipeline.compose.format_words import age_header, counts_episodes
from pipeline.compose.scores import DASH, mean_or_dash
from pipeline.compose.side_tables import by_place
from pipeline.compose.subject import Subject
from pipeline.compose.through_time import KEPT, kept_cell, knows_promises, recorded_late
from pipeline.compose.wording import (
    count,
    decimal,
    fine_percent,
    fine_share,
    month_words,
    said,
    share,
    short_day,
    whole,
    window_words,
)
from pipeline.model.content import Cell, Row, Table, TableColumn, Words
from pipeline.model.scopes import Scope
from pipeline.model.terms import DECIDED, DFE_BANDS, IDENTIFIED, NOT_SUPPLIED, OUTCOMES


def side_by_side(subject: Subject) -> Table:
    """Return the localities' main figures, and the authority's."""
    month = subject.windows.latest_month
    head = month_words(month) if month else "latest month"
    knows = knows_promises(subject)

    def cells(place: Scope) -> tuple[Words, ...]:
        return (
            (count(subject.figure("plans.open", place)),),
            _monthly(subject, "plans.starts", place),
            _monthly(subject, "plans.finishes", place),
            (share(subject.figure("plans.out_of_timescale.share", place)),),
            (share(subject.figure("signoff.written_within_target", place)),),
            (share(subject.figure("signoff.sent_promptly", place)),),
            *((kept_cell(subject.spanning(KEPT, place)),) if knows else ()),
            (mean_or_dash(subject.figure("score.mean", place, "meeting")),),
        )

    return by_place(
        subject,
        f"Localities side by side: {head} and the state now",
        (
            "Open plans",
            "Starts",
            "Finishes",
            "Out of timescale",
            "Written within target",
            "Sent promptly",
            *(("Planned closures done",) if knows else ()),
            "Meeting score",
        ),
        cells,
        note=said(
            "Written within target: within "
            f"{subject.settings.thresholds.written_within_working_days} working days of the "
            "meeting. Sent promptly: by the next working day after sign-off. Meeting score: "
            "criteria 1 to 7. ",
            "Planned closures done: of those that the last papers expected by now, the ones closed or "
            "stepped down."
            if knows
            else "Planned closures, and how many were done, are known from the second run on.",
            recorded_late(subject),
        ),
        unknown="note",
    )


def outcomes(subject: Subject) -> Table:
    """Return how plans finished over the last twelve months, by what the end reason means."""
    window = subject.windows.year or subject.windows.latest_month

    def cells(place: Scope) -> tuple[Words, ...]:
        return (
            (count(subject.figure("plans.starts", place, window=window)),),
            (count(subject.figure("plans.finishes", place, window=window)),),
            *(
                (count(subject.figure("plans.finishes.outcome", place, outcome, window)),)
                for outcome in OUTCOMES
            ),
        )

    return by_place(
        subject,
        "How plans finished over twelve months",
        ("Starts", "Finishes", *(_outcome_header(outcome) for outcome in OUTCOMES)),
        cells,
        note=(f"Plans that started or finished {window_words(window)}.",),
    )


def durations(subject: Subject) -> Table:
    """Return ages of open plans, lengths of finished ones, exempt plans apart."""
    window = subject.windows.year

    def cells(place: Scope) -> tuple[Words, ...]:
        length: Words = (
            (decimal(subject.figure("plans.length.median_days", place, window=window)),)
            if window
            else (NOT_SUPPLIED if counts_episodes(subject) else DASH,)
        )
        return (
            (count(subject.figure("plans.open", place)),),
            (decimal(subject.figure("plans.age.median_days", place)),),
            (count(subject.figure("plans.past_review_point", place)),),
            (count(subject.figure("plans.out_of_timescale", place)),),
            (share(subject.figure("plans.out_of_timescale.share", place)),),
            (count(subject.figure("plans.out_of_timescale.exempt", place)),),
            length,
        )

    limits = subject.settings.thresholds
    return by_place(
        subject,
        "How long plans have been open, and how long finished ones were",
        (
            "Open plans",
            age_header(subject, "Median age in days"),
            f"{limits.review_point_months} months or more",
            "Out of timescale",
            "Share out of timescale",
            "Exempt",
            "Median length of finished",
        ),
        cells,
        note=said(
            f"Out of timescale: {limits.out_of_timescale_months} months or more and not exempt. "
            "A plan is exempt if it is as old but has a recorded reason why a long plan is expected. ",
            f"Length in days of plans finished {window_words(window)}." if window else "",
        ),
    )


def published(subject: Subject) -> Table | None:
    """Return the authority's open plans beside published figures; None if config has none."""
    theirs = subject.settings.published_figures
    if not theirs:
        return None
    rows = [
        Row(
            (
                Cell((f"{subject.settings.authority.name}: open {subject.settings.words.plan}s",)),
                *(
                    Cell((fine_share(subject.figure("plans.dfe_band.share", category=band)),))
                    for band in DFE_BANDS
                ),
            ),
            "total",
        )
    ]
    rows += [
        Row(
            (
                Cell((figures.label,), small=(figures.counts,)),
                *(
                    Cell((fine_percent(figures.shares[band]) if band in figures.shares else DASH,))
                    for band in DFE_BANDS
                ),
            )
        )
        for figures in theirs
    ]
    sources = " ".join(f"{figures.label}: {figures.source}." for figures in theirs)
    return Table(
        "Beside published figures, which do not count the same thing",
        (TableColumn("How long open", 2.4), *(TableColumn(b, 1, "right") for b in DFE_BANDS)),
        tuple(rows),
        note=(
            (
                "Published durations are of episodes of need, which begin at referral and take in far "
                "more children than plans do; compare the shape, not the numbers. A plan of exactly "
                "three or six months is in DfE’s lower band, and in the higher one in our chart. "
                "Shares are rounded. "
                f"{sources}"
            ),
        ),
    )


def closures(subject: Subject) -> Table:
    """Return what is decided and when, by locality."""

    def cells(place: Scope) -> tuple[Words, ...]:
        return (
            (count(subject.figure("tracker.stage", place, IDENTIFIED)),),
            (count(subject.figure("tracker.stage", place, DECIDED)),),
            (count(subject.spanning("closures.before_meeting", place)),),
            (_first_day(subject.spanning("closures.fortnight", place).window),),
            (count(subject.spanning("closures.fortnight", place)),),
            (count(subject.spanning("closures.next_meeting", place)),),
            (count(subject.figure("closures.overdue", place)),),
            (count(subject.figure("closures.undated", place)),),
        )

    return by_place(
        subject,
        "Plans that teams mean to close, and by when",
        (
            "Identified for closure",
            "Decided to close",
            "of these before meeting",
            "Fortnight begins",
            "in that fortnight",
            "up to next meeting",
            "past their date",
            "without a date",
        ),
        cells,
        note=(
            (
                "Up to the next meeting takes in the fortnight. Each locality’s fortnight begins with "
                "its own meeting, the authority’s with the OLT’s, so these columns need not add up."
            ),
        ),
        unknown="none",
    )


def signoff_shares(subject: Subject) -> Table:
    """Return how timely each step from meeting to sending is, by locality."""

    def cells(place: Scope) -> tuple[Words, ...]:
        written = subject.figure("signoff.written_within_target", place)
        sent = subject.figure("signoff.sent_promptly", place)
        return (
            (share(written),),
            (whole(written),),
            (share(sent),),
            (whole(sent),),
            *(
                (decimal(subject.figure(f"signoff.median_days_to_{step}", place)),)
                for step in ("written", "signed", "sent")
            ),
        )

    return by_place(
        subject,
        "From the meeting to the family: how timely each step is",
        (
            "Written within target",
            "plans judged",
            "Sent promptly",
            "plans judged",
            "Days to written",
            "Days to signed off",
            "Days to sent",
        ),
        cells,
        note=(
            (
                "Days are medians, in working days from the step before. A date earlier than the step "
                "before it counts as not done; data-quality.html counts them."
            ),
        ),
        unknown="note",
    )


def _monthly(subject: Subject, measure: str, place: Scope) -> Words:
    month = subject.windows.latest_month
    return (count(subject.figure(measure, place, window=month)),) if month else (DASH,)


def _first_day(window: str) -> str:
    return short_day(date.fromisoformat(window.split("/", maxsplit=1)[0]))


def _outcome_header(outcome: str) -> str:
    return "Outcome not known" if outcome == "not known" else outcome.capitalize()
