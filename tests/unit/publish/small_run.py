"""A small run's results, built for the tests of publishing."""

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path, PurePosixPath

import pandas as pd

from pipeline.model.calendar import Calendar, Meeting
from pipeline.model.findings import FileAccount, Finding, Place, Rule
from pipeline.model.ingested import InputFile
from pipeline.model.measures import Figure, Figures, Measures, Windows, not_supplied
from pipeline.model.packs import Document, PackSpec, PlannedDocument, SectionSpec
from pipeline.model.request import Request
from pipeline.model.scopes import AUTHORITY, Scope
from pipeline.model.settings import Settings
from pipeline.model.validated import Validated
from pipeline.publish import Published, publish

AS_AT = date(2026, 5, 29)
NORTH, ALDER = Scope("locality", "North Dale"), Scope("team", "North Dale", "Alder")
NO_DATE = Rule(
    "date.unreadable", "problem", "set aside", "No date understood.", "Write dd/mm/yyyy."
)
MISSING = Rule("pack.missing", "problem", "refused", "{pack} could not be made.", "")


def pack(name, scope, output):
    return PackSpec(
        name=name,
        label=name,
        title=name,
        audience="OLT",
        scope=scope,
        output=output,
        media="html",
        may_show_child_ids=False,
        sections=(SectionSpec(id="a", heading="A"),),
    )


def document(path, content, scope=AUTHORITY):
    spec = pack(PurePosixPath(path).stem, scope.type, path)
    return Document(PlannedDocument(spec, scope, PurePosixPath(path)), content)


@dataclass(frozen=True)
class Ready:
    """What the steps before hand to publish; `go` publishes it."""

    documents: tuple[Document, ...]
    measures: Measures
    validated: Validated
    missing: tuple[Finding, ...]
    request: Request

    def go(self) -> Published:
        return publish(self.documents, self.measures, self.validated, self.missing, self.request)

    def with_documents(self, *documents) -> "Ready":
        return replace(self, documents=documents)

    def asked(self, **options) -> "Ready":
        return replace(self, request=replace(self.request, **options))

    @property
    def outputs(self) -> Path:
        return self.request.outputs


def small_run(folder: Path) -> Ready:
    """Return a run with two documents, one finding and a case extract of two rows."""
    config = folder / "config"
    config.mkdir()
    (config / "authority.yaml").write_text("authority: {}\n")
    settings = Settings.model_validate(
        {
            "authority": {"name": "Exampleshire"},
            "localities": [{"name": "North Dale", "teams": [{"name": "Alder"}]}],
        }
    )
    findings = (
        Finding(
            NO_DATE,
            Place("extracts/plans.csv", "", 14, "CIN Plan Start Date"),
            "Alder",
            value="=31/02/2026",
            child_id="X0001",
        ),
    )
    accounts = (FileAccount("extracts/plans.csv", "", "case_extract", 3, 2, 1, 1, 0),)
    versions = pd.DataFrame(
        {
            "child_id": pd.Series(["X0001", "X0002"], dtype="str"),
            "plan_start": pd.Series(["2026-01-05", "2026-02-03"], dtype="datetime64[s]"),
            "plan_end": pd.Series([None, "2026-05-01"], dtype="datetime64[s]"),
            "team": pd.Series(["Alder", None], dtype="str"),
            "row": [2, 3],
        }
    )
    meeting = Meeting(date(2026, 6, 9), date(2026, 7, 14))
    measures = Measures(
        Calendar(AS_AT, {"": meeting, "North Dale": meeting}),
        settings,
        Figures(
            [
                Figure("plans.open", ALDER, value=2.0, unit="plans"),
                Figure("plans.open", NORTH, value=2.0, unit="plans"),
                Figure("plans.open", AUTHORITY, value=2.0, unit="plans"),
                Figure("plans.share", AUTHORITY, value=2 / 3, numerator=2.0, denominator=3.0),
                not_supplied("visits.overdue", AUTHORITY, unit="plans"),
            ]
        ),
        Windows(("2026-04",)),
        {},
        frozenset({"child_id"}),
        frozenset(),
        findings,
        accounts,
    )
    validated = Validated(
        AS_AT,
        AS_AT,
        versions,
        None,
        None,
        frozenset({"child_id", "plan_start", "plan_end", "team"}),
        {},
        findings,
        accounts,
        (InputFile("extracts/plans.csv", 120, "ab" * 32),),
    )
    documents = (
        document("index.html", b"<p>index</p>"),
        document("localities/North Dale/check-in-minutes.docx", b"PK minutes", NORTH),
    )
    request = Request(config, folder / "inputs", folder / "outputs")
    return Ready(documents, measures, validated, (), request)
