"""Who is expected at a check-in, with a box to tick for each."""

from pipeline.compose.subject import Subject
from pipeline.model.content import Block, Cell, Row, Table, TableColumn
from pipeline.model.entries import EntryGroup, EntryLine, TickBox, WriteIn
from pipeline.model.forms import ATTENDEES, MINUTES, OLT_MINUTES, Form
from pipeline.model.settings import Locality, Team

OLT_ATTENDEES = OLT_MINUTES.table(ATTENDEES.part)


def attendees(subject: Subject) -> tuple[Block, ...]:
    """Return boxes for the roles expected, then a row for each team."""
    settings = subject.settings
    locality = next(loc for loc in settings.localities if loc.name == subject.scope.locality)
    people = settings.people
    return (
        EntryGroup(
            (
                *_role("chair", (locality.head_of_service,)),
                *_role("performance_officer", people.performance_officers),
                *_role("business_services", people.business_services),
            )
        ),
        _teams(locality),
        _others(),
    )


def olt_attendees(subject: Subject) -> tuple[Block, ...]:
    """Return boxes for the roles expected at the OLT's check-in, then a row for each locality."""
    people = subject.settings.people
    return (
        EntryGroup(
            (
                *_role("chair", (people.assistant_director,), OLT_MINUTES),
                *_role("performance_officer", people.performance_officers),
                *_role("business_services", people.business_services),
            )
        ),
        _heads_of_service(subject.settings.localities),
        _others(),
    )


def _others() -> EntryGroup:
    return EntryGroup(
        (
            EntryLine(MINUTES.line("others").label, WriteIn("attendee.others", "Others present")),
            EntryLine(MINUTES.line("apologies").label, WriteIn("attendee.apologies", "Apologies")),
        )
    )


def _heads_of_service(localities: tuple[Locality, ...]) -> Table:
    return Table(
        "Heads of service",
        tuple(TableColumn(column.header, 1.5) for column in OLT_ATTENDEES.columns),
        tuple(
            Row(
                (
                    Cell((place.name,), tone="strong"),
                    _person(
                        f"attendee.{place.name}.head", "Head of service", place.head_of_service
                    ),
                    Cell(
                        entry=WriteIn(
                            f"attendee.{place.name}.instead", f"In their place, {place.name}"
                        )
                    ),
                )
            )
            for place in localities
        ),
        tag="attendees",
        write_in=True,
        show_caption=False,
    )


def _role(tag: str, names: tuple[str, ...], form: Form = MINUTES) -> tuple[EntryLine, ...]:
    role = form.line(tag).label
    present = tuple(name for name in names if name)
    if not present:
        return (EntryLine(role, WriteIn(f"attendee.{tag}", role)),)
    return tuple(
        EntryLine(role, TickBox(f"attendee.{tag}.{n}", name)) for n, name in enumerate(present, 1)
    )


def _teams(locality: Locality) -> Table:
    most = max(1, *(len(team.practice_supervisors) for team in locality.teams))
    supervisor = ATTENDEES.header("supervisor")
    supervisors = (supervisor, *(f"{supervisor} {n}" for n in range(2, most + 1)))
    return Table(
        "Team managers and practice supervisors",
        (
            TableColumn(ATTENDEES.header("team"), 1),
            TableColumn(ATTENDEES.header("manager"), 1.6),
            *(TableColumn(header, 1.6) for header in supervisors),
        ),
        tuple(_team(team, most) for team in locality.teams),
        tag="attendees",
        write_in=True,
        show_caption=False,
    )


def _team(team: Team, columns: int) -> Row:
    names = (*team.practice_supervisors, *("",) * columns)[:columns]
    return Row(
        (
            Cell((team.name,), tone="strong"),
            _person(f"attendee.{team.name}.manager", "Team manager", team.team_manager),
            *(
                _person(f"attendee.{team.name}.supervisor.{n}", "Practice supervisor", name)
                for n, name in enumerate(names, 1)
            ),
        )
    )


def _person(tag: str, role: str, name: str) -> Cell:
    return Cell(entry=TickBox(tag, name) if name else WriteIn(tag, role))
