"""An e-mail draft: who it goes to, what it says, what is attached, the same each time."""

import email
import email.policy
from dataclasses import replace
from pathlib import PurePosixPath

import pytest
from unit.render import sampler

from pipeline.model.circulation import CirculationList
from pipeline.model.content import Bullets, Paragraph, Section
from pipeline.model.packs import Circulated, Document, PlannedDocument
from pipeline.model.scopes import AUTHORITY, Scope
from pipeline.render.email import make_email

MINUTES = CirculationList(
    name="Minutes",
    gets="business services",
    to=("lee@exampleshire.example", "ash@exampleshire.example"),
    cc=("kim@exampleshire.example",),
)
CONTENT = replace(
    sampler.content((Section("a", "", (Paragraph(("Dear all,",)), Bullets((("One – a",),)))),)),
    title="OFFICIAL-SENSITIVE: papers for the North Dale CIN Check-In",
)


def paper(path, scope):
    planned = sampler.planned("docx", path, "check_in_minutes", scope)
    spec = planned.spec.model_copy(update={"audience": "business services"})
    return replace(planned, spec=spec)


PAPERS = (
    paper("olt/check-in-minutes.docx", AUTHORITY),
    paper("localities/North Dale/check-in-minutes.docx", Scope("locality", "North Dale")),
)
DRAFT = PlannedDocument(
    sampler.planned("pdf").spec,
    AUTHORITY,
    PurePosixPath("emails/Minutes.eml"),
    Circulated(MINUTES, PAPERS),
)
MADE = tuple(Document(each, str(each.path).encode()) for each in PAPERS)


def message():
    return email.message_from_bytes(make_email(DRAFT, CONTENT, MADE), policy=email.policy.default)


def test_it_is_a_draft_to_the_list():
    found = message()
    assert found["To"] == "lee@exampleshire.example, ash@exampleshire.example"
    assert found["Cc"] == "kim@exampleshire.example"
    assert found["Subject"] == CONTENT.title
    assert found["X-Unsent"] == "1"
    assert not found["Date"]
    assert not found["From"]


def test_it_says_what_its_content_says():
    body = message().get_body().get_content()
    assert body.splitlines() == [CONTENT.classification, "", "Dear all,", "", "- One – a"]


def test_the_papers_are_attached_whole_under_names_that_differ():
    found = {each.get_filename(): each.get_content() for each in message().iter_attachments()}
    assert found == {
        "OLT check-in-minutes.docx": b"olt/check-in-minutes.docx",
        "North Dale check-in-minutes.docx": b"localities/North Dale/check-in-minutes.docx",
    }


def test_it_is_the_same_each_time():
    assert make_email(DRAFT, CONTENT, MADE) == make_email(DRAFT, CONTENT, reversed(MADE))


def test_without_one_of_its_papers_it_is_not_made():
    with pytest.raises(LookupError):
        make_email(DRAFT, CONTENT, MADE[:1])
