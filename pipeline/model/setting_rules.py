"""What settings may not be: names that a table can't hold, words and names with two meanings."""

import unicodedata
from collections.abc import Iterable, Sequence
from difflib import get_close_matches

from pydantic import AfterValidator

from pipeline.model.names import same_header, same_name
from pipeline.model.tables import SourceTable
from pipeline.model.terms import NOT_KNOWN


def plain_name(name: str) -> str:
    """Refuse a name that could not stand unchanged in a table that a spreadsheet opens."""
    if unicodedata.normalize("NFKC", name).startswith(("=", "+", "-", "@")):
        message = (
            "a name can't begin with =, +, - or @, since a spreadsheet would take it for a "
            "formula; begin it with a letter or a figure"
        )
        raise ValueError(message)
    if any(unicodedata.category(character) == "Cc" for character in name):
        message = "a name can't hold a tab, a new line or the like; put a space in its place"
        raise ValueError(message)
    return name


def column_of(source: SourceTable) -> AfterValidator:
    """Have each key be the name of a column of the source."""
    meant = {
        same_header(header): column.name
        for column in source.columns
        for header in (*column.aliases, column.header, column.name)
    }

    def check(name: str) -> str:
        if name in source.names:
            return name
        near = get_close_matches(same_header(name), meant, n=1)
        known = f"the columns are: {', '.join(source.names)}"
        hint = f'did you mean "{meant[near[0]]}"?' if near else known
        message = f"this is not a column of the {source.title}; {hint}"
        raise ValueError(message)

    return AfterValidator(check)


def refuse_repeats(names: list[str], kind: str, seen: set[str]) -> None:
    """Refuse a name that is reserved, or the same as one `seen` before, to which it is added."""
    for name in names:
        key = same_name(name)
        if key == same_name(NOT_KNOWN):
            message = f"{name!r} is reserved for plans whose team is not in config: give the {kind} or alias another name"
            raise ValueError(message)
        if key in seen:
            message = f"{name!r} is there twice (or differs only in case, spaces or characters that a folder name can't hold): each {kind} and alias needs its own name"
            raise ValueError(message)
        seen.add(key)


def refuse_shared(
    kind: str, lists: Sequence[tuple[str, Iterable[str]]], *, themselves: bool = True
) -> None:
    """Refuse a word that stands for two things; `themselves`: their own names are words too."""
    means = {_spelling(name): name for name, _ in lists} if themselves else {}
    for name, words in lists:
        for word in words:
            other = means.setdefault(_spelling(word), name)
            if other != name:
                message = (
                    f"{word!r} is listed under two {kind}, {other} and {name} (case and extra "
                    "spaces make no difference): keep it under one of them"
                    if _spelling(word) != _spelling(other)
                    else f"{word!r} is listed under {name}, but is the name of another of the {kind} "
                    "(case and extra spaces make no difference): take it out"
                )
                raise ValueError(message)


def _spelling(word: str) -> str:
    return " ".join(word.split()).casefold()
