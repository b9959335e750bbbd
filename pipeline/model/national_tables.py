"""The columns of the national formats of the extract, each classed as identifying or not.

Names on the left are those of `CASE_EXTRACT`, or keys by which tables are joined; headers are the
formats' own.
"""

from typing import Final

from pipeline.model.tables import Column, SourceTable

ANNEX_A: Final = SourceTable(
    "annex_a",
    "Ofsted Annex A, List 6",
    (
        Column(
            "child_id",
            "Child Unique ID",
            "id",
            "identifying",
            "needed",
            aliases=("Child ID", "Child's Unique ID", "Unique Child ID", "LA Child ID"),
        ),
        Column(
            "date_of_birth",
            "Date of Birth",
            "date",
            "identifying",
            aliases=("DOB", "Child's Date of Birth"),
        ),
        Column(
            "disability",
            "Does the Child have a Disability",
            "text",
            "identifying",
            aliases=("Disability", "Does the Child have a Disability (Y/N)"),
        ),
        Column(
            "plan_start",
            "CIN Start Date",
            "date",
            "identifying",
            "needed",
            aliases=("Child in Need Start Date",),
        ),
        Column(
            "primary_need", "Primary Need Code", "text", "identifying", aliases=("Primary Need",)
        ),
        Column(
            "last_visit",
            "Date Child Was Last Seen",
            "date",
            "identifying",
            aliases=("Date Child Last Seen", "Date Last Seen"),
        ),
        Column(
            "plan_end",
            "CIN Closure Date",
            "date",
            "identifying",
            aliases=("Child in Need Closure Date", "Closure Date"),
        ),
        Column(
            "end_reason", "Reason for Closure", "text", "open", aliases=("CIN Reason for Closure",)
        ),
        Column(
            "status",
            "Case status",
            "text",
            "identifying",
            "needed",
            aliases=("Status", "CIN Status"),
        ),
        Column("team", "Allocated Team", "text", "open", "needed", aliases=("Team", "Team Name")),
        Column(
            "practitioner",
            "Allocated Worker",
            "text",
            "identifying",
            aliases=("Worker", "Social Worker"),
        ),
    ),
)
"""List 6; its start is that of the latest episode of need, and its rows are not CIN plans alone."""

CIN_CENSUS: Final = SourceTable(
    "cin_census",
    "DfE CIN census",
    (
        Column("child_id", "LAchildID", "id", "identifying", "needed"),
        Column("plan_start", "CINPlanStartDate", "date", "identifying", "needed"),
        Column("plan_end", "CINPlanEndDate", "date", "identifying"),
        Column("end_reason", "ReasonForClosure", "text", "open"),
        Column("episode_start", "CINreferralDate", "date", "identifying"),
        Column("date_of_birth", "PersonBirthDate", "date", "identifying"),
        Column("date_of_death", "PersonDeathDate", "date", "identifying"),
        Column("disability", "Disability", "text", "identifying"),
        Column("primary_need", "PrimaryNeedCode", "text", "identifying"),
        Column("cp_plan_start", "CPPstartDate", "date", "identifying"),
        Column("cp_plan_end", "CPPendDate", "date", "identifying"),
    ),
)
"""Headers are the names of XML elements."""

SSD_CIN_PLANS: Final = SourceTable(
    "ssd_cin_plans",
    "SSD table ssd_cin_plans",
    (
        Column("child_id", "cinp_person_id", "id", "identifying", "needed"),
        Column("plan_start", "cinp_cin_plan_start_date", "date", "identifying", "needed"),
        Column("plan_end", "cinp_cin_plan_end_date", "date", "identifying"),
        Column("plan_id", "cinp_cin_plan_id", "id", "identifying"),
        Column("referral_id", "cinp_referral_id", "id", "identifying"),
        Column("team_id", "cinp_cin_plan_team", "id", "identifying"),
        Column("team", "cinp_cin_plan_team_name", "text", "open"),
        Column("worker_id", "cinp_cin_plan_worker_id", "id", "identifying"),
        Column("practitioner", "cinp_cin_plan_worker_name", "text", "identifying"),
    ),
)
SSD_CIN_EPISODES: Final = SourceTable(
    "ssd_cin_episodes",
    "SSD table ssd_cin_episodes",
    (
        Column("referral_id", "cine_referral_id", "id", "identifying", "needed"),
        Column("episode_start", "cine_referral_date", "date", "identifying"),
        Column("primary_need", "cine_cin_primary_need_code", "text", "identifying"),
        Column("end_reason", "cine_close_reason", "text", "open"),
    ),
)
SSD_PERSON: Final = SourceTable(
    "ssd_person",
    "SSD table ssd_person",
    (
        Column("child_id", "pers_person_id", "id", "identifying", "needed"),
        Column("date_of_birth", "pers_dob", "date", "identifying"),
        Column("expected_birth", "pers_expected_dob", "date", "identifying"),
        Column("date_of_death", "pers_death_date", "date", "identifying"),
    ),
)
SSD_DEPARTMENT: Final = SourceTable(
    "ssd_department",
    "SSD table ssd_department",
    (
        Column("team_id", "dept_team_id", "id", "identifying", "needed"),
        Column("team", "dept_team_name", "text", "open", "needed"),
        Column("locality", "dept_team_parent_name", "text", "open"),
    ),
)
SSD_PROFESSIONALS: Final = SourceTable(
    "ssd_professionals",
    "SSD table ssd_professionals",
    (
        Column("worker_id", "prof_professional_id", "id", "identifying", "needed"),
        Column("practitioner", "prof_professional_name", "text", "identifying", "needed"),
    ),
)
SSD_CIN_VISITS: Final = SourceTable(
    "ssd_cin_visits",
    "SSD table ssd_cin_visits",
    (
        Column("child_id", "cinv_person_id", "id", "identifying", "needed"),
        Column("last_visit", "cinv_cin_visit_date", "date", "identifying", "needed"),
        Column("seen", "cinv_cin_visit_seen", "text", "identifying", "needed"),
    ),
)
SSD_FAMILY: Final = SourceTable(
    "ssd_family",
    "SSD table ssd_family",
    (
        Column("child_id", "fami_person_id", "id", "identifying", "needed"),
        Column("family_id", "fami_family_id", "id", "identifying", "needed"),
    ),
)
SSD_DISABILITY: Final = SourceTable(
    "ssd_disability",
    "SSD table ssd_disability",
    (
        Column("child_id", "disa_person_id", "id", "identifying", "needed"),
        Column("disability", "disa_disability_code", "text", "identifying", "needed"),
    ),
)
SSD_CP_PLANS: Final = SourceTable(
    "ssd_cp_plans",
    "SSD table ssd_cp_plans",
    (
        Column("child_id", "cppl_person_id", "id", "identifying", "needed"),
        Column("cp_plan_start", "cppl_cp_plan_start_date", "date", "identifying", "needed"),
        Column("cp_plan_end", "cppl_cp_plan_end_date", "date", "identifying", "needed"),
    ),
)

SSD: Final = (
    SSD_CIN_PLANS,
    SSD_CIN_EPISODES,
    SSD_PERSON,
    SSD_DEPARTMENT,
    SSD_PROFESSIONALS,
    SSD_CIN_VISITS,
    SSD_FAMILY,
    SSD_DISABILITY,
    SSD_CP_PLANS,
)
"""The tables that are read; all but the first are joined to it."""

NATIONAL: Final = (ANNEX_A, CIN_CENSUS, *SSD)
