"""Rows of the case extract, and teams that config does not know.

"DfE 4011" and the like are the codes of the national validator of CIN census returns.
"""

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
    "The plan ends before it starts (DfE 4011), so it is in no figure.",
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
    "The plan starts and ends on the same day (DfE 4012Q). It is kept.",
    "Check that it is not an entry made in error.",
)
ENDS_WITHOUT_REASON: Final = Rule(
    "plan.end_without_reason",
    "note",
    "kept",
    "Ended plans without an end reason count as outcome not known ({count}; compare DfE 8805).",
    "Record why each plan ended.",
)
REASONS_WITHOUT_END: Final = Rule(
    "plan.reason_without_end",
    "note",
    "kept",
    "Plans with an end reason and no end date count as open ({count}; compare DfE 8810).",
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
START_BEFORE_REFERRAL: Final = Rule(
    "plan.before_referral",
    "warning",
    "kept",
    "The plan starts before the referral that it belongs to (DfE 4015). It is kept as it is dated.",
    "Correct whichever of the two dates is wrong in the case system.",
)
PLAN_DURING_CP: Final = Rule(
    "plan.during_cp",
    "warning",
    "kept",
    "The child had a child protection plan at the same time as this CIN plan (DfE 4001, 4016, "
    "4017). It is kept and counts as a CIN plan.",
    "End the one that does not apply in the case system.",
)
START_AFTER_DEATH: Final = Rule(
    "plan.start_after_death",
    "warning",
    "kept",
    "The case system has the child as having died before the plan started (DfE 4008). It is kept.",
    "Check both dates in the case system, and end the plan if it should not be open.",
)
END_AFTER_DEATH: Final = Rule(
    "plan.end_after_death",
    "warning",
    "kept",
    "The case system has the child as having died before the plan ended, or while it is still open "
    "(DfE 4009Q). It is kept.",
    "Check both dates in the case system, and end the plan if it should not be open.",
)
DEATHS_UNDATED: Final = Rule(
    "plan.death_undated",
    "note",
    "kept",
    "Plans whose end reason is that the child died have no date of death ({count}; DfE 8585Q).",
    "Record the date, or correct the reason.",
)
EXEMPTION_UNUSUAL: Final = Rule(
    "plan.exemption_unusual",
    "note",
    "kept",
    "An exemption is not one of the usual reasons for a long plan (disability, supervision order, "
    "private fostering); its plans count as exempt ({count}).",
    "If they are not exempt, clear the exemption in the case system.",
)
EXEMPTION_UNCLEAR: Final = Rule(
    "plan.exemption_unclear",
    "warning",
    "kept",
    "An exemption says only that it is not known or not settled; its plans count as not exempt "
    "({count}).",
    "Record the reason why a long plan is expected, or clear it.",
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
NO_ROW_COUNTS: Final = Rule(
    "extract.no_row_counts",
    "problem",
    "refused",
    "No row of the extract counts, so figures on plans are not supplied.",
    "See what was passed over, and check that it is the right export.",
)
NONE_OPEN: Final = Rule(
    "extract.none_open",
    "warning",
    "kept",
    "Not one plan in the extract is open on the as-at date, as if only closed ones were exported.",
    "Check what was exported.",
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
    "{nearest}Add the name to config as a team or as an alias of one.",
)
TEAM_NO_ROWS: Final = Rule(
    "team.no_rows",
    "warning",
    "kept",
    "No plan in the extract is of the team {team}, so it counts as having none.",
    "If it has some, look for it under another name in the extract, and add that as an alias.",
)
LOCALITY_DIFFERS: Final = Rule(
    "team.locality_differs",
    "warning",
    "kept",
    "Rows name another locality for their team than config does; config's counts ({count}).",
    "Correct the team's locality in config or in the case system.",
)
