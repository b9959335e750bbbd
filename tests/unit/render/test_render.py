"""Render makes every document it can, and names each that it cannot."""

import pickle
import shutil
from concurrent.futures import BrokenExecutor, Executor, Future, ThreadPoolExecutor

import pytest
from unit.render import sampler

from pipeline.errors import MistakeInTemplate
from pipeline.model.content import Paragraph, Section
from pipeline.render import make, render
from pipeline.render.house import HOUSE


class InProcess(Executor):
    """Runs each task when it is handed in."""

    def submit(self, fn, /, *args, **kwargs):
        future = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as fault:  # noqa: BLE001 - as executors do
            future.set_exception(fault)
        return future


class Dies(Executor):
    """Loses every task, as a pool does whose worker was killed."""

    def submit(self, fn, /, *args, **kwargs):
        del fn, args, kwargs
        future = Future()
        future.set_exception(MemoryError())
        return future


class BreaksDown(InProcess):
    """Takes one task and no more, as a pool does after one of its workers was killed."""

    def __init__(self):
        self.taken = 0

    def submit(self, fn, /, *args, **kwargs):
        self.taken += 1
        if self.taken > 1:
            raise BrokenExecutor
        return super().submit(fn, *args, **kwargs)


SHORT = sampler.content((Section("a", "A", (Paragraph(("Words.",)),)),))
BROKEN = sampler.content((Section("a", "A", (object(),)),))


@pytest.fixture
def templates(tmp_path):
    """Return a folder of templates with the house and nothing else."""
    shutil.copytree(HOUSE, tmp_path / "house")
    return tmp_path


def test_documents_come_in_the_order_asked_for():
    asked = [(sampler.planned(media), SHORT) for media in ("html", "docx", "html")]
    documents, missing = render(asked, InProcess())
    assert [document.planned.spec.media for document in documents] == ["html", "docx", "html"]
    assert missing == ()


def test_a_document_that_fails_becomes_a_finding_and_the_others_are_made():
    asked = [
        (sampler.planned("html", "first.html"), SHORT),
        (sampler.planned("docx", "olt/broken.docx"), BROKEN),
        (sampler.planned("html", "last.html"), SHORT),
    ]
    documents, (finding,) = render(asked, InProcess())
    assert [str(document.planned.path) for document in documents] == ["first.html", "last.html"]
    assert finding.rule.code == "pack.missing"
    assert finding.needs_person
    assert "olt/broken.docx" in finding.sentence


def test_a_finding_says_what_failed_in_words_and_repeats_nothing_of_the_fault(templates):
    (templates / "sampler").mkdir()
    template = templates / "sampler" / "template.html.j2"
    template.write_text("{{ content.secret_X0001 }}")
    asked = [(sampler.planned("html"), SHORT)]
    _, (finding,) = render(asked, InProcess(), templates=templates)
    assert "template.html.j2, line 1: a name that is not there" in finding.sentence
    assert "X0001" not in finding.sentence


def test_a_worker_that_dies_is_named_too():
    documents, (finding,) = render([(sampler.planned("pdf"), SHORT)], Dies())
    assert documents == ()
    assert "memory error" in finding.sentence


def test_a_pool_that_breaks_down_loses_no_document_it_has_made():
    asked = [(sampler.planned("html", name), SHORT) for name in ("a.html", "b.html")]
    (made,), (finding,) = render(asked, BreaksDown())
    assert str(made.planned.path) == "a.html"
    assert "b.html" in finding.sentence


def test_a_fault_can_be_let_through(templates):
    (templates / "sampler").mkdir()
    (templates / "sampler" / "template.html.j2").write_text("{{ nothing }}")
    asked = [(sampler.planned("html"), SHORT)]
    with pytest.raises(MistakeInTemplate):
        render(asked, InProcess(), templates=templates, raise_faults=True)


def test_a_task_can_be_sent_to_another_process():
    assert pickle.loads(pickle.dumps(make)) is make  # noqa: S301 - our own bytes
    assert pickle.loads(pickle.dumps(sampler.content())) == sampler.content()  # noqa: S301


def test_threads_make_the_same_documents_as_one_after_another():
    asked = [(sampler.planned(media), sampler.small()) for media in ("pdf", "docx", "html")]
    with ThreadPoolExecutor(3) as pool:
        threaded, _ = render(asked, pool)
    alone, _ = render(asked, InProcess())
    assert [d.content for d in threaded] == [d.content for d in alone]


def test_a_pack_may_lay_out_its_sections_itself(templates):
    (templates / "sampler").mkdir()
    (templates / "sampler" / "template.html.j2").write_text(
        '{% extends "house/page.html.j2" %}'
        "{% block main %}<i>before</i>{{ house.section(sections.a) }}{% endblock %}"
    )
    page = make(SHORT, "html", templates).decode()
    assert "<i>before</i>" in page
    assert "<h2>A</h2>" in page
