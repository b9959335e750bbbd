"""Writes `docs/rules.md`, `docs/inputs.md` and `docs/measures.md` from what the code declares (`make docs`).

The pages can't go stale: tests/guards/test_generated_docs.py compares them with what this makes.
"""

from importlib import import_module
from inspect import getdoc
from pathlib import Path
from pkgutil import iter_modules

from spec.examples import pages_by_measure, read_examples

from pipeline.model import rules
from pipeline.model.findings import Rule
from pipeline.model.forms import FORMS
from pipeline.model.measure_list import MEASURES
from pipeline.model.tables import SOURCES

ROOT = Path(__file__).parents[1]

IN_READING_ORDER = (
    "files",
    "sources",
    "formats",
    "tables",
    "cells",
    "statuses",
    "plans",
    "trackers",
    "scores",
    "forms",
    "reconciliation",
    "documents",
)
"""Parts of the catalogue that stand first in `docs/rules.md`; any other follows them by name."""

RULES_TOP = """\
# What cinpack says about the data

Made from the catalogue in `pipeline/model/rules/` by `make docs`; don't edit it here.

Every data problem has one code. `data-quality.html` and `cinpack check` print its sentence with the place; `findings.csv`, in
the restricted folder, has the code, the value and the child's ID beside it. "…" stands for what differs from place to place: the
name of a file, a team or a column, or a count.

| severity | means |
|---|---|
| problem | something is left out of the figures, or the figures stand on less than they should |
| warning | it counts, though perhaps not as it should |
| note | good to know; tidy it up when there is time |

| the row | means |
|---|---|
| kept | it counts; what could not be used in it counts as blank, as the sentence says |
| repaired | it counts with a value that was put right, as the sentence says |
| passed over | nothing to count: a title, a footer, a repeated header, or the same row once more |
| set aside | **left out of the figures**: a person must mend it |
| refused | **the whole file, sheet or document is left out**: a person must mend it |

A run or a check in which something was set aside or refused ends with exit code 3.
"""

INPUTS_TOP = """\
# The columns and forms that cinpack reads

Made from `pipeline/model/tables.py` and `pipeline/model/forms/` by `make docs`; don't edit it here.

Headers match without regard to case, spaces, punctuation and apostrophes. What yours are called besides is set in `config/` under
`headers`, by the canonical name. A column that is not here is ignored, and said.

Identifying columns tell of one child or one worker: their values never leave a team's own papers and the restricted folder. Dates
are real dates, `dd/mm/yyyy` or `yyyy-mm-dd`, and a few more ways of writing a day first; never the month first.
"""

FORMS_TOP = """\
## Forms that come back

Word documents that an earlier run made, filled in. A table is known by its headers, wherever people moved it; what stands in no
field of a form is kept and shown. Columns in brackets are printed in the form and not read back.
"""


MEASURES_TOP = """\
# The measures

Made from `pipeline/model/measure_list.py` and the pages of `tests/spec/` by `make docs`; don't edit it here.

Every figure that a paper prints is a row of `figures.csv` under one of these names, for the authority, each locality and each team.
What can't be computed is "not supplied", never 0. D is the as-at date, M the next meeting and M2 the one after; a window holds both
its first and its last day. The worked examples can be checked by hand, and a test runs them.
"""


def rules_page() -> str:
    """Return `docs/rules.md`."""
    parts = [module.name for module in iter_modules(rules.__path__)]
    known = [name for name in IN_READING_ORDER if name in parts]
    ordered = [*known, *(name for name in parts if name not in known)]
    return "\n".join((RULES_TOP, *(_part(name) for name in ordered)))


def inputs_page() -> str:
    """Return `docs/inputs.md`."""
    sources = (_source(source) for source in SOURCES.values())
    forms = (_form(form) for form in FORMS.values())
    return "\n".join((INPUTS_TOP, *sources, FORMS_TOP, *forms))


def _part(name):
    module = import_module(f"{rules.__name__}.{name}")
    of_part = [rule for rule in vars(module).values() if isinstance(rule, Rule)]
    rows = [
        (
            f"`{rule.code}`",
            rule.severity,
            rule.effect,
            *rule.in_general,
        )
        for rule in of_part
    ]
    header = ("code", "severity", "the row", "it says", "what to do")
    return f"## {name.capitalize()}\n\n{getdoc(module)}\n\n{table(header, rows)}"


def _source(source):
    rows = [
        (
            f"`{column.name}`",
            column.header,
            ", ".join(column.aliases),
            "yes" if column.need == "needed" else "",
            column.kind,
            column.privacy,
        )
        for column in source.columns
    ]
    header = ("canonical", "default header", "also known", "needed", "kind", "privacy")
    return f"## {_capital(source.title)} (`{source.name}`)\n\n{table(header, rows)}"


def _form(form):
    rows = [
        (
            part.title if number == 0 else "",
            f"({column.header})" if column.printed else column.header,
            ", ".join(column.aliases),
            "yes" if column.needed else "",
        )
        for part in form.tables
        for number, column in enumerate(part.columns)
    ]
    rows += [
        ("Lines" if number == 0 else "", line.label, ", ".join(line.aliases), "")
        for number, line in enumerate(form.lines)
    ]
    rows += [
        ("Questions" if number == 0 else "", question.question, "", "")
        for number, question in enumerate(form.questions)
    ]
    header = ("part", "header or label", "also known", "tells the table")
    title = _capital(form.pack.replace("_", " "))
    return f"### {title}\n\n{table(header, rows)}"


def table(header, rows):
    """Return a Markdown table, a row a line."""
    lines = [header, ["---" for _ in header], *rows]
    cells = ([cell.replace("|", r"\|") for cell in line] for line in lines)
    return "".join(
        f"|{'|'.join(f' {cell} ' if cell else ' ' for cell in line)}|\n" for line in cells
    )


def _capital(words):
    return words[0].upper() + words[1:]


def measures_page() -> str:
    """Return `docs/measures.md`."""
    pages = pages_by_measure(read_examples(ROOT / "tests/spec"))
    parts = (_measures(title, part, pages) for title, part in MEASURES.items())
    return "\n".join((MEASURES_TOP, *parts))


def _measures(title, part, pages):
    rows = [
        (
            f"`{measure.id}`",
            f"{measure.about} By {measure.by}." if measure.by else measure.about,
            measure.unit,
            measure.windows,
            measure.needs,
            ", ".join(f"[{page}](../tests/spec/{page}.md)" for page in pages.get(measure.id, ())),
        )
        for measure in part
    ]
    header = ("measure", "definition", "unit", "windows", "needs", "worked examples")
    return f"## {title}\n\n{table(header, rows)}"


PAGES = {
    "docs/rules.md": rules_page,
    "docs/inputs.md": inputs_page,
    "docs/measures.md": measures_page,
}


def main():
    """Write each page anew."""
    for path, page in PAGES.items():
        (ROOT / path).write_text(page(), encoding="utf-8")


if __name__ == "__main__":
    main()
