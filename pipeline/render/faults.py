"""Why a document could not be made; a message names no value."""


class AddressRefused(Exception):
    """A document asked for something outside itself."""


class RendererComplained(Exception):
    """The renderer passed over something it could not use."""
