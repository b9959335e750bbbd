"""Of the catalogue of bad inputs, one entry for each source and outcome; and a few spoilt files.

`make bad-inputs` tries all of the catalogue, `make fuzz` as many spoilt files as there is time for.
"""

from collections import Counter
from pathlib import Path

import pytest
from bad_inputs.bench import Bench
from bad_inputs.catalogue import ENTRIES
from bad_inputs.fuzz.seeds import seeds
from bad_inputs.fuzz.tally import judged, tries

BY_HAND = {"whole run", "returned minutes and reviews"}
"""Sources that `make bad-inputs` alone tries: of every paper, or of forms, which take long to make."""
FIRST = {
    (entry.source, entry.outcome): entry
    for entry in reversed(ENTRIES)
    if entry.source not in BY_HAND
}
"""The first entry of each source and outcome."""
SPOILT_OF_EACH = 3


@pytest.fixture(scope="module")
def bench():
    with Bench() as started:
        yield started


def test_each_entry_has_a_name_of_its_own_by_which_the_tally_counts_it():
    assert [name for name, times in Counter(e.id for e in ENTRIES).items() if times > 1] == []


@pytest.mark.parametrize("entry", FIRST.values(), ids=lambda entry: entry.id)
def test_a_bad_input_of_each_source_and_outcome_is_treated_as_it_must_be(bench, entry):
    assert bench.faults(entry) == []


def test_of_forms_that_are_rightly_filled_in_there_is_nothing_to_say(bench):
    entry = next(each for each in ENTRIES if each.base == "returned")
    assert bench.clean(entry).codes == set()


def test_spoilt_files_of_every_reader_are_read_or_refused(bench):
    sources = seeds(Path("no such folder"))
    readers = {source.reader for source in sources}
    work = [each for each in tries(sources, "test", SPOILT_OF_EACH * len(readers)) if not each.bomb]
    found = {each.name: judged(bench, each) for each in work}
    assert {verdict.reader for verdict in found.values()} == readers
    assert {name: verdict.faults for name, verdict in found.items() if verdict.faults} == {}


def test_the_same_seed_spoils_the_same_files_the_same_way():
    sources = seeds(Path("no such folder"))
    first, again, other = (
        [
            (each.name, each.spoil(each.seed.content))
            for each in tries(sources, seed, 22)
            if not each.bomb
        ]
        for seed in ("1", "1", "2")
    )
    assert first == again
    assert [name for name, _ in first] == [name for name, _ in other]
    assert first != other
