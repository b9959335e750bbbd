"""Content controls: drop-downs, dates and boxes to tick that Word knows as such."""

from hashlib import sha256
from typing import Final

from pipeline.model.entries import Choice, DateEntry, TickBox
from pipeline.render.word.draft import Draft
from pipeline.render.word.elements import Element, text, w
from pipeline.render.word.paragraphs import run

LONGEST_TAG: Final = 64
"""Word refuses to open a document with a longer tag or title of a control."""
SHORT_DATE: Final = "dd/mm/yy"
PLACEHOLDER: Final = "PlaceholderText"
TICKED, UNTICKED = "\N{BALLOT BOX WITH X}", "\N{BALLOT BOX}"
SYMBOLS: Final = "MS Gothic"


def control_tag(tag: str) -> str:
    """Return `tag` as a control can carry it: cut, if long, with a mark that keeps it unique."""
    if len(tag) <= LONGEST_TAG:
        return tag
    mark = sha256(tag.encode()).hexdigest()[:8]
    return f"{tag[: LONGEST_TAG - len(mark) - 1]}~{mark}"


def choice(draft: Draft, entry: Choice) -> Element:
    """Return a drop-down of the entry's options; its prompt is a placeholder, not an answer."""
    items = [w("listItem", displayText=option, value=option) for option in entry.options]
    return _control(draft, entry, w("dropDownList", *items), entry.chosen)


def date_entry(draft: Draft, entry: DateEntry) -> Element:
    """Return a date picker; it writes dates in the form that the entry's prompt shows."""
    short = entry.prompt == SHORT_DATE
    stamp = {"fullDate": f"{entry.day.isoformat()}T00:00:00Z"} if entry.day else {}
    kind = w(
        "date",
        w("dateFormat", val="dd/MM/yy" if short else "dd/MM/yyyy"),
        w("lid", val="en-GB"),
        w("storeMappedDataAs", val="dateTime"),
        w("calendar", val="gregorian"),
        **stamp,
    )
    form = "%d/%m/%y" if short else "%d/%m/%Y"
    return _control(draft, entry, kind, entry.day.strftime(form) if entry.day else "")


def tick_box(draft: Draft, entry: TickBox) -> Element:
    """Return a box to tick."""
    kind = w(
        "w14:checkbox",
        _w14("checked", val=int(entry.ticked)),
        _w14("checkedState", val="2612", font=SYMBOLS),
        _w14("uncheckedState", val="2610", font=SYMBOLS),
    )
    box = w(
        "r",
        w("rPr", w("rFonts", ascii=SYMBOLS, eastAsia=SYMBOLS, hAnsi=SYMBOLS, hint="eastAsia")),
        text(TICKED if entry.ticked else UNTICKED),
    )
    return w("sdt", w("sdtPr", *_names(draft, entry), kind), w("sdtContent", box))


def _control(draft: Draft, entry: Choice | DateEntry, kind: Element, answer: str) -> Element:
    shown = run(answer) if answer else run(entry.prompt, style=PLACEHOLDER)
    placeholder = None if answer else w("showingPlcHdr")
    return w("sdt", w("sdtPr", *_names(draft, entry), placeholder, kind), w("sdtContent", shown))


def _names(draft: Draft, entry: Choice | DateEntry | TickBox) -> tuple[Element, ...]:
    return (
        w("alias", val=entry.label[:LONGEST_TAG]),
        w("tag", val=control_tag(entry.tag)),
        w("id", val=draft.next_id()),
    )


def _w14(tag: str, **attributes: str | int) -> Element:
    return w(f"w14:{tag}", **{f"w14:{key}": value for key, value in attributes.items()})
