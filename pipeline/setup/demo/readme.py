"""The page beside the invented inputs that says what they are, and how to make them again."""

from pipeline.setup.demo.organisation import Organisation


def readme_text(organisation: Organisation, command: str) -> str:
    """Return the page, in Markdown."""
    stories = organisation.stories
    slow = next(t for t in organisation.teams if t.locality == stories.slow_to_send)
    return f"""# Everything in this folder is invented

There is no Exampleshire. No child, family or worker in these files exists: the ids were counted
out by a program, and the names are words for "example". It was written by

    {command}

which gives the same files again, byte for byte. Never put real files beside these: make a folder
of your own with its own `config/` and `inputs/`.

| folder | holds |
|---|---|
| `extracts/` | the case extract: plans open now or ended in the last two and a half years |
| `trackers/` | a workbook per team, in the folders that Teams keeps them in |
| `reviews/` | two rounds of effectiveness scores |
| `minutes/` | empty until minutes come back filled in |
| `priorities/` | empty until the insight sheet comes back |

## What is there to be found

- {stories.drifting} is drifting: its plans have slowed down over the last year and are signed off
  late, its tracker has not been gone through for weeks, and its second review has not happened.
- {stories.improved} has closed many more plans over the last four months, and its scores have risen.
- {slow.locality} is slow to send plans out once they are signed off.

A couple of rows in a hundred are wrong in the ways real ones are: dates in assorted forms, ids that
lost their zeros, misspelt stages, a team nobody knows, a child twice, a row with no id.
"""
