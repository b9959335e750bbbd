"""What is wrong with the trackers: people type in them, paste into them, and change them."""

from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Final

from pipeline.model.tables import TRACKER
from pipeline.model.terms import STAGES
from pipeline.setup.demo.dice import Dice, lot
from pipeline.setup.demo.extract_dirt import MONTHS
from pipeline.setup.demo.tracker_row import TrackerRow
from pipeline.setup.demo.words import BARRIERS, MISSPELT, OTHER_BARRIERS, STAGE_SYNONYMS

DEFAULT_HEADERS: Final = {column.name: column.header for column in TRACKER.columns}
KNOWN_VARIANT: Final = {
    "child_id": "Person ID",
    "barrier": "Barrier",
    "owner": "Owner",
    "due": "By when",
}
"""Headers that the pipeline knows without being told."""

CONFIGURED_VARIANT: Final = {"stage": "Where are we", "owner": "Who", "discussed": "Last ICM"}
"""Headers of one team's own, which config lists."""

RARELY_KEPT: Final = ("previous_action", "notes")


@dataclass(frozen=True)
class Layout:
    """How a team has arranged its tracker; `top` is the row of the headers, from 0."""

    sheet: str = "Tracker"
    headers: dict[str, str] = field(default_factory=lambda: dict(DEFAULT_HEADERS))
    top: int = 0
    title: str = ""


def choose_layout(place: int, team: str) -> Layout:
    """Return the layout of the `place`-th team: six teams of fourteen have changed something."""
    changed = {
        2: Layout(headers=DEFAULT_HEADERS | KNOWN_VARIANT),
        5: Layout(top=3, title=f"{team} - improvement cycle meetings"),
        7: Layout(headers={name: f" {text.upper()} " for name, text in DEFAULT_HEADERS.items()}),
        9: Layout(headers=DEFAULT_HEADERS | CONFIGURED_VARIANT),
        11: Layout(sheet="Team cases"),
        12: Layout(headers={k: v for k, v in DEFAULT_HEADERS.items() if k not in RARELY_KEPT}),
    }
    return changed.get(place % 14, Layout())


def spoil_tracker(seed: int, place: int, team: str, rows: list[TrackerRow]) -> list[TrackerRow]:
    """Return a tracker's rows with a realistic share of mistakes; its first row stays clean.

    A mistake stays for as long as what was mistyped.
    """
    numbers = Dice(seed, "tracker dirt", team).chance(0.5)
    spoilt = [_spoil(seed, row, numbers=numbers) for row in rows[1:]]
    if place % 4 == 1 and spoilt:
        twice = min(spoilt, key=lambda row: lot(seed, "twice", row.child_id))
        stage = STAGES[1 + lot(seed, "twice in", team) % 2]
        spoilt.append(replace(twice, stage=stage, discussed=_earlier(twice)))
    if place % 5 == 3 and rows:
        spoilt.append(TrackerRow("X999999", rows[0].practitioner, STAGES[1], notes="Check id"))
    return rows[:1] + spoilt


def _spoil(seed: int, row: TrackerRow, *, numbers: bool) -> TrackerRow:
    typing = (Dice(seed, "typing", row.child_id, typed) for typed in (row.stage, row.barrier))
    changed = replace(
        row, stage=_stage(next(typing), row.stage), barrier=_barrier(next(typing), row.barrier)
    )
    for name, share in (("due", 0.03), ("planned_closure", 0.04)):
        day = getattr(row, name)
        if isinstance(day, date):
            dice = Dice(seed, "typing", row.child_id, name, day)
            if dice.chance(share):
                changed = replace(changed, **{name: _typed(dice, day)})
    identity = str(row.child_id)
    if numbers and identity.isdigit():
        return replace(changed, child_id=int(identity))
    if lot(seed, "typing", identity) % 100 == 0:
        return replace(changed, child_id=f"{identity} ")
    return changed


def _stage(dice: Dice, stage: str) -> str:
    return dice.weighted(
        (
            (stage, 94.5),
            (f"{stage} ", 1),
            (stage.upper(), 1),
            (dice.pick(STAGE_SYNONYMS[stage]), 2.5),
            (MISSPELT[stage], 0.7),
            ("", 0.3),
        )
    )


def _barrier(dice: Dice, barrier: str) -> str:
    if not barrier:
        return barrier
    synonym, other = dice.pick(BARRIERS[barrier]), dice.pick(OTHER_BARRIERS)
    return dice.weighted(((barrier, 88), (synonym, 8), (other, 4)))


def _typed(dice: Dice, day: date) -> str:
    return dice.weighted(
        (
            (f"{day:%d/%m/%Y}", 5),
            (f"{day:%d.%m.%y}", 2),
            (f"{day.day}{_ordinal(day.day)} {MONTHS[day.month - 1]} {day.year}", 2),
            ("ASAP", 1),
            ("next meeting", 1),
        )
    )


def _ordinal(number: int) -> str:
    return {1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd", 31: "st"}.get(number, "th")


def _earlier(row: TrackerRow) -> date | None:
    return row.discussed - timedelta(days=14) if isinstance(row.discussed, date) else None
