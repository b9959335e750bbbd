"""`cinpack schedule`: what to hand to the scheduler of a machine, for `run --due` each morning."""

import shlex
import subprocess
import sys
from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli import options
from pipeline.cli.say import say


def schedule(
    config: options.Config = options.CONFIG,
    inputs: options.Inputs = options.INPUTS,
    outputs: options.Outputs = options.OUTPUTS,
    at: Annotated[str, typer.Option("--at", metavar="HH:MM", help="The time of day.")] = "07:00",
) -> None:
    """Print the cron line, systemd timer or Windows task that runs `run --due` each working day."""
    time = read_time(at)
    command = due_command(config, inputs, outputs)
    for text in (cron_line(command, time), systemd_units(command, time), windows_task(command, at)):
        say(text)
        say()


def read_time(text: str) -> tuple[int, int]:
    """Return hour and minute of a time written as 07:00."""
    hour, colon, minute = text.partition(":")
    if colon and hour.isdecimal() and minute.isdecimal() and len(minute) == 2:
        found = int(hour), int(minute)
        if found[0] < 24 and found[1] < 60:
            return found
    message = "--at takes a time such as 07:00"
    raise typer.BadParameter(message)


def due_command(config: Path, inputs: Path, outputs: Path) -> list[str]:
    """Return the command with the absolute paths of this installation."""
    return [
        str(Path(sys.executable).absolute()),
        "-m",
        "pipeline",
        "run",
        "--due",
        *("--config", str(config.absolute())),
        *("--inputs", str(inputs.absolute())),
        *("--outputs", str(outputs.absolute())),
    ]


def cron_line(command: list[str], time: tuple[int, int]) -> str:
    """Return the line for `crontab -e`, where a bare per cent sign would end the command."""
    line = shlex.join(command).replace("%", "\\%")
    return f"# cron: add with crontab -e\n{time[1]} {time[0]} * * 1-5 {line}"


def systemd_units(command: list[str], time: tuple[int, int]) -> str:
    """Return a service and its timer, for a user's own systemd."""
    return f"""\
# systemd: ~/.config/systemd/user/cinpack.service
[Unit]
Description=Packs that the calendar of meetings asks for

[Service]
Type=oneshot
SuccessExitStatus=3
ExecStart={" ".join(_for_systemd(part) for part in command)}

# systemd: ~/.config/systemd/user/cinpack.timer, then systemctl --user enable --now cinpack.timer
[Unit]
Description=Each working morning

[Timer]
OnCalendar=Mon..Fri *-*-* {time[0]:02}:{time[1]:02}:00
Persistent=true

[Install]
WantedBy=timers.target"""


def windows_task(command: list[str], at: str) -> str:
    """Return the command that registers a task, for a Windows command prompt."""
    task = subprocess.list2cmdline(command).replace('"', '\\"')
    return (
        "REM Windows: run once in a command prompt\n"
        f"schtasks /Create /TN cinpack /SC WEEKLY /D MON,TUE,WED,THU,FRI /ST {at:0>5} "
        f'/TR "{task}"'
    )


def _for_systemd(part: str) -> str:
    escaped = part.replace("\\", "\\\\").replace('"', '\\"').replace("%", "%%").replace("$", "$$")
    return f'"{escaped}"'
