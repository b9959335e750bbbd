"""The minutes of a locality's check-in."""

from typing import Final

from pipeline.model.forms.shape import Form, FormColumn, FormLine, FormTable

TEAM: Final = FormColumn("team", "Team", ("Team name", "Name of team"), needed=True)

PREVIOUS: Final = FormTable(
    "previous",
    "Actions from last time",
    (
        FormColumn("ref", "Ref", ("Reference", "No", "No.", "Number"), needed=True),
        FormColumn("team", "Team"),
        FormColumn("action", "Action", ("Actions", "What")),
        FormColumn("due", "By when", ("Due", "Due date", "Date", "When")),
        FormColumn(
            "figure", "Figure it was to move", ("Figure", "Figure to move", "Measure", "Data")
        ),
        FormColumn("outcome", "Outcome", ("Status", "Result", "Done?", "Progress"), needed=True),
        FormColumn("note", "Note", ("Notes", "Comment", "Comments", "Update")),
    ),
    row="ref",
)

ICMS: Final = FormTable(
    "icms",
    "How the ICMs are going",
    (
        TEAM,
        FormColumn("well", "Going well", ("What is going well", "Well", "Positives"), needed=True),
        FormColumn(
            "less",
            "Going less well",
            ("Less well", "Not going well", "What is going less well", "Challenges"),
        ),
        FormColumn(
            "support", "Support needed", ("Support", "Further support needed", "Help needed")
        ),
    ),
)

ACTIONS: Final = FormTable(
    "actions",
    "Actions agreed today",
    (
        TEAM,
        FormColumn(
            "closing",
            "# plans closing this fortnight",
            ("Plans closing this fortnight", "Plans closing", "Number of plans closing"),
            printed=True,
        ),
        FormColumn(
            "actions",
            "Actions to achieve desired impact",
            ("Actions", "Action", "Actions agreed", "What we will do", "Agreed actions"),
            needed=True,
        ),
        FormColumn("due", "By When", ("When", "Due", "Due date", "Date", "Deadline", "Timescale")),
        FormColumn("notes", "Other notes", ("Notes", "Comments", "Other", "Comment")),
    ),
    never=("ref", "outcome", "figure it was to move"),
)

EXPECTATIONS: Final = FormTable(
    "expectations",
    "What we want the data to do",
    (
        TEAM,
        FormColumn("open", "Open now", ("Open plans", "Open"), printed=True),
        FormColumn("identified", "Identified for closure", ("Identified",), printed=True),
        FormColumn("decided", "Decided to close", ("Decided",), printed=True),
        FormColumn("unchanged", "If nothing changes", ("Nothing changes",), printed=True),
        FormColumn(
            "declared",
            "If declared closures happen",
            ("Declared closures", "If the declared closures happen"),
            printed=True,
        ),
        FormColumn("closing", "Closing this fortnight", ("Closing",), printed=True),
        FormColumn("expected", "We expect", ("Expected", "What we expect", "We expect by")),
        FormColumn(
            "why",
            "What will make the difference",
            ("What will do it", "Why", "How"),
            needed=True,
        ),
    ),
    never=("actions to achieve desired impact",),
)
"""`closing` stood in it until version 3."""

BARRIERS: Final = FormTable(
    "barriers",
    "Barriers and opportunities",
    (
        FormColumn(
            "barrier",
            "Barrier or opportunity",
            ("Barrier", "Barriers", "Opportunity", "Barriers and opportunities"),
            needed=True,
        ),
        FormColumn(
            "response",
            "What we will do about it",
            ("Response", "What we will do", "Action", "What will we do about it"),
        ),
    ),
    row="barrier",
    never=("team",),
)

ATTENDEES: Final = FormTable(
    "attendees",
    "Attendees",
    (
        TEAM,
        FormColumn("manager", "Team manager", ("Manager", "TM"), needed=True, ticks=True),
        FormColumn("supervisor", "Practice supervisor", ("Supervisor", "PS"), ticks=True),
    ),
)

MINUTES: Final = Form(
    "check_in_minutes",
    "Meeting: {locality} CIN Check-In",
    (PREVIOUS, ICMS, ACTIONS, EXPECTATIONS, BARRIERS, ATTENDEES),
    (
        FormLine("date", "Date", ("Date of meeting", "Meeting date")),
        FormLine("chair", "Head of service (chair)", ("Chair", "Head of service"), ticks=True),
        FormLine("performance_officer", "Performance officer", ticks=True),
        FormLine("business_services", "Business services", ticks=True),
        FormLine("others", "Others", ("Others present", "Also present")),
        FormLine("apologies", "Apologies"),
    ),
    versions=("1", "2", "3", "4"),
)
