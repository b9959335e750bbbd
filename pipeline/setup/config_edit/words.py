"""Text as YAML reads it back unchanged."""

import json
import re
from collections.abc import Iterable, Mapping
from typing import Final

PLAIN: Final = re.compile(r"[A-Za-z](?:[A-Za-z0-9_ /().\u2019-]*[A-Za-z0-9_/().\u2019-])?")


def as_text(words: str) -> str:
    """Return words as they stand in a file: in quotes unless they are plain."""
    return words if PLAIN.fullmatch(words) else json.dumps(words, ensure_ascii=False)


def as_list(words: Iterable[str]) -> str:
    """Return `[first, second]`."""
    return f"[{', '.join(map(as_text, words))}]"


def as_lists(entries: Mapping[str, Iterable[str]], indent: int) -> str:
    """Return a line for each key with its list, so many spaces in."""
    return "\n".join(
        f"{' ' * indent}{as_text(name)}: {as_list(words)}" for name, words in entries.items()
    )
