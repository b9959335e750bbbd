"""The effectiveness review."""

from typing import Final

from pipeline.model.forms.shape import Form, FormColumn, FormLine, FormQuestion, FormTable

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
