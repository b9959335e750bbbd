"""What each pack says of a small authority is what somebody read and approved (`make approve`)."""

import difflib
import re
from pathlib import Path

import pytest
from approval.as_text import as_text
from approval.small_authority import contents
from lxml import etree
from unit.render import sampler
from unit.render.word_xml import part

from pipeline.render import make

APPROVED = Path(__file__).parent / "approved"


def said_now():
    """Return every text by its file's name."""
    said = {name: as_text(content) for name, content in contents().items()}
    said["sampler.html"] = _page(make(sampler.small(), "html").decode())
    body = part(make(sampler.small(), "docx"))
    said["sampler.docx"] = etree.tostring(body, pretty_print=True, encoding="unicode")
    return said


def _page(html):
    """Return a page without its style sheet and the pictures' bytes."""
    html = re.sub(r"<style>.*?</style>", "<style>…</style>", html, flags=re.DOTALL)
    html = re.sub(r"sha256-[A-Za-z0-9+/=]+", "sha256-…", html)
    html = re.sub(r"base64,[A-Za-z0-9+/=]+", "base64,…", html)
    return re.sub(r">\s*<", ">\n<", html).rstrip() + "\n"


def difference(name, now):
    path = APPROVED / f"{name}.txt"
    approved = path.read_text(encoding="utf-8") if path.exists() else ""
    lines = difflib.unified_diff(
        approved.splitlines(), now.splitlines(), "approved", "now", lineterm="", n=1
    )
    return "\n".join(lines)


def test_each_document_says_what_was_approved():
    now = said_now()
    assert {path.stem for path in APPROVED.glob("*.txt")} == set(now)
    changed = [difference(name, text) for name, text in now.items()]
    assert "\n".join(filter(None, changed)) == "", "read this, then: make approve"


@pytest.mark.parametrize("name", ["olt_briefing", "sampler.html"])
def test_a_changed_word_is_seen(name):
    text = (APPROVED / f"{name}.txt").read_text(encoding="utf-8")
    assert difference(name, text) == ""
    assert "+planted" in difference(name, f"{text}planted\n")
