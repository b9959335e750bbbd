"""The forecast's part of docs/evidence.md."""

from collections.abc import Callable, Iterable, Iterator

import numpy as np
from simulated.forecast_errors import WHO, errors_of
from simulated.scenarios import ORIGINS, SCENARIOS

from pipeline.transform.forecast.choice import FLOWS
from pipeline.transform.forecast.outlook import LEVELS

IN_WORDS = {
    "steady": "Steady: nothing changes, and stages say nothing",
    "stages-informative": "Stages tell: what a tracker says drives how soon a plan finishes",
    "locality-shift": "A shift: from the thirteenth month on, plans of one locality finish less readily by 40 %",
    "growth": "Growth: 15 % more starts each year",
    "late-recording": "Late recording: three ends in ten are recorded late, by two weeks on average",
}
PLACES = {"authority": "the authority", "locality": "localities", "team": "teams"}
HORIZONS = ("fortnight", "to the next meeting")
WON, WORSE, HELD = 0.60, 1.02, (0.75, 0.88)

WHY_SHORT = (
    "In the first half-year few snapshots tell of stages; and for a whole authority the few past "
    "days there are don’t always tell which way to forecast is better, so a naive line is used."
)

Map = Callable[..., Iterable[np.ndarray]]


def section(run: Map, seeds: range) -> str:
    """Return the forecast's part; `run` maps a function over seeds."""
    sums = {}
    for name in SCENARIOS:
        sums[name] = sum(run(errors_of, [name] * len(seeds), seeds))
    return "\n".join((*_intro(seeds), *_verdicts(sums), *_tables(sums)))


def _intro(seeds: range) -> Iterator[str]:
    yield f"""\
## The forecast

Each authority was looked at in {ORIGINS} months ({len(seeds)} authorities of each kind, made from the seeds {seeds[0]} to {seeds[-1]}; what was
tuned was tuned on others). Each has about 1,500 open plans, 14 teams in 4 localities, 280 starts a month; brothers and sisters
start and finish together, as they do. At each look the run knew what an extract and the trackers of that day hold, and
the snapshots of the looks before. It forecast the 14 days from a meeting a week later, and the days from it up to the next one.

Errors are mean differences in plans between what was said and what came. "All-knowing" is a forecaster who knows the true rates and each
plan's true state: what is left to him is chance. "Won back" is how much of the way from the better naive line to him the forecast went.
"Held" is how often what came lay within the 80 % range.
"""


def _won(row: np.ndarray) -> float:
    best = min(row[0], row[1])
    return float((best - row[2]) / (best - row[3]))


def _verdicts(sums: dict[str, np.ndarray]) -> Iterator[str]:
    yield "### Against the targets\n"
    telling = {
        key: _won(row) for key, row in _rows(sums["stages-informative"]) if key[0] != "starts"
    }
    reached = [key for key, won in telling.items() if won >= WON]
    yield (
        f"- Where stages tell, at least 60 % of the error is to be won back. For finishes and open plans the forecast did so in "
        f"{len(reached)} of {len(telling)} cases (2 figures, 2 horizons, 3 levels)."
    )
    short = sorted((won, key) for key, won in telling.items() if won < WON)
    if short:
        cases = "; ".join(
            f"{name}, {HORIZONS[kind]}, {PLACES[level]}: {won:.0%}"
            for won, (name, kind, level) in short
        )
        yield f"  Short of it: {cases}. {WHY_SHORT}"
    worst, key = max(
        (float(row[2] / min(row[0], row[1])), key) for key, row in _rows(sums["steady"])
    )
    yield (
        f"- On a steady authority it is never to be more than 2 % worse than the better naive line. At worst its error was "
        f"{worst:.0%} of that line's ({key[0]}, {HORIZONS[key[1]]}, {PLACES[key[2]]})."
    )
    held = {
        (name, *key): float(row[-2] / row[-1]) for name in sums for key, row in _rows(sums[name])
    }
    inside = [each for each in held.values() if HELD[0] <= each <= HELD[1]]
    whole = sum(each[..., -2].sum() for each in sums.values())
    tried = sum(each[..., -1].sum() for each in sums.values())
    yield (
        f"- The 80 % range is to hold 75 to 88 %. Over everything it held {whole / tried:.1%}; in {len(inside)} of {len(held)} "
        f"rows below it lay within the target (lowest {min(held.values()):.0%}, highest {max(held.values()):.0%})."
    )
    yield ""


def _rows(sums: np.ndarray) -> Iterator[tuple[tuple[str, int, str], np.ndarray]]:
    for flow, name in enumerate(FLOWS):
        for kind in range(len(HORIZONS)):
            for place, level in enumerate(LEVELS):
                yield (name, kind, level), sums[flow, kind, place]


def _tables(sums: dict[str, np.ndarray]) -> Iterator[str]:
    for name, found in sums.items():
        yield f"### {IN_WORDS[name]}\n"
        yield f"| figure | horizon | for | {' | '.join(WHO)} | won back | held |"
        yield "|---|---|---|" + "---:|" * (len(WHO) + 2)
        for (flow, kind, level), row in _rows(found):
            errors = " | ".join(f"{each / row[-1]:.2f}" for each in row[: len(WHO)])
            yield (
                f"| {flow} | {HORIZONS[kind]} | {PLACES[level]} | {errors} | {_won(row):.0%} | "
                f"{row[-2] / row[-1]:.0%} |"
            )
        yield ""
