"""Cells: texts, dates and identifiers that need a word."""

from typing import Final

from pipeline.model.findings import Rule

TEXT_CLEANED: Final = Rule(
    "cell.cleaned",
    "note",
    "repaired",
    "Characters that cannot be seen or printed were taken out of the text or replaced.",
    "Type the cell again if it looks wrong.",
)
TEXT_GARBLED: Final = Rule(
    "cell.garbled",
    "note",
    "kept",
    "Letters with accents seem to have been garbled before the file was written ({count}); they "
    "were kept as they are.",
    "Export the file again as CSV UTF-8.",
)
CELL_ERROR: Final = Rule(
    "cell.error",
    "warning",
    "kept",
    "The cell shows an Excel error and counts as blank.",
    "Correct the formula or type the value.",
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
DATE_ZONED: Final = Rule(
    "date.zoned",
    "note",
    "kept",
    "Times with a time zone were read as the day that it then was in London ({count}).",
    "Export dates without times.",
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
    "The date is out of range: too far back or too far ahead; the cell counts as blank.",
    "Correct the year.",
)
DATE_TO_COME: Final = Rule(
    "date.to_come",
    "warning",
    "kept",
    "The date is after the day of the extract, though it should have happened; it counts as blank.",
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
ID_ERROR: Final = Rule(
    "id.error",
    "problem",
    "set aside",
    "The child ID's cell shows an Excel error, so the row is in no figure.",
    "Correct the formula or type the ID.",
)
ID_UNCALCULATED: Final = Rule(
    "id.uncalculated",
    "problem",
    "set aside",
    "The child ID's cell holds a formula that was never calculated, so the row is in no figure.",
    "Open the workbook in Excel and save it, or type the ID.",
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
    "The child ID differs from the extract's only in {what} and fits one child; it was read as "
    "that child's.",
    "Write the ID as in the case system, in a column formatted as text.",
)
ID_TWO_FORMS: Final = Rule(
    "id.two_forms",
    "warning",
    "kept",
    "Apart from leading zeros or capital letters this child ID is the same as another in the "
    "extract; they count as different children.",
    "If they are one child, write the ID alike on every row.",
)
ID_FITS_SEVERAL: Final = Rule(
    "id.fits_several",
    "warning",
    "kept",
    "Apart from leading zeros or capital letters the child ID fits {count} children in the "
    "extract; it was read as written.",
    "Write the ID as in the case system.",
)
