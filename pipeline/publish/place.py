"""Puts a period's two folders in place together, or leaves no trace of them."""

import os
import re
import shutil
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path, PurePosixPath
from secrets import token_hex
from typing import Final

from pipeline.model.periods import RESTRICTED
from pipeline.publish.disk import make_folder, sync_folder, write_folder

PARTIAL: Final = re.compile(r"\.(?P<period>\d{4}-\d\d-\d\d(?:-r\d+)?)\.partial-[0-9a-f]+")


def put_in_place(
    outputs: Path,
    period: str,
    circulated: Mapping[PurePosixPath, bytes],
    restricted: Mapping[PurePosixPath, bytes],
) -> None:
    """Write both folders under hidden names, then rename the restricted and the circulated one.

    Raises OSError if the disk refuses any of it; then neither is there.
    """
    private = outputs / RESTRICTED
    building = f".{period}.partial-{token_hex(4)}"
    moves = ((private / building, private / period), (outputs / building, outputs / period))
    begun = 0
    try:
        write_folder(moves[0][0], restricted, private=True)
        write_folder(moves[1][0], circulated, private=False)
        for partial, final in moves:
            begun += 1
            os.rename(partial, final)  # noqa: PTH104 - a name of its own lets tests break it
            sync_folder(final.parent)
    except BaseException:
        for partial, final in reversed(moves[:begun]):
            _undo(partial, final)
        for partial, _ in moves:
            shutil.rmtree(partial, ignore_errors=True)
        raise


def clear_leftovers(outputs: Path) -> None:
    """Remove what a killed run left half-made, its restricted folder too if it stands alone.

    Only a run that holds the lock may do this.
    """
    private = outputs / RESTRICTED
    for partial in _partials(outputs):
        period = PARTIAL.fullmatch(partial.name)["period"]  # type: ignore[index]
        between = not (private / partial.name).exists() and not (outputs / period).exists()
        if between and (private / period).is_dir():
            shutil.rmtree(private / period)
        shutil.rmtree(partial)
    for partial in _partials(private):
        shutil.rmtree(partial)


def make_outputs(outputs: Path) -> None:
    """Make the outputs folder and the restricted one in it, unless they are there."""
    make_folder(outputs)
    make_folder(outputs / RESTRICTED, private=True)


def _undo(partial: Path, final: Path) -> None:
    if partial.exists() or not final.exists():
        return  # it was not renamed, so what stands at `final` is not ours
    try:
        os.rename(final, partial)  # noqa: PTH104
    except OSError:
        shutil.rmtree(final, ignore_errors=True)


def _partials(folder: Path) -> list[Path]:
    with suppress(FileNotFoundError):
        return [
            path
            for path in folder.iterdir()
            if PARTIAL.fullmatch(path.name) and path.is_dir() and not path.is_symlink()
        ]
    return []
