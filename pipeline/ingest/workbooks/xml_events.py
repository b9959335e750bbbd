"""Goes through a part's XML event by event: no tree is built, and no document type is taken."""

from collections.abc import Iterator
from typing import IO, Final, NoReturn, Protocol
from xml.parsers import expat

from pipeline.ingest.refusal import Refused
from pipeline.model.rules.files import FILE_DAMAGED, FILE_UNSAFE

_PIECE: Final = 1 << 16
DEEPEST: Final = 200
"""No office program nests elements as deep."""


class Listener(Protocol):
    """Hears what stands in a part, in its order; names are `namespace local`."""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Hear an element begin."""
        ...

    def end(self, name: str) -> None:
        """Hear an element end."""
        ...

    def text(self, words: str) -> None:
        """Hear text; a long one comes in several pieces."""
        ...


def listen(stream: IO[bytes], listener: Listener) -> Iterator[None]:
    """Tell the listener of the stream piece by piece, so that one may stop between two.

    Raises Refused if it is no XML, declares a document type or is nested too deeply, and if the
    listener raises ValueError or LookupError over what it hears.
    """
    parser = expat.ParserCreate(namespace_separator=" ")
    depth = 0

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > DEEPEST:
            raise Refused(FILE_UNSAFE, why="its parts are nested too deeply")
        listener.start(name, attributes)

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1
        listener.end(name)

    parser.buffer_text = True
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = listener.text
    parser.StartDoctypeDeclHandler = _refuse_document_type
    try:
        while piece := stream.read(_PIECE):
            parser.Parse(piece, False)  # noqa: FBT003 - as the parser has it
            yield
        parser.Parse(b"", True)  # noqa: FBT003
    except (expat.ExpatError, LookupError, ValueError) as error:
        raise Refused(FILE_DAMAGED) from error
    yield


def hear(stream: IO[bytes], listener: Listener) -> None:
    """Tell the listener of the whole stream. Raises Refused as `listen` does."""
    for _ in listen(stream, listener):
        pass


def local(name: str) -> str:
    """Return a name without its namespace."""
    return name.rpartition(" ")[2]


def _refuse_document_type(*_: object) -> NoReturn:
    raise Refused(FILE_UNSAFE, why="it declares a document type (DTD)")
