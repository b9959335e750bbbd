"""What a series of months shows, in one sentence for someone who has never seen such a chart."""

from pipeline.compose.wording import listed, month_words
from pipeline.model.variation import Signal, Variation

MONTHS_SHOWN = 24
STOCK = "plans.open"
NAMES = {"plans.starts": "Starts", "plans.finishes": "Finishes", STOCK: "Open plans"}

SLOW = " A caseload changes slowly: starts and finishes tell why."
MORE = " That is more than month-to-month variation."
LATE = " It is provisional: late recording alone could explain it."


def variation_sentence(measure: str, found: Variation) -> str:
    """Return whether the latest month of a series is out of the ordinary, and since when."""
    name = NAMES[measure]
    if found.why_not:
        return f"{name}: {found.why_not}."
    last = len(found.values) - 1
    if found.limits_at(last) is None:
        return f"{name}: too few to judge, since there are too few months after the latest cause."
    signal = found.latest
    if signal is None:
        return f"{name} are within their usual range{_before(found)}."
    said = f"{name} {_says(signal, found)}."
    explained = SLOW if measure == STOCK else MORE
    return said + explained + (LATE if signal.provisional else "")


def _says(signal: Signal, found: Variation) -> str:
    since = month_words(found.windows[signal.first])
    up = signal.direction == "up"
    if signal.kind == "outside":
        side = "above" if up else "below"
        when = f"in {since}" if signal.first == signal.last else f"since {since}"
        return f"{'were' if signal.first == signal.last else 'have been'} {side} their usual range {when}"
    if signal.kind == "trend":
        return f"have {'risen' if up else 'fallen'} every month since {since}"
    if signal.kind == "shift":
        return f"have been {'above' if up else 'below'} their average every month since {since}"
    return f"have been near the {'top' if up else 'bottom'} of their usual range since {since}"


def was_outside(measure: str, found: Variation, months: int) -> str:
    """Return when a series was outside its usual range in the latest `months`; blank if it was not."""
    shown = max(0, len(found.values) - months)
    outside = sorted(
        (s for s in found.signals if s.kind == "outside" and s.last >= shown), key=lambda s: s.last
    )
    parts = [
        f"{'above' if s.direction == 'up' else 'below'} {'it' if n else 'their usual range'} "
        f"{_when(found, max(s.first, shown), s.last)}"
        for n, s in enumerate(outside)
    ]
    return f"{NAMES[measure]} were {listed(parts)}." if parts else ""


def _before(found: Variation) -> str:
    """Say what was out of the ordinary in the months that charts show, oldest first.

    All that was outside the range is told, of the rest the last.
    """
    shown = max(0, len(found.values) - MONTHS_SHOWN)
    past = sorted((s for s in found.signals if s.last >= shown), key=lambda signal: signal.last)
    told = [s for s in past if s.kind == "outside" or s is past[-1]]
    if not told:
        return ""
    parts = [
        f"{_was(signal)} {_when(found, max(signal.first, shown), signal.last)}" for signal in told
    ]
    return f" now; they were {listed(parts)}"


def _when(found: Variation, first: int, last: int) -> str:
    """Return `in August 2026`, or `from June to July 2026`."""
    begin, end = (month_words(found.windows[n]) for n in (first, last))
    if first == last:
        return f"in {end}"
    same_year = begin.split()[1] == end.split()[1]
    return f"from {begin.split()[0] if same_year else begin} to {end}"


def _was(signal: Signal) -> str:
    up = signal.direction == "up"
    if signal.kind == "outside":
        return "above it" if up else "below it"
    if signal.kind == "trend":
        return f"{'rising' if up else 'falling'} every month"
    if signal.kind == "shift":
        return f"{'above' if up else 'below'} their average every month"
    return f"near the {'top' if up else 'bottom'} of it"
