"""What a series of months shows, in one sentence for someone who has never seen such a chart."""

from pipeline.compose.wording import month_words
from pipeline.model.variation import Signal, Variation

MONTHS_SHOWN = 24
STOCK = "plans.open"
NAMES = {"plans.starts": "Starts", "plans.finishes": "Finishes", STOCK: "Open plans"}

SLOW = " A caseload changes slowly: starts and finishes tell why."
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
        return f"{name} vary as they usually do{_before(found)}."
    said = f"{name} {_says(signal, found)}."
    explained = SLOW if measure == STOCK else " That is more than month-to-month variation."
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


def _before(found: Variation) -> str:
    """Say what was out of the ordinary last, if anything was in the months that charts show."""
    shown = len(found.values) - MONTHS_SHOWN
    past = [signal for signal in found.signals if signal.last >= shown]
    if not past:
        return ""
    last = max(past, key=lambda signal: signal.last)
    first, end = (month_words(found.windows[n]) for n in (last.first, last.last))
    when = f"in {end}" if last.first == last.last else f"from {first} to {end}"
    return f"; they {_was(last)} {when}"


def _was(signal: Signal) -> str:
    up = signal.direction == "up"
    if signal.kind == "outside":
        return f"were {'above' if up else 'below'} their usual range"
    if signal.kind == "trend":
        return f"{'rose' if up else 'fell'} every month"
    if signal.kind == "shift":
        return f"were {'above' if up else 'below'} their average every month"
    return f"were near the {'top' if up else 'bottom'} of their usual range"
