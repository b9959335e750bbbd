"""Words on charts that must fit a width."""

from pipeline.render.charts.canvas import text_width

ELLIPSIS = "\N{HORIZONTAL ELLIPSIS}"


def fitted(words: str, width: float, size: float) -> str:
    """Return the words, cut with an ellipsis if they are wider than `width` millimetres."""
    if text_width(words, size) <= width:
        return words
    kept = words
    while kept and text_width(kept + ELLIPSIS, size) > width:
        kept = kept[:-1]
    return kept.rstrip() + ELLIPSIS


def folded(words: str, width: float, size: float, lines: int = 2) -> str:
    """Return the words broken into up to `lines` lines, the last cut if they still don't fit."""
    if lines == 1 or text_width(words, size) <= width:
        return fitted(words, width, size)
    parts = words.split(" ")
    for n in range(len(parts) - 1, 0, -1):
        first = " ".join(parts[:n])
        if text_width(first, size) <= width:
            return f"{first}\n{folded(' '.join(parts[n:]), width, size, lines - 1)}"
    return fitted(words, width, size)
