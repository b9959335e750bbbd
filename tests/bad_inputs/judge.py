"""Holds a run against its entry: every way in which it is not as it must be, in words."""

import re
import unicodedata
from collections import Counter

from bad_inputs.authority import LOCALITY
from bad_inputs.entry import EVERYTHING
from bad_inputs.result import place_of
from bad_inputs.sinks import led_astray

SLOWEST = 20
MOST_MEGABYTES = 1500
PARTS = ("read", "used", "repaired", "set_aside", "passed_over")
NEEDS_PERSON = {"set aside", "refused"}
WHOLE = {"form.no_day", "minutes.differ", "priorities.differ"}
"""What is said of a form of which nothing counts."""
COUNT = re.compile(r"\(([\d,]+)\)")
DRAW_ON_ALL = ("data.", "forecast.")
"""Figures that every row of the inputs may move: the account of them, and a place's part of a forecast."""
BREAKS = ("Traceback (most recent call last)", "fault in cinpack itself", "too little memory")


def faults(entry, result, clean):
    """Return what is wrong with a run of the entry; nothing if it holds."""
    found = [*_answer(entry, result), *private(result), *caps(result)]
    if entry.outcome == "nothing published":
        found += _nothing(entry, result)
    elif result.period is None:
        found.append(f"nothing was published: {_short(result.console)}")
    else:
        found += [
            *_said(entry, result, clean),
            *_class(entry, result, clean),
            *accounts(result),
            *_others(entry, result, clean),
            *led_astray(result),
        ]
    if not found:
        found += [said for check in entry.holds if (said := check(result))]
    return found


def _answer(entry, result):
    if result.code != entry.exit_code:
        yield f"exit code {result.code}, not {entry.exit_code}: {_short(result.console)}"
    if result.check_code not in {None, result.code}:
        yield f"cinpack check answers {result.check_code}, run {result.code}"
    yield from (f"the console has: {words}" for words in BREAKS if words in result.console)
    yield from (f"the console does not say: {w}" for w in entry.says if w not in result.console)
    yield from (f"it {line}" for line in result.notes.splitlines())
    yield from (f"the input {path} was changed" for path in result.changed_inputs)


def private(result):
    """No cell's value on the console, nor in what is circulated."""
    texts = [("the console", result.console), *result.circulated()]
    for secret in result.authority.all_secrets():
        yield from (f"{name} holds a cell's value: {secret!r}" for name, t in texts if secret in t)


def caps(result):
    if result.code < 0:
        yield f"it was ended by signal {-result.code} after {result.waited:.0f} seconds"
    if result.seconds > SLOWEST:
        yield f"it took {result.seconds:.0f} seconds of work"
    if result.megabytes > MOST_MEGABYTES:
        yield f"it took {result.megabytes} MB"


def _nothing(entry, result):
    if result.period is not None:
        yield "something was published"
    left = [path for path in (result.folder / "outputs").rglob("*") if path.is_file()]
    yield from (f"it left {path.name}" for path in left)
    if entry.at and shown(entry.at) not in result.console:
        yield f"the console does not name {entry.at}: {_short(result.console)}"


def _said(entry, result, clean):
    new = result.codes - clean.codes
    if new != set(entry.rules):
        missing, more = set(entry.rules) - new, new - set(entry.rules)
        yield "; ".join(
            [f"not said: {code}" for code in sorted(missing)]
            + [f"said: {code}" for code in sorted(more)]
        )
        return
    if not entry.rules:
        return
    telling = [finding for finding in result.findings if finding["rule"] == entry.rules[0]]
    places = [place_of(finding) for finding in telling]
    if told(entry.at) not in places:
        yield f"{entry.rules[0]} is said of {places}, not of {entry.at}"
    if len(telling) != entry.times:
        yield f"{entry.rules[0]} is said {len(telling)} times, not {entry.times}"
    if telling[0]["effect"] in NEEDS_PERSON and shown(entry.at) not in result.console:
        yield f"the console does not name {entry.at}"


def _class(entry, result, clean):
    effects = {f["rule"]: f["effect"] for f in result.findings if f["rule"] in entry.rules}
    graver = {f["rule"]: f["severity"] for f in result.findings if f["rule"] in entry.rules}
    wanted = {
        "repaired": "repaired",
        "kept and said": "kept",
        "set aside": "set aside",
        "refused": "refused",
    }.get(entry.outcome)
    if wanted and wanted not in effects.values():
        yield f"no rule said has the effect {wanted}: {effects}"
    if entry.outcome == "accepted" and set(graver.values()) - {"note"}:
        yield f"more than notes are said: {graver}"
    if entry.outcome not in {"set aside", "refused"} and NEEDS_PERSON & set(effects.values()):
        yield f"a row or file was left out: {effects}"
    if entry.outcome == "set aside" and entry.aside != EVERYTHING:
        rows = _sum(result, "set_aside") - _sum(clean, "set_aside")
        if rows != entry.aside:
            yield f"{rows} rows were set aside, not {entry.aside}"


def _sum(result, part):
    return sum(table[part] for table in result.tables)


def accounts(result):
    """Rows read = used + set aside + passed over; each one set aside is named; figures agree."""
    yield from rows_told(result.tables, result.findings)
    yield from _data_figures(result)
    listed = Counter(f["rule"] for f in result.findings)
    counted = {each["rule"]: each["count"] for each in result.manifest["findings"]}
    if counted != dict(listed):
        yield "the manifest counts other findings than findings.csv lists"


def rows_told(tables, findings):
    """Rows read = used + set aside + passed over in every table; each one set aside is named."""
    for table in tables:
        told = table["used"] + table["set_aside"] + table["passed_over"]
        if table["read"] != told or table["repaired"] > table["used"]:
            yield f"the rows of {table['file']} do not add up: {table}"
        if not table["refused"] and table["set_aside"] != _named(findings, table):
            yield f"{table['file']}: {table['set_aside']} set aside, {_named(findings, table)} named"


def _named(findings, table):
    """Return how many rows (in a form: fields) of a table the findings that set aside name.

    A row counts once, however much is wrong with it. In a form a finding tells how many fields it is
    about; one without a place in the form leaves out all of them.
    """
    of = [
        f
        for f in findings
        if f["effect"] == "set aside" and _same_table((f["file"], f["sheet"]), table)
    ]
    if table["kind"] != "form":
        return len({f["row"] for f in of if f["row"]})
    if any(f["rule"] in WHOLE for f in of):
        return table["read"]
    counts = [COUNT.search(f["what"]) for f in of if f["row"]]
    return sum(int(count[1].replace(",", "")) if count else 1 for count in counts)


def _same_table(place, table):
    return table["file"].endswith(place[0].removeprefix("'")) and table["sheet"] == place[1]


def _data_figures(result):
    """The figures on rows are the manifest's, in all and by kind of file."""
    for kind in {"", *(table["kind"] for table in result.tables)}:
        for part in PARTS:
            rows = sum(t[part] for t in result.tables if kind in {"", t["kind"]})
            told = result.value(f"data.{part}", category=kind)
            if str(rows) != told:
                yield f"data.{part} {kind} is {told}, the manifest has {rows}"


def _others(entry, result, clean):
    """The figures of those whom the bad thing does not touch are those of the clean run."""
    may = entry.may_differ
    if may == EVERYTHING:
        return
    localities = {LOCALITY[team] for team in may}
    for key in clean.figures.keys() | result.figures.keys():
        measure, _, scope, locality, team, _ = key
        if measure.startswith(DRAW_ON_ALL) or "Not known" in {team, locality}:
            continue
        if may and (scope == "authority" or team in may or (not team and locality in localities)):
            continue
        was, now = clean.figures.get(key), result.figures.get(key)
        if was != now:
            yield f"{measure} {team or locality or scope} {key[1]} {key[5]}: {_shown(was)} became {_shown(now)}"
            return


def told(name):
    """Return a file's name as findings tell it: on one line, and what is no text as U+FFFD."""
    text = name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return "".join(" " if unicodedata.category(c) == "Cc" else c for c in text)


def shown(name):
    """Return a name as a terminal shows it."""
    return "".join(c if c.isprintable() else " " if c.isspace() else "?" for c in told(name))


def _shown(row):
    return "nothing" if row is None else f"{row['value']} ({row['note']})"


def _short(console):
    lines = [line for line in console.splitlines() if line and not line.endswith(" s")]
    return " / ".join(lines)[-400:]
