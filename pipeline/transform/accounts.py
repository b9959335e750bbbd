"""How many rows were read, used, repaired, set aside and passed over, by kind of file."""

from collections.abc import Iterable, Iterator

from pipeline.model.findings import FileAccount
from pipeline.model.measures import Figure
from pipeline.model.scopes import AUTHORITY

PARTS = ("read", "used", "repaired", "set_aside", "passed_over")


def account_figures(accounts: Iterable[FileAccount]) -> Iterator[Figure]:
    """Yield `data.read`, `data.used` and so on, in rows, for each kind of file and in all."""
    accounts = tuple(accounts)
    kinds = dict.fromkeys(account.kind for account in accounts)
    for part in PARTS:
        for kind in ("", *kinds):
            rows = sum(getattr(a, part) for a in accounts if kind in ("", a.kind))
            yield Figure(f"data.{part}", AUTHORITY, kind, value=float(rows), unit="rows")
