"""Knows the national formats, as ingest does; their columns need no mapping."""

from pathlib import Path

from pipeline.ingest.extracts.annex_a import AnnexA
from pipeline.ingest.extracts.census.look import SUFFIX, look_at_census
from pipeline.ingest.extracts.local import LocalExtract
from pipeline.ingest.extracts.ssd.tables import Ssd
from pipeline.ingest.tabular import Tabular
from pipeline.model.extract_formats import FORMATS, ExtractFormat
from pipeline.model.settings import Settings


def national_format(path: Path, content: bytes, settings: Settings) -> ExtractFormat | None:
    """Return the national format of a file; None if it is an authority's own, or unknown.

    Raises Refused if the file cannot be read at all, or is a national one that lacks its plans.
    """
    suffix = path.suffix.lower()
    if suffix == SUFFIX:
        return FORMATS[look_at_census(path.name, content).format]
    tabular = Tabular(content, suffix)
    if tabular.fits(LocalExtract(settings).contract):
        return None
    for known in (Ssd(settings), AnnexA(settings)):
        found = known.look(path.name, tabular)
        if found is not None:
            return FORMATS[found.format]
    return None
