"""Starts a pack: a folder in `report_templates/` and a module in `pipeline/compose/` that work."""

import re
from pathlib import Path
from typing import Final

from pipeline.errors import WrongUsage

NAME: Final = re.compile(r"[a-z][a-z0-9]*(?:_[a-z0-9]+)*")

SETTINGS: Final = """\
title: "{{team}}: {words}"                 # at its top
label: {label}                         # what the front page calls it
description: What it is for, in one line
audience: team
scope: team                              # one for each: authority, locality or team
output: localities/{{locality}}/teams/{{team}}/{file}.pdf
media: pdf                               # docx, pdf, html or xlsx
may_show_child_ids: false
order: 60                                # its place on the front page
sections:                                # in printed order
  - id: now
    heading: Where we are
  - id: limits
    heading: What this can't say
"""

MODULE: Final = '''\
"""{label}: how one team's plans move."""

from pipeline.compose.limits import limits
from pipeline.compose.subject import Subject
from pipeline.compose.wording import counted, said
from pipeline.model.content import Block, Paragraph


def sections(subject: Subject) -> dict[str, tuple[Block, ...]]:
    """Return the blocks of each part."""
    open_plans = counted(subject.figure("plans.open"), "plan is open", "plans are open")
    return {{
        "now": (Paragraph(said(open_plans, ".")),),
        "limits": limits(subject),
    }}
'''


def pack_files(name: str) -> dict[str, str]:
    """Return the text of each file of a new pack by its path in the project."""
    words = name.replace("_", " ")
    said = {"words": words, "label": words.capitalize(), "file": name.replace("_", "-")}
    return {
        f"report_templates/{name}/pack.yaml": SETTINGS.format(**said),
        f"pipeline/compose/{name}.py": MODULE.format(**said),
    }


def write_pack(project: Path, asked: str) -> list[Path]:
    """Write the files of a new pack into a project; return their paths in it.

    Raises WrongUsage if the name is none, or stands for a pack or module that is there.
    """
    name = asked.replace("-", "_")
    if not NAME.fullmatch(name):
        message = f"{asked!r} can't name a pack: use small letters, digits and hyphens, such as team-note."
        raise WrongUsage(message)
    files = pack_files(name)
    taken = [path for path in (f"report_templates/{name}", *files) if (project / path).exists()]
    if taken:
        message = f"{taken[0]} is there already, and nothing is replaced; choose another name."
        raise WrongUsage(message)
    for path, text in files.items():
        (project / path).parent.mkdir(parents=True, exist_ok=True)
        (project / path).write_text(text, encoding="utf-8")
    return [Path(path) for path in files]
