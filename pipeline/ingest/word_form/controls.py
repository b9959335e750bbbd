"""What a content control says of itself."""

from datetime import date

from pipeline.ingest.word_form.names import Element, child, short_name, value
from pipeline.ingest.word_form.page import Control


def read_control(properties: Element | None) -> Control:
    """Return the control of `w:sdtPr`."""
    kinds = () if properties is None else tuple(properties)
    box = next((e for e in kinds if short_name(e).endswith(":checkbox")), None)
    state = (
        next((e for e in box if short_name(e).endswith(":checked")), None)
        if box is not None
        else None
    )
    return Control(
        tag=value(child(properties, "w:tag")),
        is_box=box is not None,
        ticked=value(state) in ("1", "true", "on"),
        day=_day(value(child(properties, "w:date"), "fullDate")),
    )


def _day(stamp: str) -> date | None:
    try:
        return date.fromisoformat(stamp[:10])
    except ValueError:
        return None
