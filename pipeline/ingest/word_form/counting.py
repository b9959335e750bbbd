"""Counts the characters of a document on its own account, to hold the reading against."""

from typing import Final

from pipeline.ingest.word_form.names import Element, own_text, short_name, value
from pipeline.ingest.word_form.symbols import chosen_option
from pipeline.model.identity import bare

TEXT: Final = frozenset({"w:t", "w:delText", "m:t", "a:t"})


def count(text: str) -> int:
    """Return how many characters of a text can be seen."""
    return len(bare(text))


def count_all(root: Element) -> int:
    """Return how many characters a part of the document holds, deleted and hidden ones included."""
    return sum(_held(element) for element in root.iter())


def drop_doubles(root: Element) -> None:
    """Take out what stands twice: newer and older drawings (`mc:AlternateContent`) of one text box."""
    pairs = [each for each in root.iter() if short_name(each) == "mc:AlternateContent"]
    for pair in reversed(pairs):  # inner ones first
        seen: set[str] = set()
        for branch in list(pair):
            text = "".join(bare(own_text(e)) for e in branch.iter() if short_name(e) in TEXT)
            if text in seen or (seen and not text):
                pair.remove(branch)
            seen.add(text)


def _held(element: Element) -> int:
    match short_name(element):
        case name if name in TEXT:
            return count(own_text(element))
        case "w:sym" | "w:noBreakHyphen":
            return 1
        case "v:textpath":
            return count(value(element, "string"))
        case "w:ffData":
            return count(chosen_option(element))
        case _:
            return 0
