"""Which words for an exemption exempt a plan, and which only say that nobody knows."""

import re
from collections import defaultdict
from typing import Final

from pipeline.model.names import same_header
from pipeline.model.rules.plans import EXEMPTION_UNCLEAR, EXEMPTION_UNUSUAL
from pipeline.validate.ledger import Ledger
from pipeline.validate.words import is_plain_no

USUAL: Final = re.compile(
    r"\b(disab\w*|send|short breaks?|supervision|private(ly)? foster\w*|exempt\w*|yes|y|true|1)\b",
    re.IGNORECASE,
)
UNCLEAR: Final = frozenset(
    map(same_header, ("unknown", "not known", "not recorded", "tbc", "to be confirmed", "pending"))
)


def read_exemptions(ledger: Ledger, texts: list[object]) -> list[object]:
    """Return the exemptions, None where there is none; unusual words are told once each."""
    rows: defaultdict[str, list[int]] = defaultdict(list)
    for position in ledger.kept():
        if isinstance(text := texts[position], str):
            rows[text].append(position)
    counts = {text: str(len(positions)) for text, positions in rows.items()}
    none = {text for text in counts if is_plain_no(text)}
    for text, count in sorted(counts.items()):
        if text in none:
            continue
        if same_header(text) in UNCLEAR or not same_header(text):
            none.add(text)
            ledger.say(EXEMPTION_UNCLEAR, None, "exemption", text, count=count)
        elif not USUAL.search(text):
            ledger.say(EXEMPTION_UNUSUAL, None, "exemption", text, count=count)
    return [None if text in none else text for text in texts]
