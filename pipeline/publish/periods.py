"""The periods that stand in the outputs folder: their names, and whether a result is among them."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePosixPath

from pipeline.model.periods import MANIFEST, RESTRICTED, period_of


@dataclass(frozen=True)
class Period:
    """A published period and the hashes of its files as they were published.

    `part`: it holds what a part run was asked for. A manifest that can't be read leaves no hashes.
    """

    name: str
    part: bool
    hashes: Mapping[str, str]
    readable: bool = True


def earlier_periods(outputs: Path, as_at: date) -> list[Period]:
    """Return the periods published for one as-at date, the oldest first.

    Their hashes are the manifest's, not the files': people write in these once they are published.
    """
    names = _numbers(outputs, as_at)
    return [_read(outputs / name) for name in sorted(names, key=lambda name: names[name])]


def restricted_files(folder: Path) -> tuple[str, ...]:
    """Return the paths of a period's restricted files, as its manifest names them.

    A path that leads out of their folder is none of them.
    """
    named = (PurePosixPath(path) for path in _read(folder).hashes)
    return tuple(
        str(path.relative_to(RESTRICTED))
        for path in named
        if path.parts[0] == RESTRICTED and ".." not in path.parts
    )


def next_name(outputs: Path, as_at: date) -> str:
    """Return the first free name: `2026-05-29`, then `2026-05-29-r2`, `-r3` and so on."""
    taken = _numbers(outputs, as_at) | _numbers(outputs / RESTRICTED, as_at)
    number = max(taken.values(), default=0) + 1
    return as_at.isoformat() if number == 1 else f"{as_at.isoformat()}-r{number}"


def same_result(
    earlier: Sequence[Period], hashes: Mapping[str, str], *, part: bool
) -> list[Period]:
    """Return the periods that were published with this result, the newest first.

    A whole run's result is all its files; a part run's are in any period that holds them all.
    """
    return [
        period
        for period in reversed(earlier)
        if period.hashes == hashes or (part and period.hashes.items() >= hashes.items())
    ]


def what_changed(
    earlier: Sequence[Period], hashes: Mapping[str, str], *, part: bool
) -> tuple[str, ...]:
    """Return, file by file, how a result differs from the latest of each file before it."""
    if not earlier:
        return ()
    known: dict[str, str] = {}
    for period in earlier:
        known = {**known, **period.hashes} if period.part else dict(period.hashes)
    changed = [
        path if path in known else f"{path} (new)"
        for path, digest in hashes.items()
        if known.get(path) != digest
    ]
    gone = [] if part else [f"{path} (no longer made)" for path in known if path not in hashes]
    return tuple(sorted(changed) + sorted(gone))


def _numbers(folder: Path, as_at: date) -> dict[str, int]:
    if not folder.is_dir():
        return {}
    found = {path.name: period_of(path.name) for path in folder.iterdir()}
    return {name: dated[1] for name, dated in found.items() if dated and dated[0] == as_at}


def _read(folder: Path) -> Period:
    try:
        manifest = json.loads((folder / MANIFEST).read_bytes())
        hashes = {str(output["path"]): str(output["sha256"]) for output in manifest["outputs"]}
        hashes |= {
            f"{RESTRICTED}/{output['path']}": str(output["sha256"])
            for output in manifest["restricted"]
        }
        return Period(folder.name, bool(manifest["request"]["part"]), hashes)
    except (OSError, ValueError, KeyError, TypeError):
        return Period(folder.name, part=True, hashes={}, readable=False)
