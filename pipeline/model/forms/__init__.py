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
    BESIDE,
    CHOOSE,
    CLOSED_OUTCOMES,
    DATE_PROMPT,
    FIGURES_TO_MOVE,
    PROMPTS,
    SCORE_PROMPT,
    SHORT_DATE_PROMPT,
)

__all__ = (
    "ACTIONS",
    "ACTION_OUTCOMES",
    "ATTENDEES",
    "BARRIERS",
    "BESIDE",
    "CHOOSE",
    "CLOSED_OUTCOMES",
    "DATE_PROMPT",
    "EXPECTATIONS",
    "FIGURES_TO_MOVE",
    "FORMS",
    "ICMS",
    "MINUTES",
    "OBSERVED",
    "PREVIOUS",
    "PROMPTS",
    "REVIEW",
    "SCORES",
    "SCORE_PROMPT",
    "SHORT_DATE_PROMPT",
    "TEAM",
    "Form",
    "FormColumn",
    "FormLine",
    "FormQuestion",
    "FormTable",
)

FORMS: Final = {form.pack: form for form in (MINUTES, REVIEW)}
"""The forms that are read when they come back, by pack."""
