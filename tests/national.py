"""Builds small invented files in the national formats: a census, Annex A's List 6, SSD tables."""

from builders import csv_text, workbook

LIST_6 = (
    "Child Unique ID",
    "Gender",
    "Ethnicity",
    "Date of Birth",
    "Age of Child (Years)",
    "Does the Child have a Disability",
    "CIN Start Date",
    "Primary Need Code",
    "Date Child Was Last Seen",
    "CIN Closure Date",
    "Reason for Closure",
    "Case status",
    "Allocated Team",
    "Allocated Worker",
)
"""The headers of List 6, in the template's order."""

EPISODE_CELLS = {"CINreferralDate": "2025-12-01", "PrimaryNeedCode": "N1"}


def in_need(child="X0001", **cells):
    """Return a row of List 6: a child on a CIN plan in Alder, with other cells by header."""
    row = {
        "Child Unique ID": child,
        "Gender": "a) Male",
        "Ethnicity": "a) WBRI",
        "Date of Birth": "03/04/2017",
        "Age of Child (Years)": "9",
        "Does the Child have a Disability": "b) No",
        "CIN Start Date": "05/01/2026",
        "Primary Need Code": "N1 - Abuse or neglect",
        "Date Child Was Last Seen": "19/05/2026",
        "CIN Closure Date": "",
        "Reason for Closure": "",
        "Case status": "c) Child in need plan",
        "Allocated Team": "Alder",
        "Allocated Worker": "Worker Quill",
        **cells,
    }
    return [row[header] for header in LIST_6]


def annex_a(rows=(), *, sheet="List 6", title="List 6: Children in Need", header=LIST_6, more=()):
    """Return an Annex A workbook: List 1, List 6, List 10, then `more` sheets."""
    other = [["Child Unique ID", "Gender", "Date of Contact"], ["X0009", "a) Male", "01/05/2026"]]
    grid = [[title]] if title else []
    grid += [list(header), *(rows or [in_need()])]
    return workbook({"List 1": other, sheet: grid, "List 10": other, **dict(more)})


def element(name, content):
    """Return an XML element; a dict is its parts, a list of a name's values repeats it."""
    if isinstance(content, list):
        return "".join(element(name, each) for each in content)
    if isinstance(content, dict):
        content = "\n" + "".join(element(part, value) for part, value in content.items())
    return f"<{name}>{content}</{name}>\n"


def child(ident="X0001", *plans, **episode):
    """Return a census's child with one episode; plans are (start,) or (start, end)."""
    names = ("CINPlanStartDate", "CINPlanEndDate")
    details = {
        **EPISODE_CELLS,
        **episode,
        "CINPlanDates": [dict(zip(names, plan, strict=False)) for plan in plans],
    }
    return {
        "ChildIdentifiers": {"LAchildID": ident, "PersonBirthDate": "2017-04-03"},
        "ChildCharacteristics": {"Disabilities": {"Disability": ["HAND", "HEAR"]}},
        "CINdetails": [details],
    }


def census(*children, day="2026-03-31", year="2026", collection="CIN", **parts):
    """Return a census's bytes, one element a line; without children, of one child on a plan."""
    details = {"Collection": collection, "Year": year, "ReferenceDate": day}
    message = {
        "Header": {"CollectionDetails": details, "Source": {"LEA": "999"}},
        "Children": {"Child": list(children) or [child("X0001", ("2026-01-05",))]},
        **parts,
    }
    return ('<?xml version="1.0" encoding="utf-8"?>\n' + element("Message", message)).encode()


SSD_TABLES = {
    "ssd_cin_plans": [
        (
            "cinp_cin_plan_id",
            "cinp_referral_id",
            "cinp_person_id",
            "cinp_cin_plan_start_date",
            "cinp_cin_plan_end_date",
            "cinp_cin_plan_team",
            "cinp_cin_plan_worker_id",
        ),
        ("P1", "R1", "X0001", "2026-01-05", "", "77", "900"),
        ("P2", "R2", "X0002", "2026-02-01", "2026-05-20", "78", "901"),
    ],
    "ssd_cin_episodes": [
        (
            "cine_referral_id",
            "cine_person_id",
            "cine_referral_date",
            "cine_cin_primary_need_code",
            "cine_close_reason",
        ),
        ("R1", "X0001", "2025-12-01", "N1", ""),
        ("R2", "X0002", "2026-01-10", "N4", "RC7"),
    ],
    "ssd_person": [
        ("pers_person_id", "pers_forename", "pers_dob", "pers_expected_dob", "pers_death_date"),
        ("X0001", "Invented", "2017-04-03", "", ""),
        ("X0002", "Invented", "", "2026-08-01", ""),
        ("X0003", "Invented", "2010-01-01", "", ""),
    ],
    "ssd_department": [
        ("dept_team_id", "dept_team_name", "dept_team_parent_id", "dept_team_parent_name"),
        ("77", "Alder", "7", "North Dale"),
        ("78", "Birch", "7", "North Dale"),
    ],
    "ssd_professionals": [
        ("prof_professional_id", "prof_staff_id", "prof_professional_name"),
        ("900", "S1", "Worker Quill"),
        ("901", "S2", "Worker Umber"),
    ],
    "ssd_cin_visits": [
        ("cinv_cin_visit_id", "cinv_person_id", "cinv_cin_visit_date", "cinv_cin_visit_seen"),
        ("V1", "X0001", "2026-05-01", "Y"),
        ("V2", "X0001", "2026-05-19", "Y"),
        ("V3", "X0001", "2026-05-26", "N"),
    ],
    "ssd_family": [
        ("fami_table_id", "fami_family_id", "fami_person_id"),
        ("1", "F1", "X0001"),
    ],
    "ssd_disability": [
        ("disa_table_id", "disa_person_id", "disa_disability_code"),
        ("1", "X0001", "HAND"),
        ("2", "X0001", "HEAR"),
    ],
    "ssd_cp_plans": [
        ("cppl_cp_plan_id", "cppl_person_id", "cppl_cp_plan_start_date", "cppl_cp_plan_end_date"),
        ("C1", "X0001", "2025-01-10", "2026-01-05"),
    ],
}
"""Tables of the dataset: two plans, of X0001 and X0002, and all that goes with them."""


def ssd_table(name, *rows, header=None):
    """Return one table of the dataset as text, with other rows or another header if given."""
    usual, *invented = SSD_TABLES[name]
    return csv_text(rows or invented, header or usual)


def put_ssd(inputs, *, day="2026-05-29", only=tuple(SSD_TABLES), **texts):
    """Put the dataset's tables as files below extracts, some with another text."""
    for name in only:
        text = texts.get(name) or ssd_table(name)
        inputs.put(f"extracts/{name}{f' {day}' if day else ''}.csv", text)
