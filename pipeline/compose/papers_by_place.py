"""The papers of a period by place: the authority's one by one, then a row a locality, a row a team."""

from collections.abc import Sequence

from pipeline.compose.subject import Subject
from pipeline.compose.wording import short_date
from pipeline.model.content import Cell, Row, Table, TableColumn
from pipeline.model.packs import PlannedDocument
from pipeline.model.scopes import Scope

KINDS = {"docx": "Word", "pdf": "PDF", "xlsx": "Excel", "eml": "E-mail"}


def one_by_one(subject: Subject, papers: Sequence[PlannedDocument], caption: str) -> Table:
    """Return a row a paper, with what it is and for whom."""
    rows = tuple(
        Row(
            (
                Cell((_name(paper),), small=(paper.spec.description,), link=str(paper.path)),
                Cell((_audience(paper),)),
                Cell((_meetings(subject, paper),)),
                Cell((KINDS[paper.spec.media],)),
            )
        )
        for paper in papers
    )
    columns = (
        TableColumn("Document", 4),
        TableColumn("For", 1.5),
        TableColumn("Meeting", 1.2),
        TableColumn("Kind", 0.6),
    )
    return Table(caption, columns, rows, show_caption=False)


def row_by_row(subject: Subject, papers: Sequence[PlannedDocument], caption: str) -> Table:
    """Return a row a place and a column a pack, each cell a link; teams stand under their locality.

    Meetings of teams are weekly, and in no config.
    """
    packs = {paper.spec.name: paper.spec for paper in papers}
    held = {(paper.scope, paper.spec.name): paper for paper in papers}
    places = tuple(dict.fromkeys(paper.scope for paper in papers))
    order = (*subject.localities, *subject.teams)
    teams = any(place.team for place in places)
    rows: list[Row] = []
    locality = ""
    for place in sorted(places, key=order.index):
        if teams and place.locality != locality:
            locality = place.locality
            rows.append(Row((Cell((locality,)),), "group"))
        cells = [_link(held.get((place, name))) for name in packs]
        when = () if teams else (Cell((_meeting(subject, place),)),)
        rows.append(Row((Cell((place.name,)), *cells, *when)))
    columns = (
        TableColumn("Team" if teams else "Locality", 2),
        *(TableColumn(spec.label) for spec in packs.values()),
        *(() if teams else (TableColumn("Meeting"),)),
    )
    about = " ".join(
        f"{spec.label}: {spec.description[:1].lower()}{spec.description[1:]}."
        for spec in packs.values()
        if spec.media != "eml" and spec.description
    )
    return Table(caption, columns, tuple(rows), note=(about,), show_caption=False)


def _link(paper: PlannedDocument | None) -> Cell:
    return Cell((KINDS[paper.spec.media],), link=str(paper.path)) if paper else Cell()


def _name(paper: PlannedDocument) -> str:
    """Return what sets a paper apart from the others: its label, or the list it is sent to."""
    return (
        f"{paper.spec.label}, {paper.circulated.list.name}"
        if paper.circulated
        else paper.spec.label
    )


def _meeting(subject: Subject, place: Scope) -> str:
    return short_date(subject.measures.calendar.meeting(place).date)


def _meetings(subject: Subject, paper: PlannedDocument) -> str:
    """Return the day of a paper's meeting; of a draft, from the first to the last of its papers."""
    if paper.circulated is None:
        return _meeting(subject, paper.scope)
    if paper.circulated.list.gets in ("reviewer", "team"):
        return ""
    calendar = subject.measures.calendar
    days = sorted({calendar.meeting(each.scope).date for each in paper.circulated.papers})
    ends = dict.fromkeys((days[0], days[-1]))
    return " to ".join(short_date(day) for day in ends)


def _audience(paper: PlannedDocument) -> str:
    return paper.circulated.list.gets if paper.circulated else paper.spec.audience
