"""Reads the worked examples: Markdown pages that a person can check by hand and a test can run.

Under a heading stand options (`- as at: 29/05/2026`) and tables, each after its name (`Extract:`).
A column headed `why` is for the reader. Whatever else looks like an option or a table is an error,
so no example is passed over in silence.
"""

import re
from dataclasses import dataclass, field
from pathlib import Path

OPTION = re.compile(r"- ([\w. ]+): (.+)")
TABLE = re.compile(
    r"(Extract|Tracker|Scores|Forms|Agreed|Said since|Expected|Published|Series"
    r"|(Extract|Tracker|Papers|Meetings) before|(Extract|Tracker|Scores|Minutes) file"
    r"|Figures|Findings|Agenda|Kept apart|Rows to add|Limits|Signals|Judged|Counts|Blocks|Insights):"
)
EXPECTING = (
    "Findings",
    "Agenda",
    "Kept apart",
    "Rows to add",
    "Limits",
    "Signals",
    "Judged",
    "Insights",
)


@dataclass
class Example:
    """One worked example: its options, what is given and what is expected."""

    page: str
    title: str
    options: dict[str, str] = field(default_factory=dict)
    tables: dict[str, list[dict[str, str]]] = field(default_factory=dict)
    columns: dict[str, list[str]] = field(default_factory=dict)


def read_examples(folder: Path) -> list[Example]:
    """Return the examples of every page in a folder."""
    return [
        example
        for page in sorted(folder.glob("*.md"))
        for example in read_page(page.stem, page.read_text(encoding="utf-8"))
    ]


def read_page(page: str, text: str) -> list[Example]:
    """Return the examples of one page, each under a heading of the second level."""
    _, *parts = re.split(r"^## ", text, flags=re.MULTILINE)
    return [_read_example(page, part) for part in parts]


def pages_by_measure(examples: list[Example]) -> dict[str, list[str]]:
    """Return the pages that expect figures of each measure; that there is no figure is none."""
    found: dict[str, list[str]] = {}
    for example in examples:
        for row in example.tables.get("Figures", ()):
            pages = found.setdefault(row["measure"], [])
            if row["value"] != "no figure" and example.page not in pages:
                pages.append(example.page)
    return found


def _read_example(page: str, text: str) -> Example:
    title, *lines = text.splitlines()
    example = Example(page, title.strip())
    name = ""
    for line in lines:
        if option := OPTION.fullmatch(line):
            example.options[option[1]] = option[2].strip()
        elif heading := TABLE.fullmatch(line):
            name = heading[1]
            assert name not in example.tables, f"{title}: {name} stands twice"
            example.tables[name] = []
        elif line.startswith("|"):
            assert name, f"{title}: a table without a name: {line}"
            _read_line(example, name, line)
        elif line.strip():
            assert not re.match(r"[-*] |\w+:$", line), f"{title}: not understood: {line}"
            name = ""
    expects = [name for name in EXPECTING if name in example.tables]
    assert expects or example.tables.get("Figures"), f"{title}: expects nothing"
    return example


def _read_line(example: Example, name: str, line: str) -> None:
    cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
    if name not in example.columns:
        example.columns[name] = cells
        return
    if set(line) <= set("|-: "):
        return
    columns = example.columns[name]
    assert len(cells) == len(columns), f"{example.title}: {len(cells)} cells in: {line}"
    example.tables[name].append(dict(zip(columns, cells, strict=True)))
