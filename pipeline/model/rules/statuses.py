"""Rows whose status says whether they are of a CIN plan, in formats that hold other cases too."""

from typing import Final

from pipeline.model.findings import Rule

STATUS_PASSED_OVER: Final = Rule(
    "status.passed_over",
    "note",
    "passed over",
    "Rows of children who are not on a CIN plan were left out: {kinds}.",
    "Nothing to do.",
)
STATUS_MISSING: Final = Rule(
    "status.missing",
    "problem",
    "set aside",
    "The row has no case status, so whether the child is on a CIN plan is unknown and it is in no "
    "figure.",
    "Fill the status in.",
)
STATUS_UNKNOWN: Final = Rule(
    "status.unknown",
    "problem",
    "set aside",
    "The case status is not understood, so whether the child is on a CIN plan is unknown and the "
    "row is in no figure.",
    "Write it in Ofsted's words, such as 'c) Child in need plan', or add yours under words, statuses "
    "in config.",
)
STATUS_LISTED: Final = Rule(
    "status.listed",
    "warning",
    "set aside",
    "A case status is not one of those that Annex A has; all its rows were set aside ({count}: "
    "{rows}).",
    "Write it in Ofsted's words, such as 'c) Child in need plan', or add yours under words, statuses "
    "in config.",
)
