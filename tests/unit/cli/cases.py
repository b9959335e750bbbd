"""Findings of each kind, for what the commands say of them."""

from pipeline.model.findings import Finding, Place, Rule

NO_DATE = Rule(
    "date.unreadable", "problem", "set aside", "No date understood.", "Write it as dd/mm/yyyy."
)
SPACES = Rule("text.spaces", "note", "repaired", "Spaces were taken out.", "")
REFUSED = Rule("file.unreadable", "problem", "refused", "The file cannot be read.", "Save it anew.")


def no_date(row, file="extracts/plans.csv", value="31/02/2026", child="X0001"):
    return Finding(NO_DATE, Place(file, "", row, "CIN Plan Start Date"), "Alder", (), value, child)


def spaces(row):
    return Finding(SPACES, Place("extracts/plans.csv", "", row, "Allocated Team"))
