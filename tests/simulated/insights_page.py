"""The insights' part of docs/evidence.md."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from simulated.insights_found import after_the_shift, differences, false_ones, found_after, look
from simulated.scenarios import ORIGINS

STEADY, SHIFT, LATE = "steady", "locality-shift", "late-recording"
IN_WORDS = {STEADY: "Steady", LATE: "Three ends in ten recorded late"}
FALSE_TARGET, FOUND_TARGET = 1.0, 0.8
SEEDS = {STEADY: range(31, 51), LATE: range(31, 43), SHIFT: range(31, 71)}
"""Others than those that anything was tuned on."""

Map = Callable[..., Iterable["Tally"]]


@dataclass(frozen=True)
class Tally:
    """What was found in one authority: `shift` where there is one to be found."""

    looks: int
    changes: Counter[str]
    differences: Counter[str]
    shift: bool = False


def tally(scenario: str, seed: int) -> Tally:
    """Return what was found in an authority in which nothing changed."""
    found = look(scenario, seed)
    return Tally(
        len(found.by_origin),
        Counter(f"{each.rule.title}, {each.place.type}" for each in false_ones(found)),
        Counter(f"{each.rule.title}, {each.place.type}" for each in differences(found)),
    )


def tally_shift(seed: int) -> Tally:
    """Return whether the shift was found in time."""
    found = look(SHIFT, seed, range(after_the_shift(SHIFT).stop))
    return Tally(len(found.by_origin), Counter(), Counter(), found_after(found))


def section(run: Map, _seeds: range) -> str:
    """Return the insights' part; `run` maps a function over seeds."""
    steady = {name: list(run(tally, [name] * len(SEEDS[name]), SEEDS[name])) for name in IN_WORDS}
    return "\n".join(told(steady, list(run(tally_shift, SEEDS[SHIFT]))))


def told(steady: dict[str, list[Tally]], shifts: list[Tally]) -> Iterator[str]:
    """Yield the part line by line."""
    hits = sum(each.shift for each in shifts)
    each_one = [a_month([each.changes]) for each in steady[STEADY]]
    share, false = hits / len(shifts), a_month(each.changes for each in steady[STEADY])
    yield f"""\
## The insights

Authorities of the same kinds, made from other seeds than any that something was tuned on: {len(steady[STEADY])} steady ones and {len(steady[LATE])} with late
recording, looked at in {ORIGINS} months each with the earlier runs as their history, and {len(shifts)} with a shift, looked at up to two months
after it likewise. That is few: the figures are rough. What is tried is what a run puts on the briefing's first page.
Teams differ in their pace from the start: an insight that one of them differs from the others is no false one, so these stand apart.

- Where nothing changes, {false:.2f} changes a month are named that are none (target: fewer than {FALSE_TARGET:.0f}; seen apart, the \
authorities had {min(each_one):.2f} to {max(each_one):.2f}): {_verdict(met=false < FALSE_TARGET)}.
- A lasting fall of 40 % in the finishes of one locality (about 80 a month before) is among the first three within two months,
  named as the locality or as one of its teams, in \
{hits} of {len(shifts)} authorities, {share:.0%} (target: 80 %): {_verdict(met=share >= FOUND_TARGET)}.

| authority | changes a month that are none | of which | differences a month |
|---|---:|---|---:|"""
    for name, found in steady.items():
        changes = sum((each.changes for each in found), Counter())
        most = "; ".join(f"{rule} {count}" for rule, count in changes.most_common(4))
        number = a_month(each.changes for each in found)
        others = a_month(each.differences for each in found)
        yield f"| {IN_WORDS[name]} | {number:.2f} | {most} | {others:.2f} |"


def a_month(counts: Iterable[Counter[str]]) -> float:
    """Return how many there are a month, over authorities looked at equally often."""
    sums = [sum(each.values()) for each in counts]
    return sum(sums) / len(sums) / ORIGINS


def _verdict(*, met: bool) -> str:
    return "met" if met else "not met"
