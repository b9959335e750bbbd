"""The second step: types every row, or repairs it, or sets it aside, and says which."""

from pipeline.model.ingested import Ingested
from pipeline.model.settings import Settings
from pipeline.model.validated import Validated


def validate(ingested: Ingested, settings: Settings) -> Validated:
    """Return typed rows with findings and an account of every row read."""
    from pipeline.validate.all_sources import validate_all

    return validate_all(ingested, settings)
