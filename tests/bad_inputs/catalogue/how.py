"""How the bad thing of an entry is made: small builders that spoil a clean authority."""

from bad_inputs.authority import BOOK, BOOK_PATH, EXTRACT, EXTRACT_PATH, SCORES_PATH
from builders import csv_text, rezipped, workbook

PART = "CIN plans 29.05.2026 part 2.csv"
PART_BOOK = "CIN plans 29.05.2026 part 2.xlsx"
ALDER = "Alder IC Meetings.xlsx"
ALDER_SHEET = f"{ALDER}, sheet Tracker"

__all__ = [
    "BOOK",
    "BOOK_PATH",
    "EXTRACT",
    "EXTRACT_PATH",
    "SCORES_PATH",
    "csv_text",
    "rezipped",
    "workbook",
]


def nothing(_authority):
    """Leave everything as it is."""


def both(*makes):
    """Spoil several things, one after the other."""

    def make(authority):
        for each in makes:
            each(authority)

    return make


def file(path, content):
    """Put a file, of bytes or text (or a function that makes them), below inputs."""
    return lambda authority: authority.put(path, content() if callable(content) else content)


def no_file(path):
    """Take a file away."""
    return lambda authority: authority.put(path, None)


def bad_part(content, name=PART):
    """Put a file beside the extract that says by its name that it is another part of it."""
    return file(f"extracts/{name}", content)


def plan(row, **cells):
    """Change cells of one row of the extract (0 is the first plan)."""
    return lambda authority: authority.plans.put(row, **cells)


def every_plan(**cells):
    """Change a column of the extract: each cell by a function of it."""

    def make(authority):
        for row in authority.plans.rows:
            for name, change in cells.items():
                at = authority.plans.names.index(name)
                row[at] = change(row[at])

    return make


def plan_twice(row, **cells):
    """Repeat one row of the extract at its end, with some cells changed."""

    def make(authority):
        authority.plans.rows.append(list(authority.plans.rows[row]))
        authority.plans.put(-1, **cells)

    return make


def headers(**named):
    """Rename columns of the extract."""

    def make(authority):
        for name, header in named.items():
            authority.plans.header[authority.plans.names.index(name)] = header

    return make


def without(*names):
    """Take columns out of the extract."""
    return lambda authority: authority.plans.drop(*names)


def text(change):
    """Write the extract's text otherwise: a function from text to text or bytes."""
    return lambda authority: authority.put(EXTRACT_PATH, change(authority.plans.text))


def below(*lines):
    """Add lines under the extract's last row."""
    return text(lambda written: written + "".join(f"{line}\n" for line in lines))


def above(*lines):
    """Add lines over the extract's header."""
    return text(lambda written: "".join(f"{line}\n" for line in lines) + written)


def renamed(name):
    """Give the extract another file name."""

    def make(authority):
        content = authority.contents()[EXTRACT_PATH]
        authority.put(EXTRACT_PATH, None)
        authority.put(f"extracts/{name}", content)

    return make


def as_book(**how):
    """Supply the extract as a workbook."""
    return lambda authority: authority.as_workbook(**how)


def book(change, **how):
    """Supply the extract as a workbook whose rows are changed by a function."""

    def make(authority):
        rows = authority.plans.grid
        authority.as_workbook(change(rows) or rows, **how)

    return make


def book_bytes(change, **how):
    """Supply the extract as a workbook whose bytes are changed by a function."""

    def make(authority):
        authority.as_workbook(**how)
        authority.put(BOOK_PATH, change(authority.files[BOOK_PATH]))

    return make


def tracked(row, team="Alder", **cells):
    """Change cells of one row of a tracker."""
    return lambda authority: authority.trackers[team].put(row, **cells)


def tracker_header(**named):
    """Rename columns of Alder's tracker."""

    def make(authority):
        table = authority.trackers["Alder"]
        for name, header in named.items():
            table.header[table.names.index(name)] = header

    return make


def tracker_without(*names):
    """Take columns out of Alder's tracker."""
    return lambda authority: authority.trackers["Alder"].drop(*names)


def tracker(change, **how):
    """Write Alder's tracker from rows changed by a function."""

    def make(authority):
        rows = authority.trackers["Alder"].grid
        authority.tracker_book(rows=change(rows) or rows, **how)

    return make


def tracker_sheets(change, **how):
    """Write Alder's tracker with the sheets that a function of its rows returns."""
    return lambda authority: authority.tracker_book(
        sheets=change(authority.trackers["Alder"].grid), **how
    )


def tracker_bytes(change):
    """Change the bytes of Alder's tracker by a function."""

    def make(authority):
        path = authority.tracker_path()
        authority.put(path, change(authority.contents()[path]))

    return make


def member(name, change):
    """Return a change of bytes that changes one member of a zip."""
    return lambda content: rezipped(content, {name: change})


def scored(row, **cells):
    """Change cells of one row of the scores."""
    return lambda authority: authority.scores.put(row, **cells)


def config(body, name="more.yaml"):
    """Add a file to config."""
    return lambda authority: authority.setting(body, name)


def authority_yaml(change):
    """Change the text of authority.yaml by a function."""

    def make(authority):
        authority.config["authority.yaml"] = change(authority.config["authority.yaml"])

    return make


def wide(words):
    """Return words in full-width letters, as East Asian keyboards write them."""
    return "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else "\u3000" for c in words)


def secret(*words):
    """Say that these words may stand nowhere but in the restricted files."""
    return lambda authority: authority.secrets.update(words)


def value_is(measure, value, **where):
    """Return a check that a figure has a value."""

    def check(result):
        found = result.value(measure, **where)
        return None if found == str(value) else f"{measure} {where or ''} is {found}, not {value}"

    return check


def remedy_has(rule, words):
    """Return a check that a rule's remedy names what is nearest."""

    def check(result):
        remedies = [f["remedy"] for f in result.findings if f["rule"] == rule]
        return None if any(words in each for each in remedies) else f"{rule} does not name {words}"

    return check
