"""A pack's content as HTML, by its own template or the house's."""

from base64 import b64encode
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.model.content import Chart, PackContent
from pipeline.render import house
from pipeline.render.charts import draw
from pipeline.render.environment import environment
from pipeline.render.logo import logo_address
from pipeline.render.template_faults import located

if TYPE_CHECKING:
    from jinja2 import Template

HOUSE_TEMPLATES = {"pdf": "house/base.html.j2", "html": "house/page.html.j2"}


def markup(
    content: PackContent,
    media: str,
    templates: Path,
    css: str,
    *,
    policy: str = "",
    unprintable: frozenset[int] = frozenset(),
) -> str:
    """Return the content as HTML for print (`pdf`) or for the screen (`html`).

    A question mark stands for each `unprintable` letter, in charts too. `css` goes in as it is: it must come from the house's own files, never from data. Raises
    MistakeInTemplate where the template itself is wrong.
    """
    from markupsafe import Markup

    def picture(chart: Chart, width: float = house.TEXT_WIDTH_MM) -> str:
        svg = draw(chart, width).svg(paths=media == "html").decode().translate(printed)
        return f"data:image/svg+xml;base64,{b64encode(svg.encode()).decode()}"

    printed = dict.fromkeys(unprintable, "?")
    with located(templates):
        made = _template(content, media, templates).render(
            content=content,
            sections={section.id: section for section in content.sections},
            print=media == "pdf",
            picture=picture,
            screen_scale=house.SCREEN_SCALE,
            logo=logo_address(content.logo),
            css=Markup(css),  # noqa: S704 - see above
            policy=policy,
        )
    return made.translate(printed)


def tokens(content: PackContent) -> str:
    """Return the house's colours and sizes, and the authority's own, as CSS custom properties."""
    values = {
        **house.TOKENS,
        "accent": content.colour,
        "accent-text": house.text_colour(content.colour),
    }
    return ":root{" + "".join(f"--{name}:{value};" for name, value in values.items()) + "}"


def _template(content: PackContent, media: str, templates: Path) -> "Template":
    found = environment(templates)
    own = f"{content.identity.pack}/template.html.j2"
    return found.select_template([own, HOUSE_TEMPLATES[media]])
