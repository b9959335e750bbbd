"""The only place where the date is looked up."""

from datetime import date


def today() -> date:
    """Return today's date by this machine's clock and time zone."""
    return date.today()  # noqa: DTZ011 - a working morning is one of this place
