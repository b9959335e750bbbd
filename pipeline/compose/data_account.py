"""What was read, repaired and set aside, and what the figures mean and can't say."""

from pipeline.compose.format_words import ages_are_episodes, counts_episodes, format_lacks
from pipeline.compose.limits import columns_not_supplied, no_extract, trackers_not_read
from pipeline.compose.subject import Subject
from pipeline.compose.wording import count, listed
from pipeline.model.content import Bullets, Cell, Row, Table, TableColumn, Words
from pipeline.model.scopes import AUTHORITY
from pipeline.model.tables import KIND_TITLES

SHOWN = (
    ("data.read", "Rows read"),
    ("data.used", "Used"),
    ("data.repaired", "Of these repaired"),
    ("data.set_aside", "Set aside"),
    ("data.passed_over", "Blank, title or footer"),
)


def account_table(subject: Subject) -> Table:
    """Return the rows read, used, repaired and set aside for each kind of file."""
    kinds = subject.measures.figures.categories("data.read")
    rows = tuple(
        Row(
            (
                Cell((_kind_words(kind),), tone="strong"),
                *(Cell((count(subject.figure(measure, AUTHORITY, kind)),)) for measure, _ in SHOWN),
            ),
            "body" if kind else "total",
        )
        for kind in (*(k for k in kinds if k), "")
    )
    return Table(
        "What was read",
        (TableColumn("Kind of file", 2), *(TableColumn(head, 1, "right") for _, head in SHOWN)),
        rows,
        note=("Every row read is used, set aside, or blank, title or footer.",),
    )


def not_supplied_lines(subject: Subject) -> Bullets:
    """Return what the figures can't say, a line each."""
    lines: list[Words] = []
    if not subject.measures.supplied:
        why = no_extract(subject)
        lines.append((f"There are no figures on plans and sign-offs, since {why}.",))
    else:
        lines += _lacking(subject)
    if teams := trackers_not_read(subject):
        lines.append(
            (
                (
                    f"No tracker could be used for {listed(teams)}: totals that come from trackers "
                    f"leave {'it' if len(teams) == 1 else 'them'} out."
                ),
            )
        )
    if not counts_episodes(subject):
        lines.append(
            ("The latest month may still change, since starts and finishes are recorded late.",)
        )
    if not subject.figure("stage.median_days").supplied:
        lines.append(
            (
                (
                    "How long a case has been at its stage, actions carried over, and closures promised "
                    "and kept need an earlier run that read the trackers."
                ),
            )
        )
    return Bullets(tuple(lines))


def _lacking(subject: Subject) -> list[Words]:
    """Return what the extract's format can't give, and which columns the extract has not got."""
    lines: list[Words] = []
    if lacks := format_lacks(subject):
        lines.append((f"Not supplied: {lacks}.",))
    if episodes := ages_are_episodes(subject):
        lines.append((episodes,))
    if columns := columns_not_supplied(subject):
        lines.append((f"The extract has no {listed(columns)}: what needs it is not supplied.",))
    return lines


def definitions(subject: Subject) -> Bullets:
    """Return the definitions that a reader needs, briefly."""
    limits = subject.settings.thresholds
    episodes = ages_are_episodes(subject)
    return Bullets(
        (
            (
                (
                    "CIN: child in need. ICM: a team’s weekly improvement cycle meeting. OLT: "
                    "operational leadership team."
                ),
            ),
            (
                f"Open plan: a {subject.settings.words.plan} started by the as-at date and not ended by then.",
            ),
            *(((episodes,),) if episodes else ()),
            (
                (
                    f"Out of timescale: open {limits.out_of_timescale_months} months or more, and not "
                    "exempt."
                ),
            ),
            (
                (
                    "Written within target: written up within "
                    f"{limits.written_within_working_days} working days of the CIN meeting."
                ),
            ),
            ("Exempt: as old, but with a recorded reason why a long plan is expected.",),
            (
                (
                    "Usual range: where a month’s number falls almost always if nothing changes, worked "
                    "out from how much it went up and down from month to month so far."
                ),
            ),
            (
                (
                    "Closing this fortnight: decided to close with a date in the 14 days from the "
                    "meeting. The date is the planned closure date, else the action’s."
                ),
            ),
            (
                (
                    "Plans on tracker: plans open "
                    f"{limits.new_plan_days} days or more with a row in their team’s tracker."
                ),
            ),
        )
    )


def _kind_words(kind: str) -> str:
    if not kind:
        return "All files"
    title = KIND_TITLES[kind]
    return title[0].upper() + title[1:]
