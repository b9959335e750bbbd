"""Reads one returned document, from its bytes to its answers."""

from collections import Counter
from dataclasses import dataclass

from pipeline.ingest.refusal import Refused
from pipeline.ingest.word_form.counting import count_all
from pipeline.ingest.word_form.identify import Known, identify
from pipeline.ingest.word_form.ledger import Ledger
from pipeline.ingest.word_form.match import Match
from pipeline.ingest.word_form.names import Element, value
from pipeline.ingest.word_form.package import Package, open_package
from pipeline.ingest.word_form.stories import StoryReader
from pipeline.ingest.word_form.walk import Walker
from pipeline.model.returned import RawForm, Whereabouts
from pipeline.model.rules.documents import DOCUMENT_NOT_OURS, DOCUMENT_UNACCOUNTED
from pipeline.model.settings import Settings

_NOTES: dict[str, Whereabouts] = {"comments": "comment", "footnotes": "note", "endnotes": "note"}


@dataclass(frozen=True)
class Read:
    """A form that was read, and what is to be said about it.

    `matches` are the tables recognised, `met` counts the lines and questions found.
    """

    raw: RawForm
    known: Known
    package: Package
    matches: tuple[Match, ...]
    met: Counter[str]
    marked: bool


def read_form(content: bytes, label: str, suffix: str, settings: Settings) -> Read:
    """Return what stands in a document. Raises Refused if it can't be used."""
    package = open_package(content, suffix)
    walker = Walker(package.styles)
    blocks = walker.blocks(package.body)
    known = identify(package, blocks, settings)
    ledger = Ledger(known.values, (question.hint for question in known.form.questions))
    reader = StoryReader(ledger, known.form, _team_names(settings))
    reader.read_body(blocks)
    for kind, root in package.stories:
        _read_story(reader, walker, kind, root)
    if known.by_title and not reader.matches:  # somebody's own notes, under our title
        raise Refused(DOCUMENT_NOT_OURS)
    total = sum(count_all(root) for root in (package.body, *(root for _, root in package.stories)))
    characters = ledger.characters(total)
    if characters.unaccounted:
        raise Refused(DOCUMENT_UNACCOUNTED, count=str(abs(characters.unaccounted)))
    answers, asides = tuple(ledger.answers), tuple(ledger.asides)
    tracked = walker.tracked.total() > 0
    raw = RawForm(known.identity, label, answers, asides, characters, tracked)
    return Read(raw, known, package, tuple(reader.matches), reader.met, ledger.marked)


def _read_story(reader: StoryReader, walker: Walker, kind: str, root: Element) -> None:
    if kind in ("header", "footer"):
        reader.read_frame(walker.blocks(root))
    elif kind in _NOTES:
        for note in root:
            key = (kind.removesuffix("s"), value(note, "id"))
            reader.read_note(walker.blocks(note), _NOTES[kind], key)
    else:
        reader.read_note(walker.blocks(root), "text box", (kind, ""))


def _team_names(settings: Settings) -> list[str]:
    return [
        name
        for place in settings.localities
        for team in place.teams
        for name in (team.name, *(alias.name for alias in team.aliases))
    ]
