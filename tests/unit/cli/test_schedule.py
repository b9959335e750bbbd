"""`cinpack schedule` prints what three schedulers take, with absolute paths."""

import shlex
import sys
from pathlib import Path

import pytest

from pipeline.cli.schedule import cron_line, due_command, systemd_units, windows_task

AWKWARD = [sys.executable, "-m", "pipeline", "--config", "/a b/50% of $it's"]


def test_each_scheduler_is_told_the_same_absolute_command(cinpack, tmp_path):
    result = cinpack("schedule", "--outputs", "out", "--at", "06:30")
    assert result.exit_code == 0
    for text in (sys.executable, f"{tmp_path}/config", f"{tmp_path}/inputs", f"{tmp_path}/out"):
        assert result.stdout.count(text) == 3
    assert "30 6 * * 1-5 " in result.stdout
    assert "OnCalendar=Mon..Fri *-*-* 06:30:00" in result.stdout
    assert "/D MON,TUE,WED,THU,FRI /ST 06:30" in result.stdout


def test_cron_gets_back_the_command_with_its_per_cent_signs():
    line = cron_line(AWKWARD, (7, 0)).splitlines()[1]
    assert "\\%" in line
    assert shlex.split(line.replace("\\%", "%"))[5:] == AWKWARD


def test_systemd_expands_nothing_in_the_command():
    assert '"/a b/50%% of $$it\'s"' in systemd_units(AWKWARD, (7, 0))


def test_windows_gets_quotation_marks_inside_the_task():
    assert '\\"/a b/50% of $it\'s\\""' in windows_task(AWKWARD, "7:00")
    assert "/ST 07:00" in windows_task(AWKWARD, "7:00")


def test_a_part_that_is_due_is_asked_for():
    command = due_command(Path("c"), Path("i"), Path("o"))
    assert command[1:5] == ["-m", "pipeline", "run", "--due"]
    assert all(Path(path).is_absolute() for path in command[6::2])


@pytest.mark.parametrize("time", ["25:00", "7", "07:60", "7:5", "now", "-1:00"])
def test_another_time_is_code_2(cinpack, time):
    assert cinpack("schedule", "--at", time).exit_code == 2
