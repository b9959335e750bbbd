"""Jinja, as strict as it goes: every name must exist, everything is escaped."""

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.model.content import Block, Words, plain
from pipeline.model.terms import NOT_SUPPLIED

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup


@cache
def environment(templates: Path) -> "Environment":
    """Return the environment of a folder of templates; each template is parsed once."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    made = Environment(
        loader=FileSystemLoader(templates),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.filters |= {"said": said, "kind": kind, "shares": shares}
    made.tests["not_supplied"] = is_not_supplied
    return made


def said(words: Words | str) -> "Markup":
    """Return words as HTML: escaped, and a line break stays one."""
    from markupsafe import Markup, escape

    text = words if isinstance(words, str) else plain(words)
    return Markup("<br>").join(escape(line) for line in text.split("\n"))


def kind(block: Block) -> str:
    """Return the name of the macro that renders a block: `KeyFigures` is `keyfigures`."""
    return type(block).__name__.lower()


def shares(widths: list[float]) -> list[str]:
    """Return widths as percentages of their sum, such as `12.50%`."""
    whole = sum(widths)
    return [f"{width / whole:.2%}" for width in widths]


def is_not_supplied(words: Words) -> bool:
    """Tell whether words say only that there is no figure."""
    return plain(words) == NOT_SUPPLIED
