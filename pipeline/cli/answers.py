"""Every command answers with a sentence and an exit code, never with a traceback."""

from pathlib import Path
from traceback import walk_tb
from typing import Any, Final, NoReturn

import typer
from typer.core import TyperGroup
from typer.exceptions import Abort, Exit, TyperException

from pipeline.cli import interrupts
from pipeline.cli.say import warn
from pipeline.errors import CinpackError

PUBLISHED: Final = 0
NOTHING_PUBLISHED: Final = 1
NEEDS_PERSON: Final = 3

HERE: Final = Path(__file__).parents[1]


class Answering(TyperGroup):
    """The group of commands, which turns what stops one into a sentence."""

    def make_context(self, *words: Any, **more: Any) -> Any:  # noqa: ANN401
        """Read the command line; Ctrl-C is answered here as it is later."""
        try:
            return super().make_context(*words, **more)
        except KeyboardInterrupt:
            stopped()

    def invoke(self, ctx: Any) -> Any:  # noqa: ANN401 - typer's own context is private
        """Run the command; see `pipeline.errors` for the exit codes.

        An interrupted import may fail in any way, so whatever comes after Ctrl-C is its answer.
        """
        try:
            return super().invoke(ctx)
        except (Exit, SystemExit):
            raise
        except KeyboardInterrupt:
            stopped()
        except BaseException as error:
            if interrupts.stop_asked():
                stopped()
            if isinstance(error, (Abort, TyperException, BrokenPipeError)):
                raise
            warn(str(error) if isinstance(error, CinpackError) else bug(error))
            code = error.exit_code if isinstance(error, CinpackError) else NOTHING_PUBLISHED
            raise typer.Exit(code) from None


def stopped() -> NoReturn:
    """Say that Ctrl-C stopped the command, and end it; another Ctrl-C changes nothing."""
    interrupts.ignore()
    warn("Stopped.")
    raise typer.Exit(NOTHING_PUBLISHED) from None


def bug(error: BaseException) -> str:
    """Return what to report of an error that no one foresaw.

    Its message stays out, since libraries put cell values there.
    """
    kind = type(error).__name__
    if isinstance(error, MemoryError):
        return "This machine has too little memory for these inputs. Nothing was published."
    return (
        f"This is a fault in cinpack itself, not in your data: {kind} in {_place(error)}. "
        "Nothing was published. Please report this line; it holds no data."
    )


def _place(error: BaseException) -> str:
    """Return the last line of our own code that the error went through."""
    place = "an unknown place"
    for frame, line in walk_tb(error.__traceback__):
        path = Path(frame.f_code.co_filename)
        if path.is_relative_to(HERE):
            place = f"{path.relative_to(HERE.parent).as_posix()}, line {line}"
    return place
