"""How the methods did on the authority's own past, as figures: mean errors, and coverage of the range."""

from collections.abc import Iterator, Sequence
from typing import Final

import numpy as np

from pipeline.model.measures import Figure, not_supplied
from pipeline.model.scopes import AUTHORITY
from pipeline.transform.forecast.choice import FLOWS, Choice
from pipeline.transform.forecast.horizons import Horizon
from pipeline.transform.forecast.looks import DECLARED, METHODS
from pipeline.transform.forecast.outlook import LEVELS, Outlook

IN_WORDS: Final = {"authority": "authority", "locality": "localities", "team": "teams"}
NEVER: Final = "no past day has enough behind it and its window over"


def trial_figures(
    outlook: Outlook | None, spans: Sequence[tuple[int, Horizon]], why: str
) -> Iterator[Figure]:
    """Yield `backtest.<flow>.error` by level and method, and `backtest.<flow>.coverage` by level.

    An error is the mean absolute difference in plans, `denominator` the number of windows tried;
    coverage is the share of those in which the outcome lay within the 80 % range.
    """
    for name in FLOWS:
        for kind, span in spans:
            for level in LEVELS:
                choice = outlook.choices.get((name, kind, level)) if outlook else None
                yield from _of_level(name, span.window, IN_WORDS[level], choice, why)


def _of_level(
    name: str, window: str, level: str, choice: Choice | None, why: str
) -> Iterator[Figure]:
    for method in METHODS:
        if name == "starts" and method == DECLARED:
            continue
        measure, category = f"backtest.{name}.error", f"{level}: {method}"
        error = choice.errors[method] if choice else np.nan
        if choice is None or np.isnan(error):
            reason = why or NEVER
            yield not_supplied(measure, AUTHORITY, category, window, unit="plans", why=reason)
            continue
        yield Figure(
            measure,
            AUTHORITY,
            category,
            window,
            value=error,
            denominator=float(choice.looks[method]),
            unit="plans",
            note="the forecast is made by this" if method == choice.method else "",
        )
    measure = f"backtest.{name}.coverage"
    if choice is None or not choice.tried:
        yield not_supplied(measure, AUTHORITY, level, window, unit="share", why=why or NEVER)
        return
    held = choice.held()
    yield Figure(
        measure,
        AUTHORITY,
        level,
        window,
        value=held / choice.tried,
        numerator=float(held),
        denominator=float(choice.tried),
        unit="share",
    )
