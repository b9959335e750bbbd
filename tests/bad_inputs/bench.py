"""Writes an entry's authority, runs cinpack on it and judges what came of it."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from bad_inputs.authority import Authority
from bad_inputs.catalogue.bases import BASES
from bad_inputs.entry import Entry
from bad_inputs.judge import faults
from bad_inputs.result import Result

HERE = Path(__file__).parent
SECONDS = 60
"""By the clock, after which a run is ended."""
ADDRESS_SPACE = 6000
"""Megabytes of addresses; what is really used is judged afterwards."""
CHECKED_TOO = 6
"""Of every so many entries one is put to `cinpack check` as well."""
MAY_WRITE = "/config/"
"""Where `cinpack map` writes."""


class Bench:
    """A server that runs cinpack in processes of its own, and the clean runs it has made."""

    def __enter__(self):
        self._clean: dict[tuple, Result] = {}
        self._scratch = tempfile.TemporaryDirectory()
        self.folder = Path(self._scratch.name)
        Authority().write(self.folder / "warm")
        self._server = subprocess.Popen(
            [sys.executable, HERE / "fork_server.py", self.folder / "warm"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "OPENBLAS_NUM_THREADS": "1", "PYTHONDONTWRITEBYTECODE": "1"},
        )
        return self

    def __exit__(self, *_):
        self._server.stdin.close()
        self._server.wait()
        self._server.stdout.close()
        self._scratch.cleanup()

    def faults(self, entry):
        """Run an entry; return what does not hold, in words."""
        clean = self.clean(entry)
        with tempfile.TemporaryDirectory(dir=self.folder) as scratch:
            return faults(entry, self.run(entry, Path(scratch)), clean)

    def run(self, entry, folder):
        """Run an entry in a folder, which holds all of it afterwards."""
        authority = Authority()
        BASES[entry.base](authority)
        entry.make(authority)
        authority.write(folder)
        (folder / "scratch").mkdir()
        before = _bytes(folder)
        result = self.cinpack(folder, authority, "run", entry)
        if sum(map(ord, entry.id)) % CHECKED_TOO == 0:
            result.check_code = self.cinpack(folder, authority, "check", entry).code
        after = _bytes(folder)
        result.changed_inputs = tuple(
            str(path.relative_to(folder))
            for path in before.keys() | after.keys()
            if before.get(path) != after.get(path)
        )
        return result

    def read(self, entry, folder):
        """Have the inputs of an entry read and checked, and nothing made of them."""
        authority = Authority()
        BASES[entry.base](authority)
        entry.make(authority)
        authority.write(folder)
        (folder / "scratch").mkdir()
        return self._answer(folder, authority, ["read"])

    def clean(self, entry):
        """Return the clean run that an entry is compared with."""
        key = (entry.base, entry.packs)
        if key not in self._clean:
            folder = self.folder / f"clean-{len(self._clean)}"
            plain = Entry(
                "clean", "nothing", lambda _: None, "accepted", packs=entry.packs, base=entry.base
            )
            self._clean[key] = clean = self.run(plain, folder)
            if clean.code != 0:
                message = f"the clean authority ({entry.base}) does not run: {clean.console}"
                raise AssertionError(message)
        return self._clean[key]

    def cinpack(self, folder, authority, command, entry):
        """Run one command on what is in the folder."""
        words = [command, "--config", "config", "--inputs", "inputs", *entry.words]
        if command == "run":
            packs = [word for pack in entry.packs for word in ("--pack", pack)]
            words += ["--outputs", "outputs", "--jobs", "1", *packs]
        return self._answer(folder, authority, words)

    def map(self, folder, authority, extract):
        """Show `cinpack map` an extract that is in the folder, and forget what it was before."""
        shutil.rmtree(folder / "outputs", ignore_errors=True)
        words = ["map", f"inputs/{extract}", "--config", "config", "--yes"]
        result = self._answer(folder, authority, words)
        result.notes = "".join(
            line for line in result.notes.splitlines(keepends=True) if MAY_WRITE not in line
        )
        return result

    def _answer(self, folder, authority, words):
        console, notes = folder / "console.txt", folder / "notes.txt"
        notes.unlink(missing_ok=True)
        answer = self.ask(
            words=words,
            folder=str(folder),
            console=str(console),
            notes=str(notes),
            seconds=SECONDS,
            megabytes=ADDRESS_SPACE,
        )
        said = console.read_text(encoding="utf-8", errors="replace")
        heard = notes.read_text(encoding="utf-8") if notes.exists() else ""
        return Result(authority, folder, console=said, notes=heard, **answer)

    def ask(self, **job):
        """Have the server do a job."""
        self._server.stdin.write(json.dumps(job) + "\n")
        self._server.stdin.flush()
        return json.loads(self._server.stdout.readline())


def _bytes(folder):
    return {
        path: path.read_bytes()
        for part in ("config", "inputs")
        for path in (folder / part).rglob("*")
        if path.is_file() and not path.is_symlink()
    }
