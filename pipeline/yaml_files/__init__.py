"""Reads YAML strictly: no repeated keys, no aliases, no guessing of types, errors with a line."""

from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from pipeline.yaml_files.faults import Faults
from pipeline.yaml_files.strict import Loc, Written, read_strictly
from pipeline.yaml_files.wording import sentence

Model = TypeVar("Model", bound=BaseModel)


def load_yaml_as(model: type[Model], *paths: Path) -> Model:
    """Return the settings in `paths` (whose top-level keys are put together) as `model`.

    A key with nothing after it counts as left out. Every scalar is text until `model` says
    otherwise.

    Raises WrongConfig with file, line, what is wrong and the nearest known key: one sentence a
    line, all errors at once.
    """
    faults = Faults()
    files = [read_strictly(path, faults) for path in paths]
    owners: dict[str, Written] = {}
    for written in files:
        for key in written.data:
            if key in owners:
                other = owners[key]
                faults.add(
                    written.path,
                    written.line((key,)),
                    f'"{key}" is also in {other.path}, line {other.line((key,))}: keep one of them',
                )
            else:
                owners[key] = written
    faults.stop()
    data = {key: written.data[key] for key, written in owners.items()}
    try:
        return _validate(model, data)
    except ValidationError as error:
        fallback = files[0]
        errors = error.errors(include_url=False)
        for found in errors:
            loc: Loc = found["loc"]
            if found["type"] == "too_short" and any(
                other["loc"][: len(loc)] == loc and other is not found for other in errors
            ):
                continue  # its items are there, and are said to be wrong
            written = owners.get(str(loc[0]), fallback) if loc else fallback
            faults.add(*sentence(found, model, written, files))
        faults.stop()
        raise  # pragma: no cover - a validation error has at least one error


def _validate(model: type[Model], data: dict[str, object]) -> Model:
    """Validate, taking keys with nothing after them as left out where their default serves."""
    while True:
        try:
            return model.model_validate(data)
        except ValidationError as error:
            left_out = [
                _leave_out(data, found["loc"])
                for found in error.errors(include_url=False)
                if found["input"] is None and found["type"] not in ("extra_forbidden", "missing")
            ]
            if True not in left_out:
                raise


def _leave_out(data: dict[str, object], loc: Loc) -> bool:
    """Take the empty key at `loc` out of `data`; return whether there was one."""
    holder: Any = data
    try:
        for part in loc[:-1]:
            holder = holder[part]
    except (KeyError, IndexError, TypeError):
        return False
    if isinstance(holder, dict) and loc and holder.get(loc[-1], ...) is None:
        del holder[loc[-1]]
        return True
    return False
