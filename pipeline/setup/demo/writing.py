"""Writes the invented authority: its earlier months as runs of the pipeline, then its files."""

import shutil
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from pipeline.errors import WrongUsage
from pipeline.model.content import PackContent
from pipeline.model.measures import Measures
from pipeline.model.packs import PlannedDocument
from pipeline.setup.demo import DEFAULT_AS_AT
from pipeline.setup.demo.readme import readme_text
from pipeline.setup.demo.returned import returned_documents
from pipeline.setup.demo.scores import scores_bytes
from pipeline.setup.demo.settings_files import settings_files
from pipeline.setup.demo.world import World, invent

Made = tuple[Measures, tuple[tuple[PlannedDocument, PackContent], ...]]
Publish = Callable[[Path, Path, Path], Made]
"""Runs the pipeline on config, inputs and outputs; returns the figures and what papers hold."""

Files = dict[str, bytes]
"""By path below the output folder."""


def write_authority(
    out: Path,
    *,
    seed: int,
    open_plans: int,
    localities: int,
    teams: int,
    as_at: date,
    months_before: int,
    publish: Publish | None,
) -> list[Path]:
    """Write `config/`, `inputs/` and the periods below `out`; see `write_demo`."""
    world = invent(seed, open_plans, localities, teams, as_at)
    for folder in ("config", "inputs", "outputs"):
        if (out / folder).is_dir() and any((out / folder).iterdir()):
            message = f"{out / folder} has files in it already, and they may be real ones. Choose another folder for the invented authority."
            raise WrongUsage(message)
    command = (
        f"cinpack demo --out DIR --seed {seed} --open-plans {open_plans}"
        f" --localities {localities} --teams {teams}"
    )
    if as_at != DEFAULT_AS_AT:
        command += f" --as-at {as_at.isoformat()}"
    # All is made before the first file is written, so that a failure leaves no half authority.
    with TemporaryDirectory() as folder:
        outputs = Path(folder) / "outputs"
        returned = live_through(world, months_before, publish, outputs) if publish else {}
        files = own_files(world, command) | returned
        paths = list(_write(out, files.items()))
        if outputs.is_dir():
            shutil.move(outputs, out / "outputs")
    return paths


def own_files(world: World, command: str) -> Files:
    """Return what the authority has at its as-at date, less the papers that came back."""
    return {
        **_constant(world),
        "inputs/README.md": readme_text(world.organisation, command).encode(),
        **dict(world.known(world.organisation.as_at)),
        "inputs/minutes/.gitkeep": b"",
        "inputs/priorities/.gitkeep": b"",
    }


def live_through(world: World, months: int, publish: Publish, outputs: Path) -> Files:
    """Run each earlier month on what was known then; return the papers that came back filled in."""
    returned: Files = {}
    for day in world.earlier(months):
        with TemporaryDirectory() as folder:
            then = Path(folder)
            files = _constant(world) | dict(world.known(day)) | returned
            list(_write(then, files.items()))
            made = publish(then / "config", then / "inputs", outputs)
        returned |= dict(returned_documents(world, day, *made))
    return returned


def _constant(world: World) -> Files:
    """Return what is the same at every date: the settings, and scores from before the forms."""
    settings = settings_files(world.organisation, world.span.covers_from)
    scores = scores_bytes(world.seed, world.organisation, world.diary)
    return {
        **{f"config/{name}": text.encode() for name, text in settings.items()},
        "inputs/reviews/ICM effectiveness scores.csv": scores,
    }


def _write(out: Path, files: Iterable[tuple[str, bytes]]) -> Iterator[Path]:
    for name, content in files:
        path = out / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        yield path
