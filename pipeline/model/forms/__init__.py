"""The forms that go out and come back: their parts, and the headers by which these are found again.

Compose prints these headers and ingest looks for them, so that the two can't disagree. A header
that people reworded is found by its other words; a column is never found by its place alone.
"""

from typing import Final

from pipeline.model.forms.check_in import (
    ACTIONS,
    ATTENDEES,
    BARRIERS,
    EXPECTATIONS,
    ICMS,
    MINUTES,
    PREVIOUS,
    TEAM,
)
from pipeline.model.forms.olt_check_in import DISCUSSIONS, OLT_MINUTES
from pipeline.model.forms.priorities import CHOSEN, OWN, PRIORITIES
from pipeline.model.forms.review import (
    OBSERVED,
    REVIEW,
    SCORES,
)
from pipeline.model.forms.shape import (
    Form,
    FormColumn,
    FormLine,
    FormQuestion,
    FormTable,
)
from pipeline.model.forms.words import (
    ACTION_OUTCOMES,
    ASKED_BEFORE,
    BESIDE,
    CHOOSE,
    CLOSED_OUTCOMES,
    DATE_PROMPT,
    FIGURES_TO_MOVE,
    FROM_THE_CHAIR,
    HOW_SURE,
    NO_FIGURE,
    PROMPTS,
    PROPOSED,
    SCORE_PROMPT,
    SHORT_DATE_PROMPT,
    THEN_AND_NOW,
    TO_ASK,
)

__all__ = (
    "ACTIONS",
    "ACTION_OUTCOMES",
    "ASKED_BEFORE",
    "ATTENDEES",
    "BARRIERS",
    "BESIDE",
    "CHECK_INS",
    "CHOOSE",
    "CHOSEN",
    "CLOSED_OUTCOMES",
    "DATE_PROMPT",
    "DISCUSSIONS",
    "EXPECTATIONS",
    "FIGURES_TO_MOVE",
    "FORMS",
    "FROM_THE_CHAIR",
    "HOW_SURE",
    "ICMS",
    "MINUTES",
    "NO_FIGURE",
    "OBSERVED",
    "OLT_MINUTES",
    "OWN",
    "PREVIOUS",
    "PRIORITIES",
    "PROMPTS",
    "PROPOSED",
    "REVIEW",
    "SCORES",
    "SCORE_PROMPT",
    "SHORT_DATE_PROMPT",
    "TEAM",
    "THEN_AND_NOW",
    "TO_ASK",
    "Form",
    "FormColumn",
    "FormLine",
    "FormQuestion",
    "FormTable",
)

CHECK_INS: Final = (MINUTES, OLT_MINUTES)
"""Both kinds of minutes; they agree on actions in the same way."""

FORMS: Final = {form.pack: form for form in (*CHECK_INS, REVIEW, PRIORITIES)}
"""The forms that are read when they come back, by pack."""
