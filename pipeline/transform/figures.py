"""Turns masks and values over rows into figures, one for each scope."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

import numpy.typing as npt

from pipeline.model.measures import Figure, not_supplied
from pipeline.model.scopes import Scope
from pipeline.model.terms import NOT_SUPPLIED
from pipeline.transform.places import Mask, Rows

Values = npt.NDArray[Any]


def count_figures(
    measure: str,
    rows: Rows,
    mask: Mask,
    category: str = "",
    window: str = "",
    *,
    unit: str = "plans",
    of: Mask | None = None,
    note: str = "",
) -> Iterator[Figure]:
    """Yield how many rows are in `mask`; `of` is the whole that they are a part of."""
    counts = rows.count(mask)
    wholes = rows.count(of) if of is not None else {}
    for scope in rows.scopes:
        if why := rows.why_not(scope):
            yield not_supplied(measure, scope, category, window, unit=unit, why=why)
            continue
        yield Figure(
            measure,
            scope,
            category,
            window,
            value=float(counts[scope]),
            numerator=float(counts[scope]) if wholes else None,
            denominator=float(wholes[scope]) if wholes else None,
            unit=unit,
            note=notes(note, rows.in_part(scope)),
        )


def share_figures(
    measure: str,
    rows: Rows,
    mask: Mask,
    of: Mask,
    category: str = "",
    *,
    window: str = "",
    nothing: str,
    note: str = "",
    said: Mapping[Scope, str] | None = None,
) -> Iterator[Figure]:
    """Yield the share of the rows in `of` that are in `mask`; `nothing` says that none is."""
    parts, wholes = rows.count(mask & of), rows.count(of)
    for scope in rows.scopes:
        if why := rows.why_not(scope):
            yield not_supplied(measure, scope, category, window, unit="share", why=why)
            continue
        part, whole = float(parts[scope]), float(wholes[scope])
        yield Figure(
            measure,
            scope,
            category,
            window,
            value=part / whole if whole else None,
            numerator=part,
            denominator=whole,
            unit="share",
            note=notes(
                "" if whole else f"{NOT_SUPPLIED}: {nothing}",
                note,
                (said or {}).get(scope, ""),
                rows.in_part(scope),
            ),
        )


def summary_figures(
    summary: Callable[[Values], Any],
    measure: str,
    rows: Rows,
    values: Values,
    category: str = "",
    *,
    mask: Mask,
    window: str = "",
    unit: str,
    nothing: str,
    note: str = "",
) -> Iterator[Figure]:
    """Yield the median, mean or highest of `values` over the rows in `mask`.

    `nothing` says that there is none of them.
    """
    chosen, codes = values[mask].astype(float), rows.codes[mask]
    for scope in rows.scopes:
        found = chosen[rows.counted(scope)[codes]]
        if (why := rows.why_not(scope)) or not found.size:
            reason = why or nothing
            yield not_supplied(measure, scope, category, window, unit=unit, why=reason)
            continue
        value, said = float(summary(found)), notes(note, rows.in_part(scope))
        yield Figure(measure, scope, category, window, value=value, unit=unit, note=said)


def absent_figures(
    measure: str,
    scopes: Iterable[Scope],
    categories: Iterable[str] = ("",),
    windows: Iterable[str] = ("",),
    *,
    unit: str,
    why: str,
) -> Iterator[Figure]:
    """Yield the figures that say they could not be computed, for each category and window."""
    windows, scopes = tuple(windows), tuple(scopes)
    for category in categories:
        for window in windows:
            for scope in scopes:
                yield not_supplied(measure, scope, category, window, unit=unit, why=why)


def notes(*parts: str) -> str:
    """Join the parts of a note that say something."""
    return "; ".join(part for part in parts if part)
