"""What is found when versions are merged and trackers held against the extract."""

from typing import Final

from pipeline.model.findings import Rule

VERSIONS_OVERLAP: Final = Rule(
    "plans.overlap",
    "note",
    "kept",
    "This version of the plan starts before the child's earlier version has ended (DfE 4014). Both "
    "count as one plan.",
    "If the plans are separate, correct their dates in the case system.",
)
VERSIONS_TWO_OPEN: Final = Rule(
    "plans.two_open",
    "warning",
    "kept",
    "The child has an earlier version of the plan that is still open (DfE 4004). Both count as one "
    "plan.",
    "End the earlier version in the case system.",
)
VERSIONS_END_DIFFERS: Final = Rule(
    "plans.end_differs",
    "warning",
    "kept",
    "The same plan, with the same start and another end, is also at {other}. Both count as one "
    "plan, which is open if either of them is.",
    "Remove the copy that is out of date, or correct the end date in the case system.",
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
    "Check in the case system that it has; then move the row out of the tracker.",
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
    "Move the row to that team's tracker if the child is not on it yet, else out of this one; or "
    "correct the team in the case system.",
)
NOT_OPEN_TEAM_NOT_KNOWN: Final = Rule(
    "reconcile.not_open.team_not_known",
    "warning",
    "kept",
    "The tracker of {team} has a child whose open plan has a team that is not known to us. The row is "
    "in no figure but this.",
    "Leave the row where it is and tell the performance officer: the plan's team in the case system "
    "is blank, or its name is not in the settings.",
)
NOT_ON_TRACKER: Final = Rule(
    "reconcile.not_on_tracker",
    "note",
    "kept",
    "An open plan of {team} has no row in the team's tracker.",
    "Add the child to the tracker.",
)
