"""The minutes of the Operational Leadership Team's check-in: localities where a locality has teams."""

from dataclasses import replace
from typing import Final

from pipeline.model.forms import check_in
from pipeline.model.forms.shape import Form, FormColumn, FormTable

PLACE: Final = FormColumn("team", "Locality", ("Team", "Place"), needed=True)
"""Named as in a locality's minutes, where a row is a team's."""

DISCUSSIONS: Final = FormTable(
    "discussions",
    "What to look at first",
    (
        FormColumn("ref", "Ref", ("Reference", "No", "No.", "Number")),
        FormColumn("insight", "What the data says", ("Insight", "Insights", "What")),
        FormColumn(
            "discussed", "What we said", ("Discussion", "Discussed", "What was said"), needed=True
        ),
        FormColumn("decided", "What we decided", ("Decision", "Decisions", "Decided"), needed=True),
    ),
    row="ref",
    never=("outcome", "figure it was to move"),
)

ACTIONS: Final = replace(
    check_in.ACTIONS,
    columns=tuple(
        {
            "team": PLACE,
            "closing": replace(
                column,
                header="# plans closing before the next check-in",
                aliases=("Plans closing before the next check-in", *column.aliases),
            ),
        }.get(column.name, column)
        for column in check_in.ACTIONS.columns
    ),
)

EXPECTATIONS: Final = replace(
    check_in.EXPECTATIONS,
    columns=tuple(
        {
            "team": PLACE,
            "closing": replace(column, header="Closing before the next check-in"),
        }.get(column.name, column)
        for column in check_in.EXPECTATIONS.columns
    ),
)

ATTENDEES: Final = FormTable(
    "attendees",
    "Attendees",
    (
        PLACE,
        FormColumn("head", "Head of service", ("HoS",), needed=True, ticks=True),
        FormColumn("instead", "In their place", ("Representative", "Rep", "Deputy")),
    ),
)

PREVIOUS: Final = replace(
    check_in.PREVIOUS,
    columns=tuple(
        replace(PLACE, needed=False) if column.name == "team" else column
        for column in check_in.PREVIOUS.columns
    ),
)

OLT_MINUTES: Final = Form(
    "olt_check_in_minutes",
    "Meeting: Operational Leadership Team CIN Check-In",
    (PREVIOUS, DISCUSSIONS, ACTIONS, EXPECTATIONS, check_in.BARRIERS, ATTENDEES),
    tuple(
        replace(line, label="Assistant director (chair)", aliases=("Chair", "Assistant director"))
        if line.name == "chair"
        else line
        for line in check_in.MINUTES.lines
    ),
    versions=("1", "2"),
)
