"""Files as a whole: what they are, and whether they can be read."""

from typing import Final

from pipeline.model.findings import Rule

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
    "The file has more than {limit} with something in them.",
    "Check what was exported and export the cases alone.",
)
FILE_PROTECTED: Final = Rule(
    "file.protected",
    "problem",
    "refused",
    "The file is protected with a password, so nothing in it can be read.",
    "Open it, take the password off (File, Info, Protect Workbook) and save it again.",
)
FILE_TOO_MUCH: Final = Rule(
    "file.too_much",
    "problem",
    "refused",
    "The workbook took more time or memory than any should, so reading it was stopped.",
    "Open it in Excel, copy its cells into a new workbook, save that as .xlsx and use it instead.",
)
FILE_WEB_PAGE: Final = Rule(
    "file.web_page",
    "problem",
    "refused",
    "The file is a web page, such as a sign-in page saved in place of the export.",
    "Sign in and download it again; if Excel shows it as a table, save it from there as .xlsx.",
)
FILE_NOT_ITS_KIND: Final = Rule(
    "file.not_its_kind",
    "problem",
    "refused",
    "The file is {found}, whatever its name says, and such files are not read here.",
    "Save the cases from Excel as .xlsx and put that in its place.",
)
FILE_MISNAMED: Final = Rule(
    "file.misnamed",
    "note",
    "kept",
    "The file is named {suffix} but is {found}; it was read as what it is.",
    "Nothing to do; saving it from Excel as .xlsx would make name and content agree.",
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
FILE_SPECIAL: Final = Rule(
    "file.special",
    "problem",
    "refused",
    "This is no ordinary file (a pipe or a device), so it was not opened.",
    "Put the file itself there.",
)
FILE_CHANGING: Final = Rule(
    "file.changing",
    "problem",
    "refused",
    "The file changed while it was being read, as one does that is still being copied or saved.",
    "Wait until it is complete, then run again.",
)
FOLDER_LOCKED: Final = Rule(
    "folder.locked",
    "problem",
    "refused",
    "The system does not let this folder be opened, so no file in it was read.",
    "Ask for access to the folder, or sync it again, then run again.",
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
    "The file is in none of the folders that are read, so it was not used.",
    "Move it to extracts, trackers, minutes, reviews or priorities, or away.",
)
FILE_TWICE: Final = Rule(
    "file.twice",
    "note",
    "passed over",
    "The file is the same, byte for byte, as {other}, so it was read once.",
    "Remove one of the two.",
)
FILE_COPY: Final = Rule(
    "file.copy",
    "warning",
    "kept",
    "By its name the file is a copy of {other}, yet the two differ; both were read as parts of one "
    "extract.",
    "Keep the one that is up to date and move the other out of the folder.",
)
BOOK_BESIDE: Final = Rule(
    "workbook.beside",
    "note",
    "kept",
    "Beside its cells the workbook holds {what}; nothing in them is read.",
    "Write what should count into the cells.",
)
BOOK_LINKS: Final = Rule(
    "workbook.links",
    "note",
    "kept",
    "Cells of the workbook take values from other workbooks ({count}), which are not opened; the "
    "values last saved were read.",
    "If they may be old, open it in Excel, let it update the links and save it.",
)
BOOK_FROM_1904: Final = Rule(
    "workbook.old_calendar",
    "note",
    "kept",
    "The workbook counts days from 1904, as Excel on old Macs did. Dates were read rightly; a bare "
    "number in a column of dates would be read four years too early.",
    "Give every cell of those columns a date format.",
)
FILE_LATER_KIND: Final = Rule(
    "file.later_kind",
    "problem",
    "refused",
    "The file is {what}, which is not read.",
    "Supply {supply} instead.",
)
FILE_OTHER_KIND: Final = Rule(
    "file.other_kind",
    "problem",
    "refused",
    "Files of this kind ({suffix} suffix) are not read as {source}.",
    "Supply {supply} instead.",
)
FILE_NOT_OURS: Final = Rule(
    "file.not_ours",
    "note",
    "kept",
    "The file is not an ICM tracker by its name and was left alone.",
    "Nothing to do unless it is meant to be one.",
)
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
    "Correct the quotation marks there or export the file again.",
)
