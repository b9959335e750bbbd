"""`cinpack history` says what stands there, and removes nothing unless it is told to."""

import pytest
from typer.testing import CliRunner
from unit.publish.small_run import small_run

from pipeline.cli.app import app

CONFIG = "authority: {name: E}\nlocalities: [{name: North Dale, teams: [{name: Alder}]}]\n"
KEEP = CONFIG + "history: {keep_child_level_months: 13}\n"
OLD = ("--retention", "--as-at", "2027-06-29")


@pytest.fixture
def published(tmp_path):
    ready = small_run(tmp_path)
    ready.go()
    return ready


@pytest.fixture
def ask(published):
    def run(*options, config=KEEP):
        (published.request.config / "authority.yaml").write_text(config)
        folders = ("--config", str(published.request.config), "--outputs", str(published.outputs))
        answer = CliRunner().invoke(app, ["history", *options, *folders])
        return answer.exit_code, " ".join(answer.output.split())

    return run


def test_it_lists_what_was_published(ask):
    code, said = ask()
    assert code == 0
    assert said == (
        "2026-05-29, as at 29/05/2026: child-level rows kept; check-in-minutes 1, index 1"
    )


def test_what_is_damaged_is_named_and_needs_a_person(ask, published):
    file = published.outputs / "restricted/2026-05-29/snapshot/versions.csv"
    file.write_bytes(file.read_bytes() + b"x")
    code, said = ask()
    assert code == 3
    assert "child-level rows damaged" in said
    assert "restricted/2026-05-29/snapshot/versions.csv: The file is not as it was" in said


def test_retention_first_only_lists(ask, published):
    code, said = ask(*OLD)
    assert code == 0
    assert "Would go, being of 13 months before 29/06/2027 or older: 2026-05-29:" in said
    assert "Nothing was removed." in said
    assert (published.outputs / "restricted/2026-05-29/findings.csv").exists()


def test_told_to_it_removes_and_says_so_afterwards(ask):
    assert "Removed: 2026-05-29: findings.csv" in ask(*OLD, "--remove")[1]
    assert "figures alone, child-level rows removed" in ask()[1]
    assert ask(*OLD)[1] == "No child-level file is of 13 months before 29/06/2027 or older."


def test_without_a_limit_in_config_everything_stays(ask, published):
    code, said = ask(*OLD, "--remove", config=CONFIG)
    assert code == 0
    assert said.startswith("Nothing is removed: config does not say")
    assert (published.outputs / "restricted/2026-05-29/findings.csv").exists()


def test_remove_alone_is_a_wrong_use(ask):
    assert ask("--remove")[0] == 2
