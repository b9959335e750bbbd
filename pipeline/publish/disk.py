"""Writes folders that survive a power cut, and says in a sentence why the disk refused."""

import errno
import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path, PurePosixPath
from typing import Final

from pipeline.errors import NotPublished

WHY: Final = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "the quota of disk space is used up",
    errno.EACCES: "there is no permission to write there, or a file in it is open elsewhere",
    errno.EPERM: "there is no permission to write there",
    errno.EROFS: "the disk can only be read",
    errno.ENAMETOOLONG: "a path is too long; choose an outputs folder with a shorter one",
    errno.ENOTDIR: "a file stands where a folder is needed",
    errno.EEXIST: "a file stands where a folder is needed",
    errno.EIO: "the disk reports an error",
}
ELSEWHERE: Final = (errno.EACCES, errno.EPERM, errno.EROFS)
CANNOT_SYNC: Final = (errno.EINVAL, errno.ENOTSUP, errno.EBADF)
"""How network drives answer when asked to sync a folder; their files are synced all the same."""


@contextmanager
def disk_trouble_said(outputs: Path) -> Iterator[None]:
    """Turn an error of the disk into NotPublished."""
    try:
        yield
    except OSError as error:
        why = WHY.get(error.errno or 0) or error.strerror or type(error).__name__
        if error.errno in ELSEWHERE:
            why += "; change that, or choose another folder with --outputs"
        message = f"Nothing was published in {outputs}: {why}."
        raise NotPublished(message) from error


def write_folder(folder: Path, files: Mapping[PurePosixPath, bytes], *, private: bool) -> None:
    """Write a new folder with its files and sync all of it; `private` is for its owner alone.

    Raises OSError if anything is refused, or reads back otherwise than it was written.
    """
    folder_mode, file_mode = (0o700, 0o600) if private else (0o777, 0o666)
    made = [folder]
    folder.mkdir(folder_mode)
    for path, content in files.items():
        target = folder / path
        for above in reversed(path.parents[:-1]):
            if not (folder / above).is_dir():
                (folder / above).mkdir(folder_mode)
                made.append(folder / above)
        _write(target, content, file_mode)
    for written in reversed(made):
        sync_folder(written)


def replace_file(path: Path, content: bytes) -> None:
    """Put a private file in place whole, whatever stood there."""
    partial = path.with_name(f".{path.name}.partial")
    partial.unlink(missing_ok=True)
    _write(partial, content, 0o600)
    partial.replace(path)
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Have the disk remember the names in a folder."""
    if sys.platform == "win32":
        return
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    except OSError as error:
        if error.errno not in CANNOT_SYNC:
            raise
    finally:
        os.close(opened)


def make_folder(folder: Path, *, private: bool = False) -> None:
    """Make a folder that stays, unless it is there; a private one is closed to others."""
    folder.mkdir(mode=0o700 if private else 0o777, parents=True, exist_ok=True)
    if private:
        with suppress(PermissionError):  # someone else's folder: ours inside it are closed
            folder.chmod(0o700)


def _write(path: Path, content: bytes, mode: int) -> None:
    opened = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), mode)
    with os.fdopen(opened, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    if path.read_bytes() != content:
        raise OSError(errno.EIO, os.strerror(errno.EIO))
