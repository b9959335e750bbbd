"""Prints the tally of the catalogue: by source, what holds and what does not, and which that is.

`python tests/bad_inputs/tally.py [part of an id ...]` tries only those entries.
"""

import os
import sys
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from time import perf_counter

sys.path.insert(0, str(Path(__file__).parents[1]))

from bad_inputs.bench import Bench
from bad_inputs.catalogue import ENTRIES

MOST = 4
"""Faults told of one entry."""
WORKERS = min(4, os.cpu_count() or 1)


def main(wanted):
    entries = [e for e in ENTRIES if not wanted or any(part in e.id for part in wanted)]
    begun = perf_counter()
    found = {}
    with ThreadPoolExecutor(WORKERS) as threads:
        for faults in threads.map(_share, [entries[n::WORKERS] for n in range(WORKERS)]):
            found.update(faults)
    for line in lines(entries, {name: faults for name, (faults, _) in found.items()}):
        sys.stdout.write(f"{line}\n")
    slowest = sorted(found, key=lambda name: -found[name][1])[:5]
    named = ", ".join(f"{name} {found[name][1]:.1f}" for name in slowest)
    sys.stdout.write(f"{perf_counter() - begun:.0f} seconds; the slowest: {named}\n")
    return 1 if any(faults for faults, _ in found.values()) else 0


def _share(entries):
    with Bench() as bench:
        return {entry.id: _timed(bench, entry) for entry in entries}


def _timed(bench, entry):
    begun = perf_counter()
    return bench.faults(entry), perf_counter() - begun


def lines(entries, found):
    """Yield the tally: a row for each source, the sums, the classes, then what does not hold."""
    failing = {entry.id for entry in entries if found[entry.id]}
    by_source = {}
    for entry in entries:
        by_source.setdefault(entry.source, []).append(entry)
    yield f"{'source':<40}{'entries':>8}{'hold':>8}{'fail':>8}"
    for source, of in [*by_source.items(), ("in all", entries)]:
        bad = sum(entry.id in failing for entry in of)
        yield f"{source:<40}{len(of):>8}{len(of) - bad:>8}{bad:>8}"
    yield ""
    yield f"{'what must come of it':<40}{'entries':>8}{'hold':>8}{'fail':>8}"
    for outcome, count in Counter(entry.outcome for entry in entries).items():
        bad = sum(entry.id in failing and entry.outcome == outcome for entry in entries)
        yield f"{outcome:<40}{count:>8}{count - bad:>8}{bad:>8}"
    for entry in entries:
        for fault in found[entry.id][:MOST]:
            yield f"FAILS {entry.id} ({entry.wrong}): {fault}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
