"""Numbers and scales on charts."""

from decimal import ROUND_HALF_UP, Decimal
from math import ceil, floor, log10

from pipeline.model.content import Series

MINUS = "\N{MINUS SIGN}"
STEPS = (1, 2, 5, 10)
HEADROOM = 0.12
LEAST_SPAN = 0.3
"""The least span of a line's scale, as a share of its largest value: a ripple stays a ripple."""


def number_words(value: float, *, share: bool = False) -> str:
    """Return a number as the text prints it: `1,532`, `4.5`, `73%`."""
    exact = Decimal(repr(value * 100 if share else value))
    places = 0 if share or value == int(value) else 1
    rounded = exact.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    return f"{rounded:,}".replace("-", MINUS) + ("%" if share else "")


def fixed(value: float, places: int) -> str:
    """Return a number with so many decimals, rounded half up, so that a column lines up."""
    return f"{Decimal(repr(value)).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)}"


def known(series: tuple[Series, ...]) -> list[float]:
    """Return the points of all series that are there."""
    return [point for one in series for point in one.points if point is not None]


def line_scale(values: list[float]) -> tuple[float, float]:
    """Return where the scale of a line of counts begins and ends.

    It begins at zero unless that would flatten the line; its span is never under 30 % of the
    largest value, so that small movements look small.
    """
    top = max(values, default=0)
    if top <= 0:
        return 0, 1
    low = min(values)
    span = max((top - low) * 2, top * LEAST_SPAN)
    start = max(0.0, top - span)
    if start < top * 0.4:
        start = 0.0
    high = top + (top - start) * HEADROOM
    step = tick_step(high - start)
    begins = floor(start / step) * step
    while begins % (step := tick_step(high - begins)):
        begins = floor(begins / step) * step  # lower each time: zero at the latest
    return begins, high


def tick_step(span: float, most: int = 4) -> float:
    """Return a round step (1, 2 or 5 times a power of ten, at least 1) for up to `most` ticks."""
    rough = max(span / most, 1)
    power = 10 ** floor(log10(rough))
    steps = [step * power for step in STEPS]
    round_step = next(step for step in steps if step >= rough)
    if round_step > span:
        # A lone zero is no scale: one tick more than wanted is better than one too few.
        round_step = max((step for step in steps if step <= span), default=round_step)
    return float(round_step)


def ticks(low: float, high: float, most: int = 4) -> list[float]:
    """Return round ticks from `low` up to `high`."""
    step = tick_step(high - low, most)
    first = ceil(low / step)
    return [step * n for n in range(first, int(high / step) + 1)]
