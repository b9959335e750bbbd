"""The words that forms offer and print: outcomes, figures, prompts, small print."""

from typing import Final

from pipeline.model.figures_to_move import TARGETS

ACTION_OUTCOMES: Final = ("done", "in progress", "not done", "no longer needed")
CLOSED_OUTCOMES: Final = ("done", "no longer needed")
"""An action with one of these does not come back next time."""

NO_FIGURE: Final = "none of these"
FIGURES_TO_MOVE: Final = (*TARGETS, NO_FIGURE)

PROPOSED: Final = " (proposed)"
"""Stands behind a figure that we proposed, in the drop-down too: left as it is, it is no answer."""

CHOOSE: Final = "Choose"
SCORE_PROMPT: Final = "…"
"""Little enough to write over by hand; the scale stands above the table."""
FORMER_SCORE_PROMPT: Final = "1 to 5"
DATE_PROMPT: Final = "dd/mm/yyyy"
SHORT_DATE_PROMPT: Final = "dd/mm/yy"
PROMPTS: Final = (CHOOSE, SCORE_PROMPT, FORMER_SCORE_PROMPT, DATE_PROMPT, SHORT_DATE_PROMPT)
"""What an unanswered control shows, or showed in forms that may still come back. Some editors make plain text of it, which is no answer."""

TO_ASK: Final = "To ask: "
HOW_SURE: Final = "How sure: "
FROM_THE_CHAIR: Final = "From the assistant director"
THEN_AND_NOW: Final = "Data: "
ASKED_BEFORE: Final = "asked last time: "

BESIDE: Final = (
    HOW_SURE,
    TO_ASK,
    THEN_AND_NOW,
    ASKED_BEFORE,
    "last: ",
    "last said: ",
    "last time we expected ",
    "before: ",
    "From the data: ",
    "not reviewed yet",
    "overdue",
    "carried over",
    "open for ",
    "first due ",
)
"""How the small print begins that stands under an entry: a form that lost its marks and its styles
shows by this alone what nobody wrote."""
