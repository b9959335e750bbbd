"""ICM trackers: their columns, stages, barriers, children; whose they are and where they lie."""

from bad_inputs.authority import header
from bad_inputs.catalogue.how import (
    ALDER,
    ALDER_SHEET,
    both,
    config,
    file,
    no_file,
    plan,
    remedy_has,
    secret,
    tracked,
    tracker,
    tracker_header,
    tracker_without,
    value_is,
)
from bad_inputs.entry import Entry

SOURCE = "trackers"

PATH = f"trackers/CIN North Dale/Alder/{ALDER}"
FIRST = f"{ALDER_SHEET}, row 2"
MISSING = "tracker.missing"


def accepted(ident, wrong, make, *rules, at="", **more):
    return Entry(f"tracker-{ident}", wrong, make, "accepted", rules, at, **more)


def kept(ident, wrong, make, rule, at, *also, **more):
    return Entry(f"tracker-{ident}", wrong, make, "kept and said", (rule, *also), at, **more)


def refused(ident, wrong, make, rule, at, *also, **more):
    return Entry(f"tracker-{ident}", wrong, make, "refused", (rule, *also), at, **more)


def moved_to(path):
    """Put Alder's tracker somewhere else."""

    def make(authority):
        content = authority.contents()[PATH]
        authority.put(PATH, None)
        authority.put(path, content)

    return make


def copied_to(path, *, changed=True):
    """Put another file beside Alder's tracker."""

    def make(authority):
        authority.put(path, authority.contents()[PATH])
        if changed:
            authority.trackers["Alder"].put(0, notes="note changed")

    return make


def again(row, **cells):
    """Repeat one row of Alder's tracker at its end, changed."""

    def make(authority):
        rows = authority.trackers["Alder"].rows
        rows.append(list(rows[row]))
        authority.trackers["Alder"].put(-1, **cells)

    return make


def reordered(authority):
    table = authority.trackers["Alder"]
    table.names.reverse()
    table.header.reverse()
    for row in table.rows:
        row.reverse()


def lost(name):
    """What is said of a tracker without a column, and where."""
    return "tracker.column_missing", f"{ALDER_SHEET}, {header('tracker', [name])[0]}"


COLUMNS = [
    accepted("reordered", "columns in another order", reordered),
    accepted("renamed", "columns under other usual names", tracker_header(due="By when", owner="Owner", barrier="Main barrier to progression", child_id="Person ID")),
    accepted("renamed-config", "a column under a name that config lists", both(tracker_header(action="What next"), config("headers:\n  tracker:\n    action: [What next]\n"))),
    accepted("extra-columns", "columns of the team's own", lambda a: a.trackers["Alder"].add("x", ["zzq"] * 4, "Colour"), "header.ignored", at=ALDER_SHEET),
    accepted("header-overwritten", "a cell's words where a header should be", tracker_header(previous_action="Rang school"), "header.ignored", at=ALDER_SHEET),
    refused("header-needed-overwritten", "a cell's words where a needed header should be", tracker_header(stage="Rang school"), "header.missing", ALDER_SHEET),
    refused("no-stage", "no column with the stage", tracker_without("stage"), "header.missing", ALDER_SHEET),
    refused("no-child", "no column with the child", tracker_without("child_id"), "header.missing", ALDER_SHEET),
    kept("no-due", "no column with the due date", tracker_without("due"), *lost("due")),
    kept("no-action", "no column with the action", tracker_without("action"), *lost("action")),
    kept("no-owner", "no column with the action's owner", tracker_without("owner"), *lost("owner")),
    kept("no-barrier", "no column with the barrier", tracker_without("barrier"), *lost("barrier")),
    kept("no-closure", "no column with the planned closure", tracker_without("planned_closure"), *lost("planned_closure")),
    kept("no-discussed", "no column that says when a child was discussed", tracker_without("discussed"), *lost("discussed"), differs=()),
    accepted("no-notes", "no column with notes", tracker_without("notes", "previous_action", "practitioner")),
    refused("column-twice", "two columns named Stage", lambda a: a.trackers["Alder"].add("x", ["zzq"] * 4, "Stage"), "header.repeated", f"{ALDER_SHEET}, row 1, Stage"),
]  # fmt: skip

STAGES = [
    accepted("stage-case", "a stage in capitals, with odd spaces", tracked(0, stage=" INTERVENTION  Underway ")),
    accepted("stage-config", "a stage in words that config lists", both(tracked(0, stage="Stage 2"), config("words:\n  stages:\n    Intervention underway: [Stage 2]\n"))),
    kept("stage-blank", "no stage", tracked(0, stage=""), "tracker.stage_missing", f"{FIRST}, Stage"),
    kept("untouched", "a tracker in which nothing has been written yet", tracker(lambda rows: [rows[0], *([row[0], row[1]] for row in rows[1:])]), "tracker.not_started", f"{ALDER_SHEET}, Stage"),
    kept("untouched-one", "a row in which nothing has been written yet", tracked(0, **dict.fromkeys(("stage", "barrier", "previous_action", "action", "owner", "due", "planned_closure", "discussed", "notes"), "")), "tracker.not_started", f"{ALDER_SHEET}, Stage"),
    kept("stage-unknown", "a stage of the team's own", tracked(0, stage="Zzq stage"), "tracker.stage_unknown", f"{ALDER_SHEET}, Stage"),
    kept("stage-number", "a number for a stage", tracked(0, stage=2), "tracker.stage_unknown", f"{ALDER_SHEET}, Stage"),
    kept("stage-two", "two stages in one cell", tracked(0, stage="Decided to close / Intervention underway"), "tracker.stage_unknown", f"{ALDER_SHEET}, Stage"),
    kept("stage-misspelt", "a stage misspelt", tracked(0, stage="Intervention underwya"), "tracker.stage_unknown", f"{ALDER_SHEET}, Stage", holds=(remedy_has("tracker.stage_unknown", "Intervention underway"),)),
    accepted("barrier-unknown", "a barrier that is on no list", tracked(0, barrier="Zzq barrier"), "tracker.barrier_unknown", at=f"{ALDER_SHEET}, Main barrier", differs=("Alder",)),
    accepted("barrier-blank-word", "none for a barrier", tracked(0, barrier="None"), "cell.blank_word", at=f"{ALDER_SHEET}, Main barrier", differs=("Alder",)),
    accepted("barrier-case", "a barrier in small letters", tracked(0, barrier="housing ")),
    accepted("barrier-config", "config's own list of barriers", both(tracked(0, barrier="Homes"), config("words:\n  barriers:\n    Housing: [Homes]\n    Family engagement: []\n    School or nursery place: []\n")), differs=("Alder", "Birch", "Cedar")),
    accepted("no-action-row", "a row without an action", tracked(0, action="", owner="", due=""), differs=("Alder",)),
    accepted("no-owner-row", "an action that nobody owns", tracked(0, owner=""), differs=("Alder",)),
]  # fmt: skip

CHILDREN = [
    Entry("tracker-child-twice", "a child on two rows of one tracker", again(0, notes="note again", discussed="19/05/2026"), "set aside", ("tracker.child_twice",), f"{ALDER_SHEET}, row 6, Child ID", differs=()),
    Entry("tracker-child-twice-undated", "a child on two rows, which dates do not tell apart", again(0, notes="note again"), "set aside", ("tracker.child_twice",), f"{FIRST}, Child ID", differs=()),
    Entry("tracker-id-blank", "a row without a child", again(0, child_id=""), "set aside", ("id.missing",), f"{ALDER_SHEET}, row 6, Child ID", differs=()),
    Entry("tracker-id-name", "a child's name for the ID", again(0, child_id="Zzqfirst Zzqlast"), "set aside", ("id.is_name",), f"{ALDER_SHEET}, row 6, Child ID", differs=()),
    Entry("tracker-id-damaged", "an ID that Excel has damaged", again(0, child_id="4.07E+10"), "set aside", ("id.damaged",), f"{ALDER_SHEET}, row 6, Child ID", differs=()),
    Entry("tracker-id-two", "two children in one cell", again(0, child_id="X4071 & X4072"), "kept and said", ("reconcile.not_open.unknown",), f"{ALDER_SHEET}, row 6, Child ID"),
    kept("not-open", "a child who has no plan", again(0, child_id="X4099"), "reconcile.not_open.unknown", f"{ALDER_SHEET}, row 6, Child ID"),
    kept("of-other-team", "a child of another team, whose own tracker has the row too", again(0, child_id="X4076"), "reconcile.not_open.other_team", f"{ALDER_SHEET}, row 6, Child ID"),
    kept("closed", "a child whose plan has ended", again(0, child_id="X4075"), "reconcile.not_open.closed", f"{ALDER_SHEET}, row 6, Child ID"),
    accepted("total-row", "a line of totals below the children", tracker(lambda rows: [*rows, ["Total", 4]]), "row.footer", at=f"{ALDER_SHEET}, row 6"),
    Entry("tracker-divider", "a line of words between the children", tracker(lambda rows: [*rows[:3], ["Siblings below"], *rows[3:]]), "set aside", ("id.is_name",), f"{ALDER_SHEET}, row 4, Child ID", differs=()),
]  # fmt: skip

WHOSE = [
    Entry("tracker-none", "a team without a tracker", no_file(PATH), "kept and said", (MISSING,), ALDER, holds=(value_is("actions.overdue", "", team="Alder"),)),
    kept("none-at-all", "no tracker of any team", both(*(no_file(f"trackers/CIN {place}/{team}/{team} IC Meetings.xlsx") for place, team in (("North Dale", "Alder"), ("North Dale", "Birch"), ("South Vale", "Cedar")))), MISSING, ALDER, times=3, differs=("Alder", "Birch", "Cedar")),
    refused("twice", "two trackers in one team's folder", copied_to("trackers/CIN North Dale/Alder/Alder IC Meetings v2.xlsx"), "tracker.twice", ALDER, times=2),
    refused("conflict", "OneDrive's copy of a tracker that two computers changed", copied_to("trackers/CIN North Dale/Alder/Alder IC Meetings-LAPTOP7.xlsx"), "tracker.twice", ALDER, times=2),
    refused("copy", "a tracker and a copy of it", copied_to("trackers/CIN North Dale/Alder/Copy of Alder IC Meetings.xlsx", changed=False), "tracker.twice", ALDER, times=2),
    refused("in-other-folder", "a tracker in another team's folder", moved_to(f"trackers/CIN North Dale/Birch/{ALDER}"), "tracker.two_teams", ALDER, MISSING),
    refused("unknown-folder", "a folder that is named like no team", moved_to("trackers/CIN North Dale/Zenith/Zenith IC Meetings.xlsx"), "tracker.no_team", "Zenith IC Meetings.xlsx", MISSING),
    refused("near-folder", "a folder whose name is a slip", moved_to("trackers/CIN North Dale/Aldr/Aldr IC Meetings.xlsx"), "tracker.no_team", "Aldr IC Meetings.xlsx", MISSING, says=("Alder",)),
    accepted("other-name", "a tracker under another name in the team's folder", moved_to("trackers/CIN North Dale/Alder/Tracker May.xlsx"), "tracker.name", at="Tracker May.xlsx"),
    accepted("folder-case", "folders in capitals, with odd spaces", moved_to(f"trackers/CIN NORTH  DALE/ALDER/{ALDER}")),
    kept("other-locality", "a tracker below another locality's folder", moved_to(f"trackers/CIN South Vale/Alder/{ALDER}"), "tracker.elsewhere", ALDER, differs=()),
    accepted("flat", "a tracker right below the trackers folder", moved_to(f"trackers/{ALDER}")),
    accepted("other-files", "agendas and notes beside a tracker", file("trackers/CIN North Dale/Alder/Agenda.docx", "zzq"), "file.not_ours", at="Agenda.docx"),
    accepted("open-now", "someone has the tracker open", file(f"trackers/CIN North Dale/Alder/~${ALDER}", bytes(165)), "file.open", at=f"~${ALDER}"),
    Entry("tracker-pdf", "a tracker printed to PDF in place of the workbook", both(no_file(PATH), file("trackers/CIN North Dale/Alder/Alder IC Meetings.pdf", "%PDF-1.7")), "kept and said", (MISSING, "file.not_ours"), ALDER),
    refused("csv", "a tracker saved as CSV", both(no_file(PATH), file("trackers/CIN North Dale/Alder/Alder IC Meetings.csv", "Child ID,Stage\n")), "file.other_kind", "Alder IC Meetings.csv"),
    refused("damaged-beside-good", "a damaged copy beside the tracker", file("trackers/CIN North Dale/Alder/Alder IC Meetings old.xlsx", b"PK\x03\x04 broken"), "tracker.twice", ALDER, times=2),
    accepted("former-name", "a tracker under the team's former name, which config knows", both(moved_to("trackers/CIN North Dale/Orchard/Orchard IC Meetings.xlsx"), lambda a: a.config.update({"authority.yaml": a.config["authority.yaml"].replace("{name: Alder}", "{name: Alder, aliases: [Orchard]}")}))),
    Entry("tracker-secret-name", "a child's ID in a tracker's file name", both(moved_to("trackers/CIN North Dale/Alder/Alder IC Meetings.xlsx"), secret("Zzqnothing")), "accepted"),
    accepted("lacks-child", "an open plan whose row the tracker lacks", lambda a: a.trackers["Alder"].rows.pop(0), "reconcile.not_on_tracker", at="CIN plans 29.05.2026.csv, row 2, Child ID", differs=("Alder",)),
    accepted("new-plan", "a plan of last week that is not on the tracker yet", both(lambda a: a.trackers["Alder"].rows.pop(0), plan(0, plan_start="26/05/2026")), differs=("Alder",)),
]  # fmt: skip

ENTRIES = [*COLUMNS, *STAGES, *CHILDREN, *WHOSE]
