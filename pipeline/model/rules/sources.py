"""Which extract is the state, and whose tracker a workbook is."""

from typing import Final

from pipeline.model.findings import Rule

EXTRACT_UNDATED: Final = Rule(
    "extract.undated",
    "problem",
    "refused",
    "The extract does not say which day it is of, while others do, so it was not used.",
    "Put its date in its name, such as 'CIN plans 29.05.2026.csv'.",
)
EXTRACT_DATE_IMPOSSIBLE: Final = Rule(
    "extract.date_impossible",
    "problem",
    "refused",
    "The date in the extract's name is not in the calendar, so it was not used.",
    "Correct the date in its name, such as 'CIN plans 29.05.2026.csv'.",
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
EXTRACT_NOT_READ: Final = Rule(
    "extract.not_read",
    "note",
    "passed over",
    "This extract is {which} than the one used and was not read.",
    "Nothing to do unless it should be the one.",
)
EXTRACT_OTHER_FORMAT: Final = Rule(
    "extract.other_format",
    "note",
    "passed over",
    "The file is of another format ({title}) than the one that the figures are from ({used}), so it "
    "was not read.",
    "To use it instead, set 'primary' under extracts in config to {setting}.",
)
EXTRACT_NOT_PRIMARY: Final = Rule(
    "extract.not_primary",
    "problem",
    "kept",
    "The format that config has plans read from ({title}) is not there or can't be read, so the "
    "figures are from another ({used}).",
    "Supply it, or change 'primary' under extracts in config.",
)
EXTRACT_NEWER_REFUSED: Final = Rule(
    "extract.newer_refused",
    "problem",
    "kept",
    "This newer extract could not be read, so the figures are from an older one.",
    "Put it right and run again.",
)
EXTRACT_PART_MISSING: Final = Rule(
    "extract.part_missing",
    "problem",
    "kept",
    "Another part of the same extract could not be read ({other}), so the figures lack its rows.",
    "Put it right and run again.",
)

TRACKER_MISSING: Final = Rule(
    "tracker.missing",
    "warning",
    "kept",
    "The team has no ICM tracker in the trackers folder; its tracker figures are not supplied.",
    "Put it in the folder {folder}, or sync that folder.",
)
TRACKER_NO_TEAM: Final = Rule(
    "tracker.no_team",
    "problem",
    "refused",
    "No team in config has the name of the folder {folder}, so whose tracker this is is not known.",
    "{nearest}Rename the folder as the team is named in config, or add the name as an alias of its team.",
)
TRACKER_TWO_TEAMS: Final = Rule(
    "tracker.two_teams",
    "problem",
    "refused",
    "The file has the name of {name} and is in the folder of {folder}, so it was not read.",
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
    "The tracker is in the folder {folder}, though config has the team in {locality}; it was "
    "read for {locality}.",
    "Move the folder, or correct the team's locality in config.",
)
