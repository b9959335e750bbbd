"""Why a document could not be made; a message names no value."""


class AddressRefused(Exception):
    """A document asked for something outside itself."""


class RendererComplained(Exception):
    """The renderer passed over something it could not use."""


class LettersMissing(RendererComplained):
    """No font on this machine has some letters; `letters` are their code points."""

    def __init__(self, letters: frozenset[int]) -> None:
        super().__init__("no font has some of the letters")
        self.letters = letters
