"""The theme of the reference Word document: the colours and fonts that Word offers first."""

from typing import Final

from pipeline.render import house
from pipeline.setup.reference_styles import FONT

DRAWING: Final = "http://schemas.openxmlformats.org/drawingml/2006/main"
COLOURS: Final = {
    "dk1": house.INK,
    "lt1": house.WHITE,
    "dk2": house.SOFT,
    "lt2": house.FAINT,
    **{f"accent{n}": colour for n, colour in enumerate(house.PALETTE, 1)},
    "hlink": house.ACCENT,
    "folHlink": house.PALETTE[2],
}


def theme_xml() -> str:
    """Return the part `word/theme.xml`; its effects are the plainest that the standard allows."""
    colours = "".join(
        f'<a:{name}><a:srgbClr val="{colour.lstrip("#")}"/></a:{name}>'
        for name, colour in COLOURS.items()
    )
    font = f'<a:latin typeface="{FONT}"/><a:ea typeface=""/><a:cs typeface=""/>'
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<a:theme xmlns:a="{DRAWING}" name="House"><a:themeElements>'
        f'<a:clrScheme name="House">{colours}</a:clrScheme>'
        f'<a:fontScheme name="House"><a:majorFont>{font}</a:majorFont>'
        f"<a:minorFont>{font}</a:minorFont></a:fontScheme>"
        f'<a:fmtScheme name="House"><a:fillStyleLst>{fill * 3}</a:fillStyleLst>'
        f"<a:lnStyleLst>{f'<a:ln>{fill}</a:ln>' * 3}</a:lnStyleLst>"
        f"<a:effectStyleLst>{effect * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst></a:fmtScheme>"
        "</a:themeElements></a:theme>"
    )
