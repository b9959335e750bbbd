"""Documents: those that could not be made, and those that came back."""

from typing import Final

from pipeline.model.findings import Rule

PACK_MISSING: Final = Rule(
    "pack.missing",
    "problem",
    "refused",
    "The document {document} could not be made ({why}); the others were.",
    "Run it alone with --pack to see whether it happens again, and report it with the run's log.",
)

DOCUMENT_OTHER_KIND: Final = Rule(
    "document.other_kind",
    "problem",
    "refused",
    "The file is {found}; a document that comes back must be a Word document (.docx).",
    "{how}.",
)
DOCUMENT_EMPTY: Final = Rule(
    "document.empty",
    "problem",
    "refused",
    "The file is empty, as a file is that has not been downloaded yet.",
    "Let SharePoint finish syncing, or save it there again.",
)
DOCUMENT_PROTECTED: Final = Rule(
    "document.protected",
    "problem",
    "refused",
    "The document is protected with a password, so nothing in it can be read.",
    "Open it, take the password off (File, Info, Protect Document) and save it again.",
)
DOCUMENT_MACROS: Final = Rule(
    "document.macros",
    "problem",
    "refused",
    "The document holds macros, which the forms never need, so it was not opened.",
    "Ask who returned it; save it from Word as .docx, which leaves macros out.",
)
DOCUMENT_DAMAGED: Final = Rule(
    "document.damaged",
    "problem",
    "refused",
    "The document is damaged or was only partly copied.",
    "Open it in Word, let it repair the file, save it as .docx and put it back.",
)
DOCUMENT_UNSAFE: Final = Rule(
    "document.unsafe",
    "problem",
    "refused",
    "The document is not safe to open: {why}.",
    "Ask who returned it; copy what was written into a fresh form and put that back.",
)
DOCUMENT_NOT_OURS: Final = Rule(
    "document.not_ours",
    "problem",
    "refused",
    "Neither its properties nor its title and date make this a form that cinpack made, so nothing "
    "in it was used.",
    "Copy what was written into the form of the meeting and put that here; if the document is "
    "something else, move it out of the folder.",
)
DOCUMENT_NOT_READ_BACK: Final = Rule(
    "document.not_read_back",
    "problem",
    "refused",
    "The document ({pack}) is one that cinpack made, but not a form that is read when it comes back.",
    "Move it out of the folder; write into the check-in minutes or the effectiveness review instead.",
)
DOCUMENT_VERSION: Final = Rule(
    "document.version",
    "problem",
    "refused",
    "The form is of version {version}, which this cinpack does not know; it knows {known}.",
    "Read it with the cinpack that made it, or a newer one.",
)
DOCUMENT_LOCALITY: Final = Rule(
    "document.locality",
    "problem",
    "refused",
    "The form is of a locality that is not in config, so nothing in it was used.",
    "If the locality was renamed or is another authority's, move the form out of the folder.",
)
DOCUMENT_TWO_PLACES: Final = Rule(
    "document.two_places",
    "problem",
    "refused",
    "The form was made for {locality} and its title names {titled}, so whose words it holds is not "
    "known.",
    "Copy what was written into the right locality's own form; if only the title is wrong, correct "
    "it.",
)
DOCUMENT_UNACCOUNTED: Final = Rule(
    "document.unaccounted",
    "problem",
    "refused",
    "After the form was read, {count} of its characters were unaccounted for. That is a fault of "
    "cinpack, so nothing in the form was used.",
    "Keep the file and report this, so that it can be put right.",
)

DOCUMENT_KNOWN_BY_TITLE: Final = Rule(
    "document.known_by_title",
    "warning",
    "kept",
    "The form has lost the properties by which it is known; its title and date were taken instead.",
    "Check that they are those of the meeting it was written in.",
)
DOCUMENT_UNMARKED: Final = Rule(
    "document.unmarked",
    "note",
    "kept",
    "The form does not say which words it came with, as older forms do not. What was written in its "
    "tables, comments and text boxes was read; other text was taken for the form's own.",
    "If something was written between the tables, copy it into a field of the form.",
)
DOCUMENT_FOLDER: Final = Rule(
    "document.folder",
    "note",
    "kept",
    "The form is in the folder {found}; it was read as what it is.",
    "Move it to {belongs}, where it is looked for.",
)
DOCUMENT_HEADERS_GONE: Final = Rule(
    "document.headers_gone",
    "warning",
    "kept",
    "The table {table} has lost its header row. Its columns were known by {how}.",
    "Check what was read from it.",
)
DOCUMENT_COLUMNS_GONE: Final = Rule(
    "document.columns_gone",
    "warning",
    "kept",
    "The table {table} has no column for: {columns}.",
    "If a header was reworded, give it its old name; what stands in unknown columns is kept and "
    "shown as words outside the form.",
)
DOCUMENT_PARTS_GONE: Final = Rule(
    "document.parts_gone",
    "warning",
    "kept",
    "Parts of the form were not found: {parts}.",
    "If they are there under another name, give them their old one; what stands in them is kept and "
    "shown as words outside the form.",
)
DOCUMENT_TABLE_REPEATED: Final = Rule(
    "document.table_repeated",
    "warning",
    "kept",
    "The table {table} stands in the form {times} times; all of them were read.",
    "If one is a copy, delete it.",
)
DOCUMENT_CONTROLS_GONE: Final = Rule(
    "document.controls_gone",
    "note",
    "kept",
    "An editor made plain text of the lists, dates and boxes; what they show was read.",
    "Nothing to do.",
)
DOCUMENT_COMMENTS: Final = Rule(
    "document.comments",
    "note",
    "kept",
    "The form holds comments ({count}); they are shown, and belong to no field.",
    "Write in the fields what should be found again.",
)
DOCUMENT_TEXT_BOXES: Final = Rule(
    "document.text_boxes",
    "warning",
    "kept",
    "Words stand in text boxes or drawings ({count}); they are shown, and belong to no field.",
    "Write in the fields what should be found again.",
)
DOCUMENT_HIDDEN: Final = Rule(
    "document.hidden",
    "warning",
    "kept",
    "The form holds text that cannot be seen in it, hidden or white on white ({count}). It is shown "
    "as such, and belongs to no field.",
    "Delete it, or make it visible if it should count.",
)
DOCUMENT_EMBEDDED: Final = Rule(
    "document.embedded",
    "warning",
    "kept",
    "Other files are embedded in the form ({count}); they were not opened.",
    "If something in them matters, write it into the form.",
)
DOCUMENT_FOREIGN: Final = Rule(
    "document.foreign",
    "problem",
    "kept",
    "The form holds text in a foreign format that Word has not taken in yet ({count}); it could not "
    "be read.",
    "Open the form in Word, save it and put it back.",
)
DOCUMENT_REMOTE: Final = Rule(
    "document.remote",
    "warning",
    "kept",
    "The form points to a template, picture or file elsewhere ({count}), which was not followed.",
    "Ask who returned it if you do not expect that.",
)
