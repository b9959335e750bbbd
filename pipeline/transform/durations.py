"""How long open plans have lasted: ages, bands, out of timescale."""

from collections.abc import Iterator
from itertools import pairwise

import numpy as np

from pipeline.model.measures import Figure
from pipeline.model.terms import DFE_BANDS
from pipeline.transform.days import months_later
from pipeline.transform.figures import (
    absent_figures,
    count_figures,
    notes,
    share_figures,
    summary_figures,
)
from pipeline.transform.places import Mask
from pipeline.transform.state import State

NO_OPEN_PLANS = "no open plans"


def duration_figures(state: State) -> Iterator[Figure]:
    """Yield the ages of the plans open at D, their bands, and those that have lasted long."""
    yield from _ages(state)
    yield from _bands(state)
    yield from _dfe_bands(state)
    yield from out_of_timescale_figures(state)


def band_names(edges: tuple[int, ...]) -> tuple[str, ...]:
    """Return `0-3, 3-6, ..., 24+` for the edges in months."""
    return (*(f"{low}-{high}" for low, high in pairwise((0, *edges))), f"{edges[-1]}+")


def lasted(state: State, months: int) -> Mask:
    """Return which plans open at D are at least so many months old."""
    return state.plans.open_at(state.today) & (
        months_later(state.plans.start, months) <= state.today
    )


def _ages(state: State) -> Iterator[Figure]:
    age = (state.today - state.plans.start).astype("int64")
    mask = state.plans.open_at(state.today)
    for name, summary in (("median", np.median), ("mean", np.mean), ("max", np.max)):
        measure = f"plans.age.{name}_days"
        if why := state.lacks():
            yield from absent_figures(measure, state.rows.scopes, unit="days", why=why)
        else:
            yield from summary_figures(
                summary,
                measure,
                state.rows,
                age,
                mask=mask,
                unit="days",
                nothing=NO_OPEN_PLANS,
                note=state.note,
            )


def _bands(state: State) -> Iterator[Figure]:
    edges = state.thresholds.age_bands_months
    names = band_names(edges)
    if why := state.lacks():
        yield from absent_figures("plans.band", state.rows.scopes, names, unit="plans", why=why)
        return
    everyone = state.plans.open_at(state.today)
    at_least = [everyone, *(lasted(state, edge) for edge in edges), np.zeros_like(everyone)]
    for name, (low, high) in zip(names, pairwise(at_least), strict=True):
        band = low & ~high
        yield from count_figures("plans.band", state.rows, band, name, of=everyone, note=state.note)


def _dfe_bands(state: State) -> Iterator[Figure]:
    if why := state.lacks():
        for measure, unit in (("plans.dfe_band", "plans"), ("plans.dfe_band.share", "share")):
            yield from absent_figures(measure, state.rows.scopes, DFE_BANDS, unit=unit, why=why)
        return
    everyone = state.plans.open_at(state.today)
    start = state.plans.start
    # DfE's bands include their upper edge up to six months, and their lower one from a year on.
    at_least = (
        everyone,
        everyone & (state.today > months_later(start, 3)),
        everyone & (state.today > months_later(start, 6)),
        lasted(state, 12),
        lasted(state, 24),
        np.zeros_like(everyone),
    )
    bands = [(low & ~high) for low, high in pairwise(at_least)]
    for name, band in zip(DFE_BANDS, bands, strict=True):
        yield from count_figures(
            "plans.dfe_band", state.rows, band, name, of=everyone, note=state.note
        )
    for name, band in zip(DFE_BANDS, bands, strict=True):
        yield from share_figures(
            "plans.dfe_band.share",
            state.rows,
            band,
            everyone,
            name,
            nothing=NO_OPEN_PLANS,
            note=state.note,
        )


def out_of_timescale(state: State) -> Mask:
    """Return which plans open at D are out of timescale; none is exempt where that isn't told."""
    late = lasted(state, state.thresholds.out_of_timescale_months)
    if state.lacks("exemption"):
        return late
    return late & state.plans.frame["exemption"].isna().to_numpy(dtype=bool)


def out_of_timescale_figures(state: State) -> Iterator[Figure]:
    """Yield the plans open at D that are out of timescale, their share, and the exempt ones."""
    measure = "plans.out_of_timescale"
    rows, everyone = state.rows, state.plans.open_at(state.today)
    if why := state.lacks():
        yield from absent_figures(measure, rows.scopes, unit="plans", why=why)
        yield from absent_figures(f"{measure}.share", rows.scopes, unit="share", why=why)
        yield from absent_figures(f"{measure}.exempt", rows.scopes, unit="plans", why=why)
        return
    late = lasted(state, state.thresholds.out_of_timescale_months)
    why = state.lacks("exemption")
    counted = out_of_timescale(state)
    included = "exempt plans included, since the extract does not tell them" if why else ""
    note = notes(included, state.note)
    yield from count_figures(measure, rows, counted, of=everyone, note=note)
    yield from share_figures(
        f"{measure}.share", rows, counted, everyone, nothing=NO_OPEN_PLANS, note=note
    )
    if why:
        yield from absent_figures(f"{measure}.exempt", rows.scopes, unit="plans", why=why)
    else:
        yield from count_figures(
            f"{measure}.exempt", rows, late & ~counted, of=everyone, note=state.note
        )
