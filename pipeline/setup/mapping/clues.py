"""The names and words by which each column of the case extract may be known in someone's file."""

import re
import unicodedata
from dataclasses import dataclass
from typing import Final

from pipeline.model.names import same_header
from pipeline.model.tables import CASE_EXTRACT, Column


@dataclass(frozen=True)
class Clues:
    """How a column may be named.

    `seen`: names found in published formats and in queries of case systems. `expected`: likely
    names that were seen in none. `words`: a header that has one word of each group may be the
    column, unless it has one of `never`.
    """

    seen: tuple[str, ...] = ()
    expected: tuple[str, ...] = ()
    words: tuple[frozenset[str], ...] = ()
    never: frozenset[str] = frozenset()


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


START: Final = _set(
    "start started starts starting begin began begun commenced opened open incoming"
)
END: Final = _set("end ended ends ending complete completed closed closure close ceased finished")
CHILD: Final = _set("child person client mosaic lcs liquidlogic eclipse azeus subject")
NUMBER: Final = _set("id ids identifier number no num ref reference")
SIGNED: Final = _set("signed signoff sign authorised authorized authorisation approved endorsed")
OTHER_EVENTS: Final = _set(
    "cp cpp protection cla lac looked after birth born death died referral contact episode"
    " assessment visit visited seen review reviewed meeting written sent signed authorised birthday"
    " approved endorsed mtg rev typed extract report reason outcome by worker team next due placement"
    " allocation allocated legal status eh help"
)

CLUES: Final = {
    "child_id": Clues(
        ("LAchildID", "pers_person_id", "cinp_person_id", "la_child_id"),
        (
            *("Mosaic ID", "Client ID", "LCS ID", "Liquidlogic ID", "Eclipse ID", "Child Number"),
            *("Person Number", "Child Ref", "Service User ID"),
        ),
        (CHILD, NUMBER),
        _set("family worker team plan step episode referral nhs upn school parent sibling"),
    ),
    "family_id": Clues(
        ("fami_family_id",),
        ("Group ID", "Sibling Group", "Household ID"),
        (_set("family sibling siblings household"),),
        _set("worker date type"),
    ),
    "plan_id": Clues(
        ("cinp_cin_plan_id", "child_in_need_plan_id"),
        ("Workflow Step ID", "Care Plan ID", "Step ID"),
        (_set("plan step"), NUMBER),
        _set("date worker team person child"),
    ),
    "plan_start": Clues(
        ("CINPlanStartDate", "cinp_cin_plan_start_date", "STARTED_ON", "INCOMING_ON"),
        ("CIN Start", "Step Started", "Plan Opened"),
        (START,),
        OTHER_EVENTS | END,
    ),
    "plan_end": Clues(
        ("CINPlanEndDate", "cinp_cin_plan_end_date", "COMPLETED_ON", "end_date"),
        ("Plan Ceased", "Step Completed", "Plan Closed"),
        (END,),
        OTHER_EVENTS | START,
    ),
    "end_reason": Clues(
        ("ReasonForClosure", "cine_close_reason", "closure_reason"),
        ("Outcome", "Closure Reason", "End Reason"),
        (_set("reason reasons outcome outcomes why"),),
        _set("visit review meeting assessment referral contact date need start cp")
        | _set("exemption exempt long"),
    ),
    "episode_start": Clues(
        ("CINreferralDate", "cine_referral_date", "referral_date"),
        ("Episode Start",),
        (_set("referral referred episode"), _set("date start started received")),
        END | _set("source reason team worker id outcome"),
    ),
    "locality": Clues(
        ("dept_team_parent_name",),
        ("Area", "Service Area", "District", "Service"),
        (_set("locality localities area district region patch quadrant neighbourhood"),),
        _set("date id code postcode need birth"),
    ),
    "team": Clues(
        ("cinp_cin_plan_team", "cinp_cin_plan_team_name", "dept_team_name", "RESPONSIBLE_TEAM_ID"),
        ("Responsible Team", "Worker Team", "Current Team"),
        (_set("team teams unit"),),
        _set("manager date coordinator parent start end previous former referral leader"),
    ),
    "practitioner": Clues(
        ("cinp_cin_plan_worker_id", "cinp_cin_plan_worker_name", "worker_id"),
        ("SW Name", "Case Holder", "Keyworker", "Practitioner", "Worker Name", "Assignee"),
        (_set("worker wkr practitioner holder caseholder keyworker assignee sw"),),
        _set("team manager date visit seen start end email telephone by"),
    ),
    "date_of_birth": Clues(
        ("PersonBirthDate", "pers_dob", "date_of_birth"),
        ("Birth Date", "D.O.B."),
        (_set("birth dob born birthdate"),),
        _set("expected place country"),
    ),
    "date_of_death": Clues(
        ("PersonDeathDate", "pers_death_date"), (), (_set("death died deceased"),)
    ),
    "disability": Clues(
        ("Does the Child have a Disability", "disa_disability_code"),
        ("Disabled", "Disability Flag"),
        (_set("disability disabled disabilities"),),
        _set("date team"),
    ),
    "primary_need": Clues(
        ("PrimaryNeedCode", "cine_cin_primary_need_code"),
        ("Need Code", "Category of Need"),
        (_set("need needs"), _set("primary code category main")),
        _set("date start end"),
    ),
    "exemption": Clues(
        (),
        ("Exempt", "Exemption Reason", "Long Plan Reason", "Reason For Long Plan"),
        (_set("exempt exemption"),),
    ),
    "cp_plan_start": Clues(
        ("CPPstartDate", "cppl_cp_plan_start_date", "Child Protection Plan Start Date"),
        (),
        (_set("cp cpp protection"), START),
        END,
    ),
    "cp_plan_end": Clues(
        ("CPPendDate", "cppl_cp_plan_end_date", "Child Protection Plan End Date"),
        ("Stepped Down From CP",),
        (_set("cp cpp protection"), END),
        START | _set("reason"),
    ),
    "cin_meeting": Clues(
        (),
        ("Last CIN Meeting", "Date of CIN Meeting", "CIN Meeting Held"),
        (_set("meeting meetings mtg mtgs"), _set("cin date held last latest")),
        _set("next due cp strategy core icm first planned legal"),
    ),
    "plan_written": Clues(
        (),
        ("Plan Written Up", "Date Written Up", "Plan Recorded Date"),
        (_set("written writeup recorded typed"),),
        _set("by visit assessment"),
    ),
    "plan_signed_off": Clues(
        (),
        ("Manager Sign Off", "Sign Off Date", "Authorised Date", "Endorsed Date"),
        (SIGNED,),
        _set("by assessment cp visit worker name"),
    ),
    "plan_sent": Clues(
        (),
        ("Plan Shared Date", "Sent Out Date", "Plan Distributed"),
        (_set("sent shared distributed issued"),),
        _set("by letter invitation invite invites"),
    ),
    "last_visit": Clues(
        ("Date Child Was Last Seen", "cinv_cin_visit_date"),
        ("Last CIN Visit", "Last Seen", "Last Seen Date"),
        (_set("visit visited visits seen"),),
        _set("next due by alone planned worker overdue number count frequency"),
    ),
    "last_review": Clues(
        (),
        ("Last CIN Review", "Latest Review"),
        (_set("review reviewed reviews rev"), _set("last latest previous date held")),
        _set("next due cp iro by planned overdue"),
    ),
    "next_review": Clues(
        (),
        ("Next CIN Review", "Review Due"),
        (_set("review rev"), _set("next due planned")),
        _set("last latest cp iro by previous"),
    ),
}
"""By canonical name. `referral_date` and its like are Mosaic's, the SSD's, Annex A's and DfE's."""

FILLERS: Final = _set("of the a an for in on to at is was date cin s")
"""Words that tell no two columns apart."""

_PARTS: Final = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")


def words_of(header: str) -> frozenset[str]:
    """Return the words of a header in small letters: `STARTED_ON` and `StartedOn` have two."""
    plain = unicodedata.normalize("NFKC", header)
    return frozenset(part.casefold() for part in _PARTS.findall(plain))


def names_of(column: Column) -> tuple[str, ...]:
    """Return the names that ingest knows a column by without being told."""
    return (column.header, *column.aliases, column.name)


SEEN: Final = {same_header(n): name for name, clues in CLUES.items() for n in clues.seen}
EXPECTED: Final = {same_header(n): name for name, clues in CLUES.items() for n in clues.expected}


def says_so(name: str, header: str) -> str:
    """Return the word for which a header may be the column; blank if it has not all it takes."""
    words, clues = words_of(header), CLUES[name]
    if not clues.words or words & clues.never:
        return ""
    found = [words & group for group in clues.words]
    return min(found[0]) if all(found) else ""


def is_a_clue(header: str) -> bool:
    """Return whether a header is like that of any column."""
    key = same_header(header)
    known = any(key == same_header(n) for c in CASE_EXTRACT.columns for n in names_of(c))
    return known or key in SEEN or key in EXPECTED or any(says_so(name, header) for name in CLUES)
