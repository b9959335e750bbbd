"""Whatever is typed where, and whatever happens to a file: words come back whole, or it is refused."""

import io
import random
import zipfile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree
from word_forms import MINUTES, REVIEW, SETTINGS, Document, W, blank, read, run

from pipeline.ingest.refusal import Refused
from pipeline.ingest.word_form.counting import count
from pipeline.ingest.word_form.form import read_form
from pipeline.model.identity import bare

PLACES = {
    pack: sum(1 for _ in Document(blank(pack)).body.iter(f"{W}p")) for pack in (MINUTES, REVIEW)
}
TEXTS = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cs", "Cc", "Co", "Cn")),
    min_size=1,
    max_size=30,
)


def held(raw):
    """Return everything that came out of a form, without spaces."""
    return bare("".join([*(a.text for a in raw.answers), *(a.text for a in raw.asides)]))


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.sampled_from([MINUTES, REVIEW]),
    st.lists(st.tuples(st.integers(0, 10_000), TEXTS), min_size=1, max_size=8),
)
def test_texts_typed_anywhere_come_back_whole(pack, typed):
    form = Document(blank(pack))
    places = list(form.body.iter(f"{W}p"))
    before, _ = read(form.saved())
    words = []
    for number, (place, text) in enumerate(typed):
        mark = f"[{number}>{text}<{number}]"
        made = run("")
        made[-1].text = mark
        places[place % len(places)].append(made)
        words.append(bare(mark))
    raw, _ = read(form.saved())
    whole = held(raw)
    assert [each for each in words if each not in whole] == []
    assert raw.characters.unaccounted == 0
    written = raw.characters.total - before.characters.total
    assert written == sum(map(count, words))


AROUND = [
    "<w:ins {0}>{1}</w:ins>",
    "<w:sdt {0}><w:sdtContent>{1}</w:sdtContent></w:sdt>",
    "<w:smartTag {0}>{1}</w:smartTag>",
    "<w:fldSimple {0} w:instr='PAGE'>{1}</w:fldSimple>",
    "<w:del {0}>{1}</w:del>",
    "<w:txbxContent {0}><w:p>{1}</w:p></w:txbxContent>",
    "<w:tbl {0}><w:tr><w:tc>{1}</w:tc></w:tr></w:tbl>",
]


def shuffled(content, dice):
    """Return a document whose XML was torn about: things moved, doubled, dropped, wrapped, renamed."""
    form = Document(content)
    for _ in range(dice.randint(1, 12)):
        every = [e for e in form.body.iter() if e.getparent() is not None]
        if not every:
            break
        one, other = dice.choice(every), dice.choice(every)
        deed = dice.choice(("drop", "double", "move", "wrap", "rename", "text", "attribute"))
        if deed == "drop":
            one.getparent().remove(one)
        elif deed == "double":
            one.addnext(etree.fromstring(etree.tostring(one)))
        elif deed == "move" and one not in other.iterancestors() and one is not other:
            other.append(one)
        elif deed == "wrap":
            inside = etree.tostring(one).decode()
            around = dice.choice(AROUND).format(f'xmlns:w="{W[1:-1]}"', inside)
            one.getparent().replace(one, etree.fromstring(around))
        elif deed == "rename":
            one.tag = other.tag
        elif deed == "text":
            one.text = dice.choice(("", "7", "Words", "x" * 300))
        elif deed == "attribute":
            one.set(f"{W}val", dice.choice(("", "-1", "99999999999", "nonsense")))
    return form.saved()


@pytest.mark.parametrize("seed", [*range(60), 1078])
def test_a_document_torn_about_loses_no_character(seed):
    dice = random.Random(seed)  # noqa: S311 - no secret, the same each time
    content = shuffled(blank(dice.choice((MINUTES, REVIEW))), dice)
    try:
        raw, _ = read(content)
    except Refused as refused:
        _is_told(refused)
        return
    assert raw.characters.unaccounted == 0


@pytest.mark.parametrize("seed", range(60))
def test_bytes_changed_anywhere_are_read_or_refused(seed):
    dice = random.Random(seed)  # noqa: S311
    spoilt = bytearray(blank(MINUTES))
    for _ in range(dice.randint(1, 20)):
        at = dice.randrange(len(spoilt))
        spoilt[at : at + dice.randint(0, 3)] = dice.randbytes(dice.randint(0, 3))
    _read_or_refused(bytes(spoilt))


@pytest.mark.parametrize("seed", range(60))
def test_parts_changed_anywhere_are_read_or_refused(seed):
    dice = random.Random(seed)  # noqa: S311
    parts = Document(blank(REVIEW)).parts
    name = dice.choice(sorted(parts))
    spoilt = bytearray(parts[name])
    for _ in range(dice.randint(1, 6)):
        at = dice.randrange(len(spoilt) + 1)
        spoilt[at : at + dice.randint(0, 40)] = dice.choice((b"", b"<", b"/>", b"x", b"\xff", b"0"))
    parts[name] = bytes(spoilt)
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for each, content in parts.items():
            archive.writestr(each, content)
    _read_or_refused(stream.getvalue())


def _read_or_refused(content):
    try:
        read_form(content, "form.docx", ".docx", SETTINGS)
    except Refused as refused:
        _is_told(refused)


def _is_told(refused):
    assert refused.finding("form.docx").sentence
    assert refused.rule.code != "document.unaccounted"
