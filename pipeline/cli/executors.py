"""Where documents are rendered: in this process, or in several."""

import os
from collections.abc import Callable
from concurrent.futures import Executor, Future
from typing import Final, ParamSpec, TypeVar

Args = ParamSpec("Args")
Result = TypeVar("Result")

MOST: Final = 4
"""Processes by default: each takes some 300 MB, and documents come by the dozen."""


class AtOnce(Executor):
    """Does what it is given at once, in this process."""

    def submit(
        self, fn: Callable[Args, Result], /, *args: Args.args, **kwargs: Args.kwargs
    ) -> Future[Result]:
        """Call `fn` and return its result, or its error, as a finished future."""
        future: Future[Result] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except (KeyboardInterrupt, SystemExit):
            raise
        except BaseException as error:  # noqa: BLE001 - as the executors of the standard library
            future.set_exception(error)
        return future


def executor_for(jobs: int | None, documents: int) -> Executor:
    """Return what renders `documents` in up to `jobs` processes (`None`: as many as is sensible)."""
    wanted = min(jobs or min(MOST, os.cpu_count() or 1), documents)
    if wanted <= 1:
        return AtOnce()
    from pipeline.cli.workers import workers

    return workers(wanted)
