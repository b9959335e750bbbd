"""Rows of the case extract, and teams that config does not know."""

from typing import Final

from pipeline.model.findings import Rule

START_MISSING: Final = Rule(
    "plan.start_missing",
    "problem",
    "set aside",
    "The plan has no start date, so it is in no figure.",
    "Enter the start date in the case system.",
)
START_UNREADABLE: Final = Rule(
    "plan.start_unreadable",
    "problem",
    "set aside",
    "The start date cannot be read as a date, so the plan is in no figure.",
    "Write the date as dd/mm/yyyy.",
)
START_OUT_OF_RANGE: Final = Rule(
    "plan.start_out_of_range",
    "problem",
    "set aside",
    "The start date is out of range (before 1990), so the plan is in no figure.",
    "Correct the year.",
)
START_TO_COME: Final = Rule(
    "plan.start_to_come",
    "problem",
    "set aside",
    "The plan starts after the day of the extract and the as-at date, so it is in no figure.",
    "Correct the start date in the case system.",
)
START_AFTER_AS_AT: Final = Rule(
    "plan.start_after_as_at",
    "note",
    "passed over",
    "The plan starts after the as-at date and was left out.",
    "Nothing to do.",
)
END_UNREADABLE: Final = Rule(
    "plan.end_unreadable",
    "problem",
    "set aside",
    "The end date is filled in but cannot be read as a date, so whether the plan is open is "
    "unknown and it is in no figure.",
    "Write the date as dd/mm/yyyy, or leave it blank while the plan is open.",
)
END_OUT_OF_RANGE: Final = Rule(
    "plan.end_out_of_range",
    "problem",
    "set aside",
    "The end date is out of range (before 1990), so whether the plan is open is unknown and it is "
    "in no figure.",
    "Correct the year, or leave the date blank while the plan is open.",
)
END_BEFORE_START: Final = Rule(
    "plan.end_before_start",
    "problem",
    "set aside",
    "The plan ends before it starts, so it is in no figure.",
    "Correct the dates in the case system.",
)
END_FOREVER: Final = Rule(
    "plan.end_forever",
    "note",
    "repaired",
    "The end date is one that case systems use for no end; the plan counts as open.",
    "Leave the end date blank while the plan is open.",
)
END_TO_COME: Final = Rule(
    "plan.end_to_come",
    "note",
    "kept",
    "The end date is after the day of the extract and the as-at date; the plan counts as open.",
    "Check the date.",
)
PLAN_ONE_DAY: Final = Rule(
    "plan.one_day",
    "note",
    "kept",
    "The plan starts and ends on the same day.",
    "Check that it is not an entry made in error.",
)
ENDS_WITHOUT_REASON: Final = Rule(
    "plan.end_without_reason",
    "note",
    "kept",
    "Ended plans without an end reason count as outcome not known ({count}).",
    "Record why each plan ended.",
)
REASONS_WITHOUT_END: Final = Rule(
    "plan.reason_without_end",
    "note",
    "kept",
    "Plans with an end reason and no end date count as open ({count}).",
    "Record when they ended, or remove the reason.",
)
OUTCOME_UNKNOWN: Final = Rule(
    "plan.outcome_unknown",
    "warning",
    "kept",
    "An end reason is on no list of outcomes, so its plans count as outcome not known ({count}).",
    "Add it under words, outcomes in config.",
)
OUTCOME_READ: Final = Rule(
    "plan.outcome_read",
    "note",
    "kept",
    "An end reason was read as {outcome} by a phrase in it ({count} plans).",
    "If that is wrong, add it under words, outcomes in config.",
)
CHILD_ADULT: Final = Rule(
    "child.adult",
    "note",
    "kept",
    "By the date of birth the person on this open plan is 18 or over.",
    "Check the date of birth, or end the plan.",
)
ROW_DUPLICATE: Final = Rule(
    "row.duplicate",
    "note",
    "passed over",
    "The row says the same as an earlier one and counts once.",
    "Nothing to do unless the extract was exported twice.",
)
COLUMN_BLANK: Final = Rule(
    "column.blank",
    "note",
    "kept",
    "The column holds nothing in any row.",
    "If the case system records it, check the export.",
)
COLUMN_IN_PART: Final = Rule(
    "column.in_part",
    "warning",
    "kept",
    "Only some parts of the extract have this column, so it counts as not supplied.",
    "Export the same columns in each part.",
)
NO_USABLE_ROW: Final = Rule(
    "extract.no_usable_row",
    "problem",
    "refused",
    "No row of the extract could be used, so figures on plans are not supplied.",
    "See why each row was set aside; export it again.",
)
OLDER_THAN_AS_AT: Final = Rule(
    "extract.older",
    "note",
    "kept",
    "The extract is {days} days older than the as-at date; what happened since is not in it.",
    "Use an extract of the as-at date.",
)
FAR_FROM_AS_AT: Final = Rule(
    "extract.far",
    "warning",
    "kept",
    "The extract is {days} days {which} than the as-at date, so the figures may not show the state "
    "on that day.",
    "Check the as-at date, or use an extract nearer to it.",
)

TEAM_MISSING: Final = Rule(
    "team.missing",
    "warning",
    "kept",
    "The row has no team; it counts for the authority and under Not known.",
    "Allocate the plan to a team in the case system.",
)
TEAM_UNKNOWN: Final = Rule(
    "team.unknown",
    "warning",
    "kept",
    "A team is not in config: its rows ({count}) count for the authority and under Not known.",
    "Add the name to config as a team or as an alias of one.",
)
LOCALITY_DIFFERS: Final = Rule(
    "team.locality_differs",
    "warning",
    "kept",
    "Rows name another locality for their team than config does; config's counts ({count}).",
    "Correct the team's locality in config or in the case system.",
)
