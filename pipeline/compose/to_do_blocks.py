"""What to put right, as a page says it: who has how much to do, then each team's and source's own."""

from collections.abc import Iterable, Sequence
from typing import Final

from pipeline.compose.places_in_words import places_in_words
from pipeline.compose.subject import Subject
from pipeline.compose.to_do import ToDo
from pipeline.compose.to_do_items import WEIGHTS, Item
from pipeline.compose.wording import count, counted, listed, said, verb
from pipeline.model.content import (
    Block,
    Bullets,
    Cell,
    Paragraph,
    Row,
    Table,
    TableColumn,
    Task,
    Tasks,
    Words,
)
from pipeline.model.scopes import AUTHORITY

MOST_LINES: Final = 3
MOST_LETTERS: Final = 240
MOST_NAMES: Final = 5
"""Places that take more lines or letters than this are folded; so many names stand in a sentence."""

ONE_POINT: Final = (
    "A row or a cell is one point; so is a word that is on no list, in however many rows it stands."
)
ABOUT: Final = {
    "": "In the team’s ICM tracker.",
    "Case extract and settings": (
        "For the performance officer: in the case system, in the export, or in config."
    ),
    "Reviews and minutes": "For whoever filled them in, or business services.",
    "Files and folders": "For business services or the performance officer.",
}
MARKS: Final = {"left out": "Left out", "to correct": "", "when there is time": ""}


def in_short(subject: Subject, duties: Sequence[ToDo]) -> tuple[Block, ...]:
    """Return in three sentences what came in and what needs doing, and who has how much to do."""
    sentences = Bullets((_came_in(subject), _left_out(duties), _to_correct(duties)))
    return (sentences, _who(duties)) if duties else (sentences,)


def tasks(subject: Subject, duties: Sequence[ToDo]) -> tuple[Block, ...]:
    """Return what each team and source can put right, and who has nothing to do."""
    blocks: list[Block] = [_tasks(number, duty) for number, duty in enumerate(duties, 1)]
    busy = {duty.who for duty in duties}
    idle = [team.team for team in subject.teams if team.team not in busy]
    if idle:
        blocks.append(Paragraph((f"Nothing to put right: {listed(idle)}.",)))
    return tuple(blocks)


def _came_in(subject: Subject) -> Words:
    accounts = subject.measures.accounts
    read = len({account.file for account in accounts if not account.refused})
    refused = len({account.file for account in accounts if account.refused})
    not_read = f" {_number(refused, 'file')} could not be read." if refused else ""
    parts = {
        name: subject.figure(f"data.{name}", AUTHORITY)
        for name in ("read", "used", "repaired", "set_aside", "passed_over")
    }
    return said(
        f"{_number(read, 'file')} with ",
        counted(parts["read"], "row"),
        " came in: ",
        verb(parts["used"], "is", "are"),
        " used, in ",
        count(parts["repaired"]),
        " of them a value was repaired, ",
        count(parts["set_aside"]),
        " could not be used, and ",
        verb(parts["passed_over"], "is", "are"),
        f" blank, title, footer or repeated.{not_read}",
    )


def _left_out(duties: Iterable[ToDo]) -> Words:
    found = [(duty.who, duty.count("left out")) for duty in duties]
    found = [(who, number) for who, number in found if number]
    if not found:
        return ("No row and no file was left out, so nothing must be mended before the meetings.",)
    found.sort(key=lambda each: -each[1])
    total = sum(number for _, number in found)
    whose = [f"{who} ({number:,})" for who, number in found]
    if len(whose) > MOST_NAMES:
        whose = [*whose[: MOST_NAMES - 1], f"{len(whose) - MOST_NAMES + 1} others"]
    return (f"{_number(total, 'row or file is', 'rows or files are')} left out: {listed(whose)}.",)


def _to_correct(duties: Sequence[ToDo]) -> Words:
    total = sum(duty.count("to correct") for duty in duties)
    if not total:
        return ("Nothing else needs correcting.",)
    points = _number(total, "more point")
    right = "What is corrected at its source is right next time."
    return (f"{points} to correct: what counts, but perhaps not as it should. {right}",)


def _who(duties: Iterable[ToDo]) -> Table:
    rows = tuple(
        Row(
            (
                Cell((duty.who,), link=f"#{_id(number)}"),
                *(_count_cell(duty.count(weight)) for weight in WEIGHTS),
            )
        )
        for number, duty in enumerate(duties, 1)
    )
    return Table(
        "Who can put what right",
        (
            TableColumn("Who or where", 3),
            *(TableColumn(weight.capitalize(), 1, "right") for weight in WEIGHTS),
        ),
        rows,
        note=(ONE_POINT,),
    )


def _count_cell(number: int) -> Cell:
    return Cell((f"{number:,}",), tone="" if number else "quiet")


def _tasks(number: int, duty: ToDo) -> Tasks:
    return Tasks(
        _id(number),
        duty.who,
        ABOUT["" if duty.is_team else duty.who],
        tuple(_task(item) for item in duty.of("left out", "to correct")),
        tuple(_task(item) for item in duty.of("when there is time")),
    )


def _task(item: Item) -> Task:
    places = (*places_in_words(item.places), *item.details)
    many = len(places) > MOST_LINES or sum(map(len, places)) > MOST_LETTERS
    number = len(item.details) or item.times
    folded = f"Where: {_number(number, 'word' if item.details else 'place')}" if many else ""
    return Task((item.sentence,), item.remedy, MARKS[item.weight], places, folded)


def _id(number: int) -> str:
    return f"to-do-{number}"


def _number(number: int, one: str, many: str = "") -> str:
    return f"{number:,} {one if number == 1 else many or f'{one}s'}"
