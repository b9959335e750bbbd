"""One run at a time publishes into an outputs folder."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from pipeline.errors import NotPublished
from pipeline.model.periods import RESTRICTED
from pipeline.publish.place import make_outputs

LOCK: Final = ".lock"


@contextmanager
def only_run(outputs: Path) -> Iterator[None]:
    """Hold the outputs folder, which is made if need be; the lock goes when the process does.

    Raises NotPublished if another run holds it, OSError if the disk refuses.
    """
    make_outputs(outputs)
    opened = os.open(outputs / RESTRICTED / LOCK, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        if not _taken(opened):
            message = (
                f"Another run is publishing into {outputs}, so nothing was published. "
                "Try again when it has finished."
            )
            raise NotPublished(message)
        yield
    finally:
        os.close(opened)


if sys.platform == "win32":
    import msvcrt

    def _taken(opened: int) -> bool:
        try:
            msvcrt.locking(opened, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _taken(opened: int) -> bool:
        try:
            fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
