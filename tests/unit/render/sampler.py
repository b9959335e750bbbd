"""Content of every kind of block, with the awkward cases that real authorities bring."""

from datetime import date
from pathlib import PurePosixPath

from pipeline.model.content import (
    Bullets,
    Cell,
    Chart,
    Insight,
    Insights,
    KeyFigure,
    KeyFigures,
    Link,
    Links,
    PackContent,
    Panel,
    Paragraph,
    Printed,
    Row,
    Screen,
    Section,
    Series,
    Table,
    TableColumn,
    Task,
    Tasks,
)
from pipeline.model.entries import Choice, DateEntry, EntryGroup, EntryLine, TickBox, WriteIn
from pipeline.model.identity import Identity
from pipeline.model.packs import PackSpec, PlannedDocument, SectionSpec
from pipeline.model.scopes import AUTHORITY, Scope

LONG = "Disabled Children & Complex Needs (Quayside/Docks) – Short Breaks Team"
MONTHS = tuple(
    f"{m} {y}"
    for y, names in ((25, "Oct Nov Dec"), (26, "Jan Feb Mar Apr May Jun Jul Aug Sep Oct"))
    for m in names.split()
)
TEAMS = (
    *("Alder", "Birch", "Cedar", "Damson", "Elder", "Fir", "Gorse"),
    *("Hazel", "Ivy", "Juniper", "Larch", "Maple", "Oak", LONG),
)
OPEN = (161, 158, 160, 166, 171, 169, 165, 158, 157, 151, 149, 150, 146)
STARTS = (22, 24, 18, 29, 31, 20, 17, 19, 25, 16, 14, 21, 18)
FINISHES = (25, 27, 16, 23, 26, 22, 21, 26, 26, 22, 16, 20, 22)


def figure(text, measure="plans.open", scope=AUTHORITY):
    return Printed(text, (measure, "", scope, ""))


def flow(message, factor=1.0, points=None, **more):
    lines = points or tuple(
        tuple(round(n * factor) for n in line) for line in (OPEN, STARTS, FINISHES)
    )
    return Chart(
        kind="flow",
        message=(message,),
        alt=f"Line chart of open plans over bars of starts and finishes. {message}",
        labels=MONTHS,
        series=tuple(
            Series(name, line)
            for name, line in zip(("Open plans", "Starts", "Finishes"), lines, strict=True)
        ),
        source="Case extract as at 20 November 2026; the latest month is provisional.",
        unit="plans",
        **more,
    )


def stacked(labels, series, *, share, **more):
    return Chart(
        kind="stacked",
        message=(figure("38"), " plans are decided to close and ", figure("52"), " identified."),
        alt="Bar chart. Cases on the trackers by stage, for each locality.",
        labels=labels,
        series=tuple(Series(name, points) for name, points in series),
        source="As at 20 November 2026. Numbers in the bars are counts.",
        share=share,
        **more,
    )


STAGES = (
    ("Awaiting first CIN meeting", (12, 0, 31, None, 1)),
    ("Intervention underway", (140, 88, 201, None, 2)),
    ("Identified for potential closure", (22, 1, 40, None, 0)),
    ("Decided to close", (14, 9, 3, None, 0)),
)
BANDS = tuple(
    (f"{name} months", (n, n // 2, 0, n * 2, 1))
    for name, n in (
        ("up to 3", 60),
        ("3-6", 44),
        ("6-9", 30),
        ("9-12", 12),
        ("12-24", 8),
        ("24+", 2),
    )
)
PLACES = ("North Dale", "Ashcombe", LONG, "Not read yet", "Small")

GAPS = (
    (None, None, None, 40, 41, None, 39, 38, 38, 40, 41, 40, 42),
    (None, None, None, 4, 0, None, 2, 0, 3, 5, 1, 0, 6),
    (None, None, None, 3, 0, None, 4, 1, 3, 3, 0, 1, 4),
)
NOTHING = ((0,) * 13, (0,) * 13, (0,) * 13)
MISSING = ((None,) * 13,) * 3

CHARTS = (
    flow("Open plans fell from 161 to 146 since the end of October 2025."),
    flow("A team with gaps in what was supplied.", points=GAPS, height="small"),
    flow("No plans at all.", points=NOTHING, height="small"),
    flow("Nothing was supplied.", points=MISSING, height="small"),
    flow("A whole authority, large.", 12.5, height="large"),
    stacked(PLACES, STAGES, share=True),
    stacked(PLACES, BANDS, share=False),
    Chart(
        kind="bars",
        message=("One bar a team.",),
        alt="Bar chart of open plans by team.",
        labels=TEAMS,
        series=(Series("Open plans", (*range(0, 130, 10), None)),),
        source="Case extract as at 20 November 2026.",
    ),
    Chart(
        kind="bars",
        message=("Shares are printed as percentages.",),
        alt="Bar chart of a share.",
        labels=("Written within target", "Sent promptly"),
        series=(Series("Share", (0.734, 0.0)),),
        share=True,
        height="small",
    ),
)


def multiples(count):
    return Chart(
        kind="multiples",
        message=("Open plans, starts and finishes by month, on the same scales.",),
        alt=f"Small charts, one for each of {count} places, on the same scales.",
        labels=MONTHS,
        panels=tuple(flow(TEAMS[-1 - n], 1.1 - n * 0.08) for n in range(count)),
        source="Case extract as at 20 November 2026.",
    )


def data_table(teams, **more):
    rows = [
        Row(
            (
                Cell((team,), tone="strong"),
                Cell((figure(f"{120 - 7 * n:,}"),)),
                Cell((figure("0"), " (", figure("3"), ")")),
                Cell((figure("not supplied" if n % 3 == 1 else "73%"),)),
                Cell((figure("3"),), small=("↑ +1",), tone="up"),
                Cell((figure("2"),), small=("↓ −2",), tone="down"),
            )
        )
        for n, team in enumerate(teams)
    ]
    total = Row(
        tuple(Cell((word,)) for word in ("Authority", "1,044", "0 (3)", "71%", "3.2", "2.8")),
        "total",
    )
    group = Row((Cell(("Teams of North Dale",)), *[Cell()] * 5), "group")
    return Table(
        "The data, team by team",
        (
            TableColumn("Team", 2),
            TableColumn("Open plans", 1, "right"),
            TableColumn("Starts Oct (Sep)", 1, "right"),
            TableColumn("Written within target", 1.2, "right"),
            TableColumn("Meeting score", 1, "centre"),
            TableColumn("Enabling score", 1, "centre"),
        ),
        (group, *rows, total),
        ("Starts are for the latest complete month, the month before in brackets.",),
        **more,
    )


def actions_table(teams):
    return Table(
        "Actions to achieve desired impact",
        (
            TableColumn("Team", 1.2),
            TableColumn("# plans closing this fortnight", 1.2, "centre"),
            TableColumn("Actions to achieve desired impact", 3),
            TableColumn("By When", 1),
            TableColumn("Other notes", 1.8),
        ),
        tuple(
            Row(
                (
                    Cell((team,), tone="strong"),
                    Cell((figure("4"),), small=(figure("2"), " more without a date, 1 overdue")),
                    Cell(entry=WriteIn(f"actions.{team}", f"Actions, {team}", lines=3)),
                    Cell(entry=WriteIn(f"due.{team}", f"By when, {team}", lines=3)),
                    Cell(entry=WriteIn(f"notes.{team}", f"Other notes, {team}", lines=3)),
                )
            )
            for team in teams
        ),
        tag="actions",
        write_in=True,
        show_caption=False,
    )


def scores_table(teams):
    criteria = (
        "1. Leadership: PS & TM both present, engaged and clear on aims",
        (
            "3. Actions: Actions are reviewed, have specific dates (within weeks not months "
            "timescale) & will lead to closure (eventually if not immediately)"
        ),
    )
    dates = Row(
        (
            Cell(("Observation date",)),
            *(
                Cell(
                    entry=DateEntry(f"observed.{t}", f"Observation date, {t}"),
                    small=("last: 2 Jun 2026",),
                )
                for t in teams
            ),
        )
    )
    return Table(
        "Meeting criteria",
        (TableColumn("Name of team", 4), *(TableColumn(t, 1.1, "centre") for t in teams)),
        (
            dates,
            *(
                Row(
                    (
                        Cell((words,)),
                        *(
                            Cell(
                                entry=Choice(
                                    f"score.{n}.{t}",
                                    f"Score {n}, {t}",
                                    tuple("12345"),
                                    prompt="1 to 5",
                                ),
                                small=("last: 4",),
                            )
                            for t in teams
                        ),
                    )
                )
                for n, words in enumerate(criteria, 1)
            ),
        ),
        tag="scores",
        write_in=True,
        show_caption=False,
    )


HINT = (
    "e.g. TM to email TC as soon as a plan is signed off. PS and TM to hold 15 minutes in calendars "
    "for dashboard review before ICM"
)

ENTRIES = (
    EntryLine("Date", DateEntry("meeting.date", "Date", date(2026, 11, 24))),
    EntryGroup(
        (
            EntryLine("Head of service (chair)", TickBox("attendee.chair", "N. Example")),
            EntryLine("Performance officer", TickBox("attendee.po", "P. Example", ticked=True)),
            EntryLine("Date planned for next review", DateEntry("next", "Next review")),
            EntryLine(
                "Outcome",
                Choice("outcome", "Outcome", ("done", "in progress", "not done"), "in progress"),
            ),
            EntryLine("Others", WriteIn("attendee.others", "Others present", lines=2)),
        )
    ),
    Table(
        "What are we doing/could be doing to improve?",
        (TableColumn("What are we doing/could be doing to improve?"),),
        (Row((Cell(entry=WriteIn("doing", "Doing", lines=4, hint=HINT)),)),),
        tag="improvements.doing",
        write_in=True,
        show_caption=False,
    ),
)

TASKS = Tasks(
    "to-do-1",
    "Alder",
    "In the team’s ICM tracker.",
    (
        Task(
            (figure("3"), " rows have no child ID <b>."),
            "Fill them in & save.",
            "Left out",
            ("Alder IC Meetings.xlsx, sheet Tracker, Child ID: rows 4, 7 and 9",),
        ),
        Task(
            (LONG,), "Write a date.", places=tuple(f"{n}.csv" for n in range(9)), folded="9 places"
        ),
        Task(("There is no tracker.",)),
    ),
    (Task(("A cell was cleaned.",), "Type it again.", places=("a.csv, row 2",)),),
)

FIRST_PAGE = (
    KeyFigures(
        (
            KeyFigure(
                "open plans",
                (figure("1,532"),),
                ("down from ", figure("1,561"), " at the end of September 2026"),
            ),
            KeyFigure(
                "out of timescale",
                (figure("214"),),
                (figure("14%"), " of open plans; ", figure("31"), " more are exempt"),
            ),
            KeyFigure(
                "closing in the fortnight from the meeting",
                (figure("not supplied"),),
                ("no tracker could be used",),
            ),
        )
    ),
    Insights(
        (
            Insight(
                (
                    figure("38"),
                    " plans that teams decided to close are past the date set and still open; ",
                    figure("14"),
                    " in Ashcombe.",
                ),
                ("They were ", figure("31"), " at the last meeting, on 20 October 2026."),
                "Closure pipeline",
                "What stands between the decision and the closure?",
            ),
            Insight(
                (
                    f"{LONG}: ",
                    figure("22"),
                    " plans started and ",
                    figure("9"),
                    " finished.",
                ),
                ("The latest month is provisional: finishes are often recorded late.",),
            ),
            Insight(("A sentence alone.",)),
        )
    ),
)

WORDS = (
    Paragraph(("A lead sentence says what the section shows.",), "lead"),
    Paragraph(("Body text with Tom & Jerry <b>not bold</b> $5 to $10, “quoted”, ŵ ŷ é.",)),
    Paragraph(("A hint to the writer.",), "hint"),
    Bullets((("First point",), ("Second, ", figure("12"), " of them"), (LONG,))),
    Bullets((("One",), ("Two",)), numbered=True),
    Bullets((("One again",), ("Two again",)), numbered=True),
    Links((Link("figures.csv", "figures.csv", "every figure printed in any document"),)),
    Paragraph(("A small note.",), "note"),
    TASKS,
    Tasks("to-do-2", "Birch", "", ()),
)

COLUMNS = Chart(
    kind="columns",
    message=("One upright bar a band.",),
    alt="Bar chart of open plans by age.",
    labels=("0-3", "3-6", "6-9", "9-12", "12-24", "24+"),
    series=(Series("Open plans", (61, 36, 0, None, 7, 1)),),
    unit="Months open",
    height="screen",
)
NAMED = Chart(
    kind="named",
    message=("One bar a stage, its name over it.",),
    alt="Bar chart of cases by stage.",
    labels=(*(name for name, _ in STAGES), LONG),
    series=(Series("Cases", (26, 255, 0, None, 3)),),
    height="screen",
)
PAIRED = Chart(
    kind="paired",
    message=("A short bar a criterion, in two lists.",),
    alt="Bar chart of scores by criterion.",
    panels=(
        Chart(
            "named", ("Meeting",), "a", ("1 Leadership", "2 Attendance"), (Series("S", (3, None)),)
        ),
        Chart("named", ("Enabling",), "a", ("8 Plan write up",), (Series("S", (4.25,)),)),
    ),
    most=5,
    height="strip",
)
TRENDS = Chart(
    kind="trends",
    message=("Two lines a team, a point a review.",),
    alt="Line charts of two means by review, one for each team.",
    panels=tuple(
        Chart(
            "trends",
            (name,),
            "a",
            ("Jun 26", "Aug 26", "Oct 26"),
            (Series("Meeting", (3, None, 3.25)), Series("Enabling", (2, 2.5, 3.3))),
        )
        for name in ("Alder", LONG)
    ),
    most=5,
)
SCREEN = Screen(
    LONG,
    ("As at 20 November 2026",),
    KeyFigures(tuple(KeyFigure("open plans", (figure("1,532"),)) for _ in range(5))),
    (
        Panel("Open plans", flow("Open plans fell.", height="screen")),
        Panel("How long", COLUMNS),
        Panel("Stages", NAMED),
        Panel("Sign-offs", data_table(TEAMS[:2], show_caption=False), ("A sentence.",)),
        Panel("Actions", Paragraph(("Not supplied: no tracker for it.",))),
        Panel("Effectiveness", PAIRED),
    ),
)

SECTIONS = (
    Section("priorities", "What to look at first", FIRST_PAGE),
    Section("words", "Words", WORDS),
    Section("untitled", "", (Paragraph(("A section without a heading.",)),)),
    Section(
        "tables",
        "Tables",
        (
            data_table(TEAMS[:3]),
            data_table(TEAMS, show_caption=False),
            data_table(TEAMS[:1]),
            actions_table(TEAMS[-4:]),
        ),
        new_page=True,
    ),
    Section(
        "long",
        "A long table",
        (data_table([f"Team {n}" for n in range(1, 41)], show_caption=False),),
    ),
    Section("charts", "Charts", (*CHARTS, COLUMNS, NAMED, PAIRED, TRENDS), new_page=True),
    Section(
        "multiples", "Side by side", tuple(multiples(n) for n in (1, 3, 4, 6, 14)), new_page=True
    ),
    Section("form", "A form", (*ENTRIES, scores_table(TEAMS[:7])), new_page=True),
)


def content(sections=SECTIONS, pack="sampler", scope=AUTHORITY, **more):
    given = {
        "title": "Everything a report can hold",
        "authority": "Exampleshire County Council",
        "scope_name": scope.name or "All localities",
        "as_at": date(2026, 11, 20),
        "as_at_words": "20 November 2026",
        "classification": "OFFICIAL-SENSITIVE",
        "colour": "#12436D",
        "strapline": "With the awkward cases that real authorities bring",
    } | more
    return PackContent(
        identity=Identity(pack, scope, "2026-11-20", "1"), sections=tuple(sections), **given
    )


def small(**more):
    """Return a short document with a table, a chart and an entry."""
    blocks = (FIRST_PAGE[0], data_table(TEAMS[:2]), CHARTS[0], ENTRIES[0])
    return content((Section("all", "All", blocks),), **more)


def planned(media, path=None, pack="sampler", scope=AUTHORITY):
    spec = PackSpec(
        name=pack,
        title="Sampler",
        label="Sampler",
        audience="OLT",
        scope=scope.type,
        output=path or f"sampler.{media}",
        media=media,
        may_show_child_ids=False,
        sections=(SectionSpec(id="all"),),
    )
    return PlannedDocument(spec, scope, PurePosixPath(path or f"sampler.{media}"))


NORTH_DALE = Scope("locality", "North Dale")
