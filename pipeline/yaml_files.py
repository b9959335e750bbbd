"""Reads YAML strictly: no repeated keys, no aliases, no guessing of types, errors with a line."""

from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

Model = TypeVar("Model", bound=BaseModel)


def load_yaml_as(model: type[Model], *paths: Path) -> Model:
    """Return the settings in `paths` (whose top-level keys are put together) as `model`.

    Raises WrongConfig with file, line, what is wrong and the nearest known key.
    """
    raise NotImplementedError
