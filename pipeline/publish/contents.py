"""The files of a period, as bytes with their hashes, before any is written."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import PurePosixPath

from pipeline.model.findings import Finding
from pipeline.model.measures import Measures
from pipeline.model.packs import Document
from pipeline.model.periods import FIGURES, FINDINGS, MANIFEST, RESTRICTED
from pipeline.model.validated import Validated
from pipeline.publish.figures_csv import figures_csv
from pipeline.publish.findings_csv import findings_csv
from pipeline.publish.snapshot import snapshot_files

Files = Mapping[PurePosixPath, bytes]


@dataclass(frozen=True)
class Contents:
    """The files of the circulated folder (less its manifest) and of the restricted one."""

    documents: tuple[PurePosixPath, ...]
    circulated: Files
    restricted: Files

    @cached_property
    def hashes(self) -> dict[str, str]:
        """SHA-256 by path from the outputs folder's period; restricted files under `restricted/`."""
        files = {str(path): content for path, content in self.circulated.items()}
        files |= {f"{RESTRICTED}/{path}": content for path, content in self.restricted.items()}
        return {path: sha256(content).hexdigest() for path, content in files.items()}

    def compared(self, *, part: bool) -> dict[str, str]:
        """Return the hashes by which a result is known: of a part run, its documents alone."""
        if not part:
            return self.hashes
        return {str(path): self.hashes[str(path)] for path in self.documents}

    def with_manifest(self, manifest: bytes) -> Files:
        """Return the files of the circulated folder, its manifest included."""
        return {**self.circulated, PurePosixPath(MANIFEST): manifest}


def contents_of(
    documents: Iterable[Document],
    measures: Measures,
    validated: Validated,
    findings: tuple[Finding, ...],
) -> Contents:
    """Return the files that a period is to hold.

    Raises ValueError if two of them have one path, or one would stand outside the folder.
    """
    finished: dict[PurePosixPath, bytes] = {}
    taken = {FIGURES, MANIFEST}
    for document in documents:
        path = document.planned.path
        if path.is_absolute() or ".." in path.parts or str(path).casefold() in taken:
            message = f"{path} is no path of its own in the period's folder"
            raise ValueError(message)
        taken.add(str(path).casefold())
        finished[path] = document.content
    figures = figures_csv(measures.figures, measures.settings)
    return Contents(
        tuple(finished),
        {**finished, PurePosixPath(FIGURES): figures},
        {PurePosixPath(FINDINGS): findings_csv(findings), **snapshot_files(validated)},
    )
