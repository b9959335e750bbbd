"""A mistake in a template is reported with its file and line; the other documents are made."""

import re
import shutil
from concurrent.futures import ProcessPoolExecutor

import pytest
from unit.render import sampler

from pipeline.cli.executors import AtOnce
from pipeline.render import render
from pipeline.render.house import TEMPLATES

HEAD = '{% extends "house/base.html.j2" %}\n{% block main %}\n'


@pytest.fixture
def templates(tmp_path):
    shutil.copytree(TEMPLATES / "house", tmp_path / "house")
    (tmp_path / "sampler").mkdir()
    return tmp_path


def told(templates, text, executor=None):
    (templates / "sampler/template.html.j2").write_text(text, encoding="utf-8")
    asked = [(sampler.planned("pdf"), sampler.small()), (sampler.planned("docx"), sampler.small())]
    documents, missing = render(asked, executor or AtOnce(), templates=templates)
    assert [document.planned.spec.media for document in documents] == ["docx"]
    (finding,) = missing
    return dict(finding.facts)["why"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (HEAD + "<p>{{ content.titel }}</p>\n{% endblock %}\n", "line 3: a name that is not there"),
        (HEAD + "{{ nothing_here }}\n{% endblock %}\n", "line 3: a name that is not there"),
        (HEAD + "\n{% if print %}\n{% endblock %}\n", "line 5: .*endblock"),
        (HEAD + "\n\n{{ content.as_at | surely }}\n{% endblock %}\n", "line 5: .*surely"),
        (
            HEAD + "{{ sections[content.title] }}\n{% endblock %}\n",
            "line 3: a name that is not there$",
        ),
        (HEAD + "{{ content.sections + 1 }}\n{% endblock %}\n", "line 3: TypeError"),
    ],
)
def test_its_place_is_named(templates, text, place):
    why = told(templates, text)
    assert why.startswith("report_templates/sampler/template.html.j2, ")
    assert re.search(place, why), why


def test_its_place_is_named_from_another_process_too(templates):
    with ProcessPoolExecutor(1) as pool:
        why = told(templates, HEAD + "{{ nothing_here }}\n{% endblock %}\n", pool)
    assert "template.html.j2, line 3" in why
