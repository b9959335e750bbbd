"""Rules on the priorities sheet that came back."""

from typing import Final

from pipeline.model.findings import Rule

SHEETS_DIFFER: Final = Rule(
    "priorities.differ",
    "problem",
    "set aside",
    "Different priorities sheets of one period came back (also {others}); which is right is not "
    "known, so none of them counts.",
    "Keep the one that is right and take the others away.",
)
SHEETS_KEPT: Final = Rule(
    "priorities.kept",
    "note",
    "kept",
    "Earlier priorities sheets ({count}) are not in the priorities folder any more; what they take, "
    "note or park counts as it was read when they were there.",
    "Nothing to do. An insight that should not stay parked is marked anew on the next sheet.",
)
SHEET_NO_MEETING: Final = Rule(
    "priorities.no_meeting",
    "note",
    "kept",
    "The priorities sheet names no meeting that is understood. The one that was next when the sheet "
    "was made is taken, where an earlier run knows it.",
    "Write the meeting's date as dd/mm/yyyy.",
)
INSIGHT_UNKNOWN: Final = Rule(
    "priorities.insight_unknown",
    "warning",
    "kept",
    "A row of the priorities sheet names no insight by its reference. Its words stand as a point of "
    "the Assistant Director's own.",
    "Keep the references as they were printed.",
)
CHOICE_READ: Final = Rule(
    "priorities.choice_read",
    "note",
    "repaired",
    "The choice was read as {choice}.",
    "Choose one from the list.",
)
CHOICE_UNCLEAR: Final = Rule(
    "priorities.choice_unclear",
    "warning",
    "kept",
    "The choice is none of take, note and park; the words are kept, and the insight keeps its rank.",
    "Choose one from the list.",
)
CHOICES_DIFFER: Final = Rule(
    "priorities.choices_differ",
    "warning",
    "kept",
    "Two rows of one insight say different things. Their words are kept, and the insight keeps its "
    "rank.",
    "Keep one row for each insight.",
)
ORDER_UNCLEAR: Final = Rule(
    "priorities.order_unclear",
    "note",
    "kept",
    "The order is no whole number; the words are kept, and the insight stands after those with one.",
    "Write 1 for what comes first, 2 for the next, and so on.",
)
