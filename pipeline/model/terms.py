"""The field's words, spelled once."""

from typing import Final, Literal

STEPS: Final = ("ingest", "validate", "transform", "compose", "render", "publish")

NOT_KNOWN: Final = "Not known"
"""The locality and team of plans whose team config does not know."""

NOT_SUPPLIED: Final = "not supplied"

DECIDED: Final = "Decided to close"
IDENTIFIED: Final = "Identified for potential closure"
STAGES: Final = ("Awaiting first CIN meeting", "Intervention underway", IDENTIFIED, DECIDED)
NOT_RECOGNISED: Final = "Not recognised"

OTHER_BARRIER: Final = "Other"
NO_BARRIER: Final = "None given"
BARRIERS: Final = (
    "Family engagement",
    "Waiting for assessment or report",
    "Waiting for another service",
    "Housing",
    "School or nursery place",
    "Domestic abuse",
    "Parental mental health",
    "Parental substance use",
    "Child's health or disability",
    "Change of worker",
    "Court or immigration decision",
)
"""The main barriers that count by name where config lists none."""

Outcome = Literal["closed", "stepped down", "escalated", "transferred", "not known"]
OUTCOMES: Final[tuple[Outcome, ...]] = (
    "closed",
    "stepped down",
    "escalated",
    "transferred",
    "not known",
)

INTENDED: Final[tuple[Outcome, ...]] = ("closed", "stepped down")
"""The outcomes that promised closures are kept by; other finishes are no success of the plan."""

StatusKind = Literal["CIN plan", "child protection plan", "looked after", "assessment", "closed"]
STATUSES: Final[tuple[StatusKind, ...]] = (
    "CIN plan",
    "child protection plan",
    "looked after",
    "assessment",
    "closed",
)
"""What the case status of an Annex A row may say; only the first is in the figures."""

DFE_BANDS: Final = ("up to 3m", "3-6m", "6m-1y", "1-2y", "2y+")
"""The bands of DfE's published durations; their edges differ from the plan bands."""

ScopeType = Literal["authority", "locality", "team"]

Audience = Literal[
    "assistant director",
    "OLT",
    "business services",
    "locality",
    "reviewer",
    "team",
    "performance officer",
]
"""Whom a paper is for."""
