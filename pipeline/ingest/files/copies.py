"""Tells by their names that two files of one folder may be copies of one another."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from pipeline.ingest.files.find import FoundFile
from pipeline.model.names import same_name

_NUMBER: Final = re.compile(r"\s*\(\d+\)$")
_COPY: Final = re.compile(r"(?i)^copy of\s+|\s*-\s*copy$")
_MACHINE: Final = re.compile(r"-[A-Z0-9][A-Z0-9-]{2,14}$")
"""What OneDrive puts after a name where two computers have changed a file: `-LAPTOP7`."""


def copies(files: Sequence[FoundFile]) -> Iterator[tuple[FoundFile, FoundFile]]:
    """Yield each file whose name makes it a copy of another, with that other."""
    first: dict[tuple[str, str], FoundFile] = {}
    for file in sorted(files, key=lambda each: (len(each.stem), str(each.relative))):
        folder = str(file.relative.parent)
        stem = _without_marks(file.stem)
        bare = _MACHINE.sub("", stem)
        original = first.get((folder, same_name(stem))) or first.get((folder, same_name(bare)))
        if original is not None:
            yield file, original
        else:
            first[folder, same_name(stem)] = file


def _without_marks(stem: str) -> str:
    while (bare := _COPY.sub("", _NUMBER.sub("", stem.strip()))) != stem:
        stem = bare
    return stem
