"""`make evidence`: tries cinpack on simulated authorities and writes what came of it to docs/evidence.md.

Each section is a module of its own with `section(run, seeds)`, which returns its part of the page.
"""

import os
import sys
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))

from simulated import forecast_page, insights_page  # noqa: E402 - after the path that it is found by

SECTIONS = (forecast_page, insights_page)
SEEDS = range(1, 21)
PAGE = HERE.parents[1] / "docs/evidence.md"
INTRO = """\
# Evidence

How well the forecast tells what comes, and whether the insights find what changed and nothing else, tried where the truth is known:
on simulated authorities. `make evidence` writes this page anew; the simulation stands in `tests/simulated`. A simulation is
kinder than life: nobody changes a rule in the middle of a year. So each run also tries its methods on the
authority's own past and prints how they did (`backtest.*` in `figures.csv`, `cinpack backtest`).
"""


def main() -> None:
    """Write the page."""
    with ProcessPoolExecutor(min(2, os.cpu_count() or 1)) as executor:
        parts = [module.section(executor.map, SEEDS) for module in SECTIONS]
    PAGE.write_text("\n".join((INTRO, *parts)).rstrip() + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
