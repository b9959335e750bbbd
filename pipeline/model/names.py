"""Names as they may stand in folders and headers, and how two of them are compared."""

import re
import unicodedata
from typing import Final

FORBIDDEN: Final = re.compile(r'[<>:"/\\|?*\x00-\x1f]')
RESERVED: Final = re.compile(r"(?i)^(con|prn|aux|nul|com\d|lpt\d)(\..*)?$")
LONGEST: Final = 60


def folder_name(name: str) -> str:
    """Return `name` as a folder on Windows can hold it (`Quayside/Docks` is `Quayside-Docks`)."""
    safe = FORBIDDEN.sub("-", " ".join(unicodedata.normalize("NFC", name).split()))
    safe = safe[:LONGEST].strip(" .") or "-"
    return f"{safe}-" if RESERVED.match(safe) else safe


def same_name(name: str) -> str:
    """Return what two spellings of a folder or team have in common: case and spaces ignored."""
    return folder_name(name).casefold()


def same_header(header: str) -> str:
    """Return what two spellings of a header have in common: letters and digits, no case."""
    return "".join(c for c in unicodedata.normalize("NFKC", header).casefold() if c.isalnum())
