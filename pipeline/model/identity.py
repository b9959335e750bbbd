"""What a document says of itself inside, so that it is known when it comes back."""

import unicodedata
from base64 import urlsafe_b64encode
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Final, cast, get_args

from pipeline.model.scopes import Scope
from pipeline.model.terms import ScopeType

PREFIX: Final = "cinpack_"
"""Keeps the properties apart from the columns that a SharePoint library adds."""
PRINTED: Final = "printed"
BESIDE: Final = "beside"
"""Further properties, numbered: marks of the paragraphs that the form came with, outside its entries
and beside them (see `mark_of`)."""

MARK: Final = 6
"""Characters of a mark: among a form's few hundred, none is met by chance."""
IN_A_PROPERTY: Final = 42
"""Marks in one property: Word's own dialogue keeps 255 characters."""


@dataclass(frozen=True)
class Identity:
    """What a returned document is known by; `period` is the as-at date as yyyy-mm-dd."""

    pack: str
    scope: Scope
    period: str
    version: str


def identity_values(identity: Identity) -> dict[str, str]:
    """Return the identity by property name, without the prefix."""
    return {
        "pack": identity.pack,
        "scope_type": identity.scope.type,
        "locality": identity.scope.locality,
        "team": identity.scope.team,
        "period": identity.period,
        "version": identity.version,
    }


def identity_of(values: Mapping[str, str]) -> Identity | None:
    """Return the identity that property values (without the prefix) spell; None if they don't."""
    kind = values.get("scope_type", "")
    if kind not in get_args(ScopeType) or not (values.get("pack") and values.get("period")):
        return None
    scope = Scope(cast("ScopeType", kind), values.get("locality", ""), values.get("team", ""))
    return Identity(values["pack"], scope, values["period"], values.get("version", ""))


def mark_of(*words: str) -> str:
    """Return the mark of a paragraph, or of one in its place (column, row, words).

    Spaces, line ends and what can't be seen don't matter: editors change them.
    """
    said = "\x1f".join(bare(part) for part in words)
    return urlsafe_b64encode(sha256(said.encode()).digest())[:MARK].decode()


def bare(words: str) -> str:
    """Return the words without spaces and what can't be seen, in the one form of each letter."""
    return "".join(c for c in unicodedata.normalize("NFC", words) if can_be_seen(c))


def can_be_seen(character: str) -> bool:
    """Return whether a character is neither a space nor one that only steers others."""
    return not (character.isspace() or unicodedata.category(character) in ("Cf", "Cc"))


def mark_values(name: str, marks: Iterable[str]) -> dict[str, str]:
    """Return marks as properties `name_1`, `name_2`..., always in the same order."""
    found = sorted(marks)
    parts = [found[n : n + IN_A_PROPERTY] for n in range(0, len(found), IN_A_PROPERTY)]
    return {f"{name}_{n}": "".join(part) for n, part in enumerate(parts, 1)}


def marks_in(values: Mapping[str, str], name: str) -> frozenset[str]:
    """Return the marks that property values (without the prefix) hold."""
    held = [value for key, value in values.items() if key.rpartition("_")[0] == name]
    return frozenset(value[n : n + MARK] for value in held for n in range(0, len(value), MARK))
