"""Settings for reading an extract before the authority has any of its own."""

from collections.abc import Mapping, Sequence
from typing import Final

from pipeline.model.settings import Settings

NAME: Final = "Our authority"
"""What an authority is called until someone says its name."""


def placeholder(headers: Mapping[str, Sequence[str]] | None = None) -> Settings:
    """Return settings with one locality and one team that nobody has; `headers` are set in them."""
    nobody = [{"name": "Placeholder", "teams": [{"name": "Placeholder"}]}]
    return Settings.model_validate(
        {
            "authority": {"name": NAME},
            "localities": nobody,
            "headers": {"case_extract": dict(headers or {})},
        }
    )
