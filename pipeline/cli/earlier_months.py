"""Runs the pipeline on the invented authority's earlier months."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

from pipeline.cli.executors import executor_for
from pipeline.cli.say import say

if TYPE_CHECKING:
    from pipeline.setup.demo.writing import Made, Publish

MANY_DOCUMENTS: Final = 50


@contextmanager
def publishing(months: int) -> Iterator["Publish"]:
    """Yield what publishes one earlier month, with the same processes for all of them."""
    from pipeline.model.request import Request
    from pipeline.run import make

    with executor_for(None, MANY_DOCUMENTS if months else 0) as executor:

        def publish(config: Path, inputs: Path, outputs: Path) -> "Made":
            made = make(Request(config, inputs, outputs), executor)
            say(f"Made the run of {made.published.as_at:%d/%m/%Y}, as it was known then.")
            return made.measures, made.contents

        yield publish
