"""Ctrl-C: stops a run wherever it falls, until the period is being put in place."""

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any


@dataclass
class _Heard:
    """What this process knows of Ctrl-C; `listening` only once `listen` was called."""

    listening: bool = False
    held: bool = False
    stop: bool = False


_heard = _Heard()


def listen() -> None:
    """Take Ctrl-C from here on, unless whoever started this process had it ignored."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        return
    _heard.listening = True
    sys.unraisablehook = _unraisable
    signal.signal(signal.SIGINT, _interrupted)


def stop_asked() -> bool:
    """Return whether Ctrl-C was pressed, whatever a library made of it."""
    return _heard.stop


def stop_if_asked() -> None:
    """Raise the KeyboardInterrupt that a library may have swallowed."""
    if _heard.stop:
        raise KeyboardInterrupt


def ignore() -> None:
    """Ignore Ctrl-C from here on: the run is being published, or is stopping already."""
    if _heard.listening:
        signal.signal(signal.SIGINT, signal.SIG_IGN)


@contextmanager
def held() -> Iterator[None]:
    """Put Ctrl-C off until the end; processes started meanwhile never see it.

    They inherit the blocked signal, which the main thread alone takes back.
    """
    blocks = sys.platform != "win32"
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT}) if blocks else set()
    _heard.held = True
    try:
        yield
    finally:
        _heard.held = False
        if blocks:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)
        stop_if_asked()


def _interrupted(_number: int, _frame: object) -> None:
    _heard.stop = True
    if not _heard.held:
        raise KeyboardInterrupt


def _unraisable(found: Any) -> None:  # noqa: ANN401 - a type of the interpreter's own
    """Keep quiet where Ctrl-C fell into a place that can't raise; the next step stops."""
    if not _heard.stop:
        sys.__unraisablehook__(found)
