"""Which form a document is: by its properties, else by its title and its as-at date."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from pipeline.ingest.refusal import Refused
from pipeline.ingest.word_form.package import Package
from pipeline.ingest.word_form.page import Block, paragraphs
from pipeline.model.dates import read_date
from pipeline.model.forms import FORMS, Form
from pipeline.model.identity import PREFIX, Identity, identity_of
from pipeline.model.names import same_name
from pipeline.model.rules.documents import (
    DOCUMENT_LOCALITY,
    DOCUMENT_NOT_OURS,
    DOCUMENT_NOT_READ_BACK,
    DOCUMENT_TWO_PLACES,
    DOCUMENT_VERSION,
)
from pipeline.model.scopes import AUTHORITY, Scope
from pipeline.model.settings import Settings

ALL: Final = "All localities"
_AS_AT: Final = re.compile(r"(?i)\bas\s+at\s+(\d{1,2}\s+[a-z]+\s+\d{4})")
_SAFE: Final = re.compile(r"[\w.\- ]{1,40}")


@dataclass(frozen=True)
class Known:
    """The form that a document is, and whether only its title and date say so."""

    identity: Identity
    form: Form
    values: dict[str, str]
    by_title: bool = False


def identify(package: Package, blocks: list[Block], settings: Settings) -> Known:
    """Return which form it is. Raises Refused if it is none, or one that can't be read here."""
    values = {
        key.removeprefix(PREFIX): held
        for key, held in package.values.items()
        if key.startswith(PREFIX)
    }
    identity = identity_of(values)
    if identity is None or _day(identity.period) is None:
        return _by_title(package, blocks, settings, values)
    form = FORMS.get(identity.pack)
    if form is None:
        raise Refused(DOCUMENT_NOT_READ_BACK, pack=_shown(identity.pack))
    if identity.version not in form.versions:
        known = " and ".join(form.versions)
        raise Refused(DOCUMENT_VERSION, version=_shown(identity.version), known=known)
    scope = _scope(identity.scope, settings)
    _refuse_other_titles(form, scope, blocks, settings)
    return Known(Identity(identity.pack, scope, identity.period, identity.version), form, values)


def _by_title(
    package: Package, blocks: list[Block], settings: Settings, values: dict[str, str]
) -> Known:
    texts = list(_texts(package, blocks))
    day = next(
        (d for text in texts for found in _AS_AT.findall(text) if (d := read_date(found))), None
    )
    for form in FORMS.values():
        pattern = _pattern(form.title)
        titled = next((found for text in texts if (found := pattern.fullmatch(text.strip()))), None)
        if titled is None or day is None:
            continue
        scope = _scope_of_title(titled.groupdict().get("locality", ""), texts, settings)
        if scope is not None:
            identity = Identity(form.pack, scope, day.isoformat(), form.versions[-1])
            return Known(identity, form, values, by_title=True)
    raise Refused(DOCUMENT_NOT_OURS)


def _texts(package: Package, blocks: list[Block]) -> Iterator[str]:
    """Yield what may be a title, a place or a date: the properties, then each paragraph."""
    yield from (package.title, package.subject)
    for paragraph in paragraphs(blocks):
        yield paragraph.text
    for kind, root in package.stories:
        if kind in ("header", "footer"):
            yield "".join(str(text) for text in root.itertext())


def _refuse_other_titles(form: Form, scope: Scope, blocks: list[Block], settings: Settings) -> None:
    """Raise Refused if a title in the document is that of another locality's form."""
    pattern = _pattern(form.title)
    places = {same_name(place.name): place.name for place in settings.localities}
    for paragraph in paragraphs(blocks):
        found = pattern.fullmatch(paragraph.text.strip())
        titled = places.get(same_name(found.groupdict().get("locality", ""))) if found else None
        if titled and titled != scope.locality:
            raise Refused(DOCUMENT_TWO_PLACES, locality=scope.locality, titled=titled)


def _pattern(title: str) -> re.Pattern[str]:
    parts = [r"\s+".join(map(re.escape, part.split())) for part in title.split("{locality}")]
    return re.compile(r"\s*(?P<locality>.+?)\s*".join(parts), re.IGNORECASE)


def _scope_of_title(locality: str, texts: list[str], settings: Settings) -> Scope | None:
    """Return the locality that the title names, or else one that stands by itself in the document."""
    places = {same_name(place.name): place.name for place in settings.localities}
    if locality:
        if same_name(locality) not in places:
            raise Refused(DOCUMENT_LOCALITY, value=locality)
        return Scope("locality", places[same_name(locality)])
    if ALL in (text.strip() for text in texts):
        return AUTHORITY
    named = {places[same_name(text)] for text in texts if same_name(text) in places}
    return Scope("locality", named.pop()) if len(named) == 1 else None


def _scope(scope: Scope, settings: Settings) -> Scope:
    """Return the scope in config's spelling. Raises Refused if config has no such place."""
    if scope.type == "authority":
        return AUTHORITY
    for place in settings.localities:
        if same_name(place.name) == same_name(scope.locality):
            return Scope(scope.type, place.name, scope.team)
    raise Refused(DOCUMENT_LOCALITY, value=scope.locality)


def _day(period: str) -> date | None:
    try:
        return date.fromisoformat(period)
    except ValueError:
        return None


def _shown(held: str) -> str:
    """Return a name from inside a file as a sentence can hold it."""
    return held if _SAFE.fullmatch(held) else "another name"
