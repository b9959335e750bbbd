"""Awkward data: every page of every document is used, within its edges, no word over another."""

import subprocess
import sys
from pathlib import Path

import pytest
from verify.awkward import AUTHORITIES, TEAMS_OWN
from verify.libreoffice import to_pdf
from verify.pictures import page_faults
from verify.words_on_page import word_faults
from weasyprint import HTML

from pipeline.packs import find_packs

ROOT = Path(__file__).parents[2]
AS_AT = ("--as-at", "2026-11-03")
PAGE = '<html lang="en"><head><title>A page</title></head><body>{}</body></html>'


@pytest.fixture(scope="module", params=AUTHORITIES, ids=str)
def printed(request, tmp_path_factory):
    """Return every document of an awkward authority as PDF, by its path in the period.

    Of forty teams the papers of each team alone are not made again: the other authorities have them.
    """
    root = tmp_path_factory.mktemp(request.param)
    AUTHORITIES[request.param](root)
    folders = [f"--{name}={root / name}" for name in ("config", "inputs", "outputs")]
    run = subprocess.run(
        [sys.executable, "-m", "pipeline", "run", *folders, *_packs(request.param), *AS_AT],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode in {0, 3}, run.stderr
    assert "could not be made" not in run.stderr
    period = root / "outputs/2026-11-03"
    made = {path: path for path in period.rglob("*.pdf")}
    made |= to_pdf(sorted(period.rglob("*.docx")), tmp_path_factory.mktemp("word"))
    return {str(path.relative_to(period)): pdf for path, pdf in made.items()}


def _packs(authority):
    """Return the options that name the packs to make: those that have pages."""
    left_out = TEAMS_OWN if authority == "forty_teams" else ()
    names = [spec.name.replace("_", "-") for spec in find_packs() if spec.media in ("pdf", "docx")]
    return [f"--pack={name}" for name in names if name not in left_out]


def test_every_page_is_used_and_no_word_is_lost(printed):
    assert {
        path: faults
        for path, pdf in printed.items()
        if (faults := [*page_faults(pdf), *word_faults(pdf)])
    } == {}


def test_words_over_one_another_and_off_the_page_are_caught(tmp_path):
    style = "position: absolute; top: 40mm; left: 20mm"
    over = f'<p style="{style}">Wordswithoutend</p><p style="{style}">Otherwords</p>'
    off = '<p style="white-space: nowrap">' + "endless&nbsp;" * 40 + "</p>"
    for name, body in (("over", over), ("off", off)):
        HTML(string=PAGE.format(body)).write_pdf(tmp_path / f"{name}.pdf")
    assert word_faults(tmp_path / "over.pdf") == ["page 1: 1 words over one another"]
    assert "words at or over the edge" in word_faults(tmp_path / "off.pdf")[0]


def test_a_sound_page_passes(tmp_path):
    HTML(string=PAGE.format("<p>Words</p><p>More words</p>")).write_pdf(tmp_path / "a.pdf")
    assert word_faults(tmp_path / "a.pdf") == []
