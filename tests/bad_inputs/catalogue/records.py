"""Rows that can be read and make no sense, alone or beside others: IDs, teams, reasons, versions."""

from bad_inputs.catalogue.how import (
    EXTRACT,
    both,
    config,
    every_plan,
    file,
    nothing,
    plan,
    plan_twice,
    renamed,
    secret,
    tracked,
    value_is,
    wide,
    without,
)
from bad_inputs.entry import EVERYTHING, Entry

SOURCE = "case extract: records"

ENDED = 4
CLOSED_ROW = f"{EXTRACT}, row 6"
LAST = f"{EXTRACT}, row 13"
LAST_START = f"{LAST}, CIN Plan Start Date"
TRACKED_GONE = "reconcile.not_open.unknown"
ALIASED = """\
authority: {name: Exampleshire}
localities:
  - name: North Dale
    teams:
      - {name: Alder, aliases: %s}
      - {name: Birch}
  - name: South Vale
    teams:
      - {name: Cedar}
"""


def renumbered(child, new, tracker=""):
    """Give a child of Alder another ID, in the extract and (perhaps otherwise) in the tracker."""

    def make(authority):
        authority.plans.put(authority.plans.row(child), child_id=new)
        table = authority.trackers["Alder"]
        table.put(table.row(child), child_id=tracker or new)

    return make


def moved(child, **cells):
    return lambda authority: authority.plans.put(authority.plans.row(child), **cells)


def aliases(words, spelling):
    """Alder stands in the extract under another name, which config knows."""
    return both(
        every_plan(team=lambda team: spelling if team == "Alder" else team),
        config(ALIASED % words, "authority.yaml"),
    )


def bad_id(ident, wrong, cell, rule, **more):
    make = plan(ENDED, child_id=cell)
    return Entry(
        f"record-{ident}", wrong, make, "set aside", (rule,), f"{CLOSED_ROW}, Child ID", **more
    )


def kept(ident, wrong, make, rule, at, *also, **more):
    return Entry(f"record-{ident}", wrong, make, "kept and said", (rule, *also), at, **more)


def accepted(ident, wrong, make, *rules, at="", **more):
    return Entry(f"record-{ident}", wrong, make, "accepted", rules, at, **more)


IDS = [
    bad_id("id-blank", "no child ID", "", "id.missing"),
    bad_id("id-dash", "a dash for the child ID", "-", "id.missing"),
    bad_id("id-null", "the word NULL for the child ID", "NULL", "id.missing"),
    bad_id("id-na", "n/a for the child ID", "N/A", "id.missing"),
    bad_id("id-damaged", "an ID that Excel has made 1.23457E+11", "1.23457E+11", "id.damaged"),
    bad_id("id-damaged-short", "an ID that Excel has made 4.1E+7", "4.1E+07", "id.damaged"),
    bad_id("id-error", "an Excel error as text for the ID", "#N/A", "id.error"),
    bad_id("id-name", "a child's name for the ID", "Unborn Zzqsmith", "id.is_name"),
    bad_id("id-one-name", "a surname alone for the ID", "Zzqsmith", "id.is_name"),
    accepted("id-zeros", "IDs that begin with noughts", renumbered("X4071", "00471")),
    accepted("id-point-nought", "an ID that a system wrote as a number: 4711.0", renumbered("X4071", "4711.0", "4711")),
    accepted("id-protected", "an ID wrapped so that Excel keeps its noughts", renumbered("X4071", '="00471"', "00471")),
    accepted("id-spaces", "spaces around an ID, one that does not break among them", renumbered("X4071", " X4071\u00a0", "X4071 ")),
    accepted("id-full-width", "an ID in full-width digits", renumbered("X4071", wide("X4071"), "X4071")),
    Entry("record-id-unseen", "a character nobody can see in an ID", renumbered("X4071", "X40\u200b71", "X4071"), "repaired", ("cell.cleaned",), f"{EXTRACT}, row 2, Child ID"),
    Entry("record-id-zeros-lost", "a tracker's ID without the extract's noughts", renumbered("X4071", "00471", 471), "repaired", ("id.matched",), "Alder IC Meetings.xlsx, sheet Tracker, row 2, Child ID"),
    Entry("record-id-small-letters", "a tracker's ID in small letters", renumbered("X4071", "X4071", "x4071"), "repaired", ("id.matched",), "Alder IC Meetings.xlsx, sheet Tracker, row 2, Child ID"),
    kept("id-two-forms", "two children whose IDs differ in noughts alone", plan_twice(ENDED, child_id="0X4075"), "id.two_forms", f"{EXTRACT}, row 6", times=2),
    kept("id-two-letters", "two children whose IDs differ in capital letters alone", plan_twice(ENDED, child_id="x4075"), "id.two_forms", f"{EXTRACT}, row 6", times=2),
    kept("id-fits-two", "a tracker's ID that may be either of two children's", both(plan_twice(0, child_id="00X4071"), tracked(0, child_id="0X4071")), "id.fits_several", "Alder IC Meetings.xlsx, sheet Tracker, row 2, Child ID", "id.two_forms", TRACKED_GONE, "reconcile.not_on_tracker"),
    accepted("id-very-long", "an ID of three hundred letters", renumbered("X4071", "X" + "4071" * 75)),
]  # fmt: skip

TEAMS = [
    kept("team-blank", "no team on a plan", plan(ENDED, team=""), "team.missing", f"{CLOSED_ROW}, Allocated Team"),
    kept("team-unknown", "a team that config does not know", plan(ENDED, team="Zzqteam"), "team.unknown", f"{EXTRACT}, Allocated Team"),
    kept("team-near", "a team's name misspelt", both(plan(ENDED, team="Aldr"), secret("Aldr")), "team.unknown", f"{EXTRACT}, Allocated Team"),
    accepted("team-case", "a team's name in capitals, with odd spaces", every_plan(team=lambda t: f" {t.upper()}  " if t == "Alder" else t)),
    accepted("team-alias", "a team under a name that config lists as its alias", aliases("[Alder CIN Team]", "ALDER CIN team")),
    accepted("team-na", "a team whose name a table reader takes for a missing value", aliases("['NA']", "NA")),
    accepted("team-none", "a team whose name is None", aliases("['None']", "None")),
    accepted("team-null", "a team whose name is null", aliases("['null']", "null")),
    accepted("team-true", "a team whose name is TRUE", aliases("['TRUE']", "TRUE")),
    kept("team-alias-ended", "a name that the team bore only until last year", aliases("[{name: Old Orchard, until: 01/01/2026}]", "Old Orchard"), "team.unknown", f"{EXTRACT}, Allocated Team", "reconcile.not_open.team_not_known", differs=EVERYTHING),
    kept("locality-other", "another locality for a team than config has", plan(0, locality="South Vale"), "team.locality_differs", f"{EXTRACT}, Locality"),
    accepted("locality-cin", "localities named as their channels are", every_plan(locality=lambda name: f"CIN {name}")),
    accepted("no-locality", "an extract without localities", without("locality")),
    kept("team-other-than-tracker", "a child in another team's tracker", plan(0, team="Birch"), "reconcile.not_open.other_team", "Alder IC Meetings.xlsx, sheet Tracker, row 2, Child ID", "reconcile.not_on_tracker", differs=("Alder", "Birch")),
    kept("team-all-unknown", "no team that config knows", every_plan(team=lambda t: f"Zzq {t}"), "team.unknown", f"{EXTRACT}, Allocated Team", "reconcile.not_open.team_not_known", "team.no_rows", times=3, differs=EVERYTHING),
]  # fmt: skip

REASONS = [
    accepted("reason-blank", "an ended plan without a reason", plan(ENDED, end_reason=""), "plan.end_without_reason", at=f"{EXTRACT}, Plan End Reason", differs=("Alder",)),
    accepted("reason-early", "a reason on a plan that has not ended", plan(0, end_reason="Needs met"), "plan.reason_without_end", at=f"{EXTRACT}, Plan End Reason"),
    kept("reason-unknown", "a reason that is on no list", plan(ENDED, end_reason="Zzq miscellany"), "plan.outcome_unknown", f"{EXTRACT}, Plan End Reason"),
    accepted("reason-phrase", "a reason with a phrase in it that is known", plan(ENDED, end_reason="Zzq: case closed by manager"), "plan.outcome_read", at=f"{EXTRACT}, Plan End Reason"),
    kept("reason-negated", "a reason that says what did not happen", plan(ENDED, end_reason="Not stepped down"), "plan.outcome_unknown", f"{EXTRACT}, Plan End Reason"),
    accepted("reason-code", "a national code for the reason", plan(ENDED, end_reason="RC8 - Case closed after assessment"), at=""),
    accepted("reason-config", "a local reason that config lists", both(plan(ENDED, end_reason="Zzq fin"), config("words:\n  outcomes:\n    closed: [Zzq fin]\n"))),
]  # fmt: skip

VERSIONS = [
    accepted("row-twice", "a row exported twice", plan_twice(0), "row.duplicate", at=LAST),
    accepted("rows-all-twice", "the whole extract pasted in twice", lambda a: a.plans.rows.extend([list(row) for row in a.plans.rows]), "row.duplicate", at=LAST, times=11),
    accepted("overlap", "a version that starts before the earlier one has ended", both(plan_twice(ENDED, plan_start="01/12/2025"), plan(ENDED, plan_end="15/12/2025")), "plans.overlap", at=LAST_START, differs=("Alder",)),
    kept("two-open", "two open plans of one child", plan_twice(0, plan_start="16/03/2026"), "plans.two_open", LAST_START),
    kept("end-differs", "one plan twice, open and ended", plan_twice(ENDED, plan_end="", end_reason=""), "plans.end_differs", LAST_START, "reconcile.not_on_tracker"),
    kept("signed-before-written", "a plan signed off before it was written", plan(0, plan_signed_off="11/05/2026"), "signoff.out_of_order", f"{EXTRACT}, row 2, Plan Signed Off Date"),
    kept("sent-before-meeting", "a plan sent before the meeting it is of", plan(0, plan_sent="01/04/2026"), "signoff.out_of_order", f"{EXTRACT}, row 2, Plan Sent Date"),
    accepted("column-blank", "a column with nothing in any row", every_plan(date_of_birth=lambda _: ""), "column.blank", at=f"{EXTRACT}, Date of Birth"),
    accepted("reopened", "a plan that ended and began anew within the week", plan_twice(ENDED, plan_start="24/04/2026", plan_end="22/05/2026"), differs=("Alder",)),
    accepted("on-no-tracker", "an open plan with no row in the team's tracker", plan_twice(0, child_id="X4099"), "reconcile.not_on_tracker", at=f"{LAST}, Child ID", differs=("Alder",)),
    kept("tracked-closed", "a child on the tracker whose plan has ended", plan(0, plan_end="20/05/2026", end_reason="Needs met"), "reconcile.not_open.closed", "Alder IC Meetings.xlsx, sheet Tracker, row 2, Child ID"),
    kept("tracked-unknown", "a child on the tracker with no plan", tracked(0, child_id="X4099"), TRACKED_GONE, "Alder IC Meetings.xlsx, sheet Tracker, row 2, Child ID", "reconcile.not_on_tracker"),
    kept("nobody-open", "an extract in which every plan has ended", every_plan(plan_end=lambda end: end or "22/05/2026", end_reason=lambda r: r or "Needs met"), "reconcile.not_open.closed", "Alder IC Meetings.xlsx, sheet Tracker, row 2, Child ID", "extract.none_open", times=8, differs=EVERYTHING, holds=(value_is("plans.open", 0),)),
]  # fmt: skip

OTHER = "CIN plans 30.04.2026.csv"
LATER = "CIN plans 12.06.2026.csv"
THREE = "Child ID,CIN Plan Start Date,Allocated Team\nX4091,05/01/2026,Alder\n"

FILES = [
    Entry("record-undated", "an extract that says nowhere of which day it is", renamed("CIN plans.csv"), "nothing published", exit=2, says=("--as-at",), at="CIN plans.csv"),
    accepted("undated-asked", "an extract without a date, and the date asked for", renamed("CIN plans.csv"), words=("--as-at", "29/05/2026")),
    Entry("record-undated-beside", "an extract without a date beside one with", file("extracts/CIN plans.csv", THREE), "refused", ("extract.undated",), "CIN plans.csv", differs=()),
    Entry("record-date-impossible", "a date in the name that no calendar has", file("extracts/CIN plans 31.02.2026.csv", THREE), "refused", ("extract.date_impossible",), "CIN plans 31.02.2026.csv", differs=()),
    kept("date-not-name", "a date inside other than the one in the name", lambda a: a.plans.add("day", ["29/05/2026"] * 11, "Extract Date") or renamed("CIN plans 28.05.2026.csv")(a), "extract.date_not_name", "CIN plans 28.05.2026.csv", differs=()),
    kept("dates-differ", "two dates in the extract's own date column", lambda a: a.plans.add("day", ["29/05/2026"] * 10 + ["28/05/2026"], "Extract Date"), "extract.dates_differ", EXTRACT, differs=()),
    accepted("older", "last month's extract still in the folder", file(f"extracts/{OTHER}", THREE), "extract.not_read", at=OTHER),
    Entry("record-newer-damaged", "a newer extract that can't be read", file(f"extracts/{LATER}", "Invoice,Amount\n"), "refused", ("header.none", "extract.newer_refused"), LATER, differs=()),
    accepted("same-twice", "the same file twice under two names", lambda a: a.put("extracts/CIN plans 29.05.2026 b.csv", a.plans.text), "file.twice", at="CIN plans 29.05.2026.csv"),
    kept("copy", "a copy by its name that is not the same", lambda a: a.put("extracts/CIN plans 29.05.2026 (1).csv", a.plans.text.replace("X4081", "X4082")), "file.copy", "CIN plans 29.05.2026 (1).csv", "row.duplicate", differs=("Cedar",)),
    kept("column-in-part", "columns that only one part of the extract has", lambda a: a.put("extracts/CIN plans 29.05.2026 part 2.csv", THREE), "column.in_part", f"{EXTRACT}, CIN Meeting Date", times=10, differs=EVERYTHING),
    accepted("parts", "one extract in two parts", lambda a: (a.put(f"extracts/{EXTRACT}", "".join(a.plans.text.splitlines(keepends=True)[:7])), a.put("extracts/CIN plans 29.05.2026 part 2.csv", "".join([a.plans.text.splitlines(keepends=True)[0], *a.plans.text.splitlines(keepends=True)[7:]])))),
    accepted("asked-later", "an as-at date after the extract's", nothing, "extract.older", at=EXTRACT, words=("--as-at", "05/06/2026"), differs=EVERYTHING),
    kept("asked-much-later", "an as-at date months after the extract's", nothing, "extract.far", EXTRACT, words=("--as-at", "29/08/2026"), differs=EVERYTHING),
    accepted("asked-earlier", "an as-at date before the extract's: it looks back", nothing, "score.after_as_at", at="scores.csv, row 35, Observation date", times=11, words=("--as-at", "15/05/2026"), differs=EVERYTHING),
    kept("asked-before-start", "an as-at date before some plans start", nothing, "extract.far", EXTRACT, "plan.start_after_as_at", "score.after_as_at", words=("--as-at", "25/03/2026"), differs=EVERYTHING),
    Entry("record-asked-nonsense", "an as-at date that is none", nothing, "nothing published", exit=2, words=("--as-at", "31/02/2026"), says=("--as-at",)),
    Entry("record-none", "no extract at all", lambda a: a.put(f"extracts/{EXTRACT}", None), "nothing published", says=("No case extract",), at="extracts"),
    accepted("none-asked", "no extract, and the date asked for", lambda a: a.put(f"extracts/{EXTRACT}", None), words=("--as-at", "29/05/2026"), differs=EVERYTHING, holds=(value_is("plans.open", ""),)),
    Entry("record-empty-inputs", "an inputs folder with nothing in it", lambda a: [a.put(path, None) for path in a.contents()], "nothing published", says=("No case extract",)),
]  # fmt: skip

ENTRIES = [*IDS, *TEAMS, *REASONS, *VERSIONS, *FILES]
