"""Where rows were read, for the findings about them."""

from collections.abc import Iterator
from typing import Any

import numpy.typing as npt
import pandas as pd

from pipeline.model.findings import Place

WHERE_READ = ("file", "sheet", "row")


def origins(
    frame: pd.DataFrame, chosen: npt.NDArray[Any], header: str
) -> Iterator[tuple[Place, str]]:
    """Yield the place and the child's id of each chosen row (a mask or positions)."""
    rows = frame[["child_id", *WHERE_READ]].iloc[chosen]
    columns = (rows[name].tolist() for name in rows)
    for child, file, sheet, row in zip(*columns, strict=True):
        yield Place(file, sheet, int(row), header), str(child)
