"""Sheets, headers and the rows around the data."""

from typing import Final

from pipeline.model.findings import Rule

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
    "problem",
    "refused",
    "The sheet {sheet} has the same columns and was not read. Rows on it: {count}.",
    "Move its rows to the sheet that is read, or hide it if they should not count.",
)
NO_HEADER: Final = Rule(
    "header.none",
    "problem",
    "refused",
    "None of the first 20 rows holds the headers of {source}: at least {needed}.",
    "Check that it is the right file and that its header row is there.",
)
MISSING_COLUMNS: Final = Rule(
    "header.missing",
    "problem",
    "refused",
    "Needed columns are missing: {missing}. The columns found are: {found}.",
    "Export them too or, if they have another name, set it under headers in config; cinpack map "
    "shows the headers of an extract.",
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
    "Columns whose headers are not known were ignored: {columns}. The restricted findings have the "
    "headers.",
    "If one is needed, set its header under headers in config.",
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
    "Nothing to do.",
)
ROW_HEADER_AGAIN: Final = Rule(
    "row.header_again",
    "note",
    "passed over",
    "The header row is repeated here and was passed over.",
    "Nothing to do unless two exports were pasted together.",
)
ROW_FOOTER: Final = Rule(
    "row.footer",
    "note",
    "passed over",
    "A total or a line of the report's own was passed over.",
    "Nothing to do.",
)
ROW_UNEVEN: Final = Rule(
    "row.uneven",
    "problem",
    "set aside",
    "The number of fields in the row is {fields} and in the header {expected}, so which value is "
    "which is unclear and the row is in no figure.",
    "Look for a stray delimiter or line break in a note, and export it again.",
)
ROWS_HIDDEN: Final = Rule(
    "row.hidden",
    "note",
    "kept",
    "Hidden rows were read as all others ({count}).",
    "Delete them if they should not count.",
)
COLUMNS_HIDDEN: Final = Rule(
    "column.hidden",
    "note",
    "kept",
    "Hidden columns with something in them were read as all others ({count}).",
    "Unhide them to see what was read; delete them if they should not count.",
)
CELLS_MERGED: Final = Rule(
    "cell.merged",
    "note",
    "kept",
    "Cells merged downwards were read as if each row had the value ({count}).",
    "Unmerge them, so that each row says what it means.",
)
