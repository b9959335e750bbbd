"""Rows of the trackers and of the tables of scores."""

from typing import Final

from pipeline.model.findings import Rule

COLUMN_MISSING: Final = Rule(
    "tracker.column_missing",
    "warning",
    "kept",
    "The tracker has no column {header}, so {lost}. Headers in it that are not recognised: "
    "{count}.",
    "If one of them is this column, rename it (performance officer: or add it under headers, tracker "
    "in config); else add the column.",
)
STAGE_MISSING: Final = Rule(
    "tracker.stage_missing",
    "warning",
    "kept",
    "The row has no stage and counts as Not recognised.",
    "Choose one of the four stages.",
)
NOT_STARTED: Final = Rule(
    "tracker.not_started",
    "warning",
    "kept",
    "Nothing has been written yet for some of the children: their stage counts as Not recognised "
    "({count}: {rows}).",
    "At the team's next ICM, give each child a stage, a next action, its owner and a date.",
)
STAGE_UNKNOWN: Final = Rule(
    "tracker.stage_unknown",
    "warning",
    "kept",
    "A stage is not one of the four; it counts as Not recognised ({count}: {rows}).",
    "{nearest}Choose one of the four stages (performance officer: or add the words under words, stages in "
    "config).",
)
BARRIER_UNKNOWN: Final = Rule(
    "tracker.barrier_unknown",
    "note",
    "kept",
    "A main barrier is not on the list; it counts as Other ({count}: {rows}).",
    "{nearest}Choose one from the list (performance officer: or add the words under words, barriers in "
    "config).",
)
DUE_UNREADABLE: Final = Rule(
    "tracker.due_unreadable",
    "warning",
    "kept",
    "The due date cannot be read as a date; the action is kept as undated.",
    "Write a date as dd/mm/yyyy.",
)
CHILD_TWICE: Final = Rule(
    "tracker.child_twice",
    "problem",
    "set aside",
    "The child is on the tracker twice. The row with the later discussion date counts (the lower "
    "row if the dates do not tell); this one does not.",
    "Keep one row for each child.",
)

SCORE_NO_TEAM: Final = Rule(
    "score.team_unknown",
    "problem",
    "set aside",
    "The team is not in config, so the score is in no figure.",
    "Correct the team's name, or add it to config as an alias.",
)
SCORE_NO_DATE: Final = Rule(
    "score.no_date",
    "problem",
    "set aside",
    "No observation date is understood, so the score is in no figure.",
    "Write the date as dd/mm/yyyy.",
)
SCORE_AFTER_AS_AT: Final = Rule(
    "score.after_as_at",
    "note",
    "passed over",
    "The observation is later than the as-at date and was left out.",
    "Nothing to do.",
)
SCORE_NO_CRITERION: Final = Rule(
    "score.no_criterion",
    "problem",
    "set aside",
    "The criterion is not a whole number from 1 to 11, so the score is in no figure.",
    "Write the criterion's number.",
)
SCORE_NOT_WHOLE: Final = Rule(
    "score.not_whole",
    "warning",
    "kept",
    "The score is not a whole number from 1 to 5; it counts as not given.",
    "Write one of 1, 2, 3, 4, 5.",
)
SCORE_IS_DATE: Final = Rule(
    "score.is_date",
    "warning",
    "kept",
    "The score is a date, as Excel makes of 4/5; it counts as not given.",
    "Write one of 1, 2, 3, 4, 5 in a cell formatted as text or number.",
)
SCORES_DIFFER: Final = Rule(
    "score.differ",
    "problem",
    "set aside",
    "The same team was scored more than once on one criterion and day, with different scores; none "
    "of them is in a figure.",
    "Keep the right one.",
)
SCORE_TWICE: Final = Rule(
    "score.twice",
    "note",
    "passed over",
    "The same score of a team, criterion and day stands more than once and counts once.",
    "Nothing to do.",
)
