"""The national formats of the extract: Annex A, the CIN census, the Standard Safeguarding Dataset."""

from typing import Final

from pipeline.model.findings import Rule

ANNEX_A_NO_LIST_6: Final = Rule(
    "annexa.no_list",
    "problem",
    "refused",
    "The workbook holds lists of Ofsted's Annex A, but not List 6 (children in need), which is the "
    "only one read.",
    "Export List 6 too, or supply the local case extract.",
)

CENSUS_OTHER: Final = Rule(
    "census.other",
    "problem",
    "refused",
    "The file is {what}, not the CIN census, which is the only XML return read.",
    "Supply the CIN census as it goes to DfE, or the local case extract.",
)
CENSUS_DAMAGED: Final = Rule(
    "census.damaged",
    "problem",
    "refused",
    "The XML breaks off or goes wrong at line {line}: {why}. What stands around it can't be relied "
    "on, so nothing in the file was used.",
    "Download or export the census again, whole.",
)
CENSUS_UNSAFE: Final = Rule(
    "census.unsafe",
    "problem",
    "refused",
    "The XML is not safe to read: {why}.",
    "Ask who supplied it, and export the census again.",
)
CENSUS_TOO_EARLY: Final = Rule(
    "census.too_early",
    "problem",
    "refused",
    "The census is of {year} and holds no CIN plan dates, which are part of the census from 2022 on, "
    "so no plan can be read from it.",
    "Supply the census of a later year, or the local case extract.",
)
CENSUS_NO_PLANS: Final = Rule(
    "census.no_plans",
    "problem",
    "refused",
    "None of the {count} children in the census has a CIN plan in it, so there is nothing to count.",
    "Check that plan dates were exported, or supply the local case extract.",
)
CENSUS_YEARS_DIFFER: Final = Rule(
    "census.years_differ",
    "warning",
    "kept",
    "The census says of itself that it is of {year}, and its reference date is in another year; the "
    "reference date was taken for its date.",
    "Check that it is the census meant.",
)
CENSUS_NEW_YEAR: Final = Rule(
    "census.new_year",
    "note",
    "kept",
    "The census is of {year}, later than any whose layout was known when cinpack was made; it was "
    "read by the names of its elements.",
    "Compare the number of plans with that in the case system.",
)
CENSUS_NUMBERED: Final = Rule(
    "census.numbered",
    "note",
    "kept",
    "More than one plan stands on one line of the file, so plans are numbered in order: row 3 is the "
    "third plan.",
    "Nothing to do.",
)
CENSUS_WITHOUT_PLAN: Final = Rule(
    "census.without_plan",
    "note",
    "passed over",
    "Children in the census without a CIN plan in it are in no figure: {count} of {total}.",
    "Nothing to do if plans are recorded for all who have one.",
)
CENSUS_NO_ID: Final = Rule(
    "census.no_id",
    "problem",
    "set aside",
    "The child whose plan this is has no LAchildID, so the plan is in no figure.",
    "Record the child's ID and export the census again.",
)
CENSUS_REPEATED: Final = Rule(
    "census.repeated",
    "problem",
    "set aside",
    "{element} stands more than once where there can be one, and which is right is unknown, so the "
    "plan is in no figure.",
    "Correct it in the case system and export the census again.",
)
CENSUS_MISPLACED: Final = Rule(
    "census.misplaced",
    "problem",
    "set aside",
    "The dates of a plan stand outside any child's episode, so whose it is is unknown and it is in "
    "no figure.",
    "Export the census again.",
)
CENSUS_PLAN_NO_ACTION: Final = Rule(
    "census.plan_no_action",
    "warning",
    "kept",
    "The plan stands on a referral recorded as needing no further action (DfE 4000).",
    "Correct the referral's outcome or the plan in the case system.",
)
CENSUS_PLAN_ASSESSED_ONLY: Final = Rule(
    "census.plan_assessed_only",
    "warning",
    "kept",
    "The case was closed straight after assessment ({code}), yet it has a plan.",
    "Correct the reason for closure or the plan in the case system.",
)

SSD_NO_PLANS: Final = Rule(
    "ssd.no_plans",
    "problem",
    "refused",
    "This table of the Standard Safeguarding Dataset has no plans of its own, and there is no "
    "ssd_cin_plans of the same date to go with it.",
    "Supply ssd_cin_plans too, with the same date in its name.",
)
SSD_NOT_NEEDED: Final = Rule(
    "ssd.not_needed",
    "note",
    "passed over",
    "This table of the Standard Safeguarding Dataset is not one that plans are read from, so it was "
    "not read.",
    "Nothing to do.",
)
SSD_JOINED: Final = Rule(
    "ssd.joined",
    "note",
    "kept",
    "What these tables say was put beside the plans: {tables}.",
    "Nothing to do.",
)
SSD_TABLES_MISSING: Final = Rule(
    "ssd.tables_missing",
    "warning",
    "kept",
    "Tables of the Standard Safeguarding Dataset that go with the plans are not there: {tables}.",
    "What they would tell is not supplied; export them too if it is wanted.",
)
SSD_COLUMNS_MISSING: Final = Rule(
    "ssd.columns_missing",
    "warning",
    "kept",
    "The table {table} lacks {columns}.",
    "What they would tell is not supplied; export them too if it is wanted.",
)
SSD_NOT_FOUND: Final = Rule(
    "ssd.not_found",
    "warning",
    "kept",
    "Plans whose {key} is in no row of {table}: {count}. They were kept without what it would tell.",
    "Export both tables at the same time.",
)
SSD_TEAM_NUMBERS: Final = Rule(
    "ssd.team_numbers",
    "warning",
    "kept",
    "Without ssd_department, plans name their team by number only.",
    "Export ssd_department too, or give the numbers as aliases of their teams in config.",
)
SSD_AMBIGUOUS: Final = Rule(
    "ssd.ambiguous",
    "warning",
    "kept",
    "The table {table} says differing things of one {key}, so none of them was taken for the plans "
    "concerned ({count}).",
    "Correct the table so that each stands once.",
)
SSD_VISIT_DATES: Final = Rule(
    "ssd.visit_dates",
    "warning",
    "kept",
    "Visits whose date could not be read or is still to come were left out ({count}).",
    "Correct the dates in the case system.",
)
SSD_VISITS_UNCLEAR: Final = Rule(
    "ssd.visits_unclear",
    "warning",
    "kept",
    "Visits that don't say plainly whether the child was seen were left out ({count}).",
    "Write Y or N in cinv_cin_visit_seen.",
)
CP_PLAN_DATES: Final = Rule(
    "extract.cp_plan_dates",
    "warning",
    "kept",
    "Child protection plans whose dates could not be read were not compared with CIN plans ({count}).",
    "Correct the dates in the case system.",
)
