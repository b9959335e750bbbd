"""The published past: whether the snapshots of earlier runs can be used."""

from typing import Final

from pipeline.model.findings import Rule

HISTORY_ALTERED: Final = Rule(
    "history.altered",
    "problem",
    "refused",
    "The file is not as it was published, so this run went on without it: {lost}.",
    "Restore it from a backup. If there is none, delete the folder {folder}; the period's figures "
    "alone will then serve.",
)
HISTORY_UNREADABLE: Final = Rule(
    "history.unreadable",
    "problem",
    "refused",
    "The file of an earlier period cannot be read, so this run went on without it: {lost}.",
    "Close it if it is open elsewhere, and see that whoever runs this may read the folder {folder}.",
)
HISTORY_NEWER: Final = Rule(
    "history.newer",
    "problem",
    "refused",
    "The file was written by a newer version of cinpack, so this run went on without it: {lost}.",
    "Install the newer version here too.",
)
HISTORY_MISSING: Final = Rule(
    "history.missing",
    "warning",
    "kept",
    "The file of an earlier period is not there any more, so this run went on without it: {lost}.",
    "Restore it from a backup, unless it was removed on purpose.",
)
HISTORY_MANIFEST: Final = Rule(
    "history.manifest",
    "problem",
    "refused",
    "The period's manifest cannot be read, so this run went on as if the period were not there.",
    "Restore it from a backup, or move the folder {folder} out of the outputs folder.",
)
