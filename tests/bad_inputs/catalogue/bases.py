"""The clean authorities that entries spoil: of each format of the extract, and with returned forms."""

from datetime import datetime

from bad_inputs.authority import EXTRACT_PATH
from bad_inputs.catalogue.returned import put_returned
from builders import csv_text
from national import SSD_TABLES, annex_a, census, child, in_need

ANNEX_A = "Annex A 29.05.2026.xlsx"
CENSUS = "CIN census 29.05.2026.xml"
TEAM_NUMBERS = {"Alder": "71", "Birch": "72", "Cedar": "73"}
STATUSES = ("b) Child Protection plan", "d) Open assessment", "e) Closed episode")


def rows(authority):
    """Yield each plan of the extract by canonical name."""
    for row in authority.plans.rows:
        yield dict(zip(authority.plans.names, row, strict=True))


def iso(day):
    """Return a date of the extract as yyyy-mm-dd."""
    return f"{datetime.strptime(day, '%d/%m/%Y'):%Y-%m-%d}" if day else ""  # noqa: DTZ007


def list_6(authority):
    """Return the open plans as rows of List 6, and three children who are on no CIN plan."""
    found = [
        in_need(
            row["child_id"],
            **{
                "CIN Start Date": row["plan_start"],
                "Date of Birth": row["date_of_birth"],
                "Date Child Was Last Seen": row["last_visit"],
                "Allocated Team": row["team"],
                "Allocated Worker": row["practitioner"],
            },
        )
        for row in rows(authority)
        if not row["plan_end"]
    ]
    return found + [in_need(f"X408{n}", **{"Case status": s}) for n, s in enumerate(STATUSES, 2)]


def put_list_6(authority, changed=None, **how):
    """Supply Annex A in place of the extract."""
    authority.put(EXTRACT_PATH, None)
    authority.put(f"extracts/{ANNEX_A}", annex_a(changed or list_6(authority), **how))


def children(authority):
    """Return the plans as children of a census, and one child without a plan."""
    found = [
        child(
            row["child_id"],
            (iso(row["plan_start"]), iso(row["plan_end"]))
            if row["plan_end"]
            else (iso(row["plan_start"]),),
            CINreferralDate=iso(row["plan_start"]),
        )
        for row in rows(authority)
    ]
    for row, each in zip(rows(authority), found, strict=True):
        each["ChildIdentifiers"]["PersonBirthDate"] = iso(row["date_of_birth"])
    return [*found, child("X4090")]


def put_census(authority, *changed, content=None, name=CENSUS, **how):
    """Supply a CIN census in place of the extract."""
    authority.put(EXTRACT_PATH, None)
    how = {"day": "2026-05-29", **how}
    authority.put(f"extracts/{name}", content or census(*(changed or children(authority)), **how))


def ssd_tables(authority):
    """Return the plans as tables of the dataset: rows by table, the header first."""
    tables = {name: [list(header)] for name, (header, *_) in SSD_TABLES.items()}
    for number, row in enumerate(rows(authority), 1):
        ident, start, end = row["child_id"], iso(row["plan_start"]), iso(row["plan_end"])
        team = TEAM_NUMBERS[row["team"]]
        tables["ssd_cin_plans"].append([f"P{number}", f"R{number}", ident, start, end, team, "900"])
        tables["ssd_cin_episodes"].append([f"R{number}", ident, start, "N1", "RC8" if end else ""])
        tables["ssd_person"].append([ident, "Zzqforename", iso(row["date_of_birth"]), "", ""])
        tables["ssd_cin_visits"].append([f"V{number}", ident, iso(row["last_visit"]), "Y"])
        tables["ssd_family"].append([str(number), f"F{number}", ident])
        tables["ssd_disability"].append([str(number), ident, "MOB"])
    for team, number in TEAM_NUMBERS.items():
        tables["ssd_department"].append(
            [number, team, "7", "South Vale" if team == "Cedar" else "North Dale"]
        )
    tables["ssd_professionals"].append(["900", "S1", "Worker Quill"])
    tables["ssd_cp_plans"].append(["C1", "X4071", "2024-01-10", "2025-01-05"])
    return tables


def ssd_name(table):
    """Return the file name of one table."""
    return f"{table} 2026-05-29.csv"


def put_ssd(authority, change=lambda tables: tables):
    """Supply the dataset's tables in place of the extract, changed by a function."""
    authority.put(EXTRACT_PATH, None)
    tables = ssd_tables(authority)
    for name, (header, *body) in (change(tables) or tables).items():
        authority.put(f"extracts/{ssd_name(name)}", csv_text(body, header))
    authority.secrets.add("Zzqforename")


BASES = {
    "plain": lambda _authority: None,
    "book": lambda authority: authority.as_workbook(),
    "annex_a": put_list_6,
    "census": put_census,
    "ssd": put_ssd,
    "returned": put_returned,
}
