"""Shows which step a run is at, and how long each took."""

import logging
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from time import perf_counter
from typing import Self

from pipeline.cli import interrupts
from pipeline.cli.say import to_terminal, warn
from pipeline.model.terms import STEPS

LOG = logging.getLogger("pipeline.steps")


class Progress:
    """The six steps on standard error: as they go on a terminal, else as lines of the log."""

    def __init__(self) -> None:
        self._watched = to_terminal()
        self._stack = ExitStack()

    def __enter__(self) -> Self:
        self._stack.enter_context(_logging_to_stderr(quiet=self._watched))
        return self

    def __exit__(self, *_error: object) -> None:
        self._stack.close()

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """Name a step while it works, and its seconds when it is done.

        Ctrl-C stops before the next step at the latest; once publishing has begun it is ignored.
        """
        interrupts.stop_if_asked()
        if name == STEPS[-1]:
            interrupts.ignore()
            interrupts.stop_if_asked()
        begun = perf_counter()
        with ExitStack() as stack:
            if self._watched:
                from rich.console import Console

                stack.enter_context(Console(stderr=True).status(f"{name} ..."))
            yield
        line = f"{name:<10}{perf_counter() - begun:6.1f} s"
        if self._watched:
            warn(line)
        else:
            LOG.info(line)


@contextmanager
def _logging_to_stderr(*, quiet: bool) -> Iterator[None]:
    logger = logging.getLogger("pipeline")
    handler, level = logging.StreamHandler(sys.stderr), logger.level
    logger.addHandler(handler)
    logger.setLevel(logging.WARNING if quiet else logging.INFO)
    try:
        yield
    finally:
        logger.removeHandler(handler)
        logger.setLevel(level)
