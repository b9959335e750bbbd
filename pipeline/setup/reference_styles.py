"""The styles of the reference Word document, written out from the house's sizes and colours."""

from dataclasses import dataclass
from typing import Final
from xml.sax.saxutils import quoteattr

from pipeline.render import house

WORDPROCESSING: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
FONT: Final = "Arial"
TWIPS_PER_MM: Final = 1440 / 25.4
TEXT_TWIPS: Final = round(house.TEXT_WIDTH_MM * TWIPS_PER_MM)

INK, SOFT, RULE, FAINT, ACCENT = (
    colour.lstrip("#") for colour in (house.INK, house.SOFT, house.RULE, house.FAINT, house.ACCENT)
)


@dataclass(frozen=True)
class Style:
    """A paragraph style: sizes in points, spaces in points before and after."""

    id: str
    name: str
    size: float
    before: float = 0
    after: float = 0
    bold: bool = False
    italic: bool = False
    colour: str = INK
    keep: bool = False
    line: float = 1.12
    outline: int | None = None
    more: str = ""
    next: str = "Normal"


WORDS_OWN: Final = frozenset(
    {
        "Title",
        "Subtitle",
        "heading 1",
        "heading 2",
        "caption",
        "List Bullet",
        "List Number",
        "header",
        "footer",
    }
)
"""Names that Word knows and lists first; the other styles are the house's."""


def _border(side: str, colour: str, eighths: int, space: int = 0) -> str:
    return f'<w:{side} w:val="single" w:sz="{eighths}" w:space="{space}" w:color="{colour}"/>'


_RIGHT_TAB: Final = f'<w:tabs><w:tab w:val="right" w:pos="{TEXT_TWIPS}"/></w:tabs>'
_LIST: Final = '<w:numPr><w:numId w:val="{}"/></w:numPr>'

PARAGRAPHS: Final = (
    Style("Masthead", "Masthead", 9, after=3, bold=True, colour=SOFT, keep=True, next="Title"),
    Style("Title", "Title", 22, after=3, bold=True, keep=True, line=1.0),
    Style("Subtitle", "Subtitle", 11, after=3, colour=SOFT, keep=True),
    Style("MastheadLine", "Masthead line", 10, colour=SOFT),
    Style("Heading1", "heading 1", 13, 9, 3, bold=True, colour=ACCENT, keep=True, outline=0),
    Style("Heading2", "heading 2", 11, 12, 4, bold=True, keep=True, outline=1),
    Style("Caption", "caption", 10, 8, 4, bold=True, keep=True),
    Style("Message", "Chart message", 10.5, 4, 2, bold=True, keep=True),
    Style("Picture", "Picture", 10, after=2, keep=True, line=1.0),
    Style("Lead", "Lead", 12, after=8, line=1.2),
    Style("SmallPrint", "Small print", 8, 2, 4, colour=SOFT),
    Style("Hint", "Hint", 9, after=2, italic=True, colour=SOFT),
    Style("ListBullet", "List Bullet", 10, after=2, more=_LIST.format(1), next="ListBullet"),
    Style("ListNumber", "List Number", 10, after=2, more=_LIST.format(2), next="ListNumber"),
    Style("Insight", "Insight", 10.5, 7, 2, bold=True, keep=True, more=_LIST.format(2)),
    Style(
        "InsightDetail",
        "Insight detail",
        9,
        after=3,
        colour=SOFT,
        more='<w:ind w:left="397"/>',
    ),
    Style("TableHeading", "Table heading", 9, bold=True, keep=True, line=1.05),
    Style("TableText", "Table text", 9.5, line=1.05, next="TableText"),
    Style("TableSmall", "Table small print", 8, 1, colour=SOFT, line=1.02, next="TableText"),
    Style("TableNarrow", "Table narrow", 8.5, line=1.04, next="TableNarrow"),
    Style("AfterTable", "After table", 4, line=1.0),
    Style("KeyFigureLabel", "Key figure label", 9.5, 1, bold=True, keep=True, line=1.05),
    Style("KeyFigure", "Key figure", 28, 0, bold=True, colour=ACCENT, keep=True, line=1.0),
    Style("KeyFigureWords", "Key figure words", 14, 7, 7, colour=SOFT, keep=True, line=1.0),
    Style("Header", "header", 8, bold=True, colour=SOFT, more=_RIGHT_TAB, next="Header"),
    Style("Footer", "footer", 8, colour=SOFT, more=_RIGHT_TAB, next="Footer"),
)


def styles_xml() -> str:
    """Return the part `word/styles.xml`."""
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<w:styles xmlns:w="{WORDPROCESSING}">'
        "<w:docDefaults><w:rPrDefault><w:rPr>"
        f'<w:rFonts w:ascii="{FONT}" w:eastAsia="{FONT}" w:hAnsi="{FONT}" w:cs="{FONT}"/>'
        f'<w:color w:val="{INK}"/><w:sz w:val="20"/><w:szCs w:val="20"/>'
        '<w:lang w:val="en-GB" w:eastAsia="en-GB" w:bidi="ar-SA"/>'
        "</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        '<w:qFormat/><w:pPr><w:spacing w:after="120" w:line="269" w:lineRule="auto"/></w:pPr>'
        "</w:style>"
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal">'
        '<w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr>'
        '<w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
        '<w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/>'
        '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/>'
        "</w:tblCellMar></w:tblPr></w:style>"
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/></w:style>'
        '<w:style w:type="character" w:styleId="PlaceholderText">'
        '<w:name w:val="Placeholder Text"/><w:uiPriority w:val="99"/>'
        f'<w:rPr><w:color w:val="{SOFT}"/></w:rPr></w:style>'
        + "".join(_paragraph(style) for style in PARAGRAPHS)
        + _table("HouseTable", "House table", inside=False)
        + _table("HouseForm", "House form", inside=True)
        + _entries()
        + _masthead()
        + _figures()
        + "</w:styles>"
    )


def _paragraph(style: Style) -> str:
    """Write one style; the order of its properties is the schema's."""
    ruled = style.more.startswith(("<w:pBdr", "<w:numPr", "<w:tabs"))
    return (
        f'<w:style w:type="paragraph" w:customStyle="{int(style.name not in WORDS_OWN)}" '
        f'w:styleId="{style.id}"><w:name w:val={quoteattr(style.name)}/>'
        f'<w:basedOn w:val="Normal"/><w:next w:val="{style.next}"/><w:qFormat/><w:pPr>'
        + ("<w:keepNext/><w:keepLines/>" if style.keep else "")
        + (style.more if ruled else "")
        + f'<w:spacing w:before="{style.before * 20:.0f}" w:after="{style.after * 20:.0f}" '
        f'w:line="{style.line * 240:.0f}" w:lineRule="auto"/>'
        + ("" if ruled else style.more)
        + ("" if style.outline is None else f'<w:outlineLvl w:val="{style.outline}"/>')
        + "</w:pPr><w:rPr>"
        + ("<w:b/><w:bCs/>" if style.bold else "")
        + ("<w:i/><w:iCs/>" if style.italic else "")
        + f'<w:color w:val="{style.colour}"/>'
        f'<w:sz w:val="{style.size * 2:.0f}"/><w:szCs w:val="{style.size * 2:.0f}"/>'
        "</w:rPr></w:style>"
    )


_CELLS: Final = (
    '<w:tblCellMar><w:top w:w="{0}" w:type="dxa"/><w:left w:w="{1}" w:type="dxa"/>'
    '<w:bottom w:w="{0}" w:type="dxa"/><w:right w:w="{1}" w:type="dxa"/></w:tblCellMar>'
)


def _table(style_id: str, name: str, *, inside: bool) -> str:
    """Write a table style: light rules, a shaded first row, and vertical rules if `inside`."""
    sides = ("top", "left", "bottom", "right") if inside else ("top", "bottom")
    borders = "".join(_border(side, RULE, 4) for side in sides)
    borders += _border("insideH", RULE, 4) + (_border("insideV", RULE, 4) if inside else "")
    head = f'<w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="{FAINT}"/></w:tcPr>'
    return (
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{style_id}">'
        f'<w:name w:val="{name}"/><w:basedOn w:val="TableNormal"/><w:tblPr>'
        f"<w:tblBorders>{borders}</w:tblBorders>{_CELLS.format(30, 85)}</w:tblPr>"
        f'<w:tblStylePr w:type="firstRow">{head}</w:tblStylePr>'
        f'<w:tblStylePr w:type="firstCol"/></w:style>'
    )


def _ruled(style_id: str, name: str, borders: str, cells: str) -> str:
    return (
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{style_id}">'
        f'<w:name w:val="{name}"/><w:basedOn w:val="TableNormal"/><w:tblPr>'
        f"<w:tblBorders>{borders}</w:tblBorders>{cells}</w:tblPr></w:style>"
    )


def _entries() -> str:
    lines = _border("bottom", RULE, 4) + _border("insideH", RULE, 4)
    return _ruled("HouseEntries", "House entries", lines, _CELLS.format(30, 0))


def _masthead() -> str:
    """Write the rule under the masthead; as a table's, since a paragraph's is read out as text."""
    return _ruled(
        "HouseMasthead", "House masthead", _border("bottom", ACCENT, 18), _CELLS.format(70, 0)
    )


def _figures() -> str:
    cells = (
        '<w:tblCellMar><w:top w:w="80" w:type="dxa"/><w:left w:w="0" w:type="dxa"/>'
        '<w:bottom w:w="40" w:type="dxa"/><w:right w:w="340" w:type="dxa"/></w:tblCellMar>'
    )
    return _ruled("HouseFigures", "House figures", _border("top", ACCENT, 12), cells)
