"""The columns of each source, declared once, each classed as identifying or not."""

from dataclasses import dataclass
from typing import Final, Literal

ColumnKind = Literal["id", "text", "date", "count"]
Privacy = Literal["identifying", "open"]


@dataclass(frozen=True)
class Column:
    """A canonical column; `identifying` values never leave a team's own papers."""

    name: str
    header: str
    kind: ColumnKind
    privacy: Privacy
    need: Literal["needed", "optional"] = "optional"
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True)
class SourceTable:
    """A kind of table that people or systems give us."""

    name: str
    title: str
    columns: tuple[Column, ...]

    def column(self, name: str) -> Column:
        """Return the column of that canonical name."""
        return next(column for column in self.columns if column.name == name)

    @property
    def names(self) -> tuple[str, ...]:
        """The canonical names in order."""
        return tuple(column.name for column in self.columns)


CASE_EXTRACT: Final = SourceTable(
    "case_extract",
    "case extract",
    (
        Column(
            "child_id",
            "Child ID",
            "id",
            "identifying",
            "needed",
            aliases=("Child Unique ID", "Person ID"),
        ),
        Column("family_id", "Family ID", "id", "identifying", aliases=("Family identifier",)),
        Column("plan_id", "Plan ID", "id", "identifying", aliases=("CIN Plan ID",)),
        Column(
            "plan_start",
            "CIN Plan Start Date",
            "date",
            "identifying",
            "needed",
            aliases=("Plan Start Date", "Plan Start"),
        ),
        Column(
            "plan_end",
            "CIN Plan End Date",
            "date",
            "identifying",
            aliases=("Plan End Date", "Plan End"),
        ),
        Column("end_reason", "Plan End Reason", "text", "open", aliases=("Reason for Closure",)),
        Column(
            "episode_start",
            "Referral Date",
            "date",
            "identifying",
            aliases=("Date of Referral", "Episode Start Date"),
        ),
        Column("locality", "Locality", "text", "open", aliases=("Area",)),
        Column("team", "Allocated Team", "text", "open", "needed", aliases=("Team", "Team Name")),
        Column(
            "practitioner",
            "Allocated Worker",
            "text",
            "identifying",
            aliases=("Social Worker", "Lead Practitioner"),
        ),
        Column("date_of_birth", "Date of Birth", "date", "identifying", aliases=("DOB",)),
        Column("date_of_death", "Date of Death", "date", "identifying"),
        Column("disability", "Disability", "text", "identifying"),
        Column(
            "primary_need", "Primary Need Code", "text", "identifying", aliases=("Primary Need",)
        ),
        Column("exemption", "Exemption", "text", "identifying"),
        Column("cp_plan_start", "CP Plan Start Date", "date", "identifying"),
        Column("cp_plan_end", "CP Plan End Date", "date", "identifying"),
        Column(
            "cin_meeting",
            "CIN Meeting Date",
            "date",
            "identifying",
            aliases=("Latest CIN Meeting Date",),
        ),
        Column(
            "plan_written",
            "Plan Written Date",
            "date",
            "identifying",
            aliases=("Date Plan Written",),
        ),
        Column(
            "plan_signed_off",
            "Plan Signed Off Date",
            "date",
            "identifying",
            aliases=("Plan Authorised Date", "Manager Sign Off Date"),
        ),
        Column("plan_sent", "Plan Sent Date", "date", "identifying", aliases=("Date Plan Sent",)),
        Column(
            "last_visit", "Last Visit Date", "date", "identifying", aliases=("Date of Last Visit",)
        ),
        Column(
            "last_review",
            "Last Review Date",
            "date",
            "identifying",
            aliases=("Date of Last Review",),
        ),
        Column(
            "next_review", "Next Review Date", "date", "identifying", aliases=("Next Review Due",)
        ),
    ),
)

TRACKER: Final = SourceTable(
    "tracker",
    "ICM tracker",
    (
        Column(
            "child_id",
            "Child ID",
            "id",
            "identifying",
            "needed",
            aliases=("Child Unique ID", "Person ID"),
        ),
        Column(
            "practitioner",
            "Practitioner",
            "text",
            "identifying",
            aliases=("Social Worker", "Allocated Worker", "Worker"),
        ),
        Column("stage", "Stage", "text", "open", "needed", aliases=("Case stage",)),
        Column(
            "barrier",
            "Main barrier",
            "text",
            "open",
            aliases=("Barrier", "Main barrier to progression"),
        ),
        Column(
            "previous_action",
            "Previous action",
            "text",
            "identifying",
            aliases=("Last action", "Prev action"),
        ),
        Column(
            "action",
            "Action",
            "text",
            "identifying",
            aliases=("New action", "Current action", "Next action"),
        ),
        Column("owner", "Action owner", "text", "identifying", aliases=("Owner",)),
        Column("due", "Due date", "date", "identifying", aliases=("Action due date", "By when")),
        Column(
            "planned_closure",
            "Planned closure date",
            "date",
            "identifying",
            aliases=("Closure date",),
        ),
        Column(
            "discussed",
            "Last discussed",
            "date",
            "identifying",
            aliases=("Date discussed", "Date last discussed"),
        ),
        Column("notes", "Notes", "text", "identifying"),
    ),
)

SCORES: Final = SourceTable(
    "scores",
    "table of effectiveness scores",
    (
        Column("locality", "Locality", "text", "open", "needed"),
        Column("team", "Team", "text", "open", "needed"),
        Column("observed", "Observation date", "date", "open", "needed"),
        Column("completed_by", "Completed by", "text", "open"),
        Column("criterion", "Criterion", "count", "open", "needed"),
        Column("score", "Score", "count", "open", "needed"),
    ),
)

SOURCES: Final = {table.name: table for table in (CASE_EXTRACT, TRACKER, SCORES)}

KIND_TITLES: Final = {name: table.title for name, table in SOURCES.items()} | {
    "joined": "table joined to the plans",
    "form": "returned form",
}
"""What people call each kind of file in an account of what was read."""
