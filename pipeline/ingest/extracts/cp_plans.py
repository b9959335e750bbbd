"""Finds the child protection plan that a child's CIN plan ran beside, or followed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from pipeline.ingest.tables.extract_date import date_in_cell
from pipeline.ingest.tables.grid import is_blank
from pipeline.model.ingested import Cell


@dataclass(frozen=True)
class CpPlan:
    """A child protection plan: its dates, and the cells in which they stand."""

    start: date
    end: date
    cells: tuple[Cell, Cell]


def cp_plan(start: Cell, end: Cell) -> CpPlan | None:
    """Return the plan that two cells tell of, open if the second is blank; None if no dates do."""
    first, last = date_in_cell(start), date_in_cell(end)
    if first is None or (last is None and not is_blank(end)):
        return None
    return CpPlan(first, last or date.max, (start, end))


def cp_plan_cells(start: Cell, end: Cell, plans: Iterable[CpPlan]) -> tuple[Cell, Cell]:
    """Return the cells of the CP plan that overlaps a CIN plan, else of the last that it followed.

    Blank if there is neither. One that ends on the day on which the CIN plan starts was followed.
    """
    first = date_in_cell(start)
    if first is None:
        return None, None
    last = date_in_cell(end) or date.max
    known = sorted(plans, key=lambda plan: (plan.end, plan.start))
    beside = [plan for plan in known if plan.start < last and plan.end > first]
    before = [plan for plan in known if plan.end <= first]
    found = beside or before
    return found[-1].cells if found else (None, None)
