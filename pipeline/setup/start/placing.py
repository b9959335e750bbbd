"""Where a new authority goes: nothing that is there already is replaced or mixed with."""

import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Final

from pipeline.errors import NotPublished, WrongUsage
from pipeline.setup.start.authority import NewAuthority

LISTED: Final = 5
FOLDERS: Final = ("extracts", "trackers", "minutes", "reviews", "priorities")


def refuse_what_is_there(config: Path, inputs: Path) -> None:
    """Raise WrongUsage, naming what is there, if settings or trackers are there already."""
    for folder, pattern, what in (
        (config, "*.y*ml", "settings"),
        (inputs / "trackers", "**/*", "trackers"),
    ):
        if folder.exists() and not folder.is_dir():
            message = f"{folder} is a file, not a folder for {what}."
            raise WrongUsage(message)
        there = sorted(path for path in folder.glob(pattern) if path.is_file())
        if there:
            names = ", ".join(str(path.relative_to(folder)) for path in there[:LISTED])
            more = f" and {len(there) - LISTED} more" if len(there) > LISTED else ""
            message = (
                f"{folder} holds {what} already ({names}{more}), and nothing that is there is"
                " replaced. Choose a new folder with --out DIR."
            )
            raise WrongUsage(message)


def write_authority(found: NewAuthority, extract: Path, config: Path, inputs: Path) -> Path | None:
    """Write a new authority, all or nothing; return where the extract's copy went.

    An extract that lies below `inputs` already stays where it is. Raises WrongUsage if one of the
    files is there already, NotPublished if the disk refuses.
    """
    files = {config / name: content for name, content in found.config.items()}
    files |= {inputs / name: content for name, content in found.inputs.items()}
    copy = None
    if inputs.resolve() not in extract.resolve().parents:
        copy = inputs / "extracts" / extract.name
        files[copy] = extract.read_bytes()
    _place(files, [inputs / name for name in FOLDERS])
    return copy


def _place(files: Mapping[Path, bytes], folders: list[Path]) -> None:
    there = [str(path) for path in files if path.exists()]
    if there:
        message = f"There already, and not replaced: {', '.join(there[:LISTED])}."
        raise WrongUsage(message)
    made: list[Path] = []
    try:
        for path, content in files.items():
            _make_folder(path.parent, made)
            with path.open("xb") as file:
                made.append(path)
                file.write(content)
        for folder in folders:
            _make_folder(folder, made)
    except BaseException as error:
        _take_back(made)
        if isinstance(error, OSError):
            message = f"Nothing was written: {error.filename or 'the disk'}: {error.strerror}."
            raise NotPublished(message) from error
        raise


def _make_folder(folder: Path, made: list[Path]) -> None:
    for each in reversed((folder, *folder.parents)):
        if not each.exists():
            each.mkdir()
            made.append(each)


def _take_back(made: list[Path]) -> None:
    for path in reversed(made):
        with suppress(OSError):  # what can't be taken back is empty or said by the disk's error
            if path.is_dir():
                os.rmdir(path)  # noqa: PTH106 - an empty folder only
            else:
                path.unlink()
