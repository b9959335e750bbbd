"""The catalogue of data problems: one code, one severity, one sentence, one remedy each.

Sentences hold no cell values: only names of files, teams, columns, and counts (`{...}`).
"""

from pipeline.model.rules.documents import (
    PACK_MISSING,
)
from pipeline.model.rules.files import (
    FILE_UNREADABLE,
)
from pipeline.model.rules.reconciliation import (
    NOT_ON_TRACKER,
    NOT_OPEN_CLOSED,
    NOT_OPEN_ELSEWHERE,
    NOT_OPEN_TEAM_NOT_KNOWN,
    NOT_OPEN_UNKNOWN,
    SIGNOFF_OUT_OF_ORDER,
    VERSIONS_END_DIFFERS,
    VERSIONS_OVERLAP,
    VERSIONS_TWO_OPEN,
)

__all__ = (
    "FILE_UNREADABLE",
    "NOT_ON_TRACKER",
    "NOT_OPEN_CLOSED",
    "NOT_OPEN_ELSEWHERE",
    "NOT_OPEN_TEAM_NOT_KNOWN",
    "NOT_OPEN_UNKNOWN",
    "PACK_MISSING",
    "SIGNOFF_OUT_OF_ORDER",
    "VERSIONS_END_DIFFERS",
    "VERSIONS_OVERLAP",
    "VERSIONS_TWO_OPEN",
)
