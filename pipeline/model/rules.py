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
    "Another part of the same extract could not be read ({others}), so the figures lack its rows.",
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
