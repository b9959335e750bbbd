"""Adds entries to an authority's settings: tried on a copy first, then put in place whole."""

import os
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from pipeline.config import config_files, load_settings
from pipeline.errors import NotPublished, WrongConfig
from pipeline.model.settings import Settings
from pipeline.setup.config_edit.insertion import with_entry
from pipeline.yaml_files.faults import Faults
from pipeline.yaml_files.strict import Loc, read_strictly

BOM = "\ufeff"


@dataclass(frozen=True)
class Addition:
    """An entry for the end of one of the lists in the settings; `of` says whose name it is."""

    loc: Loc
    entry: str
    of: str = ""


@dataclass(frozen=True)
class Added:
    """An entry that was written, and where it stands."""

    path: Path
    line: int
    addition: Addition


def add_to_config(
    config: Path, additions: Sequence[Addition], notes: Mapping[str, str]
) -> tuple[Settings, tuple[Added, ...]]:
    """Write the additions and return the settings as they then are, and the lines written.

    A top-level key that no file has gets a file of its name; `notes` holds, by key, what it begins
    with. Raises WrongConfig, with nothing changed, if the settings would not be the old ones and
    the additions and nothing else; NotPublished if the disk refuses.
    """
    before = load_settings(config)
    texts, placed = _edited(config, additions, notes)
    with TemporaryDirectory() as folder:
        trial = Path(folder)
        for path in config_files(config):
            shutil.copyfile(path, trial / path.name)
        for path, text in texts.items():
            (trial / path.name).write_bytes(text.encode())
        if load_settings(trial) != _expected(before, additions):
            raise WrongConfig(_by_hand(additions))
        lines = [_line(trial / path.name, addition) for path, addition in placed]
    _put_all(config, {path: text.encode() for path, text in texts.items()})
    added = tuple(
        Added(path, line, addition) for (path, addition), line in zip(placed, lines, strict=True)
    )
    return load_settings(config), added


def _edited(
    config: Path, additions: Sequence[Addition], notes: Mapping[str, str]
) -> tuple[dict[Path, str], list[tuple[Path, Addition]]]:
    """Return the new text of each file that changes, and the file of each addition."""
    files = config_files(config)
    texts = {path: path.read_bytes().decode() for path in files}
    owner = {key: path for path in files for key in read_strictly(path, Faults()).data}
    changed: dict[Path, str] = {}
    placed = []
    for addition in additions:
        key = str(addition.loc[0])
        path = owner.setdefault(key, config / f"{key}.yaml")
        text = changed.get(path, texts.get(path, notes.get(key, "")))
        mark = BOM if text.startswith(BOM) else ""
        changed[path] = mark + with_entry(text.removeprefix(BOM), addition.loc, addition.entry)
        placed.append((path, addition))
    return changed, placed


def _expected(before: Settings, additions: Sequence[Addition]) -> Settings:
    """Return the old settings with the additions."""
    data = before.model_dump()
    for addition in additions:
        holder: Any = data
        for step in addition.loc[:-1]:
            holder = holder[step]
        last = addition.loc[-1]
        holder[last] = [*holder.get(last, ()), addition.entry]
    return Settings.model_validate(data)


def _by_hand(additions: Sequence[Addition]) -> str:
    lines = "\n".join(
        f"  {' > '.join(str(step) for step in addition.loc)}: {addition.entry}"
        for addition in additions
    )
    return (
        "The settings could not be changed without touching other things in them, so nothing was "
        f"written. Add by hand:\n{lines}"
    )


def _line(path: Path, addition: Addition) -> int:
    """Return the line on which an addition stands: the last of its list."""
    written = read_strictly(path, Faults())
    holder: Any = written.data
    for step in addition.loc:
        holder = holder[step]
    return written.line((*addition.loc, holder.index(addition.entry)))


def _put_all(config: Path, contents: Mapping[Path, bytes]) -> None:
    """Replace files whole, all of them or none. Raises NotPublished if the disk refuses."""
    before = {path: path.read_bytes() if path.exists() else None for path in contents}
    done: list[Path] = []
    try:
        for path, content in contents.items():
            _put(path, content)
            done.append(path)
    except OSError as error:
        for path in done:
            old = before[path]
            if old is None:
                path.unlink()
            else:
                _put(path, old)
        message = f"The settings could not be written to {config}: {error.strerror}."
        raise NotPublished(message) from error


def _put(path: Path, content: bytes) -> None:
    """Replace a file whole; its mode stays, and a link keeps pointing to it."""
    target = path.resolve()
    trial = target.with_name(f".{target.name}.new")
    try:
        trial.write_bytes(content)
        if target.exists():
            shutil.copymode(target, trial)
        os.replace(trial, target)  # noqa: PTH105 - what is meant, under its own name
    finally:
        trial.unlink(missing_ok=True)
