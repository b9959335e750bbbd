"""The plans that wait for a step between meeting and family, by locality: one chart, one message."""

from pipeline.compose.charts import series
from pipeline.compose.subject import Subject
from pipeline.compose.wording import count, long_date, said, verb
from pipeline.model.content import Chart, Words, plain

STEPS = {
    "unwritten": "To be written up",
    "unsigned": "To be signed off",
    "unsent": "To be sent",
}


def waiting_chart(subject: Subject) -> Chart | None:
    """Return the plans waiting for each step as bars side by side; None where that isn't known."""
    places = [p for p in subject.localities if subject.has("signoff.unwritten", p)]
    if not places:
        return None
    message = _message(subject)
    return Chart(
        kind="stacked",
        message=message,
        alt=(
            "Bar chart. Open plans that wait to be written up, signed off or sent, for each locality. "
            f"{plain(message)}"
        ),
        labels=tuple(place.name for place in places),
        series=tuple(
            series(label, [subject.figure(f"signoff.{step}", place) for place in places])
            for step, label in STEPS.items()
        ),
        source=f"As at {long_date(subject.as_at)}. Numbers in the bars are plans.",
    )


def _message(subject: Subject) -> Words:
    unwritten, unsigned, unsent = (subject.figure(f"signoff.{step}") for step in STEPS)
    return said(
        verb(unwritten, "plan waits", "plans wait"),
        " to be written up, ",
        count(unsigned),
        " for their sign-off and ",
        count(unsent),
        " to be sent.",
    )
