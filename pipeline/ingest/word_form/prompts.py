"""The words of a field that nobody answered: our own prompts, and Word's."""

import re
from typing import Final

from pipeline.model.forms import PROMPTS
from pipeline.model.identity import bare

_OURS: Final = frozenset(bare(prompt).casefold() for prompt in PROMPTS)
_WORDS_OWN: Final = re.compile(
    r"(click(ortap)?|tap)(here)?toenter(text|adate)\.?|choose(anitem|abuildingblock)\.?"
    r"|enteranycontentthatyouwanttorepeat.*"
)


def is_prompt(text: str) -> bool:
    """Return whether a text is a prompt and nothing else."""
    words = bare(text).casefold()
    return words in _OURS or _WORDS_OWN.fullmatch(words) is not None
