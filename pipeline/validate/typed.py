"""Puts values into typed columns: text, dates to the second, whole numbers that may be absent."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd

from pipeline.model.tables import ColumnKind, SourceTable


def as_column(values: Sequence[object], kind: ColumnKind) -> "pd.Series[Any]":
    """Return values (None where blank) as a column of the kind that its source declares."""
    if kind == "date":
        days = np.array(values, dtype="datetime64[D]").astype("datetime64[s]")
        return pd.Series(days, dtype="datetime64[s]")
    if kind == "count":
        return pd.Series(list[Any](values), dtype="Int64")
    return pd.Series(list[Any](values), dtype="str")


def empty_frame(source: SourceTable, names: Sequence[str], extra: Sequence[str]) -> pd.DataFrame:
    """Return a frame without rows, with the columns named and text columns beside them."""
    columns: dict[str, pd.Series[Any]] = {
        name: as_column([], source.column(name).kind) for name in names
    }
    columns |= {name: as_column([], "text") for name in extra}
    columns["row"] = pd.Series([], dtype="int64")
    return pd.DataFrame(columns)
