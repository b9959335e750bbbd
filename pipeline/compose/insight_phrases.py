"""How each rule's insight is said, where the briefing shows it, and the question to ask."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True)
class Phrase:
    """How a rule's insight is said: what is counted, of what, and the open question.

    `many` (`one`) follows the number and has the verb in it. `where` are the sections of the
    briefing that show it.
    """

    many: str
    one: str
    where: tuple[str, ...]
    question: str


PHRASES: Final = {
    "finishes.fell": Phrase(
        "plans finished",
        "plan finished",
        ("localities", "flow"),
        "What would help plans there to finish well again, and who could lend a hand?",
    ),
    "starts.rose": Phrase(
        "plans started",
        "plan started",
        ("localities", "flow"),
        "Are there more families who need help, and what would give the teams room for them?",
    ),
    "starts.fell": Phrase(
        "plans started",
        "plan started",
        ("localities", "flow"),
        "Do fewer families need a plan, or do plans start later than they could?",
    ),
    "escalations.rose": Phrase(
        "plans ended because matters got worse",
        "plan ended because matters got worse",
        ("flow",),
        "What do these families have in common, and could help have come sooner?",
    ),
    "promises.broken": Phrase(
        "plans that were to close by now did",
        "plan that was to close by now did",
        ("closures",),
        "What came between, and what would help to keep the dates that are set now?",
    ),
    "visits.overdue": Phrase(
        "open plans have an overdue visit",
        "open plan has an overdue visit",
        ("teams",),
        "What would let every child be seen in time?",
    ),
    "reviews.overdue": Phrase(
        "open plans have an overdue review",
        "open plan has an overdue review",
        ("teams",),
        "What would let every plan be reviewed in time?",
    ),
    "scores.fell": Phrase(
        "",
        "",
        ("practice",),
        "What has changed for the team, and what would help its meeting?",
    ),
    "tracker.missing": Phrase(
        "open plans can’t be seen in their stages and actions, since no tracker was read",
        "open plan can’t be seen in its stage and action, since no tracker was read",
        ("limits",),
        "Who can put the tracker where it is read?",
    ),
    "closures.overdue": Phrase(
        "plans decided to close are past the date set and still open",
        "plan decided to close is past the date set and still open",
        ("closures",),
        "What is left to do before these plans can end?",
    ),
    "closures.undated": Phrase(
        "plans decided to close have no date",
        "plan decided to close has no date",
        ("closures",),
        "What would let the teams set a date for each?",
    ),
    "out_of_timescale.high": Phrase(
        "open plans are out of timescale",
        "open plan is out of timescale",
        ("durations", "teams"),
        "Which of these plans wait for something, and who could unblock it?",
    ),
    "unwritten.high": Phrase(
        "plans are not written up since their CIN meeting",
        "plan is not written up since its CIN meeting",
        ("signoffs", "teams"),
        "What would make room to write plans up straight after the meeting?",
    ),
    "unsigned.high": Phrase(
        "written plans are not signed off",
        "written plan is not signed off",
        ("signoffs", "teams"),
        "What do managers need so that plans can be signed off sooner?",
    ),
    "unsent.high": Phrase(
        "signed-off plans are not yet sent out",
        "signed-off plan is not yet sent out",
        ("signoffs", "teams"),
        "What would get a plan to the family on the day it is signed off?",
    ),
    "written.late": Phrase(
        "plans were written up within target",
        "plan was written up within target",
        ("signoffs", "teams"),
        "What would make room to write plans up straight after the meeting?",
    ),
    "not_on_tracker.high": Phrase(
        "open plans are not on the ICM tracker",
        "open plan is not on the ICM tracker",
        ("practice",),
        "How do new plans reach the tracker, and what would make that easier?",
    ),
    "actions_missing.high": Phrase(
        "cases on the tracker have no action",
        "case on the tracker has no action",
        ("practice",),
        "What would help the ICM to agree a next step for every case?",
    ),
    "actions_undated.high": Phrase(
        "actions have no date",
        "action has no date",
        ("practice",),
        "What would help the ICM to set a date, within weeks, for each action?",
    ),
    "actions_overdue.high": Phrase(
        "actions are past their date",
        "action is past its date",
        ("practice",),
        "Are these actions done but not updated, or is something in the way?",
    ),
    "finishes.rose": Phrase(
        "plans were closed or stepped down",
        "plan was closed or stepped down",
        ("localities", "flow"),
        "Are these families still safe and supported? If so, what helped, and who would like to see it?",
    ),
    "promises.kept": Phrase(
        "plans that were to close by now did",
        "plan that was to close by now did",
        ("closures",),
        "What helped to keep the dates that were set?",
    ),
    "scores.rose": Phrase(
        "",
        "",
        ("practice",),
        "What changed in the meeting, and who would like to see it?",
    ),
    "action.worked": Phrase(
        "",
        "",
        ("actions",),
        "What may have helped, and who else could take it up?",
    ),
    "out_of_timescale.low": Phrase(
        "open plans are out of timescale",
        "open plan is out of timescale",
        ("durations", "teams"),
        "What keeps plans moving there that others could take up?",
    ),
    "written.prompt": Phrase(
        "plans were written up within target",
        "plan was written up within target",
        ("signoffs", "teams"),
        "What do they do that others could take up?",
    ),
    "sent.prompt": Phrase(
        "plans were sent by the next working day after sign-off",
        "plan was sent by the next working day after sign-off",
        ("signoffs", "teams"),
        "What do they do that others could take up?",
    ),
    "on_tracker.high": Phrase(
        "open plans are on the ICM tracker",
        "open plan is on the ICM tracker",
        ("practice",),
        "How do they keep the tracker complete?",
    ),
}
"""By the id of the rule."""
