"""The sheet on which the Assistant Director chooses which insights the meeting takes up."""

from typing import Final

from pipeline.model.forms.shape import Form, FormColumn, FormLine, FormTable

ORDER: Final = FormColumn("order", "Order", ("Rank", "Order number", "Priority", "Which first"))

CHOSEN: Final = FormTable(
    "insights",
    "What the data says",
    (
        FormColumn("ref", "Ref", ("Reference", "No", "No.", "Number"), needed=True),
        FormColumn(
            "insight", "What we found", ("Insight", "Insights", "What", "Finding"), printed=True
        ),
        FormColumn(
            "choice",
            "Take, note or park",
            ("Choice", "Your choice", "Take/note/park", "Mark"),
            needed=True,
        ),
        ORDER,
        FormColumn("words", "In your words", ("Your words", "Comment", "Comments", "Words")),
    ),
    row="ref",
    never=("your own point",),
)

OWN: Final = FormTable(
    "own",
    "Your own points",
    (
        FormColumn(
            "own", "Your own point", ("Own point", "Own points", "My points", "Point"), needed=True
        ),
        ORDER,
    ),
    row="own",
    never=("ref", "take, note or park"),
)

PRIORITIES: Final = Form(
    "priorities",
    "Priorities for the Operational Leadership Team CIN Check-In",
    (CHOSEN, OWN),
    (FormLine("meeting", "Meeting", ("Date of meeting", "Meeting date", "Date")),),
)
