"""A sample run for the outside judges to look at."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def published(tmp_path_factory):
    """Return the period folder that a run on the committed sample publishes."""
    outputs = tmp_path_factory.mktemp("outputs")
    run = subprocess.run(
        [sys.executable, "-m", "pipeline", "run", "--outputs", str(outputs)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode in {0, 3}, run.stderr
    (period,) = (path for path in outputs.iterdir() if path.is_dir() and path.name != "restricted")
    return period


@pytest.fixture(scope="session")
def pdfs(published):
    return _some(published, "*.pdf")


@pytest.fixture(scope="session")
def word_files(published):
    return _some(published, "*.docx")


@pytest.fixture(scope="session")
def pages(published):
    return _some(published, "*.html")


@pytest.fixture(scope="session")
def word_pdfs(word_files, tmp_path_factory):
    """Return each Word file as LibreOffice prints it: accessible PDFs, by the Word file's path."""
    from verify.libreoffice import to_pdf

    return to_pdf(word_files, tmp_path_factory.mktemp("from-word"))


def _some(folder, pattern):
    found = sorted(folder.rglob(pattern))
    assert found, f"the sample run made no {pattern}"
    return found
