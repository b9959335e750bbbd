"""The account of every file as a table for the terminal: read = used + set aside + passed over."""

import sys
from collections import Counter
from collections.abc import Iterable
from itertools import groupby

from pipeline.cli.say import columns, plain
from pipeline.compose.account_order import in_order
from pipeline.model.findings import FileAccount
from pipeline.model.tables import KIND_TITLES


def print_accounts(accounts: Iterable[FileAccount]) -> None:
    """Print a row for each table that was read, under the kind of its file.

    A sheet is named where its file has more than one.
    """
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    table.add_column("File", overflow="fold", min_width=20)
    for header in ("Rows\nread", "Used", "Repaired", "Set\naside", "Passed\nover"):
        table.add_column(header, justify="right", no_wrap=True)
    accounts = in_order(accounts)
    tables = Counter(account.file for account in accounts)
    for kind, found in groupby(accounts, key=lambda account: account.kind):
        title = KIND_TITLES[kind]
        table.add_row(Text(f"{title[0].upper()}{title[1:]}", style="bold"))
        for account in found:
            sheet = account.sheet if tables[account.file] > 1 else ""
            table.add_row(*map(Text, _row(account, sheet)))
    Console(file=sys.stdout, width=columns(), highlight=False, markup=False).print(table)


def _row(account: FileAccount, sheet: str) -> tuple[str, ...]:
    name = f"{account.file}, {sheet}" if sheet else account.file
    if account.refused:
        name += " (refused)"
    counts = (
        account.read,
        account.used,
        account.repaired,
        account.set_aside,
        account.passed_over,
    )
    return (f"  {plain(name)}", *(f"{count:,}" for count in counts))
