"""Charts and the logo as pictures; a chart's words are in the document, not in the picture."""

from pipeline.model.content import Chart
from pipeline.render.charts import draw
from pipeline.render.word.draft import Draft
from pipeline.render.word.elements import Element, emu, plain_attributes, w
from pipeline.render.word.paragraphs import paragraph, written

PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture"


def chart(draft: Draft, block: Chart) -> list[Element]:
    """Return the chart's message, the picture with its alternative text, and its source."""
    drawn = draw(block)
    shown = paragraph("Picture", picture(draft, drawn.png(), block.alt, drawn.size))
    source = written("SmallPrint", block.source) if block.source else paragraph("AfterTable")
    return [written("Message", block.message), shown, source]


def picture(
    draft: Draft, png: bytes, alt: str, size: tuple[float, float], kind: str = "Chart"
) -> Element:
    """Return a picture of so many millimetres as a run of text; `kind` and a number name it."""
    return w("r", w("drawing", _inline(draft, draft.add_picture(png), alt, size, kind)))


def _inline(draft: Draft, key: str, alt: str, size: tuple[float, float], kind: str) -> Element:
    """Return a picture in the line of text; it carries no file name."""
    tag = plain_attributes
    number = draft.next_id()
    extent = {"cx": emu(size[0]), "cy": emu(size[1])}
    blip = tag("a:blip")
    blip.set("{http://schemas.openxmlformats.org/officeDocument/2006/relationships}embed", key)
    inside = tag(
        "pic:pic",
        tag(
            "pic:nvPicPr",
            tag("pic:cNvPr", id=number, name=f"{kind} {number}", descr=alt),
            tag("pic:cNvPicPr"),
        ),
        tag("pic:blipFill", blip, tag("a:stretch", tag("a:fillRect"))),
        tag(
            "pic:spPr",
            tag("a:xfrm", tag("a:off", x=0, y=0), tag("a:ext", **extent)),
            tag("a:prstGeom", tag("a:avLst"), prst="rect"),
        ),
    )
    return tag(
        "wp:inline",
        tag("wp:extent", **extent),
        tag("wp:docPr", id=number, name=f"{kind} {number}", descr=alt),
        tag("wp:cNvGraphicFramePr"),
        tag("a:graphic", tag("a:graphicData", inside, uri=PICTURE)),
        distT=0,
        distB=0,
        distL=0,
        distR=0,
    )
