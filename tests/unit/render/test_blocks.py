"""Every kind of block is rendered in every medium."""

from typing import get_args

import pytest
from unit.render import sampler

from pipeline.model.content import Block, Section
from pipeline.render import make

KINDS = get_args(Block)


def examples():
    """Return one block of each kind, with words that its document must hold."""
    charted = (sampler.CHARTS[0], sampler.SCREEN)
    blocks = (*sampler.FIRST_PAGE, *sampler.WORDS, *sampler.ENTRIES, *charted)
    found = {}
    for block in blocks:
        found.setdefault(type(block), block)
    return found


def test_the_sampler_has_every_kind():
    assert set(examples()) == set(KINDS)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("media", ["docx", "pdf", "html"])
def test_a_document_of_that_block_alone_is_made(kind, media):
    content = sampler.content((Section("a", "", (examples()[kind],)),))
    empty = sampler.content(())
    assert len(make(content, media)) > len(make(empty, media))


def test_a_block_of_an_unknown_kind_is_an_error():
    content = sampler.content((Section("a", "", (object(),)),))
    for media in ("docx", "html"):
        with pytest.raises(Exception, match=r"object|NoneType|blocks\.html\.j2"):
            make(content, media)
