"""What stages tell: the first guess by hand, then what snapshots show."""

import numpy as np
import pandas as pd
import pytest

from pipeline.transform.forecast.past import FAR, Past
from pipeline.transform.forecast.stages import (
    CLASSES,
    ELAPSED,
    StageTable,
    ratios,
    snapshot_of,
    stage_table,
)

UNDERWAY, DECIDED = 1, 3
WEEKS = len(ELAPSED)


def mix_of(**shares):
    found = np.zeros(len(CLASSES))
    for name, share in shares.items():
        found[{"underway": UNDERWAY, "decided": DECIDED}[name]] = share
    return found


def table_of(snapshots=0):
    shape = (snapshots, WEEKS, len(CLASSES))
    return StageTable(np.arange(snapshots) * 28, np.zeros(shape), np.zeros(shape))


def test_before_there_is_data_a_guess_counts_that_is_right_on_the_whole():
    """Half underway (0.8), half decided (3): beside their mean of 1.9 they are 0.42 and 1.58.

    Worth 15 finishes, and pulled to 1 by 1 / 0.335 = 2.98 finishes each: 0.59 and 1.41.
    """
    found = ratios(table_of(), 1_000, mix_of(underway=5, decided=5), 1.0)
    assert found[UNDERWAY] == pytest.approx([(7.5 * 0.8 / 1.9 + 2.9834) / 10.4834] * WEEKS, 1e-3)
    assert found[DECIDED] == pytest.approx([(7.5 * 3 / 1.9 + 2.9834) / 10.4834] * WEEKS, 1e-3)
    assert found[-1].tolist() == [1.0] * WEEKS


def test_much_data_overrules_the_guess():
    """Decided plans finish no sooner than others in 20 snapshots: the ratio goes to 1."""
    table = table_of(20)
    table.usual[:, :, [UNDERWAY, DECIDED]] = 20.0
    table.finishes[:, :, [UNDERWAY, DECIDED]] = 20.0
    found = ratios(table, 10_000, mix_of(underway=5, decided=5), 1.0)
    assert found[[UNDERWAY, DECIDED]] == pytest.approx(np.ones((2, WEEKS)), abs=0.02)
    table.finishes[:, :, DECIDED] = 60.0
    found = ratios(table, 10_000, mix_of(underway=5, decided=5), 1.0)
    assert found[DECIDED] == pytest.approx([1.5] * WEEKS, abs=0.02)
    assert found[UNDERWAY] == pytest.approx([0.5] * WEEKS, abs=0.02)


def test_what_came_after_a_day_is_not_known_on_it():
    table = table_of(1)
    table.usual[:, :, [UNDERWAY, DECIDED]] = 100.0
    table.finishes[:, :, DECIDED] = 300.0
    mix = mix_of(underway=5, decided=5)
    first = ratios(table_of(), 0, mix, 1.0)
    assert ratios(table, 6, mix, 1.0) == pytest.approx(first)
    assert (ratios(table, 7, mix, 1.0)[DECIDED] > first[DECIDED]).all()


def past_of(starts, ends):
    count = len(starts)
    worked = np.arange(0, 300) / 7
    return Past(np.array(starts), np.array(ends), np.zeros(count, dtype=int), 1, 1, 200, worked)


def test_each_open_plan_has_the_class_of_its_row():
    past = past_of([10, 10, 10, 10, 120], [FAR, FAR, FAR, 50, FAR])
    ids = pd.Series(["X1", "X2", "X3", "X4", "X5"], dtype="str")
    tracker = pd.DataFrame(
        {
            "child_id": ["X2", "X1", "X4", "X9"],
            "stage": [
                "Decided to close",
                "Decided to close",
                "Decided to close",
                "Decided to close",
            ],
            "planned_closure": np.array([110, 115, 100, 100], dtype="datetime64[D]"),
        }
    )
    found = snapshot_of(past, ids, tracker, 100, np.array([True] * 5))
    assert [CLASSES[code] for code in found.classes] == [
        "Decided to close",
        "decided, by a date within a fortnight",
        "not on the tracker",
        "no tracker",
        "no tracker",
    ]
    assert found.declared.tolist() == [115, 110, FAR, FAR, FAR]


def test_finishes_are_set_beside_what_ages_say():
    """Two plans decided on day 100; one ends on day 103, three days into the first week."""
    past = past_of([10, 10], [103, FAR])
    ids = pd.Series(["X1", "X2"], dtype="str")
    tracker = pd.DataFrame({"child_id": ["X1", "X2"], "stage": ["Decided to close"] * 2})
    snapshot = snapshot_of(past, ids, tracker, 100, np.array([True, True]))
    table = stage_table(past, [snapshot], np.full(105, 0.1), np.array([2.0]))
    assert table.finishes[0, :2, DECIDED].tolist() == [1, 0]
    assert table.usual[0, :2, DECIDED] == pytest.approx([0.2 * (1 + 3 / 7), 0.2])
