"""Runs the pipeline on the invented authority's earlier months: for `demo`, and for `make pack`."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

from pipeline.cli import options
from pipeline.cli.executors import executor_for
from pipeline.cli.say import say

if TYPE_CHECKING:
    from pipeline.setup.demo.writing import Made, Publish

MANY_DOCUMENTS: Final = 50
MONTHS: Final = 3


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


def earlier_months(
    config: options.Config = options.CONFIG,
    inputs: options.Inputs = options.INPUTS,
    outputs: options.Outputs = options.OUTPUTS,
) -> None:
    """Make the sample's earlier months, unless outputs holds a period or the inputs are not the sample."""
    from pipeline.setup.demo.sample import make_earlier_months

    if (outputs / "restricted").exists() or not config.is_dir() or not inputs.is_dir():
        return
    with publishing(MONTHS) as publish:
        if make_earlier_months(config, inputs, outputs, publish):
            say("These are the invented sample's own; real settings and inputs have no such runs.")
