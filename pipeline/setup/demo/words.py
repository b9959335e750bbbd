"""What people write in trackers: stages, barriers and actions, and other words for them."""

from typing import Final

from pipeline.model.terms import DECIDED, IDENTIFIED, STAGES
from pipeline.setup.demo.episodes import CP_PLAN, EARLY_HELP, MET
from pipeline.setup.demo.extract import UPDATED

AWAITING, UNDERWAY = STAGES[:2]

OUTCOMES: Final = {
    "closed": (MET, "Aims of plan achieved", "Family withdrew consent"),
    "stepped down": (EARLY_HELP, "Step down to universal services"),
    "escalated": (CP_PLAN, "Became looked after"),
    "transferred": ("Moved out of area", "Transferred to adult services"),
    "not known": (UPDATED,),
}
STAGE_SYNONYMS: Final = {
    AWAITING: ("Awaiting first meeting", "New case"),
    UNDERWAY: ("Intervention", "Work underway"),
    IDENTIFIED: ("Potential closure", "Possible closure"),
    DECIDED: ("Closing", "Decided to close - ready"),
}
MISSPELT: Final = {
    AWAITING: "Awaiting 1st mtg",
    UNDERWAY: "Interventon underway",
    IDENTIFIED: "Identfied for closure",
    DECIDED: "Decided to clsoe",
}
BARRIERS: Final = {
    "Waiting for assessment or report": ("Assessment outstanding", "Awaiting report"),
    "Family engagement": ("Engagement", "Not engaging"),
    "Housing": ("Accommodation", "Rehousing"),
    "School or nursery place": ("Education", "School attendance"),
    "Domestic abuse work under way": ("Domestic abuse", "DA work"),
    "Parental mental health": ("Mental health",),
    "Partner agency input": ("Partner agency", "Health input"),
    "Change of worker": ("Worker change", "Reallocation"),
    "Court or immigration decision": ("Court", "Immigration"),
}
OTHER_BARRIERS: Final = ("See notes", "Waiting list", "Annual leave", "Family holiday")

ACTIONS: Final = {
    AWAITING: (
        "Hold first CIN meeting",
        "Invite agencies to first CIN meeting",
        "Agree date of first meeting with family",
    ),
    UNDERWAY: (
        "Complete direct work sessions",
        "Ask for health report",
        "Chase housing application",
        "Joint visit with health visitor",
        "Refer to parenting course",
        "Agree safety plan with family",
        "School to share attendance figures",
        "Review goals with family network",
        "Book review CIN meeting",
    ),
    IDENTIFIED: (
        "Agree what must be in place before closing",
        "Plan step-down with Early Help",
        "Review goals at next CIN meeting",
        "Hold family network meeting",
    ),
    DECIDED: (
        "Write closing summary",
        "Final visit and closing letter",
        "Step-down meeting with Early Help",
        "Send closing letter to agencies",
    ),
}
PARTNERS: Final = ("Health visitor", "School", "Housing officer")
NOTES: Final = ("Discussed with PS", "Agreed at ICM", "TM to advise", "Check at next ICM")
