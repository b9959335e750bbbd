"""What a document says of itself inside, so that it is known when it comes back."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, cast, get_args

from pipeline.model.scopes import Scope
from pipeline.model.terms import ScopeType

PREFIX: Final = "cinpack_"
"""Keeps the properties apart from the columns that a SharePoint library adds."""
PRINTED: Final = "printed"
BESIDE: Final = "beside"
"""Further properties: marks of the paragraphs that the form came with (see `printed_marks`)."""


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
