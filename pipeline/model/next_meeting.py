"""Whether words in place of a due date mean the next check-in."""

import re
from typing import Final

NEXT_MEETING: Final = "next meeting"

_MEANS: Final = re.compile(
    r"(?:(?:by|at|for|before|in|due|until) )?(?:the |our )?next (?:olt |locality )?"
    r"(?:meeting|check ?in|check ?in meeting|time|olt|session)"
)


def says_next_meeting(words: str) -> bool:
    """Return whether words say that something is due at the next check-in, and nothing else.

    A team's own ICM is another meeting.
    """
    plain = re.sub(r"[^a-z]+", " ", words.casefold()).strip()
    return _MEANS.fullmatch(plain) is not None
