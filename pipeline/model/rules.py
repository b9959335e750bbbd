"""The catalogue of data problems: one code, one severity, one sentence, one remedy each.

Sentences hold no cell values: only names of files, teams, columns, and counts (`{...}`).
"""

from typing import Final

from pipeline.model.findings import Rule

FILE_UNREADABLE: Final = Rule(
    "file.unreadable",
    "problem",
    "refused",
    "The file cannot be read: {why}.",
    "Open it in Excel, save it again as .xlsx (or CSV UTF-8) and put it back.",
)
