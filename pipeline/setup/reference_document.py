"""Writes the reference Word document: styles, page and footer, and nothing to read.

Run `python -m pipeline.setup.reference_document` after the house's sizes or colours have changed.
An authority may restyle `report_templates/house/base.docx` in Word instead.
"""

from pathlib import Path
from typing import Final

from pipeline.packs import TEMPLATES
from pipeline.render import house
from pipeline.render.fixed_zip import zip_of
from pipeline.render.word.elements import NAMESPACES
from pipeline.setup.reference_styles import FONT, TWIPS_PER_MM, WORDPROCESSING, styles_xml
from pipeline.setup.reference_theme import theme_xml

TARGET: Final = TEMPLATES / "house" / "base.docx"
HEAD: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
COMPATIBILITY: Final = "http://schemas.openxmlformats.org/markup-compatibility/2006"
PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
KIND: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"
PARTS: Final = ("styles", "numbering", "settings", "fontTable", "theme", "header1", "footer1")
THEME_KIND: Final = "application/vnd.openxmlformats-officedocument.theme"


def reference_document() -> bytes:
    """Return the reference document, always the same bytes."""
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relationships({"rId1": ("officeDocument", "word/document.xml")}),
        "word/_rels/document.xml.rels": _relationships(
            {f"rId{n}": (part.rstrip("1"), f"{part}.xml") for n, part in enumerate(PARTS, 1)}
        ),
        "word/document.xml": _document(),
        "word/styles.xml": styles_xml(),
        "word/numbering.xml": _numbering(),
        "word/settings.xml": _settings(),
        "word/fontTable.xml": _fonts(),
        "word/theme.xml": theme_xml(),
        "word/header1.xml": _furniture("hdr", "Header"),
        "word/footer1.xml": _furniture("ftr", "Footer"),
    }
    return zip_of({name: text.encode() for name, text in parts.items()})


def write(target: Path = TARGET) -> None:
    """Write the reference document to its place among the templates."""
    target.write_bytes(reference_document())


def _content_types() -> str:
    overrides = "".join(
        f'<Override PartName="/word/{part}.xml" ContentType="{kind}+xml"/>'
        for part, kind in _kinds().items()
    )
    return (
        f'{HEAD}<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{KIND}.document.main+xml"/>'
        f"{overrides}</Types>"
    )


def _kinds() -> dict[str, str]:
    return {part: f"{KIND}.{part.rstrip('1')}" for part in PARTS} | {"theme": THEME_KIND}


def _relationships(targets: dict[str, tuple[str, str]]) -> str:
    found = "".join(
        f'<Relationship Id="{key}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for key, (kind, target) in targets.items()
    )
    return f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{found}</Relationships>'


def _document() -> str:
    width, height, margin, top, bottom, edge = (
        round(mm * TWIPS_PER_MM)
        for mm in (house.PAGE_WIDTH_MM, house.PAGE_HEIGHT_MM, house.MARGIN_MM, 18, 16, 9)
    )
    header, footer = (f"rId{PARTS.index(part) + 1}" for part in ("header1", "footer1"))
    return (
        f'{HEAD}<w:document {_namespaces()} mc:Ignorable="w14"><w:body><w:sectPr>'
        f'<w:headerReference w:type="default" r:id="{header}"/>'
        f'<w:footerReference w:type="default" r:id="{footer}"/>'
        f'<w:pgSz w:w="{width}" w:h="{height}"/>'
        f'<w:pgMar w:top="{top}" w:right="{margin}" w:bottom="{bottom}" w:left="{margin}" '
        f'w:header="{edge}" w:footer="{edge}" w:gutter="0"/></w:sectPr></w:body></w:document>'
    )


def _namespaces() -> str:
    """Declare all prefixes once, so that what is written into the document need not."""
    spaces = {**NAMESPACES, "mc": COMPATIBILITY}
    return " ".join(f'xmlns:{prefix}="{space}"' for prefix, space in spaces.items())


def _furniture(tag: str, style: str) -> str:
    return (
        f"{HEAD}<w:{tag} {_namespaces()}>"
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr></w:p></w:{tag}>'
    )


def _numbering() -> str:
    def abstract(number: int, form: str, text: str) -> str:
        return (
            f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="singleLevel"/>'
            f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
            f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
            '<w:pPr><w:ind w:left="397" w:hanging="397"/></w:pPr></w:lvl></w:abstractNum>'
        )

    def num(number: int) -> str:
        return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'

    return (
        f'{HEAD}<w:numbering xmlns:w="{WORDPROCESSING}">'
        f"{abstract(1, 'bullet', '–')}{abstract(2, 'decimal', '%1.')}{num(1)}{num(2)}"
        "</w:numbering>"
    )


def _fonts() -> str:
    return (
        f'{HEAD}<w:fonts xmlns:w="{WORDPROCESSING}"><w:font w:name="{FONT}">'
        '<w:panose1 w:val="020B0604020202020204"/><w:charset w:val="00"/>'
        '<w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font></w:fonts>'
    )


def _settings() -> str:
    """Write the settings; mode 15 keeps Word out of its compatibility mode."""
    word = "http://schemas.microsoft.com/office/word"
    return (
        f'{HEAD}<w:settings xmlns:w="{WORDPROCESSING}"><w:zoom w:percent="100"/>'
        '<w:defaultTabStop w:val="720"/><w:characterSpacingControl w:val="doNotCompress"/>'
        f'<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="{word}" w:val="15"/>'
        "</w:compat>"
        '<w:themeFontLang w:val="en-GB"/><w:decimalSymbol w:val="."/><w:listSeparator w:val=","/>'
        "</w:settings>"
    )


if __name__ == "__main__":
    write()
