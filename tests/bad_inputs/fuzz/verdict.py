"""Judges what cinpack made of a spoilt file: whatever it is, there are things that must never be."""

from bad_inputs.judge import BREAKS, accounts, caps, private, rows_told
from bad_inputs.sinks import led_astray

ANSWERS = {0, 1, 2, 3}
SMALL = 700
"""Megabytes that a small file may make cinpack take, its libraries among them."""


def read_faults(result):
    """Yield what is wrong where any file at all was read, and nothing made of it."""
    yield from _faults(result)
    yield from rows_told(result.read_alone["tables"], result.read_alone["findings"])


def fuzz_faults(result):
    """Yield what is wrong with a run on any file at all."""
    yield from _faults(result)
    if result.period is not None:
        yield from accounts(result)
        yield from led_astray(result)


def _faults(result):
    if result.code not in ANSWERS:
        yield f"exit code {result.code}"
    yield from (f"the console has: {words}" for words in BREAKS if words in result.console)
    if result.code and not result.console.strip():
        yield f"it answers {result.code} and says nothing"
    if result.check_code not in {None, result.code}:
        yield f"cinpack check answers {result.check_code}, run {result.code}"
    yield from (f"it {line}" for line in result.notes.splitlines())
    yield from (f"the input {path} was changed" for path in result.changed_inputs)
    yield from private(result)
    yield from caps(result)
    if result.megabytes > SMALL:
        yield f"a small file took {result.megabytes} MB"


def bomb_faults(result, name):
    """Yield what is wrong with a run on a file that is made to fill memory."""
    yield from fuzz_faults(result)
    refused = {f["file"].removeprefix("'") for f in result.findings if f["effect"] == "refused"}
    if result.period is None:
        if name not in result.console or not result.code:
            yield "nothing was published, and the file is not named"
    elif name not in refused:
        yield "the file was not refused"


def outcome(result, name):
    """Return in a word what became of the file."""
    findings = result.findings or result.read_alone["findings"]
    if result.period is None and not result.read_alone["tables"]:
        return "stopped"
    of_file = {f["effect"] for f in findings if f["file"].removeprefix("'") == name}
    for effect in ("refused", "set aside", "kept", "repaired"):
        if effect in of_file:
            return effect
    return "read"
