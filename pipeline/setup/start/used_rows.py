"""The rows of an extract that a run would use, with what they say of teams and places."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

from pipeline.errors import NothingToPublish, WrongUsage
from pipeline.model.ingested import Cell, Ingested
from pipeline.model.settings import Settings

if TYPE_CHECKING:
    from pipeline.model.ingested import RawTable


MOST_REASONS: Final = 3


@dataclass(frozen=True)
class UsedRows:
    """The raw cells of the rows that are used, by canonical column; absent ones are not there."""

    columns: dict[str, tuple[Cell, ...]]

    def of(self, name: str) -> Sequence[Cell]:
        """Return a column's cells; none where the extract lacks it."""
        return self.columns.get(name, ())


def read_alone(extract: Path, settings: Settings, as_at: date | None) -> Ingested:
    """Read an extract by itself, as a run would. Raises WrongUsage if none of it can be read."""
    from pipeline.ingest import ingest

    with TemporaryDirectory() as folder:
        inputs = Path(folder)
        (inputs / "extracts").mkdir()
        (inputs / "extracts" / extract.name).write_bytes(extract.read_bytes())
        try:
            ingested = ingest(inputs, settings, as_at)
        except NothingToPublish as error:
            raise WrongUsage(_refusals(error, extract)) from error
    if not ingested.of_kind("case_extract"):
        reasons = " ".join(finding.sentence for finding in ingested.findings)
        message = f"{extract} cannot be read as a case extract. {reasons}"
        raise WrongUsage(message)
    return ingested


def used_rows(ingested: Ingested, settings: Settings) -> UsedRows:
    """Return the rows that validate keeps: those set aside tell nothing of the authority.

    Raises WrongUsage, with why, if it keeps none.
    """
    from pipeline.validate import validate

    validated = validate(ingested, settings)
    versions = validated.versions
    if versions is None:
        left_out = (found for found in validated.findings if found.needs_person)
        reasons = list(dict.fromkeys(found.sentence for found in left_out))
        message = f"No row of the extract could be used. {' '.join(reasons[:MOST_REASONS])}"
        raise WrongUsage(message)
    kept = set(zip(versions["file"], versions["sheet"], versions["row"], strict=True))
    tables = ingested.of_kind("case_extract")
    names = [name for name in tables[0].rows.columns if all(name in t.rows for t in tables)]
    return UsedRows(
        {
            str(name): tuple(cell for table in tables for cell in _kept_cells(table, name, kept))
            for name in names
        }
    )


def _kept_cells(table: "RawTable", name: str, kept: set[tuple[str, str, int]]) -> list[Cell]:
    column = table.rows[name]
    return [
        cell
        for row, cell in zip(column.index, column, strict=True)
        if (table.file, table.sheet, int(row)) in kept
    ]


def _refusals(error: Exception, extract: Path) -> str:
    """Return ingest's reasons without its own advice, which is for the inputs folder of a run."""
    _, _, reasons = str(error).partition(". ")
    reasons, _, _ = reasons.partition(" Put ")
    return f"{extract} cannot be read as a case extract. {reasons}"
