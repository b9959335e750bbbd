"""The processes in which documents are rendered; they end when the run does."""

import signal
from collections.abc import Callable
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing import active_children, get_context
from types import TracebackType
from typing import ParamSpec, TypeVar

from pipeline.cli.interrupts import held
from pipeline.cli.quiet import quieten

Args = ParamSpec("Args")
Result = TypeVar("Result")


class Workers(ProcessPoolExecutor):
    """Processes that never see Ctrl-C, which a terminal sends to all of them."""

    def submit(
        self, fn: Callable[Args, Result], /, *args: Args.args, **kwargs: Args.kwargs
    ) -> Future[Result]:
        """Hand in a call; this is where processes are started."""
        with held():
            return super().submit(fn, *args, **kwargs)

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> bool | None:
        """Wait for what was handed in, unless something stopped the run: then end it."""
        if kind is None:
            return super().__exit__(kind, error, trace)
        with held():
            self.shutdown(wait=False, cancel_futures=True)
            for child in active_children():
                child.terminate()
            return super().__exit__(kind, error, trace)


def workers(processes: int) -> Workers:
    """Return up to so many processes, each a fresh interpreter."""
    with held():
        return Workers(processes, mp_context=get_context("spawn"), initializer=begin_work)


def begin_work() -> None:
    """Prepare a worker; where signals can't be blocked, this is what ignores Ctrl-C."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    quieten()
