"""Finds the files in the input folders, without the litter that systems leave there."""

import hashlib
import os
import stat
import unicodedata
from collections import Counter
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Final

from pipeline.ingest.refusal import Refused
from pipeline.model.findings import Finding, Place
from pipeline.model.ingested import InputFile
from pipeline.model.names import same_name
from pipeline.model.rules.files import (
    FILE_CHANGING,
    FILE_LINK,
    FILE_LOCKED,
    FILE_OPEN,
    FILE_OUTSIDE,
    FILE_SPECIAL,
    FOLDER_LOCKED,
)

FOLDERS: Final = ("extracts", "trackers", "minutes", "reviews", "priorities")
LITTER: Final = ("thumbs.db", "desktop.ini", "readme", "readme.txt", "readme.md")
LITTER_SUFFIXES: Final = (".tmp", ".lnk", ".url", ".ini", ".bak~")


@dataclass(frozen=True)
class FoundFile:
    """A file below the inputs folder. `label` is what findings call it."""

    path: Path
    relative: PurePosixPath
    label: str

    @property
    def suffix(self) -> str:
        """The suffix in small letters."""
        return self.path.suffix.lower()

    @property
    def stem(self) -> str:
        """The name without its suffix."""
        return self.path.stem

    @property
    def folder(self) -> str:
        """The folder of `FOLDERS` in which it is; blank if in none."""
        first = same_name(self.relative.parts[0])
        return first if len(self.relative.parts) > 1 and first in FOLDERS else ""

    def read(self) -> tuple[bytes, InputFile]:
        """Return the content, read once, and what the manifest says of it.

        Raises Refused if the system does not let it be read, if it is still being written, or if it
        is a pipe or a device, which would be waited for.
        """
        try:
            before = self.path.stat()
            if not stat.S_ISREG(before.st_mode):
                raise Refused(FILE_SPECIAL)
            content = self.path.read_bytes()
            after = self.path.stat()
        except OSError as error:
            raise Refused(FILE_LOCKED) from error
        if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
            raise Refused(FILE_CHANGING)
        digest = hashlib.sha256(content).hexdigest()
        return content, InputFile(_shown(str(self.relative)), len(content), digest)


def find_files(inputs: Path) -> tuple[tuple[FoundFile, ...], tuple[Finding, ...]]:
    """Return the files below `inputs` in a fixed order, and findings on those not looked at."""
    root = inputs.resolve()
    paths: list[Path] = []
    findings: list[Finding] = []
    locked: list[str] = []
    for folder, subfolders, names in os.walk(
        root, onerror=lambda error: locked.append(str(error.filename))
    ):
        for name in [*subfolders, *names]:
            path = Path(folder, name)
            if os.path.islink(path):  # noqa: PTH114 - a Path's own raises in a locked folder
                findings.append(Finding(FILE_LINK, Place(_shown(name))))
            elif name in names:
                paths.append(path)
        subfolders[:] = [name for name in subfolders if not name.startswith(".")]
    findings += [Finding(FOLDER_LOCKED, Place(_below(root, folder))) for folder in locked]
    found = []
    relatives = [PurePosixPath(path.relative_to(root).as_posix()) for path in paths]
    times = Counter(relative.name.casefold() for relative in relatives)
    for path, relative in zip(paths, relatives, strict=True):
        if path.name.startswith("~$"):
            findings.append(Finding(FILE_OPEN, Place(_shown(path.name))))
        elif not _is_litter(path.name):
            once = times[relative.name.casefold()] == 1
            label = _shown(relative.name if once else str(relative))
            found.append(FoundFile(path, relative, label))
    found.sort(key=lambda each: (str(each.relative).casefold(), str(each.relative)))
    findings.sort(key=lambda finding: finding.place.file)
    outside = [each for each in found if not each.folder]
    findings += [Finding(FILE_OUTSIDE, Place(each.label)) for each in outside]
    return tuple(each for each in found if each.folder), tuple(findings)


def _below(root: Path, folder: str) -> str:
    relative = Path(folder).relative_to(root)
    return _shown(relative.as_posix() if relative.parts else root.name)


def _shown(name: str) -> str:
    """Return a name as it can be printed: no line of its own, and bytes that are no text as U+FFFD."""
    text = name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return "".join(" " if unicodedata.category(c) == "Cc" else c for c in text)


def _is_litter(name: str) -> bool:
    low = name.lower()
    return low.startswith(".") or low in LITTER or low.endswith(LITTER_SUFFIXES)
