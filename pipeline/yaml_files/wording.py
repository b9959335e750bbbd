"""Says in one plain sentence what a setting should have been."""

import re
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Final, get_args, get_origin

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from pipeline.yaml_files.strict import Loc, Written

TAKES: Final = {
    "string_type": "takes text",
    "int_type": "takes a whole number",
    "int_parsing": "takes a whole number",
    "int_from_float": "takes a whole number",
    "float_type": "takes a number",
    "float_parsing": "takes a number",
    "bool_type": "takes yes or no",
    "bool_parsing": "takes yes or no",
    "tuple_type": "takes a list, such as [first, second]",
    "list_type": "takes a list, such as [first, second]",
    "greater_than_equal": "must be {ge} or more",
    "less_than_equal": "must be {le} or less",
    "too_short": "needs at least one item",
    "string_too_short": "must not be empty",
    "string_too_long": "is longer than {max_length} characters",
}
ONE_OF: Final = re.compile(r"\^\(([\w|]+)\)\$")
QUOTED_OPTION: Final = re.compile(r"'([^']+)'")
NAMES_ITSELF: Final = re.compile(r"[\w.]+ (must|names)\b")
QUOTED: Final = re.compile(r"""(?P<q>['"])(?P<text>.+?)(?P=q)(?= is |,)""")


def sentence(
    error: ErrorDetails, model: type[BaseModel], written: Written, files: Iterable[Written]
) -> tuple[Path, int, str]:
    """Return the file, line and sentence of one of pydantic's errors, without a full stop.

    The settings themselves are not quoted, save keys and the names that a rule of the model names.
    """
    loc: Loc = tuple(part for part in error["loc"] if part != "[key]")
    words = _words(error, loc, model)
    if loc:
        of_a_part = error["type"] == "value_error" and not isinstance(error["input"], str)
        found = _place_of_quoted(words, [written]) if of_a_part else None
        return *(found or (written.path, written.line(loc))), words
    path, line = _place_of_quoted(words, files) or (written.path, 0)
    return path, line, words


def _words(error: ErrorDetails, loc: Loc, model: type[BaseModel]) -> str:
    kind, name = error["type"], _named(loc)
    context: Mapping[str, Any] = error.get("ctx", {})
    if kind == "extra_forbidden":
        words = _unknown_key(loc, model)
    elif kind == "missing":
        words = f'"{loc[-1]}" is missing' + (f" in {_named(loc[:-1])}" if loc[:-1] else "")
    elif kind == "value_error":
        words = error["msg"].removeprefix("Value error, ")
        words = f"{name}: {words}" if loc and not NAMES_ITSELF.match(words) else words
    elif kind == "string_pattern_mismatch":
        words = f"{name} {_pattern(str(context['pattern']), loc, model)}"
    elif kind in ("model_type", "model_attributes_type", "dict_type"):
        keys = "".join(f", such as {{{key}: ...}}" for key in _keys(_annotation(model, loc))[:1])
        words = f"{name} takes keys of its own{keys}"
    elif error["input"] is None:
        words = f"{name} is empty: write something, or take it out"
    elif kind == "literal_error":
        options = QUOTED_OPTION.findall(str(context["expected"]))
        words = f"{name} must be one of: {', '.join(options)}{did_you_mean(str(loc[-1]), options)}"
    elif kind in TAKES:
        words = f"{name} {TAKES[kind].format(**context)}"
    else:
        words = f"{name}: {error['msg']}"
    return words


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return `; did you mean "..."?` with the nearest of `known`, or nothing."""
    names = {name.casefold(): name for name in known}
    near = get_close_matches(word.casefold(), names, n=1, cutoff=0.6)
    return f'; did you mean "{names[near[0]]}"?' if near else ""


def _named(loc: Loc) -> str:
    """Return a part's name: `"rule"`, or `"teams", item 2`."""
    keys = [part for part in loc if isinstance(part, str)]
    name = f'"{keys[-1]}"' if keys else "the file"
    return f"{name}, item {loc[-1] + 1}" if loc and isinstance(loc[-1], int) else name


def _unknown_key(loc: Loc, model: type[BaseModel]) -> str:
    key, known = str(loc[-1]), _keys(_annotation(model, loc[:-1]))
    near = did_you_mean(key, known)
    if near:
        return f'"{key}" is not a setting here{near}'
    places = [place for place in _places(model) if place[-1] == key]
    if places:
        return f'"{key}" is not a setting here; it belongs in "{" > ".join(places[0][:-1])}"'
    return f'"{key}" is not a setting here; the settings here are: {", ".join(known)}'


def _pattern(pattern: str, loc: Loc, model: type[BaseModel]) -> str:
    choices = ONE_OF.fullmatch(pattern)
    if choices:
        return f"must be one of {', '.join(choices[1].split('|'))}"
    holder = _annotation(model, loc[:-1])
    fields = getattr(holder, "model_fields", {})
    example = fields[loc[-1]].default if loc and loc[-1] in fields else None
    return f"must be written like {example}" if example else f"must fit {pattern}"


def _place_of_quoted(words: str, files: Iterable[Written]) -> tuple[Path, int] | None:
    """Return the last place where the name that `words` quotes stands."""
    match = QUOTED.search(words)
    places = [
        (written.path, line)
        for written in files
        for text, line in written.texts
        if match is not None and text.strip() == match["text"]
    ]
    return places[-1] if places else None


def _annotation(model: object, loc: Loc) -> object:
    """Return the type declared at `loc`: a model, or whatever stands there."""
    found: object = model
    for part in loc:
        fields = getattr(found, "model_fields", None)
        if fields is not None:
            found = fields[part].annotation if part in fields else None
        elif get_origin(found) is dict:
            found = get_args(found)[1]
        elif get_origin(found) in (tuple, list):
            found = get_args(found)[0]
        else:
            return None
    return found


def _keys(annotation: object) -> list[str]:
    return [str(key) for key in getattr(annotation, "model_fields", {})]


def _places(model: object, above: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    """Return the path of every setting that stands in a mapping (not in lists)."""
    found = []
    for key, value in getattr(model, "model_fields", {}).items():
        found.append((*above, key))
        found += _places(value.annotation, (*above, key))
    return found
