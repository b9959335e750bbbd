"""The figures that actions are to move: what each counts, which way it should go, what names it."""

from dataclasses import dataclass
from typing import Final

from pipeline.model.variation import Direction


@dataclass(frozen=True)
class FigureToMove:
    """A figure as the minutes name it.

    `measures` are added up; none where it is worked out from more than the state at D. `words` are
    those by which an action is taken to be about it, in small letters; config may add others. `former`
    are names that forms, kept minutes and config had for it before: they are still read.
    """

    name: str
    wanted: Direction
    measures: tuple[str, ...]
    words: tuple[str, ...]
    former: tuple[str, ...] = ()


CLOSING: Final = FigureToMove(
    "plans closed or stepped down",
    "up",
    (),
    (
        "close",
        "closed",
        "closes",
        "closing",
        "closure",
        "closures",
        "end plan",
        "end plans",
        "step down",
        "step downs",
        "stepped down",
        "stepping down",
    ),
    ("plans closing",),
)
"""A finish is not a good outcome by itself: plans closed or stepped down count, no others."""

SCORES: Final = FigureToMove(
    "effectiveness scores",
    "up",
    (),
    (
        "attend",
        "attendance",
        "checklist",
        "criteria",
        "criterion",
        "effectiveness",
        "observe",
        "scores",
    ),
)

TARGETS: Final = {
    each.name: each
    for each in (
        FigureToMove(
            "open plans",
            "down",
            ("plans.open",),
            (
                "case numbers",
                "caseload",
                "caseloads",
                "number of plans",
                "open cases",
                "open plans",
            ),
        ),
        FigureToMove(
            "out of timescale",
            "down",
            ("plans.out_of_timescale",),
            (
                "9 months",
                "drift",
                "drifting",
                "long plans",
                "longest",
                "nine months",
                "out of timescale",
                "out of timescales",
                "overdue plans",
                "plans overdue",
                "timescale",
                "timescales",
            ),
        ),
        FigureToMove(
            "past the review point",
            "down",
            ("plans.past_review_point",),
            ("6 month", "6 months", "review point", "six month", "six months"),
        ),
        CLOSING,
        FigureToMove(
            "closures overdue or undated",
            "down",
            ("closures.overdue", "closures.undated"),
            (
                "closing date",
                "closing dates",
                "closure date",
                "closure dates",
                "date for closure",
                "date to close",
                "dates for closure",
                "dates to close",
            ),
        ),
        FigureToMove(
            "plans not written up",
            "down",
            ("signoff.unwritten",),
            ("write up", "write ups", "writing up", "written up", "wrote up"),
        ),
        FigureToMove(
            "plans not signed off",
            "down",
            ("signoff.unsigned",),
            ("authorise", "sign off", "sign offs", "signed off", "signing off", "signoff"),
        ),
        FigureToMove(
            "plans not sent",
            "down",
            ("signoff.unsent",),
            ("circulate", "send", "send out", "sending", "sent", "sent out"),
        ),
        FigureToMove(
            "plans not on the tracker",
            "down",
            ("reconcile.not_on_tracker",),
            ("icm document", "icm doc", "tracker", "trackers"),
        ),
        FigureToMove(
            "actions overdue or undated",
            "down",
            ("actions.overdue", "actions.undated"),
            (
                "action dates",
                "actions dated",
                "date every action",
                "dated actions",
                "dates for actions",
                "due dates",
                "overdue",
                "specific dates",
                "undated",
                "without a date",
                "without dates",
            ),
        ),
        SCORES,
    )
}
"""The figures by name, in the order of the drop-down."""

FORMER_NAMES: Final = {former: each.name for each in TARGETS.values() for former in each.former}
"""Today's name of a figure by each that it had before."""


def name_today(name: str) -> str:
    """Return the name that a figure has today; other words stay as they are."""
    return FORMER_NAMES.get(name, name)
