"""Returned minutes and review forms, and what is written in them."""

from typing import Final

from pipeline.model.findings import Rule

FORM_OF_NO_DAY: Final = Rule(
    "form.no_day",
    "problem",
    "set aside",
    "The day that the form was made for cannot be read inside it, so nothing in it counts.",
    "Copy what was written into a form that this program made.",
)
MINUTES_KEPT: Final = Rule(
    "minutes.kept",
    "note",
    "kept",
    "Minutes of {count} earlier check-ins are not in the minutes folder any more; their actions "
    "and outcomes count as they were read when they were there.",
    "Nothing to do. An action that should not count is marked 'no longer needed' in the next "
    "minutes.",
)
FORM_LATER: Final = Rule(
    "form.later",
    "note",
    "passed over",
    "The form was made for the as-at date or a later one, so it does not count yet: what came "
    "later never changes the past.",
    "Nothing to do.",
)
FORM_HELD_LATER: Final = Rule(
    "form.held_later",
    "note",
    "passed over",
    "The {what} was after the as-at date, so it does not count yet: what came later never changes "
    "the past.",
    "Nothing to do, unless the date in it is wrong.",
)
FORM_BLANK: Final = Rule(
    "form.blank",
    "note",
    "passed over",
    "The form came back with nothing written in it.",
    "Put the filled-in one in its place, if there is one.",
)
FORM_TWICE: Final = Rule(
    "form.twice",
    "note",
    "passed over",
    "The form says the same as {other}, so it was read once.",
    "Remove one of the two.",
)
FORM_PARTIAL: Final = Rule(
    "form.partial",
    "note",
    "passed over",
    "All that is written in the form is also in {other}, which says more; that one counts.",
    "Remove the form that is out of date.",
)
MINUTES_DIFFER: Final = Rule(
    "minutes.differ",
    "problem",
    "set aside",
    "Different minutes of one check-in came back (also {others}); which are right is not known, so "
    "none of them count.",
    "Bring them together in one document and keep that one.",
)
FORM_TRACKED: Final = Rule(
    "form.tracked",
    "note",
    "kept",
    "The document holds tracked changes; it was read as if all of them were accepted.",
    "Accept or reject them in Word if they matter.",
)
FORM_ASIDES: Final = Rule(
    "form.asides",
    "note",
    "kept",
    "Something is written outside the fields of the form ({count}); it is shown as it stands.",
    "Write in the fields, so that it is found again where it belongs.",
)
FORM_NOT_PLACED: Final = Rule(
    "form.not_placed",
    "warning",
    "kept",
    "What is written here belongs to no row or question of the form; it is kept and shown as words "
    "outside the form.",
    "Write it in the row or under the question that it belongs to.",
)
FORM_TOO_MUCH: Final = Rule(
    "form.too_much",
    "problem",
    "set aside",
    "There are more than {most} pieces here; those after them ({count}) are not carried on.",
    "Shorten the document; all of it is still in the file that came back.",
)
TEXT_CUT: Final = Rule(
    "form.cut",
    "warning",
    "repaired",
    "The words are longer than {most} characters; what goes on to other documents is cut there and "
    "marked. All of it is still in the file that came back.",
    "Write it in fewer words.",
)
SAYS_NOTHING: Final = Rule(
    "form.says_nothing",
    "note",
    "passed over",
    "None, n/a and the like count as nothing written ({count}).",
    "Leave such fields empty.",
)
NO_ACTION: Final = Rule(
    "minutes.no_action",
    "note",
    "passed over",
    "Words such as no further actions count as no action ({count}).",
    "Nothing to do.",
)

MEETING_UNDATED: Final = Rule(
    "minutes.undated",
    "warning",
    "repaired",
    "The date of the check-in is blank, not understood or far from the day the form was made for; "
    "that day was taken for it.",
    "Write the date of the meeting as dd/mm/yyyy.",
)
DATE_NO_YEAR: Final = Rule(
    "form.date_no_year",
    "note",
    "repaired",
    "The date has no year; the next such day was taken.",
    "Write a date as dd/mm/yyyy.",
)
DATE_OF_CONTROL: Final = Rule(
    "form.date_short",
    "note",
    "repaired",
    "The date is abbreviated; the one that was chosen in the calendar was taken.",
    "Nothing to do.",
)
DUE_IN_WORDS: Final = Rule(
    "form.date_in_words",
    "note",
    "kept",
    "There are words in place of a date; they are kept and shown, and count as no date.",
    "Write a date as dd/mm/yyyy, so that it can be seen when it is past.",
)
DUE_BEFORE: Final = Rule(
    "form.date_before",
    "warning",
    "kept",
    "The date is earlier than the day on which it was agreed.",
    "Check the date.",
)
DUE_FAR: Final = Rule(
    "form.date_far",
    "warning",
    "kept",
    "The date is more than a year after the day on which it was agreed.",
    "Check the year.",
)
DUES_DIFFER: Final = Rule(
    "minutes.dates_differ",
    "warning",
    "kept",
    "The row has {actions} actions and {dates} dates. They were matched line by line as far as they "
    "go; the rest stand without a date.",
    "Write each date on the line of its action, or one date for all.",
)
ROW_TEAM_UNKNOWN: Final = Rule(
    "minutes.team_unknown",
    "warning",
    "kept",
    "The row names a team that is not in config; its actions stand under the locality.",
    "Correct the team's name, or add it to config as an alias.",
)
ROW_NO_TEAM: Final = Rule(
    "minutes.no_team",
    "note",
    "kept",
    "The row names no team, nor does a row above it; its actions stand under the locality.",
    "Write the team's name in the row.",
)

ACTION_AGAIN: Final = Rule(
    "minutes.action_again",
    "note",
    "kept",
    "An action is the same, word for word, as an earlier one that is still open; it counts once.",
    "Write the outcome of earlier actions in the table of those.",
)
REFERENCE_UNKNOWN: Final = Rule(
    "minutes.reference_unknown",
    "warning",
    "kept",
    "The row's reference is that of no earlier action, and neither are its words; it was taken for "
    "an action of these minutes.",
    "Put the minutes that agreed it back in the folder, or correct the reference.",
)
FOUND_BY_WORDS: Final = Rule(
    "minutes.found_by_words",
    "note",
    "repaired",
    "The row has no reference that fits; its action was known by its words.",
    "Keep the reference in the row.",
)
OUTCOME_READ: Final = Rule(
    "minutes.outcome_read",
    "note",
    "repaired",
    "The outcome was read as {outcome}.",
    "Choose one from the list.",
)
OUTCOME_UNCLEAR: Final = Rule(
    "minutes.outcome_unclear",
    "warning",
    "kept",
    "The outcome is none of the list; the action stays open and the words are kept with its note.",
    "Choose one from the list, and write the rest in the note.",
)
OUTCOMES_DIFFER: Final = Rule(
    "minutes.outcomes_differ",
    "warning",
    "kept",
    "The same action has more than one row with different outcomes; it stays open.",
    "Keep one row for each action.",
)
FIGURE_UNCLEAR: Final = Rule(
    "minutes.figure_unclear",
    "note",
    "kept",
    "The figure that the action was to move is none of the list; the words are kept with its note.",
    "Choose one from the list.",
)
DUE_CHANGED: Final = Rule(
    "minutes.due_changed",
    "note",
    "kept",
    "The date of an earlier action was changed; the new one counts from now on.",
    "Nothing to do.",
)
ACTION_CHANGED: Final = Rule(
    "minutes.action_changed",
    "note",
    "kept",
    "The words of an earlier action were changed; the new ones are kept with its note.",
    "Nothing to do.",
)

TEAM_CHANGED: Final = Rule(
    "minutes.team_changed",
    "note",
    "kept",
    "The team of an earlier action was changed; the new one counts from now on.",
    "Nothing to do.",
)

REVIEW_FORM_UNDATED: Final = Rule(
    "review.form_undated",
    "note",
    "repaired",
    "The date of the review is blank, not understood or far from the day the form was made for; "
    "{taken} was taken for it.",
    "Write the date as dd/mm/yyyy.",
)
REVIEW_LOCALITY: Final = Rule(
    "review.locality_differs",
    "warning",
    "kept",
    "The locality was overwritten with another; the form counts for {locality}, for which it was "
    "made.",
    "Use the form of the locality that was reviewed.",
)
REVIEW_DATED_BY_FORM: Final = Rule(
    "review.dated_by_form",
    "note",
    "repaired",
    "The team has scores and no observation date that is understood; the date of the form was taken.",
    "Write the observation date as dd/mm/yyyy.",
)
REVIEW_UNDATED: Final = Rule(
    "review.undated",
    "problem",
    "set aside",
    "The team has scores, and neither an observation date nor a date of the form is understood. What "
    "stands in its column ({count}) is in no figure.",
    "Write the observation date as dd/mm/yyyy.",
)
REVIEW_TO_COME: Final = Rule(
    "review.to_come",
    "note",
    "passed over",
    "The observation is later than the as-at date, so the team's scores ({count}) were left out.",
    "Nothing to do, unless the date is wrong.",
)
REVIEW_TEAM_UNKNOWN: Final = Rule(
    "review.team_unknown",
    "problem",
    "set aside",
    "A column of scores is headed by a team that is not in config. What stands in it ({count}) is in "
    "no figure.",
    "Correct the team's name, or add it to config as an alias.",
)
REVIEW_OTHER_TEAM: Final = Rule(
    "review.other_team",
    "note",
    "kept",
    "A column of scores is headed by a team of another locality, {locality}; they count there.",
    "Nothing to do, unless the name is wrong.",
)
