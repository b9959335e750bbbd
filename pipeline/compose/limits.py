"""What the figures can't say: what was set aside, and what was not supplied."""

from pipeline.compose.format_words import ages_are_episodes, format_lacks
from pipeline.compose.subject import Subject
from pipeline.compose.wording import count, counted, listed, said
from pipeline.model.content import Block, Paragraph, Words
from pipeline.model.scopes import UNKNOWN_TEAM
from pipeline.model.tables import CASE_EXTRACT

NO_EXTRACT = "no case extract could be read"
NO_ROW_COUNTS = "no row of the case extract counts"

NEEDED_BY_PACKS = (
    "plan_end",
    "end_reason",
    "exemption",
    "cin_meeting",
    "plan_written",
    "plan_signed_off",
    "plan_sent",
)


def limits(subject: Subject) -> tuple[Block, ...]:
    """Return, in two lines, what was set aside and what was not supplied."""
    return (Paragraph(said(_set_aside(subject), " ", _not_supplied(subject)), "note"),)


def _set_aside(subject: Subject) -> Words:
    read, aside = subject.authority_figure("data.read"), subject.authority_figure("data.set_aside")
    words = said(
        "Of ",
        counted(read, "row"),
        " read in all, for every place, ",
        count(aside),
        " could not be used.",
    )
    unmatched = subject.figure("reconcile.not_open")
    if unmatched.value:
        one = unmatched.value == 1
        words = said(
            words,
            " ",
            counted(unmatched, "further tracker row is", "further tracker rows are"),
            f" for {'a child who has' if one else 'children who have'} no open plan in that team; "
            f"no other figure counts {'it' if one else 'them'}.",
        )
    if subject.scope.type == "authority" and subject.has("plans.open", UNKNOWN_TEAM):
        unknown = subject.figure("plans.open", UNKNOWN_TEAM)
        words = said(
            words, " ", counted(unknown, "open plan"), " of teams not known count only in totals."
        )
    return words


def _not_supplied(subject: Subject) -> str:
    columns, trackers = columns_not_supplied(subject), trackers_not_read(subject)
    parts = []
    if not subject.measures.supplied:
        parts.append(no_extract(subject))
    else:
        lacks = format_lacks(subject)
        parts += [lacks] if lacks else []
        parts += [f"the extract has no {listed(columns)}"] if columns else []
    if trackers:
        parts.append(f"no tracker could be used for {listed(trackers)}")
    last = ages_are_episodes(subject) or "The latest month may still change."
    if not parts:
        return f"Every column and tracker that was needed was supplied. {last}"
    return f"Not supplied: {'; '.join(parts)}. {last}"


def no_extract(subject: Subject) -> str:
    """Return why there are no plans at all: no extract, or none of its rows counts."""
    read = any(each.kind == "case_extract" and each.read for each in subject.measures.accounts)
    return NO_ROW_COUNTS if read else NO_EXTRACT


def columns_not_supplied(subject: Subject) -> tuple[str, ...]:
    """Return the headers that the packs need and the extract lacks."""
    return tuple(
        CASE_EXTRACT.column(name).header
        for name in NEEDED_BY_PACKS
        if name not in subject.measures.supplied
    )


def trackers_not_read(subject: Subject) -> tuple[str, ...]:
    """Return the document's teams for which no tracker could be used."""
    return tuple(t.team for t in subject.teams if t.team not in subject.measures.trackers_of)
