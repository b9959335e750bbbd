"""Runs cinpack for the catalogue and the fuzz: each command in a process of its own, under caps.

Started once as a script. It loads what cinpack needs, and for every job (a line of JSON on standard
input) forks a child that is `cinpack` with the job's words. It answers with a line of JSON.
"""

import json
import os
import resource
import signal
import socket
import sys
import tempfile
from contextlib import suppress
from pathlib import Path
from time import perf_counter

WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
READ = "scratch/read.json"
"""What came of the rows where the inputs were read and no more."""
TRAP = "trap"
"""A file of this stem lies outside every folder cinpack is told of; nothing may open it."""


def main():
    answers = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)
    with suppress(Exception):  # what breaks here breaks each run, and is told there
        warm_up(Path(sys.argv[1]))
    for line in sys.stdin:
        answers.write(json.dumps(serve(json.loads(line))) + "\n")
        answers.flush()


def warm_up(authority):
    """Do once, before any fork, what each run does first: imports, templates, calendars."""
    import pikepdf  # noqa: F401
    import rich.table  # noqa: F401

    import pipeline.cli.app
    import pipeline.cli.run
    import pipeline.cli.summary  # noqa: F401
    from pipeline.cli.executors import AtOnce
    from pipeline.model.request import Request
    from pipeline.run import run

    with tempfile.TemporaryDirectory() as scratch:
        request = Request(
            authority / "config",
            authority / "inputs",
            Path(scratch),
            packs=("data_quality", "index", "check_in_minutes"),
        )
        run(request, AtOnce())


def serve(job):
    """Run one command; return its exit code (minus the signal that ended it), time and memory.

    `seconds` are of work, which other programs on the machine do not lengthen; `waited` are by the clock.
    """
    console, notes = Path(job["console"]), Path(job["notes"])
    begun = perf_counter()
    child = os.fork()
    if child == 0:
        cinpack(job, console, notes)
    _, status, used = os.wait4(child, 0)
    return {
        "code": os.waitstatus_to_exitcode(status),
        "seconds": used.ru_utime + used.ru_stime,
        "waited": perf_counter() - begun,
        "megabytes": used.ru_maxrss // 1024,
    }


def cinpack(job, console, notes):
    """Be the child: never returns."""
    code = 70
    try:
        signal.alarm(job["seconds"])
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_AS, (job["megabytes"] << 20,) * 2)
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)  # the jobs are read from there
        out = os.open(console, os.O_CREAT | os.O_WRONLY | os.O_TRUNC)
        os.dup2(out, 1)
        os.dup2(out, 2)
        os.chdir(job["folder"])
        tempfile.tempdir = os.environ["TMPDIR"] = str(Path(job["folder"], "scratch"))
        socket.socket.connect = _no_network
        watch(Path(job["folder"]), notes)
        code = read_alone() if job["words"] == ["read"] else run_command(job["words"])
    except SystemExit as ended:
        code = ended.code if isinstance(ended.code, int) else int(bool(ended.code))
    finally:
        for stream in (sys.stdout, sys.stderr):
            with suppress(OSError, ValueError):
                stream.flush()
        os._exit(code)


def run_command(words):
    """Be the command with these words."""
    from pipeline.cli import main as cinpack_main

    sys.argv = ["cinpack", *words]
    cinpack_main()
    return 0


def read_alone():
    """Read and check the inputs, make nothing; print what is said, write down what came of the rows."""
    from dataclasses import asdict

    from pipeline.config import load_settings
    from pipeline.errors import CinpackError
    from pipeline.ingest import ingest
    from pipeline.validate import validate

    try:
        settings = load_settings(Path("config"))
        validated = validate(ingest(Path("inputs"), settings, None), settings)
    except CinpackError as error:
        sys.stdout.write(f"{error}\n")
        return error.exit_code
    told = [
        {
            "rule": each.rule.code,
            "effect": each.rule.effect,
            "file": each.place.file,
            "sheet": each.place.sheet,
            "row": str(each.place.row or ""),
            "what": each.rule.says.format(**dict(each.facts)),
        }
        for each in validated.findings
    ]
    for finding in validated.findings:
        sys.stdout.write(f"{finding.place}: {finding.sentence}\n")
    accounts = [asdict(account) for account in validated.accounts]
    Path(READ).write_text(json.dumps({"findings": told, "tables": accounts}), encoding="utf-8")
    return 0


def watch(folder, notes):
    """Note every file written outside outputs and scratch space, and every opening of the trap."""
    allowed = (str(folder / "outputs"), str(folder / "scratch"), os.devnull)
    log = os.open(notes, os.O_CREAT | os.O_WRONLY | os.O_APPEND)
    told = set()

    def heard(event, details):
        if event != "open":
            return
        path, _, flags = details
        if not isinstance(path, (str, bytes)):
            return
        name = str(Path.cwd() / os.fsdecode(path))
        if Path(name).stem == TRAP:
            os.write(log, b"opened the trap\n")
        elif flags & WRITES and not name.startswith(allowed) and name not in told:
            told.add(name)
            os.write(log, f"wrote {name}\n".encode())

    sys.addaudithook(heard)


def _no_network(*_):
    message = "cinpack tried to reach the network"
    raise AssertionError(message)


if __name__ == "__main__":
    main()
