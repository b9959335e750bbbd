"""Spoils the bytes of a real file: anywhere, inside a part of its zip, or in the tree of its XML."""

import io
import re
import zipfile
from copy import deepcopy

from lxml import etree

NUMBERS = (b"0", b"-1", b"1e400", b"nan", b"", b"65536", b"1048577", b"99999999999999999999")
WORDS = (
    "",
    " ",
    "\n",
    "0",
    "-1",
    "1e400",
    "NaN",
    "31/02/2026",
    "29/02/2024",
    "01/01/0001",
    "9999-12-31",
    "46171",
    "99999999999999999999",
    "=1+1",
    "@SUM(A1)",
    "<b>&amp;</b>",
    "'; --",
    "\u202egnp",
    "\ufeff",
    "\u00a0\u2007",
    "e\u0301" * 20,
    "\U0001f600",
    "x" * 40_000,
    "true",
    "#REF!",
    "None",
)
"""What a cell may hold that nobody hoped for."""
ENCODINGS = ("utf-8-sig", "utf-16", "cp1252")
MARKS = ",;\t|"
MOST_DOUBLED = 20_000
"""Elements: no copy of a larger tree is put in."""


def spoilt(content, chance):
    """Return bytes with up to four of them changed, cut out, doubled, or made another number."""
    content = bytearray(content)
    for _ in range(chance.randint(1, 4)):
        if not content:
            break
        at, what = chance.randrange(len(content)), chance.randrange(6)
        if what == 0:
            content[at] = chance.randrange(256)
        elif what == 1:
            del content[at : at + chance.randint(1, 40)]
        elif what == 2:
            content[at:at] = content[chance.randrange(len(content)) :][: chance.randint(1, 200)]
        elif what == 3:
            content[at : at + 4] = chance.choice([b"\xff\xff\xff\xff", b"\0\0\0\0", b"\1\0\0\0"])
        elif what == 4:
            found = list(re.finditer(rb"\d+", bytes(content)))
            if found:
                start, end = chance.choice(found).span()
                content[start:end] = chance.choice(NUMBERS)
        elif chance.random() < 0.2:
            del content[at:]
    return bytes(content)


def spoilt_inside(content, chance):
    """Return a zip of which one part is spoilt; the zip itself is whole."""
    return _rezipped(content, chance, spoilt)


def spoilt_tree(content, chance):
    """Return a zip of which the XML of one part is another tree, well formed."""
    return _rezipped(content, chance, rearranged)


def spoilt_parts(content, chance):
    """Return a zip that lacks a part, has one twice, or has two under each other's names."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(stream, "w") as new:
        names = old.namelist()
        one, other = chance.choice(names), chance.choice(names)
        what = chance.randrange(3)
        for name in names:
            if name == one and what == 0:
                continue
            source = {one: other, other: one}.get(name, name) if what == 1 else name
            new.writestr(name, old.read(source))
        if what == 2:
            new.writestr(f"{one}.{chance.randrange(9)}/../{other}", old.read(one))
    return stream.getvalue()


def rearranged(content, chance):
    """Return XML with up to four elements or attributes lost, doubled, moved or made another."""
    try:
        root = etree.fromstring(content)
    except etree.XMLSyntaxError:
        return spoilt(content, chance)
    for _ in range(chance.randint(1, 4)):
        elements = [e for e in root.iter(etree.Element) if e is not root]
        if not elements:
            break
        _rearrange(chance.choice(elements), chance.choice(elements), chance)
    return etree.tostring(root, xml_declaration=True, encoding="utf-8")


def _rearrange(element, other, chance):
    parent, what = element.getparent(), chance.randrange(6)
    if what == 0:
        parent.remove(element)
    elif what == 1 and sum(1 for _ in element.iter()) < MOST_DOUBLED:
        for _ in range(chance.choice([1, 1, 2, 30])):
            parent.insert(parent.index(element), deepcopy(element))
    elif what == 2 and element not in other.iterancestors() and element is not other:
        other.append(element)
    elif what == 3 and element.attrib:
        element.set(chance.choice(list(element.attrib)), chance.choice(WORDS))
    elif what == 4:
        element.text = chance.choice(WORDS)
    else:
        element.tag = other.tag


def retyped(content, chance):
    """Return delimited text in which cells, rows or columns were changed, as in a text editor."""
    encoding = next((each for each in ENCODINGS if _is_text(content, each)), None)
    if encoding is None:
        return spoilt(content, chance)
    lines = content.decode(encoding).split("\n")
    mark = max(MARKS, key=lines[0].count)
    for _ in range(chance.randint(1, 4)):
        at, what = chance.randrange(len(lines)), chance.randrange(4)
        if what == 0:
            lines.insert(chance.randrange(len(lines)), lines[at])
        elif what == 1 and len(lines) > 1:
            del lines[at]
        elif what == 2 and chance.random() < 0.5:
            lines = [line.replace(mark, chance.choice(f"{MARKS}: ")) for line in lines]
        else:
            lines[at] = mark.join(_recelled(lines[at].split(mark), chance))
    return "\n".join(lines).encode(encoding, "replace")


def _is_text(content, encoding):
    try:
        content.decode(encoding)
    except UnicodeError:
        return False
    return True


def _recelled(cells, chance):
    """Return a row with one cell changed, opened by a quote, lost, or put in."""
    column, what = chance.randrange(len(cells)), chance.randrange(5)
    if what < 2:
        cells[column] = chance.choice(WORDS)
    elif what == 2:
        cells[column] = '"' + cells[column]
    elif what == 3:
        del cells[column]
    else:
        cells.insert(column, chance.choice(WORDS))
    return cells


def _rezipped(content, chance, spoil):
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(stream, "w") as new:
        names = old.namelist()
        chosen = chance.choice([name for name in names if name.endswith((".xml", ".rels"))])
        for name in names:
            data = old.read(name)
            new.writestr(name, spoil(data, chance) if name == chosen else data)
    return stream.getvalue()


TEXT = (spoilt, retyped, retyped, retyped)
ZIP = (spoilt, spoilt_inside, spoilt_tree, spoilt_tree, spoilt_parts)
XML = (spoilt, rearranged, rearranged)
BYTES = (spoilt,)
