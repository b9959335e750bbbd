"""Last month's forms come back filled in, from the authority as it was then."""

import io
import re
import zipfile

import pytest

from pipeline.setup.demo import write_demo

AS_AT_THEN = "2026-10-05"


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    """The Word files of a small authority by path, as their text."""
    out = tmp_path_factory.mktemp("authority")
    paths = write_demo(out, seed=5, open_plans=90, localities=2, teams=4)
    return {
        path.relative_to(out).as_posix(): text_of(path.read_bytes())
        for path in paths
        if path.suffix == ".docx"
    }


def text_of(content):
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        xml = archive.read("word/document.xml").decode()
    return " ".join(re.findall(r"<w:t[^>]*>([^<]*)", xml))


def test_each_locality_sends_back_minutes_and_a_review_form(written):
    assert sorted(path.split("/")[1] for path in written) == ["minutes"] * 2 + ["reviews"] * 2
    assert all(AS_AT_THEN in path for path in written)


def test_the_forms_are_of_that_day_and_people_wrote_in_them(written):
    for path, text in written.items():
        assert "As at 5 October 2026" in text
        if "minutes" in path:
            assert "Wait for parenting courses" in text
        else:
            assert "expected to go up" in text


def test_no_child_is_named_in_them(written):
    assert not any(re.search(r"\b\d{7}\b", text) for text in written.values())
