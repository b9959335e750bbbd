"""The tables of a snapshot, typed as its `snapshot.json` declares them."""

import csv
from collections.abc import Collection, Mapping
from io import StringIO
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas as pd


def read_table(
    content: bytes, described: Mapping[str, Any], only: Collection[str] = ()
) -> "pd.DataFrame":
    """Return a table with all its columns, or with some of them.

    Raises ValueError if its rows or columns are others than those described.
    """
    import pandas as pd

    kinds: dict[str, str] = described["columns"]
    rows = csv.reader(StringIO(content.decode("utf-8"), newline=""), strict=True)
    try:
        header = next(rows, [])
        cells = list(zip(*rows, strict=True)) or [()] * len(header)
    except csv.Error as error:
        raise ValueError(str(error)) from error
    if header != list(kinds) or len(cells[0]) != described["rows"]:
        message = "its rows or columns are others than snapshot.json says"
        raise ValueError(message)
    return pd.DataFrame(
        {
            name: _column(values, kinds[name], name)
            for name, values in zip(header, cells, strict=True)
            if not only or name in only
        }
    )


def _column(values: tuple[str, ...], kind: str, name: str) -> "pd.Series[Any]":
    import numpy as np
    import pandas as pd

    if kind == "date":
        days = np.array([value or "NaT" for value in values], dtype="datetime64[D]")
        return pd.Series(days.astype("datetime64[s]"))
    if kind == "count":
        numbers = [int(value) if value else None for value in values]
        return pd.Series(list[Any](numbers), dtype="int64" if name == "row" else "Int64")
    return pd.Series(list[Any](value or None for value in values), dtype="str")
