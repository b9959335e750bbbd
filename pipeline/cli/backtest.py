"""`cinpack backtest`: how each way to forecast would have done on the authority's own past."""

import sys
from collections.abc import Iterator

from pipeline.cli import options
from pipeline.cli.say import columns, say, wrapped
from pipeline.model.measures import Figure, Figures

HOW_TO_READ = (
    "Mean error in plans, on past days; * marks what the forecast is made by. Held: how often what "
    "came lay within the 80 % range."
)


def backtest(
    as_at: options.AsAt = None,
    config: options.Config = options.CONFIG,
    inputs: options.Inputs = options.INPUTS,
    outputs: options.Outputs = options.OUTPUTS,
) -> None:
    """Try the forecast on the authority's own past, and print how each way did."""
    from pipeline.cli.progress import Progress
    from pipeline.model.request import Request
    from pipeline.run import check

    with Progress() as progress:
        request = Request(config, inputs, outputs, as_at)
        _, measures = check(request, progress.step)
    print_backtest(measures.figures)


def print_backtest(figures: Figures) -> None:
    """Print a row for each flow, window and level: the error of each method, and what the range held."""
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    methods = list(dict.fromkeys(_method(each) for each in figures.of("backtest.finishes.error")))
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for header in ("Forecast of", "from/to", "for"):
        table.add_column(header, overflow="fold")
    for header in (*methods, "held"):
        table.add_column(header, justify="right")
    for row in _rows(figures, methods):
        table.add_row(*map(Text, row))
    Console(file=sys.stdout, width=columns(), highlight=False, markup=False).print(table)
    if why := _why_not(figures):
        say("\n".join(wrapped(f"Not tried: {why}.")))
    say("\n".join(wrapped(HOW_TO_READ)))


def _rows(figures: Figures, methods: list[str]) -> Iterator[tuple[str, ...]]:
    for flow in ("starts", "finishes", "open"):
        for held in figures.of(f"backtest.{flow}.coverage"):
            errors = {
                _method(each): each
                for each in figures.of(f"backtest.{flow}.error")
                if each.window == held.window and each.category.startswith(f"{held.category}:")
            }
            cells = (_error(errors.get(method)) for method in methods)
            share = "-" if held.value is None else f"{held.value:.0%}"
            yield flow, held.window.replace("/", " "), held.category, *cells, share


def _method(figure: Figure) -> str:
    return figure.category.split(": ")[1]


def _error(figure: Figure | None) -> str:
    if figure is None or figure.value is None:
        return "-"
    return f"{figure.value:.1f}{'*' if figure.note else ''}"


def _why_not(figures: Figures) -> str:
    """Return why nothing could be tried; blank where something was."""
    held = figures.of("backtest.finishes.coverage")
    if any(each.supplied for each in held):
        return ""
    return next((each.note.partition(": ")[2] for each in held), "")
