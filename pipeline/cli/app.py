"""The commands of `cinpack`, and what `--help` says of them."""

from typing import Annotated

import typer

from pipeline import __version__
from pipeline.cli.answers import Answering
from pipeline.cli.backtest import backtest
from pipeline.cli.check import check
from pipeline.cli.demo import demo
from pipeline.cli.due import due
from pipeline.cli.earlier_months import earlier_months
from pipeline.cli.history import history
from pipeline.cli.init import init
from pipeline.cli.map import map_extract
from pipeline.cli.new_pack import new_pack
from pipeline.cli.run import run
from pipeline.cli.say import say
from pipeline.cli.schedule import schedule

app = typer.Typer(
    cls=Answering,
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
app.command()(run)
app.command()(check)
app.command()(due)
app.command()(schedule)
app.command()(history)
app.command()(backtest)
app.command("map")(map_extract)
app.command()(init)
app.command()(demo)
app.command("earlier-months", hidden=True)(earlier_months)
app.command("new-pack")(new_pack)


def _version(asked: bool) -> None:  # noqa: FBT001 - typer's way
    if asked:
        say(f"cinpack {__version__}")
        raise typer.Exit


@app.callback()
def cinpack(
    _version_asked: Annotated[
        bool | None,
        typer.Option("--version", callback=_version, is_eager=True, help="Say the version."),
    ] = None,
) -> None:
    """Prepare the meetings that keep every Child in Need plan moving.

    Exit codes: 0 published; 3 published, and something needs a person; 1 nothing published;
    2 wrong usage or config.
    """
