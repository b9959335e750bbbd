"""The columns of each source, declared once, each classed as identifying or not."""

from dataclasses import dataclass
from typing import Final, Literal

ColumnKind = Literal["id", "text", "date", "count"]


@dataclass(frozen=True)
class Column:
    """A canonical column; `identifying` values never leave a team's own papers."""

    name: str
    header: str
    kind: ColumnKind
    identifying: bool
    needed: bool = False
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
        Column("child_id", "Child ID", "id", True, True, ("Child Unique ID", "Person ID")),
        Column("family_id", "Family ID", "id", True, aliases=("Family identifier",)),
        Column("plan_id", "Plan ID", "id", True, aliases=("CIN Plan ID",)),
        Column(
            "plan_start",
            "CIN Plan Start Date",
            "date",
            True,
            True,
            ("Plan Start Date", "Plan Start"),
        ),
        Column(
            "plan_end", "CIN Plan End Date", "date", True, aliases=("Plan End Date", "Plan End")
        ),
        Column("end_reason", "Plan End Reason", "text", False, aliases=("Reason for Closure",)),
        Column("locality", "Locality", "text", False, aliases=("Area",)),
        Column("team", "Allocated Team", "text", False, True, ("Team", "Team Name")),
        Column(
            "practitioner",
            "Allocated Worker",
            "text",
            True,
            aliases=("Social Worker", "Lead Practitioner"),
        ),
        Column("date_of_birth", "Date of Birth", "date", True, aliases=("DOB",)),
        Column("disability", "Disability", "text", True),
        Column("primary_need", "Primary Need Code", "text", True, aliases=("Primary Need",)),
        Column("exemption", "Exemption", "text", True),
        Column("cp_plan_end", "CP Plan End Date", "date", True),
        Column(
            "cin_meeting", "CIN Meeting Date", "date", True, aliases=("Latest CIN Meeting Date",)
        ),
        Column("plan_written", "Plan Written Date", "date", True, aliases=("Date Plan Written",)),
        Column(
            "plan_signed_off",
            "Plan Signed Off Date",
            "date",
            True,
            aliases=("Plan Authorised Date", "Manager Sign Off Date"),
        ),
        Column("plan_sent", "Plan Sent Date", "date", True, aliases=("Date Plan Sent",)),
        Column("last_visit", "Last Visit Date", "date", True, aliases=("Date of Last Visit",)),
        Column("last_review", "Last Review Date", "date", True, aliases=("Date of Last Review",)),
        Column("next_review", "Next Review Date", "date", True, aliases=("Next Review Due",)),
    ),
)

TRACKER: Final = SourceTable(
    "tracker",
    "ICM tracker",
    (
        Column("child_id", "Child ID", "id", True, True, ("Child Unique ID", "Person ID")),
        Column(
            "practitioner",
            "Practitioner",
            "text",
            True,
            aliases=("Social Worker", "Allocated Worker"),
        ),
        Column("stage", "Stage", "text", False, True, ("Case stage",)),
        Column(
            "barrier",
            "Main barrier",
            "text",
            False,
            aliases=("Barrier", "Main barrier to progression"),
        ),
        Column("previous_action", "Previous action", "text", True, aliases=("Last action",)),
        Column("action", "Action", "text", True, aliases=("New action", "Current action")),
        Column("owner", "Action owner", "text", True, aliases=("Owner",)),
        Column("due", "Due date", "date", True, aliases=("Action due date", "By when")),
        Column("planned_closure", "Planned closure date", "date", True, aliases=("Closure date",)),
        Column("discussed", "Last discussed", "date", True, aliases=("Date discussed",)),
        Column("notes", "Notes", "text", True),
    ),
)

SCORES: Final = SourceTable(
    "scores",
    "table of effectiveness scores",
    (
        Column("locality", "Locality", "text", False, True),
        Column("team", "Team", "text", False, True),
        Column("observed", "Observation date", "date", False, True),
        Column("completed_by", "Completed by", "text", False),
        Column("criterion", "Criterion", "count", False, True),
        Column("score", "Score", "count", False, True),
    ),
)

SOURCES: Final = {table.name: table for table in (CASE_EXTRACT, TRACKER, SCORES)}
