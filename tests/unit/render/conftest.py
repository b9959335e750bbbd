"""A document of each medium, made once for all tests that look into it."""

import pytest
from unit.render import sampler

from pipeline.render import make


@pytest.fixture(scope="session")
def whole():
    """Return the sampler, which holds every kind of block, in every medium."""
    blocks = (
        *sampler.FIRST_PAGE,
        *sampler.WORDS,
        sampler.data_table(sampler.TEAMS[:3]),
        sampler.CHARTS[0],
        *sampler.ENTRIES,
    )
    content = sampler.content((sampler.Section("all", "All of it", blocks),))
    return {media: make(content, media) for media in ("docx", "pdf", "html")}
