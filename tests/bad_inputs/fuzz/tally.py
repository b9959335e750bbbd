"""Spoils real files of each kind, has cinpack read them, and prints what came of it.

`python tests/bad_inputs/fuzz/tally.py --seed 1 --count 2000 --seconds 300 --samples FOLDER` does it; each try is
told by its name, as `xlsx-17`, and `--only xlsx-17` with the same seed does that one again.
"""

import argparse
import os
import random
import sys
import tempfile
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from time import perf_counter

sys.path.insert(0, str(Path(__file__).parents[2]))

from bad_inputs.bench import Bench
from bad_inputs.entry import EVERYTHING, Entry
from bad_inputs.fuzz import bombs
from bad_inputs.fuzz.seeds import seeds
from bad_inputs.fuzz.verdict import bomb_faults, fuzz_faults, outcome, read_faults

WORKERS = min(4, os.cpu_count() or 1)
RUN_WHOLE = 8
"""Of every so many tries one is a whole run; for the others the inputs are read and checked alone."""
MAPPED_TOO = 6
"""Of every so many tries on an extract one is shown to `cinpack map` as well."""
OUTCOMES = ("read", "repaired", "kept", "set aside", "refused", "stopped")
MOST = 3
"""Faults told of one try."""


@dataclass(frozen=True)
class Try:
    """One spoilt file."""

    name: str
    seed: object
    spoil: object
    bomb: bool = False
    whole: bool = True


@dataclass
class Verdict:
    """What came of a try."""

    reader: str
    outcome: str
    faults: list[str] = field(default_factory=list)
    seconds: float = 0
    megabytes: int = 0


def tries(sources, seed, count):
    """Yield every bomb, then spoilt files of each reader in turn, the same for the same seed."""
    readers = {}
    for each in sources:
        readers.setdefault(each.reader, []).append(each)
    for reader, of in readers.items():
        for number, (source, spoil) in enumerate(_bombs(of)):
            yield Try(f"{reader}-bomb-{number}", source, spoil, bomb=True)
    for number in range(count):
        reader = list(readers)[number % len(readers)]
        name = f"{reader}-{number // len(readers)}"
        chance = random.Random(f"{seed} {name}")  # noqa: S311 - the same each time
        source = chance.choice(readers[reader])
        way = chance.choice(source.ways)
        whole = number // len(readers) % RUN_WHOLE == 0
        yield Try(name, source, partial(_spoilt, way, chance), whole=whole)


def _spoilt(way, chance, content):
    return way(content, chance)


def _bombs(sources):
    """Yield the bombs of one reader: of its first zip, and of its first XML."""
    zipped = next((s for s in sources if s.content.startswith(b"PK")), None)
    if zipped is not None:
        part = bombs.main_part(zipped.content)
        yield zipped, lambda content: bombs.unfolding(content, part)
        yield zipped, lambda content: bombs.laughing(content, part)
    xml = next((s for s in sources if s.content.lstrip().startswith(b"<?xml")), None)
    if xml is not None:
        yield xml, bombs.laughing_xml
        yield xml, bombs.deep_xml


def judged(bench, each):
    """Have cinpack read a spoilt file, and judge what came of it."""
    content = each.spoil(each.seed.content)
    entry = Entry(
        each.name, "spoilt", lambda a: each.seed.put(a, content), "accepted", differs=EVERYTHING
    )
    name = Path(each.seed.path).name
    with tempfile.TemporaryDirectory(dir=bench.folder) as scratch:
        result = (bench.run if each.whole else bench.read)(entry, Path(scratch))
        if each.bomb:
            found = [*bomb_faults(result, name)]
        else:
            found = [*(fuzz_faults if each.whole else read_faults)(result)]
        verdict = Verdict(
            each.seed.reader, outcome(result, name), found, result.seconds, result.megabytes
        )
        if each.seed.is_extract and sum(map(ord, each.name)) % MAPPED_TOO == 0:
            mapped = bench.map(Path(scratch), result.authority, each.seed.path)
            verdict.faults += [f"map: {said}" for said in fuzz_faults(mapped)]
    return verdict


def share(work, deadline):
    """Judge tries until there are none or the time is up."""
    found = {}
    with Bench() as bench:
        for each in work:
            if perf_counter() > deadline:
                break
            found[each.name] = judged(bench, each)
    return found


def lines(found):
    """Yield the tally: a row for each reader, the sums, then what does not hold."""
    head = "".join(f"{name:>11}" for name in ("tries", *OUTCOMES, "fail", "most s", "most MB"))
    yield f"{'reader':<18}{head}"
    readers = list(dict.fromkeys(verdict.reader for verdict in found.values()))
    for reader in [*readers, "in all"]:
        of = [v for v in found.values() if reader in {v.reader, "in all"}]
        if not of:
            continue
        came = Counter(v.outcome for v in of)
        failing = sum(bool(v.faults) for v in of)
        cells = [len(of), *(came[name] for name in OUTCOMES), failing]
        cells += [f"{max(v.seconds for v in of):.1f}", max(v.megabytes for v in of)]
        yield f"{reader:<18}" + "".join(f"{cell:>11}" for cell in cells)
    for name, verdict in found.items():
        for fault in verdict.faults[:MOST]:
            yield f"FAILS {name}: {fault}"


def main(words=None):
    """Do as the words of the command say; return 1 if anything does not hold."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", default="1")
    parser.add_argument("--count", type=int, default=2000)
    parser.add_argument("--seconds", type=float, default=300)
    parser.add_argument("--samples", type=Path, default=Path("no such folder"))
    parser.add_argument("--only", nargs="*", default=())
    asked = parser.parse_args(words)
    work = list(tries(seeds(asked.samples), asked.seed, asked.count))
    work = [each for each in work if not asked.only or each.name in asked.only]
    begun, found = perf_counter(), {}
    deadline = begun + asked.seconds
    with ThreadPoolExecutor(WORKERS) as threads:
        shares = [work[n::WORKERS] for n in range(WORKERS)]
        for verdicts in threads.map(share, shares, [deadline] * WORKERS):
            found.update(verdicts)
    order = [each.name for each in work if each.name in found]
    for line in lines({name: found[name] for name in order}):
        sys.stdout.write(f"{line}\n")
    took = perf_counter() - begun
    sys.stdout.write(
        f"seed {asked.seed}: {len(found)} of {len(work)} tries in {took:.0f} seconds\n"
    )
    return 1 if any(verdict.faults for verdict in found.values()) or not found else 0


if __name__ == "__main__":
    sys.exit(main())
