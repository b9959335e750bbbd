"""What people's words in a form come to: actions line by line, outcomes, numbers, or nothing."""

import re
import unicodedata
from typing import Final

from pipeline.model.figures_to_move import FORMER_NAMES
from pipeline.model.forms import ACTION_OUTCOMES, FIGURES_TO_MOVE, PROPOSED
from pipeline.model.names import same_header

LONGEST: Final = 3_000
"""As many characters of one piece go on to other documents: half a page."""
CUT: Final = " … (cut here; the rest is in the returned document)"

_NOTHING: Final = re.compile(r"(?i)[-\u2010-\u2015.\s]*|n\s?/?\s?a|nil|none|nothing|not applicable")
_NO_ACTION: Final = re.compile(
    r"(?i)nfa|(there (are|were) )?no (further |new |more |other |additional |outstanding )*actions?"
    r"( (were |was )?(agreed|set|needed|required|identified|noted))?"
    r"( (today|this time|at this time|at present|this month|for this team))?"
)
_BULLET: Final = re.compile(
    r"\s*(?:[-\u2010-\u2015*\u2022\u2023\u25a0-\u25cf\uf0b7]+\s*|\(?\d{1,2}[.)]\s+|\(?[a-h]\)\s+)"
)
_NUMBER: Final = re.compile(
    r"(?<![\w./,:+\-\u2212\u00a3])(\d{1,3}(?:,\d{3})+|\d{1,5})(?![\w/%:]|[.,]\d|\s?%|\s+(?:fewer|less|more|lower|higher)\b)"
)
_OUTCOMES: Final = {
    "done": "complete completed yes y closed achieved finished actioned doneandclosed alldone",
    "in progress": "ongoing started underway progressing workinprogress wip continuing partdone"
    " partlydone partiallydone partcomplete partlycomplete inhand",
    "not done": "no n outstanding notstarted notyet notyetdone notyetstarted notcompleted"
    " notcomplete incomplete undone",
    "no longer needed": "na notapplicable cancelled canceled superseded nolongerrequired notneeded"
    " notrequired nolongerapplicable withdrawn",
}
_MEANS: Final = {
    **{word: outcome for outcome, words in _OUTCOMES.items() for word in words.split()},
    **{same_header(outcome): outcome for outcome in ACTION_OUTCOMES},
}
_REST: Final = re.compile(r"\s*[-\u2010-\u2015:;,.(\n]\s*|\s+(?=\d{1,2}[/. ])|\s+on\s+(?=\d)")
_TAKES_BACK: Final = re.compile(
    r"(?i)\b(but|not|except|apart|partly|part|still|however|only|until|awaiting|waiting|to do|"
    r"outstanding|ongoing|more|rest|tbc)\b|n[’']t\b|\?"
)
_FIGURES: Final = {
    **{same_header(former): figure for former, figure in FORMER_NAMES.items()},
    **{same_header(figure): figure for figure in FIGURES_TO_MOVE},
}


def says_nothing(text: str) -> bool:
    """Return whether a text is a dash, `none`, `n/a` or the like."""
    return _NOTHING.fullmatch(unicodedata.normalize("NFKC", text).strip(" .!")) is not None


def says_no_action(text: str) -> bool:
    """Return whether a text says that there is no action, and nothing else."""
    plain = " ".join(unbulleted(text).split()).strip(" .!")
    return says_nothing(plain) or _NO_ACTION.fullmatch(plain) is not None


def unbulleted(line: str) -> str:
    """Return a line without the bullet or number that lists put in front of it."""
    return _BULLET.sub("", line, count=1).strip() if _BULLET.match(line) else line.strip()


def written_lines(text: str) -> list[tuple[int, str]]:
    """Return the lines that say something, without bullets, each with its place in the text."""
    lines = enumerate(unbulleted(line) for line in text.split("\n"))
    return [(place, line) for place, line in lines if line]


def outcome_of(text: str) -> tuple[str, str]:
    """Return the outcome that words mean, blank if they are unclear, and what else they say.

    Words after an outcome that could take it back leave it unclear.
    """
    if outcome := _MEANS.get(same_header(text)):
        return outcome, ""
    head, *rest = _REST.split(text, maxsplit=1)
    outcome, more = _MEANS.get(same_header(head), ""), "".join(rest).strip()
    if outcome and more and not _TAKES_BACK.search(more):
        return outcome, more.removesuffix(")").strip() if "(" in text else more
    return "", text


def figure_of(text: str) -> str:
    """Return the figure to move that words name, by a former name too, else nothing."""
    return _FIGURES.get(same_header(text), "")


def is_proposal(text: str) -> bool:
    """Return whether a figure stands as it was proposed, so that nobody has chosen it."""
    plain = same_header(text)
    left = plain.removesuffix(same_header(PROPOSED))
    return left != plain and left in _FIGURES


def number_in(words: str) -> int | None:
    """Return the first whole number in some words; no date, time, share, sum of money or change."""
    found = _NUMBER.search(unicodedata.normalize("NFKC", words))
    return int(found.group(1).replace(",", "")) if found else None


def cut_short(text: str) -> str:
    """Return a text as it may go on: whole, or cut after a word and marked."""
    if len(text) <= LONGEST:
        return text
    words, space, _ = text[:LONGEST].rpartition(" ")
    return (words if space else text[:LONGEST]) + CUT
