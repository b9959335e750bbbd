"""Signs that stand for something else than their character: ticks, boxes, old form fields."""

from typing import Final

from pipeline.ingest.word_form.names import Element, child, is_on, short_name, value
from pipeline.model.identity import can_be_seen

TICKED: Final = "☑☒✓✔✗✘✕✖"
UNTICKED: Final = "☐□▢❏❑"

_WINGDINGS: Final = {
    "wingdings": {0xFE: "☑", 0xFD: "☒", 0xFC: "✓", 0xFB: "✗", 0xA8: "☐", 0x6F: "☐", 0x71: "☐"},
    "wingdings2": {0x52: "☑", 0x53: "☒", 0x54: "☒", 0x50: "✓", 0x4F: "✗", 0xA3: "☐", 0x2A: "☐"},
}
_PRIVATE: Final = range(0xF000, 0xF100)


def symbol(code: str, font: str) -> str:
    """Return one character that shows what `w:sym` shows; a sign that has none becomes `•`."""
    try:
        number = int(code, 16)
    except ValueError:
        number = -1
    shown = in_font(chr(number), font) if 0 <= number < 0x11_0000 else ""
    return shown if shown and can_be_seen(shown) else "•"


def in_font(text: str, font: str) -> str:
    """Return text as a symbol font shows it: `þ` in Wingdings is a ticked box."""
    signs = _WINGDINGS.get(font.casefold().replace(" ", ""), {})
    return "".join(_shown(character, signs) for character in text)


def _shown(character: str, signs: dict[int, str]) -> str:
    number = ord(character)
    private = number in _PRIVATE
    shown = signs.get(number & 0xFF) if private or number < 0x100 else None
    return shown or ("•" if private or 0xD800 <= number < 0xE000 else character)


def chosen_option(field: Element | None) -> str:
    """Return what an old drop-down field (`w:ffData`) shows; blank if it is none."""
    options = child(field, "w:ddList")
    if options is None:
        return ""
    entries = [value(each) for each in options if short_name(each) == "w:listEntry"]
    number = value(child(options, "w:result")) or value(child(options, "w:default")) or "0"
    return entries[int(number)] if number.isdecimal() and int(number) < len(entries) else ""


def old_box(field: Element | None) -> bool | None:
    """Return whether an old check box (`w:ffData`) is ticked; None if it is none."""
    box = child(field, "w:checkBox")
    if box is None:
        return None
    checked = child(box, "w:checked")
    return is_on(checked if checked is not None else child(box, "w:default"))
