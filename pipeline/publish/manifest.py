"""`manifest.json`: where a period comes from and what it holds; no cell values, no clock time."""

import json
import platform
from collections import Counter
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path, PurePath, PurePosixPath
from typing import Final

from pipeline import __version__
from pipeline.model.findings import Finding
from pipeline.model.history import History
from pipeline.model.measures import Measures
from pipeline.model.packs import Document
from pipeline.model.periods import FIGURES
from pipeline.model.request import Request
from pipeline.model.settings import Branding
from pipeline.model.validated import Validated
from pipeline.publish.contents import Contents
from pipeline.publish.csv_text import utf8

FORMAT: Final = 1
TEMPLATES: Final = Path(__file__).parents[2] / "report_templates"
PACKAGES: Final = (
    "fontpkg-fira-sans",
    "holidays",
    "jinja2",
    "lxml",
    "matplotlib",
    "numpy",
    "pandas",
    "pikepdf",
    "pydantic",
    "python-docx",
    "pyyaml",
    "weasyprint",
    "xlrd",
    "xlsxwriter",
)


@dataclass(frozen=True)
class Provenance:
    """What a run was asked, read, computed and found."""

    documents: tuple[Document, ...]
    measures: Measures
    validated: Validated
    findings: tuple[Finding, ...]
    request: Request


def manifest_json(
    period: str, changed: tuple[str, ...], contents: Contents, run: Provenance
) -> bytes:
    """Return the manifest of a period; the same inputs, config and versions give the same bytes."""
    validated, measures = run.validated, run.measures
    manifest = {
        "format": FORMAT,
        "period": period,
        "as_at": measures.as_at.isoformat(),
        "extract_date": validated.extract_date and validated.extract_date.isoformat(),
        "meetings": [
            {
                "locality": locality,
                "date": meeting.date.isoformat(),
                "next": meeting.next.isoformat(),
                "planned": meeting.planned,
            }
            for locality, meeting in measures.calendar.meetings.items()
        ],
        "request": _request(run.request),
        "changed": list(changed),
        "versions": _versions(),
        "config": _files(run.request.config, "*.yaml", *_brand(measures.settings.branding)),
        "templates": _files(TEMPLATES, "**/*"),
        "inputs": _inputs(validated),
        "history": _history(validated.history),
        "findings": _counts(run.findings),
        "outputs": _outputs(contents, run.documents),
        "restricted": _restricted(contents),
    }
    return utf8(json.dumps(manifest, indent=2, ensure_ascii=False) + "\n")


@cache
def _versions() -> dict[str, str]:
    packages = {name: version(name) for name in PACKAGES}
    return {"cinpack": __version__, "python": platform.python_version(), **packages}


def _request(request: Request) -> dict[str, object]:
    return {
        "part": request.is_part,
        "as_at": request.as_at and request.as_at.isoformat(),
        "meeting": request.meeting and request.meeting.isoformat(),
        "packs": list(request.packs),
        "localities": list(request.localities),
        "teams": list(request.teams),
        "due_on": request.due_on and request.due_on.isoformat(),
    }


def _brand(branding: Branding) -> list[str]:
    """Return the names of the files of the authority's own look."""
    return [path.name for path in (branding.logo, branding.reference) if path]


def _files(folder: Path, *patterns: str) -> list[dict[str, str]]:
    paths = sorted(
        path
        for pattern in patterns
        for path in folder.glob(pattern)
        if path.is_file() and not path.name.startswith((".", "~"))
    )
    return [
        {
            "path": path.relative_to(folder).as_posix(),
            "sha256": sha256(path.read_bytes()).hexdigest(),
        }
        for path in paths
    ]


def _inputs(validated: Validated) -> list[dict[str, object]]:
    """Return each file that was read, with the account of its rows by sheet.

    An account names its file by its path, or by its name alone where no other file has that name.
    """
    sheets: dict[str, list[dict[str, object]]] = {}
    for account in validated.accounts:
        sheets.setdefault(account.file, []).append(
            {
                "sheet": account.sheet,
                "kind": account.kind,
                "refused": account.refused,
                "read": account.read,
                "used": account.used,
                "repaired": account.repaired,
                "set_aside": account.set_aside,
                "passed_over": account.passed_over,
            }
        )
    read: list[dict[str, object]] = [
        {
            "path": file.path,
            "bytes": file.bytes,
            "sha256": file.sha256,
            "tables": sheets.pop(file.path, []) or sheets.pop(PurePath(file.path).name, []),
        }
        for file in validated.files
    ]
    return read + [{"path": path, "tables": tables} for path, tables in sheets.items()]


def _history(history: History) -> list[dict[str, str]]:
    """Return the earlier periods that a run read, each by the hash of its manifest."""
    runs = [*history.replaced, *history.runs, *([history.same_day] if history.same_day else [])]
    runs.sort(key=lambda run: (run.as_at, run.period))
    return [{"period": run.period, "manifest": run.digest} for run in runs]


def _counts(findings: tuple[Finding, ...]) -> list[dict[str, object]]:
    counts = Counter(finding.rule for finding in findings)
    return [
        {"rule": rule.code, "severity": rule.severity, "effect": rule.effect, "count": count}
        for rule, count in sorted(counts.items(), key=lambda item: item[0].code)
    ]


def _outputs(contents: Contents, documents: tuple[Document, ...]) -> list[dict[str, object]]:
    outputs: list[dict[str, object]] = [
        {
            "path": str(document.planned.path),
            "pack": document.planned.spec.name,
            "audience": document.planned.spec.audience,
            "locality": document.planned.scope.locality,
            "team": document.planned.scope.team,
            "bytes": len(document.content),
            "sha256": contents.hashes[str(document.planned.path)],
        }
        for document in documents
    ]
    outputs.append(
        {
            "path": FIGURES,
            "pack": "",
            "audience": "performance officer",
            "locality": "",
            "team": "",
            "bytes": len(contents.circulated[PurePosixPath(FIGURES)]),
            "sha256": contents.hashes[FIGURES],
        }
    )
    return outputs


def _restricted(contents: Contents) -> list[dict[str, object]]:
    return [
        {
            "path": str(path),
            "audience": "performance officer",
            "bytes": len(content),
            "sha256": contents.hashes[f"restricted/{path}"],
        }
        for path, content in contents.restricted.items()
    ]
