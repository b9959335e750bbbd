"""What became of the rows of the tables joined to plans: each is used or, as said, passed over."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from pipeline.ingest.extracts.ssd.join import TABLES, alike, key_of, rows_by_key
from pipeline.model.findings import FileAccount
from pipeline.model.ingested import RawTable
from pipeline.model.national_tables import SSD_CIN_PLANS

OF_MANY: Final = frozenset({"ssd_disability", "ssd_cin_visits", "ssd_cp_plans"})
"""Tables of which all rows of a child are read together; of the others one row tells."""

Pool = Mapping[str, Sequence[RawTable]]
"""Tables by name."""


def joined_accounts(own: Pool, pool: Pool) -> Iterator[FileAccount]:
    """Yield the account of each of a file's `own` tables; `pool` has those of all files.

    A row is used if its key is a plan's, unless another row of that key says something else.
    """
    for name, tables in own.items():
        if name == SSD_CIN_PLANS.name:
            continue
        keys = _used_keys(name, pool)
        for table in tables:
            used = _used(table, name, keys)
            passed = len(table.rows) - used + table.passed_over
            read = used + passed + table.set_aside
            yield FileAccount(
                table.file, table.sheet, "joined", read, used, 0, table.set_aside, passed
            )


def rows_used(name: str, pool: Pool) -> int:
    """Return how many rows of all the tables of a name are used."""
    keys = _used_keys(name, pool)
    return sum(_used(table, name, keys) for table in pool[name])


def _used(table: RawTable, name: str, keys: frozenset[str]) -> int:
    return sum(key_of(cell) in keys for cell in table.rows[TABLES[name].columns[0].name])


def _used_keys(name: str, pool: Pool) -> frozenset[str]:
    column = TABLES[name].columns[0].name
    plans = [table.rows for table in pool.get(SSD_CIN_PLANS.name, ())]
    wanted = {key_of(cell) for rows in plans if column in rows for cell in rows[column]} - {""}
    if name in OF_MANY:
        return frozenset(wanted)
    rows = rows_by_key(TABLES[name], pool[name])
    return frozenset(key for key in wanted if alike(rows.get(key, ())))
