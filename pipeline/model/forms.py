"""The forms that go out and come back: their parts, and the headers by which these are found again.

Compose prints these headers and ingest looks for them, so that the two can't disagree. A header
that people reworded is found by its other words; a column is never found by its place alone.
"""

from dataclasses import dataclass
from typing import Final

ACTION_OUTCOMES: Final = ("done", "in progress", "not done", "no longer needed")
CLOSED_OUTCOMES: Final = ("done", "no longer needed")
"""An action with one of these does not come back next time."""

FIGURES_TO_MOVE: Final = (
    "open plans",
    "out of timescale",
    "plans closing",
    "plans not written up",
    "plans not signed off",
    "plans not sent",
    "plans not on the tracker",
    "actions overdue or undated",
    "effectiveness scores",
)

CHOOSE: Final = "Choose"
SCORE_PROMPT: Final = "1 to 5"
DATE_PROMPT: Final = "dd/mm/yyyy"
SHORT_DATE_PROMPT: Final = "dd/mm/yy"
PROMPTS: Final = (CHOOSE, SCORE_PROMPT, DATE_PROMPT, SHORT_DATE_PROMPT)
"""What an unanswered control shows. Some editors make plain text of it, which is no answer."""

BESIDE: Final = (
    "last: ",
    "last said: ",
    "last time we expected ",
    "before: ",
    "From the data: ",
    "not reviewed yet",
    "overdue",
    "carried over",
)
"""How the small print begins that stands under an entry: a form that lost its marks and its styles
shows by this alone what nobody wrote."""


@dataclass(frozen=True)
class FormColumn:
    """A column: what it is called, and what else people call it.

    `needed` columns tell the table from others. A `printed` one comes filled in: what someone
    changes in it is kept as words outside the form. In one with `ticks`, a box stands before a name.
    """

    name: str
    header: str
    aliases: tuple[str, ...] = ()
    needed: bool = False
    printed: bool = False
    ticks: bool = False


@dataclass(frozen=True)
class FormTable:
    """A table to write in; `never` are headers that only another table has.

    `row` is the column that names a row. `by_team` says that further columns are teams, each
    headed by its name.
    """

    part: str
    title: str
    columns: tuple[FormColumn, ...]
    row: str = "team"
    never: tuple[str, ...] = ()
    by_team: bool = False

    def header(self, name: str) -> str:
        """Return the header of the column of that name."""
        return next(column.header for column in self.columns if column.name == name)


@dataclass(frozen=True)
class FormLine:
    """A label with one entry beside it; with `ticks`, the entry may be a box before a name."""

    name: str
    label: str
    aliases: tuple[str, ...] = ()
    ticks: bool = False


@dataclass(frozen=True)
class FormQuestion:
    """A question with room to answer under it."""

    name: str
    question: str
    hint: str = ""


@dataclass(frozen=True)
class Form:
    """A kind of document that comes back; answers to lines and questions are of part `entries`.

    `title` is a pattern of its title, by which a document that lost its identity is still known.
    """

    pack: str
    title: str
    tables: tuple[FormTable, ...]
    lines: tuple[FormLine, ...]
    questions: tuple[FormQuestion, ...] = ()
    versions: tuple[str, ...] = ("1",)

    def table(self, part: str) -> FormTable:
        """Return the table of that part."""
        return next(table for table in self.tables if table.part == part)

    def line(self, name: str) -> FormLine:
        """Return the line of that name."""
        return next(line for line in self.lines if line.name == name)

    def question(self, name: str) -> FormQuestion:
        """Return the question of that name."""
        return next(question for question in self.questions if question.name == name)


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
    versions=("1", "2"),
)

SCORES: Final = FormTable(
    "scores",
    "Scores",
    (FormColumn("criterion", "Name of team", ("Criterion", "Criteria", "Team"), needed=True),),
    row="criterion",
    by_team=True,
)
OBSERVED: Final = "Observation date"
"""The row of the scores that holds no scores; as an answer its row is `observed`."""

REVIEW: Final = Form(
    "effectiveness_review",
    "ICM Meeting Effectiveness Checklist",
    (SCORES,),
    (
        FormLine("locality", "Locality"),
        FormLine("date", "Date", ("Date of review", "Review date")),
        FormLine("completed_by", "Completed by (name)", ("Completed by", "Reviewer", "Name")),
        FormLine(
            "next_date",
            "Date planned for next review",
            ("Next review", "Next review date", "Date of next review"),
        ),
        FormLine(
            "next_person",
            "Person planned to do next review",
            ("Next reviewer", "Person doing next review"),
        ),
    ),
    (
        FormQuestion(
            "changed",
            "Have effectiveness scores changed since the previous review?",
            "e.g. criteria 1, 2, 3, 4 all increased from 1/2 to 4/5",
        ),
        FormQuestion(
            "doing",
            "What are we doing/could be doing to improve?",
            (
                "e.g. TM to email TC as soon as a plan is signed off. PS and TM to hold 15 minutes in "
                "calendars for dashboard review before ICM"
            ),
        ),
        FormQuestion(
            "expected",
            "How is this expected to change the scores?",
            "e.g. criteria 9 and 11 expected to go up to 4 or 5.",
        ),
    ),
    versions=("1", "2"),
)

FORMS: Final = {form.pack: form for form in (MINUTES, REVIEW)}
"""The forms that are read when they come back, by pack."""
