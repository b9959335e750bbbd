"""The order in which the accounts of files are told: by kind, what was read before what was refused."""

from collections.abc import Iterable

from pipeline.model.findings import FileAccount
from pipeline.model.tables import KIND_TITLES


def in_order(accounts: Iterable[FileAccount]) -> tuple[FileAccount, ...]:
    """Return the accounts by kind; otherwise they keep their order."""
    kinds = list(KIND_TITLES)
    return tuple(sorted(accounts, key=lambda each: (kinds.index(each.kind), each.refused)))
