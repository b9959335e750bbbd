"""What a chart shows after the last point of its line: the forecast and its range."""

from dataclasses import dataclass

from pipeline.model.scopes import Scope


@dataclass(frozen=True)
class Outlook:
    """A forecast `after` the line's last point, in months, with the words that stand beside it.

    `row` says which row of `figures.csv` its value and its ends are.
    """

    after: float
    value: float
    low: float
    high: float
    row: tuple[str, str, Scope, str]
    number: str
    name: str
    spread: str
