"""The page beside the invented inputs that says what they are, and how to make them again."""

from collections.abc import Iterator
from datetime import date

from pipeline.model.dates import add_months
from pipeline.setup.demo.organisation import Organisation


def readme_text(organisation: Organisation, command: str) -> str:
    """Return the page, in Markdown."""
    stories = "\n".join(f"- {story}" for story in _stories(organisation))
    return f"""# Everything in this folder is invented

There is no Exampleshire. No child, family or worker in these files exists: the ids were counted
out by a program, and the names are words for "example". It was written by

    {command}

which gives the same authority again. Never put real files beside these: make a folder of your own
with its own `config/` and `inputs/`.

| folder | holds |
|---|---|
| `extracts/` | the case extract: plans open now or ended in the last two and a half years |
| `trackers/` | a workbook per team, in the folders that Teams keeps them in |
| `reviews/` | effectiveness scores from before the forms, and the forms that came back |
| `minutes/` | the check-in minutes of the months before that came back filled in |
| `priorities/` | the insight sheets of the months before that came back |

The months before are runs of the pipeline on what was known then, so the papers that came back are
those that it made.

## What is true, and there to be found

{stories}

All else is ordinary: months differ by chance, an end in twelve is recorded weeks late, and a
closing date in three slips. A couple of rows in a hundred are wrong in the ways real ones are:
dates in assorted forms, ids that lost their zeros, misspelt stages, a team nobody knows, a child
twice, a row with no id.
"""


def _stories(organisation: Organisation) -> Iterator[str]:
    """Yield each story that is told of somebody; the smallest authorities lack some."""
    told, as_at = organisation.stories, organisation.as_at
    agreed = _month(add_months(as_at, -3))
    if told.drifting:
        yield (
            f"{told.drifting} is drifting: its plans have slowed down over the last year and are signed "
            "off late, its tracker is gone through every sixth week, and its latest review has not "
            f"happened. What its check-in of {agreed} agreed on, to review plans past six months, is "
            "said to be done and has not worked."
        )
    if told.improved:
        yield (
            f"{told.improved} has closed many more plans since {_month(add_months(as_at, -4))}, and its "
            "scores have risen."
        )
    if told.prompted:
        yield (
            f"{told.prompted} wrote plans up late until its check-in of {agreed} agreed on time for it in "
            "the calendars; it has been prompt since."
        )
    if told.promising:
        yield (
            f"{told.promising} sets closing dates that mostly pass, and expects more closures than come."
        )
    if told.steady:
        yield (
            f"{told.steady} works as it should, month after month: plans written up, dated actions, closing "
            "dates kept, high scores."
        )
    if told.fallen:
        yield (
            f"In {told.fallen} plans have closed at about half their pace since {_month(add_months(as_at, -3))}."
        )
    yield f"{told.slow_to_send} is slow to send plans out once they are signed off."


def _month(day: date) -> str:
    """Return a month in words that don't depend on the machine's language."""
    names = "January February March April May June July August September October November December"
    return f"{names.split()[day.month - 1]} {day.year}"
