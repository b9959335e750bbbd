"""Ofsted's Annex A, the DfE CIN census and the Standard Safeguarding Dataset, badly made."""

from bad_inputs.catalogue.bases import (
    ANNEX_A,
    CENSUS,
    children,
    list_6,
    put_census,
    put_list_6,
    put_ssd,
    ssd_name,
)
from bad_inputs.catalogue.how import both, config, file, plan, value_is
from bad_inputs.entry import EVERYTHING, Entry
from builders import csv_text
from national import LIST_6, annex_a, census, child, in_need
from open_workbooks import ods_of

LIST = f"{ANNEX_A}, sheet List 6"
PLANS = ssd_name("ssd_cin_plans")
GONE = "reconcile.not_open.unknown"
LAUGHS = b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>'
DECLARED = b'<?xml version="1.0" encoding="utf-8"?>'


# Ofsted's Annex A


def of_list(ident, wrong, make, *what, **more):
    return Entry(
        f"annexa-{ident}",
        wrong,
        make,
        *(what or ("accepted",)),
        base="annex_a",
        source="Annex A",
        **more,
    )


def list_row(number, **cells):
    """Change cells of one row of List 6 (0 is the first child)."""

    def make(authority):
        rows = list_6(authority)
        for header, value in cells.items():
            rows[number][LIST_6.index(header.replace("_", " "))] = value
        put_list_6(authority, rows)

    return make


def status(words, number=0):
    return list_row(number, **{"Case status": words})


def set_aside(ident, wrong, make, rule, column, *also, **more):
    return of_list(
        ident, wrong, make, "set aside", (rule, *also), f"{LIST}, row 3, {column}", **more
    )


def list_without(*headers):
    """Supply List 6 without some columns."""

    def make(authority):
        keep = [n for n, header in enumerate(LIST_6) if header not in headers]
        rows = [[row[n] for n in keep] for row in list_6(authority)]
        put_list_6(authority, rows, header=[LIST_6[n] for n in keep])

    return make


def list_header(**named):
    names = {old.replace("_", " "): new for old, new in named.items()}
    return lambda a: put_list_6(a, header=[names.get(h, h) for h in LIST_6])


def alone(authority):
    """Supply List 6 alone, as text."""
    put_list_6(authority)
    authority.put(f"extracts/{ANNEX_A}", None)
    authority.put("extracts/List 6 29.05.2026.csv", csv_text(list_6(authority), LIST_6))


def as_open_workbook(authority):
    put_list_6(authority)
    authority.put(f"extracts/{ANNEX_A}", None)
    authority.put(
        "extracts/Annex A 29.05.2026.ods", ods_of({"List 6": [LIST_6, *list_6(authority)]})
    )


ANNEX_A_ENTRIES = [
    of_list("no-title", "headers in the first row", lambda a: put_list_6(a, title="")),
    of_list("sheet-underscore", "the sheet named List_6", lambda a: put_list_6(a, sheet="List_6")),
    of_list("sheet-words", "the sheet named Children in Need", lambda a: put_list_6(a, sheet="Children in Need")),
    of_list("alone", "List 6 alone, as text", alone),
    of_list("ods", "the lists as an OpenDocument workbook", as_open_workbook),
    of_list("header-drift", "headers as earlier templates had them", list_header(Child_Unique_ID="Child’s Unique ID ", Case_status="Status", Date_Child_Was_Last_Seen="Date Last Seen")),
    of_list("status-words", "a status without its letter", status("CIN plan")),
    of_list("status-letter", "a status by its letter alone", status("c)")),
    of_list("status-capitals", "a status in capitals, with odd spaces", status(" C)  CHILD IN NEED  PLAN")),
    set_aside("status-blank", "no status", status(""), "status.missing", "Case status", GONE),
    set_aside("status-unknown", "a status of the authority's own", status("Zzq status"), "status.unknown", "Case status", "status.listed", GONE),
    of_list("status-config", "a status of the authority's own that config lists", both(status("Zzq status"), config("words:\n  statuses:\n    CIN plan: [zzq  STATUS]\n"))),
    set_aside("status-two", "a plan and an assessment in one status", status("CIN plan / CP plan"), "status.unknown", "Case status", "status.listed", GONE),
    set_aside("status-not", "a status that says what the case is not", status("Not CIN plan"), "status.unknown", "Case status", "status.listed", GONE),
    set_aside("id-blank", "no child ID", list_row(0, Child_Unique_ID=""), "id.missing", "Child Unique ID", "reconcile.not_open.unknown"),
    set_aside("start-bad", "an episode's start that is no date", list_row(0, CIN_Start_Date="31/02/2026"), "plan.start_unreadable", "CIN Start Date", GONE),
    of_list("team-unknown", "a team that config does not know", list_row(0, Allocated_Team="Zzqteam"), "kept and said", ("team.unknown", "reconcile.not_open.team_not_known"), f"{LIST}, Allocated Team"),
    of_list("seen-to-come", "a child seen on a day to come", list_row(0, Date_Child_Was_Last_Seen="19/06/2026"), "kept and said", ("date.to_come",), f"{LIST}, row 3, Date Child Was Last Seen"),
    of_list("unborn", "an expected date of birth, and an age of -1", list_row(0, Date_of_Birth="14/08/2026")),
    of_list("child-twice", "two episodes of one child", lambda a: put_list_6(a, [*list_6(a), in_need("X4071", **{"CIN Start Date": "16/03/2026"})]), "kept and said", ("plans.two_open",), f"{LIST}, row 14, CIN Start Date"),
    of_list("no-status-column", "List 6 without the status", list_without("Case status"), "nothing published", at=ANNEX_A, says=("Case status",)),
    of_list("no-worker-column", "List 6 without the worker", list_without("Allocated Worker", "Ethnicity")),
    of_list("extra-column", "a column of the authority's own", lambda a: put_list_6(a, [[*row, "zzq"] for row in list_6(a)], header=[*LIST_6, "Ward"]), "accepted", ("header.ignored",), LIST),
    of_list("no-list-6", "the lists without List 6", lambda a: a.put(f"extracts/{ANNEX_A}", annex_a(sheet="List 7", header=["Child Unique ID", "Gender"], rows=[["X4091", "a) Male"]])), "nothing published", at=ANNEX_A, says=("List 6",)),
    of_list("nobody", "nobody in List 6 on a CIN plan", lambda a: put_list_6(a, [in_need("X4091", **{"Case status": "e) Closed episode"})]), "refused", ("extract.no_row_counts",), ANNEX_A, differs=EVERYTHING),
    of_list("empty", "List 6 with headers alone", lambda a: put_list_6(a, rows_none(a)), "nothing published", at=ANNEX_A),
    of_list("hidden", "List 6 hidden", lambda a: a.put(f"extracts/{ANNEX_A}", hidden_list(a)), "nothing published", at=ANNEX_A, says=("hidden",)),
    of_list("beside-local", "Annex A beside the authority's own extract", lambda a: a.put("extracts/CIN plans 29.05.2026.csv", a.plans.text), "accepted", ("extract.other_format",), ANNEX_A, differs=EVERYTHING, holds=(value_is("plans.open", 8),)),
]  # fmt: skip


def rows_none(_authority):
    return [["" for _ in LIST_6]]


def hidden_list(authority):
    from builders import workbook

    return workbook(
        {"Cover": [["Annex A"]], "List 6": [LIST_6, *list_6(authority)]}, hidden=("List 6",)
    )


# the DfE CIN census


def of_census(ident, wrong, make, *what, **more):
    return Entry(
        f"census-{ident}",
        wrong,
        make,
        *(what or ("accepted",)),
        base="census",
        source="CIN census",
        **more,
    )


def spoilt(change):
    """Change the census's bytes."""

    def make(authority):
        put_census(authority)
        path = f"extracts/{CENSUS}"
        authority.put(path, change(authority.files[path]))

    return make


def of_child(number, change):
    """Change one child of the census, as parts by name."""

    def make(authority):
        found = children(authority)
        change(found[number])
        put_census(authority, *found)

    return make


def gone(ident, wrong, change, *says):
    """The census is refused, and there is no other extract."""
    return of_census(ident, wrong, spoilt(change), "nothing published", at=CENSUS, says=says)


def identifiers(**parts):
    return lambda child_: child_["ChildIdentifiers"].update(parts)


def episode(**parts):
    return lambda child_: child_["CINdetails"][0].update(parts)


def another(ident, wrong, content, rule, *also, **more):
    """A second census of the same day is refused; the first stands."""
    make = file("extracts/CIN census part 2 29.05.2026.xml", content)
    at = "CIN census part 2 29.05.2026.xml"
    return of_census(
        ident, wrong, make, "refused", (rule, "extract.part_missing", *also), at, differs=(), **more
    )


ENDED = 4
FAR = b"<x>" * 60 + b"</x>" * 60
CHILD_LINES = census(child("X4091", ("2026-01-05",)), day="2026-05-29")

CENSUS_ENTRIES = [
    of_census("order", "elements in another order", of_child(0, lambda c: c["CINdetails"].__setitem__(0, dict(reversed(c["CINdetails"][0].items()))))),
    of_census("unknown-elements", "elements that no one has heard of", spoilt(lambda d: d.replace(b"<Children>", b"<Children><Zzq><CINPlan>1</CINPlan></Zzq>"))),
    of_census("stylesheet", "an instruction to fetch a style sheet", spoilt(lambda d: d.replace(DECLARED, DECLARED + b'<?xml-stylesheet href="http://127.0.0.1/x.xsl"?>'))),
    of_census("comment", "comments that look like elements", spoilt(lambda d: d.replace(b"<Children>", b"<Children><!-- <Child><CINPlanDates/></Child> -->"))),
    of_census("one-line", "the whole census on one line", spoilt(lambda d: d.replace(b"\n", b"")), "accepted", ("census.numbered",), CENSUS),
    of_census("utf16", "a census in UTF-16", spoilt(lambda d: d.decode().replace("utf-8", "utf-16").encode("utf-16"))),
    of_census("bom", "a census that begins with a byte-order mark", spoilt(lambda d: b"\xef\xbb\xbf" + d)),
    of_census("blank-elements", "empty elements for what is not known", of_child(0, identifiers(PersonDeathDate="", ExpectedPersonBirthDate=""))),
    of_census("blank-plan", "an empty group of plan dates", of_child(11, episode(CINPlanDates=[{"CINPlanStartDate": ""}]))),
    of_census("not-xml-suffix", "a census named .txt", lambda a: (put_census(a, name="CIN census 29.05.2026.txt"), a.put(f"extracts/{CENSUS}", None))),
    of_census("new-year", "a census of a year yet to come", lambda a: put_census(a, day="2027-03-31", year="2027"), "kept and said", ("census.new_year", "extract.date_not_name"), CENSUS, differs=EVERYTHING),
    of_census("years-differ", "a census of one year by its header and of another by its date", lambda a: put_census(a, year="2025"), "kept and said", ("census.years_differ",), CENSUS, differs=()),
    of_census("no-id", "a child without an ID", of_child(ENDED, identifiers(LAchildID="")), "set aside", ("census.no_id",), f"{CENSUS}, row 104, LAchildID", differs=EVERYTHING),
    of_census("id-twice", "two IDs of one child", of_child(ENDED, identifiers(LAchildID=["X4075", "X4095"])), "set aside", ("census.repeated",), f"{CENSUS}, row 105, LAchildID", differs=EVERYTHING),
    of_census("start-twice", "two starts of one plan", of_child(ENDED, episode(CINPlanDates=[{"CINPlanStartDate": ["2025-06-02", "2025-07-02"], "CINPlanEndDate": "2026-04-20"}])), "set aside", ("census.repeated",), f"{CENSUS}, row 104, CINPlanStartDate", differs=EVERYTHING),
    of_census("stray-plan", "the dates of a plan outside any child", spoilt(lambda d: d.replace(b"</Children>", b"<CINPlanDates><CINPlanStartDate>2026-01-05</CINPlanStartDate></CINPlanDates></Children>")), "set aside", ("census.misplaced",), f"{CENSUS}, row 242, CINPlanDates", differs=()),
    of_census("start-bad", "a start that is no date", of_child(ENDED, episode(CINPlanDates=[{"CINPlanStartDate": "2025-02-31", "CINPlanEndDate": "2026-04-20"}])), "set aside", ("plan.start_unreadable",), f"{CENSUS}, row 104, CINPlanStartDate", differs=EVERYTHING),
    of_census("end-first", "a plan that ends before it starts", of_child(ENDED, episode(CINPlanDates=[{"CINPlanStartDate": "2026-05-02", "CINPlanEndDate": "2026-04-20"}])), "set aside", ("plan.end_before_start",), f"{CENSUS}, row 104, CINPlanEndDate", differs=EVERYTHING),
    of_census("no-action", "a plan on a referral that needed no action", of_child(0, episode(ReferralNFA="1")), "kept and said", ("census.plan_no_action",), f"{CENSUS}, row 28, ReferralNFA", differs=()),
    of_census("assessed-only", "a plan on a case closed after assessment", of_child(ENDED, episode(ReasonForClosure="RC8")), "kept and said", ("census.plan_assessed_only",), f"{CENSUS}, row 104, ReasonForClosure", differs=EVERYTHING),
    of_census("before-referral", "a plan that starts before the referral", of_child(0, episode(CINreferralDate="2026-02-01")), "kept and said", ("plan.before_referral",), f"{CENSUS}, row 28, CINPlanStartDate", differs=()),
    of_census("during-cp", "a CIN plan during a child protection plan", of_child(0, episode(ChildProtectionPlans=[{"CPPstartDate": "2026-02-01"}])), "kept and said", ("plan.during_cp",), f"{CENSUS}, row 28, CPPstartDate", differs=EVERYTHING),
    of_census("cp-dates-bad", "a child protection plan whose dates are none", of_child(0, episode(ChildProtectionPlans=[{"CPPstartDate": "soon", "CPPendDate": "later"}])), "kept and said", ("extract.cp_plan_dates",), CENSUS, differs=()),
    of_census("after-death", "a plan that starts after the child's death", of_child(0, identifiers(PersonDeathDate="2025-12-01")), "kept and said", ("plan.start_after_death",), f"{CENSUS}, row 29, CINPlanStartDate", differs=()),
    of_census("open-after-death", "a plan left open after the child's death", of_child(0, identifiers(PersonDeathDate="2026-02-01")), "kept and said", ("plan.end_after_death",), f"{CENSUS}, row 29, CINPlanEndDate", differs=()),
    of_census("died-undated", "a plan that ended in death, without a date of death", of_child(ENDED, episode(ReasonForClosure="RC2")), "accepted", ("plan.death_undated",), f"{CENSUS}, ReasonForClosure", differs=EVERYTHING),
    of_census("two-open", "two open plans of one child", of_child(0, episode(CINPlanDates=[{"CINPlanStartDate": "2026-01-05"}, {"CINPlanStartDate": "2026-03-05"}])), "kept and said", ("plans.two_open",), f"{CENSUS}, row 31, CINPlanStartDate", differs=EVERYTHING),
    of_census("need-unknown", "a need that is in no list", of_child(0, episode(PrimaryNeedCode="N99"))),
    of_census("children-same", "the same child twice over", spoilt(lambda d: d.replace(b"</Children>", d[d.index(b"<Child>") : d.index(b"</Child>") + 8] + b"</Children>")), "accepted", ("row.duplicate",), f"{CENSUS}, row 256", differs=()),
    gone("cut", "a census that breaks off", lambda d: d[:-900], "breaks off"),
    gone("ampersand", "an ampersand that is not written as one must", lambda d: d.replace(b"<LEA>", b"<LEA>R&D "), "&amp;"),
    gone("wrong-encoding", "letters in another encoding than the file says", lambda d: d.replace(b"<LEA>", "<LEA>Zoë ".encode("cp1252"))),
    gone("unknown-encoding", "an encoding that nobody knows", lambda d: d.replace(b"utf-8", b"zzq-8"), "encoding"),
    gone("doctype", "a document type", lambda d: d.replace(DECLARED, DECLARED + b"<!DOCTYPE Message>"), "not safe"),
    gone("laughs", "nested entities", lambda d: d.replace(DECLARED, DECLARED + LAUGHS).replace(b"<LEA>", b"<LEA>&c;"), "not safe"),
    gone("outside", "an entity that names a file of this machine", lambda d: d.replace(DECLARED, DECLARED + b'<!DOCTYPE x [<!ENTITY e SYSTEM "../trap.txt">]>').replace(b"<LEA>", b"<LEA>&e;"), "not safe"),
    gone("fetched", "a document type that is fetched from elsewhere", lambda d: d.replace(DECLARED, DECLARED + b'<!DOCTYPE x SYSTEM "http://127.0.0.1/x.dtd">'), "not safe"),
    gone("deep", "elements sixty deep", lambda d: d.replace(b"<Children>", b"<Children>" + FAR), "deeper"),
    gone("names", "thousands of kinds of elements", lambda d: d.replace(b"<Children>", b"<Children>" + b"".join(b"<x%d/>" % n for n in range(3000))), "kinds of elements"),
    gone("long-value", "a value of a million letters", lambda d: d.replace(b"<LAchildID>", b"<LAchildID>" + b"x" * 1_000_000, 1), "longer"),
    gone("long-tag", "a tag of three million letters", lambda d: d.replace(b"<LEA>", b'<LEA x="' + b"x" * 3_000_000 + b'">'), "too long"),
    gone("parts", "a child with thirty thousand parts", lambda d: d.replace(b"<CINPlanDates>", b"<CINPlanDates>" + b"<CINPlanStartDate/>" * 30_000, 1), "parts"),
    another("other-return", "another return", census(collection="SSDA903"), "census.other"),
    another("other-root", "an XML file of another kind", b'<?xml version="1.0"?><feed/>', "census.other"),
    another("spreadsheet", "a spreadsheet saved as XML", b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>', "census.other"),
    another("text", "text named .xml", b"Child ID,Start\n", "census.other"),
    another("empty", "an empty file named .xml", b"", "file.empty"),
    of_census("too-early", "a census from before plan dates were in it", lambda a: put_census(a, child("X4091"), day="2021-03-31", year="2021"), "nothing published", at=CENSUS, says=("2022",)),
    of_census("no-plans", "a census without any plan", lambda a: put_census(a, child("X4091"), child("X4092")), "nothing published", at=CENSUS, says=("None of the 2 children",)),
    of_census("no-date", "a census that does not say of which day it is", lambda a: put_census(a, day="soon", name="census.xml") or a.put(f"extracts/{CENSUS}", None), "nothing published", exit=2, says=("--as-at",)),
    of_census("beside-local", "a census beside the authority's own extract", lambda a: a.put("extracts/CIN plans 29.05.2026.csv", a.plans.text), "accepted", ("extract.other_format",), CENSUS, differs=EVERYTHING, holds=(value_is("plans.open", 8),)),
    of_census("primary", "a census that config calls the primary one, beside a local extract", both(lambda a: a.put("extracts/CIN plans 29.05.2026.csv", a.plans.text), lambda a: a.setting("extracts: {primary: cin_census}\n")), "accepted", ("extract.other_format",), "CIN plans 29.05.2026.csv", differs=()),
    of_census("large", "twenty thousand children", lambda a: put_census(a, content=large_census()), differs=EVERYTHING),
]  # fmt: skip


def large_census():
    """Return a census with many children, each on a plan of their own."""
    begin, end = CHILD_LINES.index(b"<Child>"), CHILD_LINES.index(b"</Child>") + 9
    one = CHILD_LINES[begin:end]
    many = b"".join(one.replace(b"X4091", b"Y%d" % n) for n in range(20_000))
    return CHILD_LINES[:begin] + many + CHILD_LINES[end:]


# the Standard Safeguarding Dataset


def of_ssd(ident, wrong, make, *what, **more):
    return Entry(
        f"ssd-{ident}", wrong, make, *(what or ("accepted",)), base="ssd", source="SSD", **more
    )


def tables(change):
    return lambda authority: put_ssd(authority, change)


def table(name, change):
    """Change the rows of one table."""

    def change_one(found):
        found[name] = change(found[name]) or found[name]

    return tables(change_one)


def lacking(name):
    def make(authority):
        put_ssd(authority)
        authority.put(f"extracts/{ssd_name(name)}", None)

    return make


def cell(name, row, column, value):
    """Change one cell of one table (row 1 is the first below the header)."""

    def change(found):
        found[row][found[0].index(column)] = value

    return table(name, change)


def column_gone(name, column):
    def change(found):
        at = found[0].index(column)
        return [[c for n, c in enumerate(row) if n != at] for row in found]

    return table(name, change)


def as_one_workbook(authority):
    from bad_inputs.catalogue.bases import ssd_tables
    from builders import workbook

    for name in ssd_tables(authority):
        authority.put(f"extracts/{ssd_name(name)}", None)
    authority.put("extracts/SSD 29.05.2026.xlsx", workbook(ssd_tables(authority)))


SSD_ENTRIES = [
    of_ssd("workbook", "the tables as sheets of one workbook", as_one_workbook),
    of_ssd("semicolons", "tables parted by semicolons", lambda a: [a.put(p, c.replace(b",", b";")) for p, c in dict(a.files).items() if c and "ssd_" in p]),
    of_ssd("times", "dates with times", table("ssd_cin_plans", lambda rows: [rows[0], *[[*r[:3], f"{r[3]} 00:00:00.000", *r[4:]] for r in rows[1:]]])),
    of_ssd("null", "the word NULL for what is not known", table("ssd_cin_plans", lambda rows: [[c or "NULL" for c in row] for row in rows]), "accepted", ("cell.blank_word",), f"{PLANS}, cinp_cin_plan_end_date"),
    of_ssd("other-table", "a table that plans are not read from", file("extracts/ssd_contacts 2026-05-29.csv", "cont_contact_id,cont_person_id\n1,X4071\n"), "accepted", ("ssd.not_needed",), "ssd_contacts 2026-05-29.csv"),
    of_ssd("no-visits", "no table of visits", lacking("ssd_cin_visits"), "kept and said", ("ssd.tables_missing",), PLANS, differs=EVERYTHING),
    of_ssd("no-departments", "no table of departments", lacking("ssd_department"), "kept and said", ("ssd.team_numbers", "ssd.tables_missing", "team.unknown", "team.no_rows", "reconcile.not_open.team_not_known"), f"{PLANS}, cinp_cin_plan_team", differs=EVERYTHING),
    of_ssd("no-column", "a table without one of its columns", column_gone("ssd_cin_episodes", "cine_cin_primary_need_code"), "kept and said", ("ssd.columns_missing",), PLANS, differs=EVERYTHING),
    of_ssd("key-gone", "a plan whose person is in no row of ssd_person", table("ssd_person", lambda rows: [rows[0], *rows[2:]]), "kept and said", ("ssd.not_found",), f"{PLANS}, cinp_person_id", differs=()),
    of_ssd("team-gone", "a team number that case systems write for none", cell("ssd_cin_plans", 1, "cinp_cin_plan_team", "-1"), "kept and said", ("team.missing", "reconcile.not_open.team_not_known"), f"{PLANS}, row 2, cinp_cin_plan_team"),
    of_ssd("department-gone", "a team that ssd_department does not have", cell("ssd_cin_plans", 1, "cinp_cin_plan_team", "99"), "kept and said", ("ssd.not_found", "team.unknown", "reconcile.not_open.team_not_known"), f"{PLANS}, cinp_cin_plan_team"),
    of_ssd("person-twice", "one person with two dates of birth", table("ssd_person", lambda rows: [*rows, ["X4071", "Zzq", "2011-01-01", "", ""]]), "kept and said", ("ssd.ambiguous",), f"{PLANS}, cinp_person_id", differs=()),
    of_ssd("visit-date-bad", "a visit whose date is none", cell("ssd_cin_visits", 1, "cinv_cin_visit_date", "2026-02-31"), "kept and said", ("ssd.visit_dates",), PLANS, differs=()),
    of_ssd("visit-unclear", "a visit that does not say whether the child was seen", cell("ssd_cin_visits", 1, "cinv_cin_visit_seen", "perhaps"), "kept and said", ("ssd.visits_unclear",), PLANS, differs=()),
    of_ssd("cp-dates-bad", "a child protection plan whose start is none", cell("ssd_cp_plans", 1, "cppl_cp_plan_start_date", "soon"), "kept and said", ("extract.cp_plan_dates", "column.blank"), PLANS, differs=EVERYTHING),
    of_ssd("id-blank", "a plan of nobody", cell("ssd_cin_plans", 5, "cinp_person_id", ""), "set aside", ("id.missing",), f"{PLANS}, row 6, cinp_person_id"),
    of_ssd("start-bad", "a plan whose start is none", cell("ssd_cin_plans", 5, "cinp_cin_plan_start_date", "0000-00-00"), "set aside", ("plan.start_unreadable",), f"{PLANS}, row 6, cinp_cin_plan_start_date"),
    of_ssd("no-team-column", "plans without a team", column_gone("ssd_cin_plans", "cinp_cin_plan_team"), "nothing published", at=PLANS, says=("cinp_cin_plan_team",)),
    of_ssd("no-plans-table", "the dataset without its table of plans", lacking("ssd_cin_plans"), "nothing published", says=("ssd_cin_plans",)),
    of_ssd("empty-plans", "a table of plans without a row", table("ssd_cin_plans", lambda rows: rows[:1]), "nothing published", at=PLANS),
    of_ssd("uneven", "a row with a field too many", lambda a: a.put(f"extracts/{PLANS}", a.files[f"extracts/{PLANS}"].replace(b"P5,R5,", b"P5,stray,R5,")), "set aside", ("row.uneven",), f"{PLANS}, row 6"),
    of_ssd("other-day", "a table of another day beside the plans", lambda a: a.put("extracts/ssd_person 2026-04-30.csv", "pers_person_id,pers_dob\nX4071,2001-01-01\n"), "accepted", ("extract.not_read",), "ssd_person 2026-04-30.csv"),
    of_ssd("plans-beside", "Annex A of the same day beside the dataset", lambda a: (a.put(f"extracts/{ANNEX_A}", annex_a(list_6(a)))), "accepted", ("extract.other_format",), ANNEX_A),
]  # fmt: skip

# rules on dates beside the plan's own, in a local extract


def column(name, cells):
    """Put a further column on the extract; cells by row, blank where none is given."""
    return lambda authority: authority.plans.add(name, [cells.get(n, "") for n in range(11)])


def local(ident, wrong, make, *what, **more):
    return Entry(f"record-{ident}", wrong, make, *what, source="case extract: records", **more)


FIRST_PLAN = "CIN plans 29.05.2026.csv, row 2"
LOCAL_ENTRIES = [
    local("before-referral", "a plan that starts before its referral", column("episode_start", {0: "01/02/2026"}), "kept and said", ("plan.before_referral",), f"{FIRST_PLAN}, CIN Plan Start Date", differs=()),
    local("during-cp", "a CIN plan during a child protection plan", both(column("cp_plan_start", {0: "02/02/2026"}), column("cp_plan_end", {0: "02/03/2026"})), "kept and said", ("plan.during_cp",), f"{FIRST_PLAN}, CP Plan Start Date", differs=EVERYTHING),
    local("after-death", "a plan that starts after the child's death", column("date_of_death", {0: "01/12/2025"}), "kept and said", ("plan.start_after_death",), f"{FIRST_PLAN}, CIN Plan Start Date", differs=()),
    local("open-after-death", "a plan left open after the child's death", column("date_of_death", {0: "01/02/2026"}), "kept and said", ("plan.end_after_death",), f"{FIRST_PLAN}, CIN Plan End Date", differs=()),
    local("exemption-odd", "an exemption for a reason of the authority's own", column("exemption", {0: "Zzq panel decision"}), "accepted", ("plan.exemption_unusual",), "CIN plans 29.05.2026.csv, Exemption", differs=EVERYTHING),
    local("exemption-unclear", "an exemption that says only that nobody knows", column("exemption", {0: "TBC"}), "kept and said", ("plan.exemption_unclear",), "CIN plans 29.05.2026.csv, Exemption", differs=EVERYTHING),
    local("exemption-no", "no for an exemption", column("exemption", dict.fromkeys(range(11), "No")), "accepted", (), "", differs=EVERYTHING),
    local("died-undated", "an end by death without a date of death", both(plan(ENDED, end_reason="RC2 - Died"), column("date_of_death", {})), "accepted", ("plan.death_undated",), "CIN plans 29.05.2026.csv, Plan End Reason", differs=("Alder",)),
    local("team-no-rows", "a team that the extract has no plan of", lambda a: (a.plans.rows.__delitem__(slice(8, None)), a.trackers["Cedar"].rows.clear()), "kept and said", ("team.no_rows", "table.empty"), "CIN plans 29.05.2026.csv", differs=("Cedar",)),
]  # fmt: skip

ENTRIES = [*ANNEX_A_ENTRIES, *CENSUS_ENTRIES, *SSD_ENTRIES, *LOCAL_ENTRIES]
