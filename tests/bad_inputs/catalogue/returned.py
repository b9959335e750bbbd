"""Forms of the small authority as they were sent out and as people gave them back."""

import tempfile
from datetime import date
from functools import cache
from pathlib import Path
from threading import Lock

from bad_inputs.authority import EXTRACT_PATH, Authority
from word_forms import MINUTES, REVIEW, Document, cells, choose, rows, type_in

from pipeline.compose import compose
from pipeline.config import load_settings
from pipeline.ingest import ingest
from pipeline.meetings import run_calendar
from pipeline.packs import TEMPLATES, choose_packs, find_packs, plan_documents
from pipeline.render.word import make_word
from pipeline.transform import transform
from pipeline.validate import validate

MARCH, APRIL = date(2026, 3, 27), date(2026, 4, 30)
MARCH_PATH = "minutes/North Dale check-in March.docx"
APRIL_PATH = "minutes/North Dale check-in April.docx"
REVIEW_PATH = "reviews/North Dale review.docx"
APRIL_NAME, REVIEW_NAME = "North Dale check-in April.docx", "North Dale review.docx"
PEOPLE = """\
people: {performance_officers: [Kim Fiction], business_services: [Lee Fable]}
"""
WALK, RING = "2Apr26-1", "2Apr26-2"
"""The references that March's actions get."""
IMPACT = "Actions to achieve desired impact"
WORDS = {
    "walk": "Walk the long plans zzqwalk",
    "ring": "Ring the school zzqring",
    "visit": "Visit them twice zzqvisit",
    "well": "Attendance is good zzqwell",
    "why": "Two more closures zzqwhy",
    "barrier": "No nursery places zzqbarrier",
    "note": "Landlord wrote back zzqnote",
    "changed": "Scores went up zzqchanged",
}
"""What people wrote; each word ends in one that stands nowhere else."""

_DRAWING = Lock()
"""Charts are drawn one at a time: matplotlib keeps its fonts for all threads together."""


@cache
def blank(pack, day, *returned):
    """Return North Dale's form as it was sent out for a day, with what had come back by then."""
    authority = Authority()
    authority.setting(PEOPLE)
    authority.put(EXTRACT_PATH, None)
    authority.put(f"extracts/CIN plans {day:%d.%m.%Y}.csv", authority.plans.text)
    for path, content in returned:
        authority.put(path, content)
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        authority.write(folder)
        settings = load_settings(folder / "config")
        validated = validate(ingest(folder / "inputs", settings, None), settings)
    measures = transform(validated, settings, run_calendar(settings, day, None))
    planned = plan_documents(choose_packs(find_packs(), (pack,)), settings, ("North Dale",))
    ((_, content),), _ = compose(measures, planned, raise_faults=True)
    with _DRAWING:
        return make_word(content, TEMPLATES)


@cache
def march():
    """Return March's minutes filled in: two actions."""
    form = Document(blank(MINUTES, MARCH))
    choose(form.entry("Date"), "02/04/2026", "2026-04-02")
    type_in(form.cell(IMPACT, "Alder", IMPACT), WORDS["walk"])
    type_in(form.cell(IMPACT, "Alder", "By When"), "16/04/2026")
    type_in(form.cell(IMPACT, "Birch", IMPACT), WORDS["ring"])
    return form.saved()


def sent_in_april():
    """Return April's minutes as they were sent out, March's actions in them."""
    return Document(blank(MINUTES, APRIL, (MARCH_PATH, march())))


def april():
    """Return April's minutes filled in, still open on somebody's screen."""
    form = sent_in_april()
    choose(form.entry("Date"), "05/05/2026", "2026-05-05")
    choose(form.cell("Ref", WALK, "Outcome"), "in progress")
    type_in(form.cell("Ref", WALK, "Note"), WORDS["note"])
    type_in(form.cell("Going well", "Alder", "Going well"), WORDS["well"])
    type_in(form.cell(IMPACT, "Alder", IMPACT), WORDS["visit"])
    type_in(form.cell(IMPACT, "Alder", "By When"), "12/05/2026")
    type_in(form.cell("Open now", "Alder", "We expect"), "3")
    type_in(form.cell("Open now", "Alder", "What will make"), WORDS["why"])
    type_in(cells(rows(form.table("Barrier or opportunity"))[1])[0], WORDS["barrier"])
    return form


def review():
    """Return a review form filled in for Alder and Birch, still open on somebody's screen."""
    form = Document(blank(REVIEW, APRIL))
    choose(form.entry("Date"), "06/05/2026", "2026-05-06")
    type_in(form.entry("Completed by (name)"), "Val Unreal")
    for team, score in (("Alder", "4"), ("Birch", "2")):
        choose(form.cell("Name of team", "Observation date", team), "06/05/26", "2026-05-06")
        for criterion in ("1.", "2.", "3."):
            choose(form.cell("Name of team", criterion, team), score)
    type_in(cells(rows(form.table("Have effectiveness scores"))[-1])[0], WORDS["changed"])
    return form


def put_returned(authority):
    """Put March's and April's minutes and the review into the inputs."""
    authority.setting(PEOPLE)
    authority.put(MARCH_PATH, march())
    authority.put(APRIL_PATH, _saved_april())
    authority.put(REVIEW_PATH, _saved_review())
    authority.secrets.update(WORDS.values())


@cache
def _saved_april():
    return april().saved()


@cache
def _saved_review():
    return review().saved()
