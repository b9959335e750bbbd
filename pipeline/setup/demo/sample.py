"""The earlier months of the sample: made only where settings and inputs are the demo's own."""

import re
import zipfile
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import Final

from pipeline.setup.demo import DEFAULT_AS_AT
from pipeline.setup.demo.world import invent
from pipeline.setup.demo.writing import Publish, live_through, own_files

MONTHS: Final = 3
COMMAND: Final = re.compile(
    r"cinpack demo --out DIR --seed (\d+) --open-plans (\d+) --localities (\d+) --teams (\d+)"
)
CAME_BACK: Final = ".docx"


def make_earlier_months(config: Path, inputs: Path, outputs: Path, publish: Publish) -> bool:
    """Publish the months before the sample's own; return whether config and inputs are the sample.

    Its page says which command made it. If one file beside the papers that came back is missing,
    altered or added, it may be a real authority's, and nothing is done.
    """
    page = inputs / "README.md"
    made_by = COMMAND.search(page.read_text("utf-8", "replace")) if page.is_file() else None
    if made_by is None:
        return False
    seed, open_plans, localities, teams = map(int, made_by.groups())
    world = invent(seed, open_plans, localities, teams, DEFAULT_AS_AT)
    if not _same(own_files(world, made_by[0]), {"config": config, "inputs": inputs}):
        return False
    live_through(world, MONTHS, publish, outputs)
    return True


def _same(files: Mapping[str, bytes], folders: Mapping[str, Path]) -> bool:
    there = {
        f"{name}/{path.relative_to(folder).as_posix()}": path
        for name, folder in folders.items()
        for path in folder.rglob("*")
        if path.is_file() and path.suffix != CAME_BACK
    }
    return there.keys() == files.keys() and all(
        _parts(path.read_bytes()) == _parts(files[name]) for name, path in there.items()
    )


def _parts(content: bytes) -> object:
    """Return a file's bytes; of a workbook its parts, since compression differs by machine."""
    if not zipfile.is_zipfile(BytesIO(content)):
        return content
    with zipfile.ZipFile(BytesIO(content)) as parts:
        return {name: parts.read(name) for name in parts.namelist()}
