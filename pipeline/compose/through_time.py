"""What earlier runs let the papers say: time in stage, closures kept, what is recorded late."""

from typing import Final

from pipeline.compose.side_tables import by_place
from pipeline.compose.subject import Subject
from pipeline.compose.wording import (
    count,
    counted,
    said,
    share,
    span_words,
    verb,
    whole,
    window_words,
)
from pipeline.model.content import Block, Paragraph, Words
from pipeline.model.measures import Figure
from pipeline.model.scopes import Scope
from pipeline.model.terms import STAGES

KEPT: Final = "closures.kept"
NONE_DUE: Final = "none due"
NOT_YET: Final = "How long cases have been in their stage will be known once an earlier run has read the trackers."


def stages_through_time(subject: Subject) -> Block:
    """Return how many cases are long in their stage and which moved, by locality.

    How long is only told where an earlier run is as old as the time that counts as long.
    """
    places = (*subject.localities, subject.scope)
    if not any(subject.figure("stage.median_days", place).supplied for place in places):
        return Paragraph((NOT_YET,), "note")
    since = subject.measures.since_last(subject.document.spec.name, subject.scope)
    days = subject.settings.thresholds.stage_unchanged_days
    told = any(subject.figure("stage.long", place, STAGES[0]).supplied for place in places)

    def cells(place: Scope) -> tuple[Words, ...]:
        long = (subject.figure("stage.long", place, each) for each in STAGES)
        return (
            *(tuple(_of_whole(figure) for figure in long) if told else ()),
            (count(subject.figure("stage.advanced", place, window=since)),),
            (count(subject.figure("stage.back", place, window=since)),),
        )

    moved = f"Moved: {window_words(since)}." if since else "Moved: since the run before."
    counted_from = (
        f"{days} days or more: seen in the stage by a run that long ago and by every run since. "
        if told
        else f"Which cases are in their stage for {days} days or more will be known once an earlier "
        "run is as old. "
    )
    return by_place(
        subject,
        f"Cases in their stage for {days} days or more, and cases that moved"
        if told
        else "Cases that moved",
        (*(STAGES if told else ()), "moved on", "moved back"),
        cells,
        note=(f"{counted_from}{moved}",),
        unknown="none",
    )


def _of_whole(figure: Figure) -> Words:
    return (count(figure), " of ", whole(figure)) if figure.supplied else (count(figure),)


def kept_cell(figure: Figure) -> Words:
    """Return `2 of 5`, the closures kept of those promised, or why there is no such number."""
    if figure.supplied and not figure.denominator:
        return (NONE_DUE,)
    return (count(figure), " of ", whole(figure)) if figure.supplied else (count(figure),)


def knows_promises(subject: Subject) -> bool:
    """Return whether closures promised before can be told of any locality."""
    return any(subject.spanning(KEPT, place).supplied for place in subject.localities)


def promises_kept(subject: Subject) -> tuple[Block, ...]:
    """Return a sentence on the closures that the last papers promised; none if there were none."""
    promised, kept = subject.spanning("closures.promised"), subject.spanning(KEPT)
    if not kept.supplied or not promised.value:
        return ()
    return (
        Paragraph(
            said(
                "Last time the trackers planned ",
                counted(promised, "closure"),
                f" from {span_words(kept.window)}; ",
                verb(kept, "has", "have"),
                " closed or stepped down.",
            )
        ),
    )


def recorded_late(subject: Subject) -> Words:
    """Return a sentence on how much was recorded late before; nothing where that isn't known.

    It stands beside the latest month, which is provisional.
    """
    late = subject.spanning("plans.finishes.recorded_late.share")
    if not late.supplied:
        return ()
    return said(
        " The latest month is provisional: about ",
        share(late),
        f" of finishes {window_words(late.window)} were entered late.",
    )
