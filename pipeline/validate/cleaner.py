"""The one text cleaner at the door: after it no writer can fail on a text, or hide part of it."""

import re
import unicodedata
from typing import Final

REPLACEMENT: Final = "\ufffd"

# C0 and C1 controls less tab and line feed, lone surrogates, and the two non-characters
_UNPRINTABLE: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
# zero-width characters, bidirectional controls, the byte-order mark and the soft hyphen
_UNSEEN: Final = re.compile("[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")


def clean(text: str) -> tuple[str, bool]:
    """Return the text without unseen and unprintable characters, and whether it had any.

    Line ends become line feeds, letters are composed (NFC), outer spaces go; those aren't told.
    """
    if text.isascii() and text.isprintable():
        return text.strip(), False
    even = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    seen = _UNPRINTABLE.sub(REPLACEMENT, _UNSEEN.sub("", even))
    return seen.strip(), seen != even
