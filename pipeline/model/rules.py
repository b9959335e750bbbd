"""The catalogue of data problems: one code, one severity, one sentence, one remedy each.

Sentences hold no cell values: only names of files, teams, columns, and counts (`{...}`).
"""

from typing import Final

from pipeline.model.findings import Rule

# Files

FILE_UNREADABLE: Final = Rule(
    "file.unreadable",
    "problem",
    "refused",
    "The file cannot be read: {why}.",
    "Open it in Excel, save it again as .xlsx (or CSV UTF-8) and put it back.",
)
FILE_EMPTY: Final = Rule(
    "file.empty",
    "problem",
    "refused",
    "The file is empty, as a file is that has not been downloaded yet.",
    "Let SharePoint finish syncing, or export it again.",
)
FILE_TOO_LARGE: Final = Rule(
    "file.too_large",
    "problem",
    "refused",
    "The file is larger than {limit}, far more than an authority's cases need.",
    "Check what was exported and export the cases alone.",
)
FILE_TOO_LONG: Final = Rule(
    "file.too_long",
    "problem",
    "refused",
    "A sheet has more than {limit} rows with something in them.",
    "Check what was exported and export the cases alone.",
)
FILE_PROTECTED: Final = Rule(
    "file.protected",
    "problem",
    "refused",
    "The file is protected with a password, so nothing in it can be read.",
    "Open it, take the password off (File, Info, Protect Workbook) and save it again.",
)
FILE_OLD_EXCEL: Final = Rule(
    "file.old_excel",
    "problem",
    "refused",
    "The file is an old Excel workbook (.xls), whatever its name says.",
    "Open it in Excel and save it as .xlsx.",
)
FILE_WEB_PAGE: Final = Rule(
    "file.web_page",
    "problem",
    "refused",
    "The file is a web page, such as a sign-in page saved in place of the export.",
    "Sign in and download the file again.",
)
FILE_NOT_ITS_KIND: Final = Rule(
    "file.not_its_kind",
    "problem",
    "refused",
    "The file is named {suffix} but is {found}.",
    "Save it from Excel as .xlsx or CSV UTF-8, so that name and content agree.",
)
FILE_NOT_WORKBOOK: Final = Rule(
    "file.not_workbook",
    "problem",
    "refused",
    "The file is a zip archive but holds no Excel workbook.",
    "Take the workbook out of the archive, or save it again as .xlsx.",
)
FILE_STRICT: Final = Rule(
    "file.strict",
    "problem",
    "refused",
    "The workbook was saved as Strict Open XML, which cannot be read reliably.",
    "Open it in Excel and save it as Excel Workbook (.xlsx).",
)
FILE_DAMAGED: Final = Rule(
    "file.damaged",
    "problem",
    "refused",
    "The workbook is damaged or was only partly copied.",
    "Open it in Excel, let it repair the file, save it as .xlsx and put it back.",
)
FILE_UNSAFE: Final = Rule(
    "file.unsafe",
    "problem",
    "refused",
    "The workbook is not safe to open: {why}.",
    "Ask who supplied it; copy its cells into a new workbook and use that.",
)
FILE_LOCKED: Final = Rule(
    "file.locked",
    "problem",
    "refused",
    "The system does not let the file be read.",
    "Close it wherever it is open and check that you may open it, then run again.",
)
FILE_LINK: Final = Rule(
    "file.link",
    "problem",
    "refused",
    "This is a link to somewhere else, which is not followed.",
    "Put the file or folder itself there.",
)
FILE_OPEN: Final = Rule(
    "file.open",
    "note",
    "kept",
    "The workbook of this name was open while it was read, so the newest changes may be missing.",
    "If they matter, save and close it, then run again.",
)
FILE_OUTSIDE: Final = Rule(
    "file.outside",
    "warning",
    "kept",
    "The file lies in none of the folders that are read, so it was not used.",
    "Move it to extracts, trackers, minutes, reviews or priorities, or away.",
)
FILE_TWICE: Final = Rule(
    "file.twice",
    "note",
    "passed over",
    "The file is the same, byte for byte, as {other}, so it was read once.",
    "Remove one of the two.",
)
FILE_LATER_KIND: Final = Rule(
    "file.later_kind",
    "problem",
    "refused",
    "The file is {what}, which is not read yet.",
    "Open it in Excel and save it as .xlsx, or export it as CSV UTF-8.",
)
FILE_OTHER_KIND: Final = Rule(
    "file.other_kind",
    "problem",
    "refused",
    "Files of this kind ({suffix} suffix) are not read.",
    "Supply an Excel workbook (.xlsx) or a CSV UTF-8 file.",
)
FILE_NOT_OURS: Final = Rule(
    "file.not_ours",
    "note",
    "kept",
    "The file is not an ICM tracker by its name and was left alone.",
    "Nothing need be done unless it is meant to be one.",
)
DOCUMENT_WAITS: Final = Rule(
    "document.waits",
    "note",
    "kept",
    "Returned documents are not read yet; nothing in it is used.",
    "Keep it where it is.",
)
DOCUMENT_OTHER_KIND: Final = Rule(
    "document.other_kind",
    "problem",
    "refused",
    "A returned document must be a Word document (.docx); this file has another suffix.",
    "Save it from Word as .docx.",
)

# Text files

ENCODING: Final = Rule(
    "text.encoding",
    "problem",
    "refused",
    "Line {line} holds a character that is not {encoding}, as the rest of the file is.",
    "Export it again as CSV UTF-8.",
)
ENCODING_MIXED: Final = Rule(
    "text.encoding_mixed",
    "problem",
    "refused",
    "The file mixes two ways of writing characters: line {line} is not UTF-8, other lines are.",
    "Export it again in one piece as CSV UTF-8.",
)
DELIMITER_UNCLEAR: Final = Rule(
    "text.delimiter",
    "problem",
    "refused",
    "The columns could be parted by {delimiters}: both give the columns needed.",
    "Export it again as CSV UTF-8.",
)
QUOTES: Final = Rule(
    "text.quotes",
    "problem",
    "refused",
    "In the record that begins on line {line} a quotation mark is opened or closed wrongly, so "
    "where its columns end is unclear.",
    "Mend the quotation marks there or export the file again.",
)

# Sheets, headers and rows

SHEET_ONLY_HIDDEN: Final = Rule(
    "sheet.only_hidden",
    "problem",
    "refused",
    "The only sheet with the columns needed is hidden.",
    "Unhide it if it is the one to read.",
)
SHEET_HIDDEN: Final = Rule(
    "sheet.hidden",
    "warning",
    "kept",
    "A hidden sheet has the same columns; it was not read.",
    "Delete it, or unhide it if it should be read.",
)
SHEET_NOT_READ: Final = Rule(
    "sheet.not_read",
    "warning",
    "kept",
    "Another sheet has the same columns; it was not read.",
    "Keep all rows on one sheet.",
)
NO_HEADER: Final = Rule(
    "header.none",
    "problem",
    "refused",
    "None of the first 20 rows holds the headers of a {source}: at least {needed}.",
    "Check that it is the right file and that its header row is there.",
)
MISSING_COLUMNS: Final = Rule(
    "header.missing",
    "problem",
    "refused",
    "Needed columns are missing: {missing}. The columns found are: {found}.",
    "Export them too or, if they have another name, set it under headers in config.",
)
REPEATED_COLUMN: Final = Rule(
    "header.repeated",
    "problem",
    "refused",
    "More than one column could be this one: {headers}.",
    "Remove or rename the others.",
)
COLUMNS_IGNORED: Final = Rule(
    "header.ignored",
    "note",
    "kept",
    "These columns are not known and were ignored: {columns}.",
    "If one is needed, set its name under headers in config.",
)
NO_ROWS: Final = Rule(
    "table.no_rows",
    "problem",
    "refused",
    "The extract has headers and no rows, as after a failed export.",
    "Export it again.",
)
TABLE_EMPTY: Final = Rule(
    "table.empty", "warning", "kept", "The table has headers and no rows.", "Check that it is so."
)
ROWS_TITLE: Final = Rule(
    "row.title",
    "note",
    "passed over",
    "Lines above the header were passed over ({count}).",
    "Nothing need be done.",
)
ROW_HEADER_AGAIN: Final = Rule(
    "row.header_again",
    "note",
    "passed over",
    "The header row stands here again and was passed over.",
    "Nothing need be done unless two exports were pasted together.",
)
ROW_FOOTER: Final = Rule(
    "row.footer",
    "note",
    "passed over",
    "A total or a line of the report's own was passed over.",
    "Nothing need be done.",
)
ROW_UNEVEN: Final = Rule(
    "row.uneven",
    "problem",
    "set aside",
    "The row has {fields} fields where the header has {expected}, so which value is which is "
    "unclear.",
    "Look for a stray delimiter or line break in a note, and export it again.",
)
ROWS_HIDDEN: Final = Rule(
    "row.hidden",
    "note",
    "kept",
    "Hidden rows were read as all others ({count}).",
    "Delete them if they should not count.",
)
CELLS_MERGED: Final = Rule(
    "cell.merged",
    "note",
    "kept",
    "Cells merged downwards were read as if each row had the value ({count}).",
    "Unmerge them, so that each row says what it means.",
)

# Which extract

EXTRACT_UNDATED: Final = Rule(
    "extract.undated",
    "problem",
    "refused",
    "The extract says nowhere of which day it is, while others do, so it was not used.",
    "Put its date in its name, such as 'CIN plans 29.05.2026.csv'.",
)
EXTRACT_DATES_DIFFER: Final = Rule(
    "extract.dates_differ",
    "warning",
    "kept",
    "The column with the extract's date holds more than one; the latest was taken.",
    "Export one date's cases at a time.",
)
EXTRACT_DATE_NOT_NAME: Final = Rule(
    "extract.date_not_name",
    "warning",
    "kept",
    "The extract's own date differs from the one in its name; the date inside was taken.",
    "Rename the file if its name is wrong.",
)
EXTRACT_NEWER_REFUSED: Final = Rule(
    "extract.newer_refused",
    "problem",
    "kept",
    "This newer extract could not be read, so the figures stand on an older one.",
    "Mend it and run again.",
)
EXTRACT_PART_MISSING: Final = Rule(
    "extract.part_missing",
    "problem",
    "kept",
    "Another part of the same extract could not be read ({other}), so the figures lack its rows.",
    "Mend it and run again.",
)

# Whose tracker

TRACKER_MISSING: Final = Rule(
    "tracker.missing",
    "warning",
    "kept",
    "The team has no ICM tracker in the trackers folder; its tracker figures are not supplied.",
    "Put it in the team's folder, or sync the folder.",
)
TRACKER_NO_TEAM: Final = Rule(
    "tracker.no_team",
    "problem",
    "refused",
    "The folder {folder} is that of no team in config, so whose tracker it is is unknown.",
    "Rename the folder as the team is named in config, or add the name as an alias of its team.",
)
TRACKER_TWO_TEAMS: Final = Rule(
    "tracker.two_teams",
    "problem",
    "refused",
    "The file is named for {name} and lies in the folder of {folder}, so it was not read.",
    "Move it to its own team's folder, or rename it.",
)
TRACKER_TWICE: Final = Rule(
    "tracker.twice",
    "problem",
    "refused",
    "There is more than one file for the team (also {others}); which is the live one is unknown.",
    "Keep the live tracker there and move the others away.",
)
TRACKER_NAME: Final = Rule(
    "tracker.name",
    "note",
    "kept",
    "The file was read as the team's tracker, though it is not named {name}.",
    "Rename it, so that it is found for certain.",
)
TRACKER_ELSEWHERE: Final = Rule(
    "tracker.elsewhere",
    "warning",
    "kept",
    "The tracker lies in the folder {folder}, though config has the team in {locality}; it was "
    "read for {locality}.",
    "Move the folder, or correct the team's locality in config.",
)
# Cells

TEXT_CLEANED: Final = Rule(
    "cell.cleaned",
    "note",
    "repaired",
    "Characters that cannot be seen or printed were taken out of the text or replaced.",
    "Type the cell again if it looks wrong.",
)
CELL_ERROR: Final = Rule(
    "cell.error",
    "warning",
    "kept",
    "The cell shows an Excel error and counts as blank.",
    "Mend the formula or type the value.",
)
CELL_UNCALCULATED: Final = Rule(
    "cell.uncalculated",
    "warning",
    "kept",
    "The cell holds a formula that was never calculated and counts as blank.",
    "Open the workbook in Excel and save it, so that its values are stored.",
)
BLANK_WORD: Final = Rule(
    "cell.blank_word",
    "note",
    "kept",
    "Dashes, n/a and the like count as blank ({count}).",
    "Leave such cells empty.",
)
DATE_SERIAL: Final = Rule(
    "date.serial",
    "note",
    "kept",
    "Excel's numbers for dates were read as dates ({count}).",
    "Format the column as dates before exporting.",
)
DATE_UNREADABLE: Final = Rule(
    "date.unreadable",
    "warning",
    "kept",
    "No date is understood; the cell counts as blank.",
    "Write a date as dd/mm/yyyy.",
)
DATE_NOT_CREDIBLE: Final = Rule(
    "date.not_credible",
    "warning",
    "kept",
    "The date is too far back or too far ahead to be true; the cell counts as blank.",
    "Correct the year.",
)
DATE_TO_COME: Final = Rule(
    "date.to_come",
    "warning",
    "kept",
    "The date lies after the day of the extract, though it should have happened; it counts as "
    "blank.",
    "Correct the date in the case system.",
)
DATES_MONTH_FIRST: Final = Rule(
    "date.month_first",
    "problem",
    "refused",
    "The dates look as if the month came first: {count} have a second number over 12, none has a "
    "first number over 12. Reading them day first would change figures unseen.",
    "Export the file with dates as dd/mm/yyyy or yyyy-mm-dd.",
)
DATES_SWAPPED: Final = Rule(
    "date.swapped",
    "problem",
    "refused",
    "Excel seems to have swapped day and month in part of the column: no true date has a day over "
    "12, and all dates kept as text do.",
    "Export the file again and do not open it in an Excel set to American dates.",
)

# Identifiers

ID_MISSING: Final = Rule(
    "id.missing",
    "problem",
    "set aside",
    "The row has no child ID, so it is in no figure.",
    "Fill the child ID in, or delete the row.",
)
ID_DAMAGED: Final = Rule(
    "id.damaged",
    "problem",
    "set aside",
    "The child ID is damaged (as 1.23E+11 is: Excel has lost its last digits), so the row is in no "
    "figure.",
    "Export again with the column as text, and do not open the CSV in Excel.",
)
ID_IS_NAME: Final = Rule(
    "id.is_name",
    "problem",
    "set aside",
    "The child ID is words without a digit, perhaps a name, so the row is in no figure.",
    "Put the child's identifier from the case system there.",
)
ID_MATCHED: Final = Rule(
    "id.matched",
    "note",
    "repaired",
    "The child ID differs from the extract's only in noughts at its front and fits one child; it "
    "was read as that child's.",
    "Format the column as text and write the ID as in the case system.",
)
ID_FITS_SEVERAL: Final = Rule(
    "id.fits_several",
    "warning",
    "kept",
    "Apart from noughts at its front the child ID fits {count} children in the extract; it was "
    "read as written.",
    "Write the ID as in the case system.",
)

# Case extract

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
    "No start date is understood, so the plan is in no figure.",
    "Write the date as dd/mm/yyyy.",
)
START_TO_COME: Final = Rule(
    "plan.start_to_come",
    "problem",
    "set aside",
    "The plan starts after the day of the extract, so it is in no figure.",
    "Correct the start date in the case system.",
)
START_AFTER_AS_AT: Final = Rule(
    "plan.start_after_as_at",
    "note",
    "passed over",
    "The plan starts after the as-at date and was left out.",
    "Nothing need be done.",
)
END_UNREADABLE: Final = Rule(
    "plan.end_unreadable",
    "problem",
    "set aside",
    "Something stands for the end date but no date is understood, so whether the plan is open is "
    "unknown and it is in no figure.",
    "Write the date as dd/mm/yyyy, or leave it blank while the plan is open.",
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
    "The end date is one that stands for no end; the plan counts as open.",
    "Leave the end date blank while the plan is open.",
)
END_TO_COME: Final = Rule(
    "plan.end_to_come",
    "note",
    "kept",
    "The end date lies after the day of the extract; the plan counts as open.",
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
    "Nothing need be done unless the extract was exported twice.",
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

# Teams

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

# Trackers

STAGE_MISSING: Final = Rule(
    "tracker.stage_missing",
    "warning",
    "kept",
    "The row has no stage and counts as Not recognised.",
    "Choose one of the four stages.",
)
STAGE_UNKNOWN: Final = Rule(
    "tracker.stage_unknown",
    "warning",
    "kept",
    "The stage is not one of the four and counts as Not recognised.",
    "Choose one of the four stages, or add the words under words, stages in config.",
)
BARRIER_UNKNOWN: Final = Rule(
    "tracker.barrier_unknown",
    "note",
    "kept",
    "A main barrier is not on config's list; its rows count as Other ({count}).",
    "Choose one from the list, or add the words under words, barriers in config.",
)
DUE_UNREADABLE: Final = Rule(
    "tracker.due_unreadable",
    "warning",
    "kept",
    "No date is understood; the action is kept as undated.",
    "Write a date as dd/mm/yyyy.",
)
CHILD_TWICE: Final = Rule(
    "tracker.child_twice",
    "problem",
    "set aside",
    "The child stands in the tracker twice; the row last discussed (else the lower one) counts, "
    "and this one does not.",
    "Keep one row a child.",
)

# Tables of scores

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
    "Nothing need be done.",
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
    "The same team, date and criterion stand there more than once with different scores; none of "
    "them is in a figure.",
    "Keep the right one.",
)
SCORE_TWICE: Final = Rule(
    "score.twice",
    "note",
    "passed over",
    "The same score stands there more than once and counts once.",
    "Nothing need be done.",
)

# What transform finds when it merges versions and reconciles trackers with the extract.

VERSIONS_OVERLAP: Final = Rule(
    "plans.overlap",
    "note",
    "kept",
    "This version of the plan starts before the child's earlier version has ended. Both count as "
    "one plan.",
    "If the plans are separate, correct their dates in the case system.",
)
VERSIONS_TWO_OPEN: Final = Rule(
    "plans.two_open",
    "warning",
    "kept",
    "The child has an earlier version of the plan that is still open. Both count as one plan.",
    "End the earlier version in the case system.",
)
SIGNOFF_OUT_OF_ORDER: Final = Rule(
    "signoff.out_of_order",
    "warning",
    "kept",
    "The {step} is earlier than the {before}. The step counts as not yet done.",
    "If it was done for this meeting, correct the date in the case system.",
)
NOT_OPEN_CLOSED: Final = Rule(
    "reconcile.not_open.closed",
    "warning",
    "kept",
    "The tracker of {team} has a child whose plan has ended. The row is in no figure but this.",
    "Move the row out of the tracker.",
)
NOT_OPEN_UNKNOWN: Final = Rule(
    "reconcile.not_open.unknown",
    "warning",
    "kept",
    "The tracker of {team} has a child with no plan in the extract. The row is in no figure but "
    "this.",
    "Check the child's id, or open the plan in the case system.",
)
NOT_OPEN_ELSEWHERE: Final = Rule(
    "reconcile.not_open.other_team",
    "warning",
    "kept",
    "The tracker of {team} has a child whose open plan is in {other}. The row is in no figure but "
    "this.",
    "Move the row to that team's tracker, or correct the team in the case system.",
)
NOT_ON_TRACKER: Final = Rule(
    "reconcile.not_on_tracker",
    "note",
    "kept",
    "An open plan of {team} has no row in the team's tracker.",
    "Add the child to the tracker.",
)

# What render finds when a document cannot be made.

PACK_MISSING: Final = Rule(
    "pack.missing",
    "problem",
    "refused",
    "The document {document} could not be made ({why}); the others were.",
    "Run it alone with --pack to see whether it happens again, and report it with the run's log.",
)
