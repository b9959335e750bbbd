"""A chart of the whole authority names the places that the first page names for its series."""

from dataclasses import replace

import pytest
from compose_subjects import ALDER, change, difference, subject_with

from pipeline.compose.variation_charts import places_behind


@pytest.fixture
def behind(measures, settings):
    """Return what is said of a measure's places where these insights were found."""

    def words(measure, *found):
        return places_behind(subject_with(measures, settings, found), measure)

    return words


def test_the_places_that_changed_are_named_with_their_way(behind):
    more = replace(change("finishes.rose"), place=ALDER)
    assert behind("plans.finishes", change(), more) == (
        " Fewer than usual finished in North Dale and more in Alder: see the first page."
    )
    assert behind("plans.finishes", more) == (
        " More than usual finished in Alder: see the first page."
    )


def test_what_is_parked_or_of_another_series_or_no_change_is_not(behind):
    parked = replace(change(), parked=True)
    assert behind("plans.finishes", parked, difference()) == ""
    assert behind("plans.starts", change()) == ""
    assert behind("plans.open", change()) == ""
