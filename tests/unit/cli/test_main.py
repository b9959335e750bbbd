"""The command as it is started: light, private, silent about what libraries say."""

import logging
import os
import subprocess
import sys
from concurrent.futures import Executor
from pathlib import Path

import pytest

import pipeline.cli.app
from pipeline import __version__
from pipeline.cli import interrupts, main, quiet
from pipeline.cli.executors import AtOnce
from pipeline.cli.say import counted, listed, plain

ROOT = Path(__file__).parents[3]
HEAVY = {
    "pandas",
    "numpy",
    "matplotlib",
    "weasyprint",
    "docx",
    "openpyxl",
    "xlsxwriter",
    "holidays",
    "jinja2",
    "lxml",
    "yaml",
}


def test_help_names_the_commands_and_the_codes(cinpack):
    said = cinpack("--help").stdout
    for word in ("run", "check", "due", "schedule", "demo", "Exit codes: 0 published"):
        assert word in said


def test_the_version_is_said(cinpack):
    assert cinpack("--version").stdout == f"cinpack {__version__}\n"


@pytest.mark.parametrize("words", [(), ("rnu",), ("--frob",)])
def test_a_command_that_is_not_there_is_code_2(cinpack, words):
    assert cinpack(*words).exit_code == 2


def test_the_command_line_imports_nothing_heavy():
    told = subprocess.run(
        [sys.executable, "-c", "import sys, pipeline.cli.app; print(*sys.modules)"],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )
    assert HEAVY & set(told.stdout.split()) == set()


def test_the_process_answers_with_code_and_sentence(tmp_path):
    command = [sys.executable, "-m", "pipeline", "run", "--config", str(tmp_path / "none")]
    told = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)
    assert told.returncode == 2
    assert told.stderr.startswith(f"There is no config folder {tmp_path / 'none'}.")
    assert "Traceback" not in told.stderr


def test_what_is_written_is_for_its_user_alone(monkeypatch):
    seen = []
    monkeypatch.setattr(quiet, "quieten", lambda: None)
    monkeypatch.setattr(interrupts, "listen", lambda: None)
    monkeypatch.setattr(pipeline.cli.app, "app", lambda **_: seen.append(os.umask(0o077)))
    before = os.umask(0o022)
    try:
        main()
    finally:
        os.umask(before)
    assert seen == [0o077]


def test_libraries_print_neither_warnings_nor_logs():
    code = (
        "from pipeline.cli.quiet import quieten; quieten(); import logging, warnings;"
        "logging.getLogger('library').warning('X0001'); warnings.warn('X0001');"
        "print('a\\udc80\u2192b')"
    )
    told = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        check=True,
        cwd=ROOT,
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
    )
    assert told.stderr == b""
    assert told.stdout.splitlines() == [b"a??b"]


def test_without_quieten_they_would():
    code = "import logging; logging.getLogger('library').warning('X0001')"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert b"X0001" in told.stderr


class TestAtOnce:
    """The executor of one process."""

    def test_it_maps_in_order_like_any_executor(self):
        with AtOnce() as executor:
            assert isinstance(executor, Executor)
            assert list(executor.map(abs, [-2, 1])) == [2, 1]

    def test_an_error_waits_for_whoever_asks_for_the_result(self):
        future = AtOnce().submit(int, "x")
        assert isinstance(future.exception(), ValueError)

    def test_ctrl_c_is_not_kept_back(self):
        def stop():
            raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            AtOnce().submit(stop)


def test_lines_keep_their_breaks_and_lose_what_steers_a_terminal():
    assert plain("Llŷn\ta\x1b[0m\nb\u200e\u00a0c") == "Llŷn a?[0m\nb? c"


def test_numbers_and_lists_read_as_people_write_them():
    assert (counted(1, "document"), counted(1200, "file")) == ("1 document", "1,200 files")
    assert listed("abc", 2) == "a, b and 1 more"


@pytest.mark.usefixtures("pretended")
def test_a_command_leaves_the_log_as_it_was(cinpack):
    logger = logging.getLogger("pipeline")
    before = (list(logger.handlers), logger.level)
    cinpack("run")
    assert (logger.handlers, logger.level) == before
