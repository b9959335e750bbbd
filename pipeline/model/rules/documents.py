"""Documents that could not be made."""

from typing import Final

from pipeline.model.findings import Rule

PACK_MISSING: Final = Rule(
    "pack.missing",
    "problem",
    "refused",
    "The document {document} could not be made ({why}); the others were.",
    "Run it alone with --pack to see whether it happens again, and report it with the run's log.",
)
