"""Blocks of four weeks, and how families are counted in them."""

import numpy as np
import numpy.typing as npt
import pandas as pd

from pipeline.transform.places import Codes
from pipeline.transform.state import State

BLOCK_DAYS = 28

Counts = npt.NDArray[np.float64]


def tally(counted: Codes, shape: tuple[int, int]) -> Counts:
    """Count columns of team, block and family by team and block."""
    counts = np.zeros(shape)
    np.add.at(counts, (counted[0], counted[1]), 1)
    return counts


def families_of(state: State) -> Codes:
    """Return the number of each plan's family; a child of no known family is one of its own."""
    who = "child " + state.plans.frame["child_id"]
    if "family_id" in state.plans.frame:
        who = ("family " + state.plans.frame["family_id"]).fillna(who)
    return pd.factorize(who)[0]
