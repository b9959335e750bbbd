"""Reads the tables of effectiveness scores; returned documents are named, and wait."""

from collections.abc import Sequence

from pipeline.ingest.files import FoundFile
from pipeline.ingest.headers import Contract
from pipeline.ingest.kinds import refuse_other_kinds
from pipeline.ingest.outcome import Folder
from pipeline.ingest.reading import Opened, make_tables
from pipeline.ingest.refusal import Refused
from pipeline.ingest.table import TableOf
from pipeline.ingest.tabular import Tabular
from pipeline.model.findings import Finding, Place
from pipeline.model.rules.files import (
    DOCUMENT_OTHER_KIND,
    DOCUMENT_WAITS,
)
from pipeline.model.settings import Settings
from pipeline.model.tables import SCORES


def read_reviews(files: Sequence[FoundFile], settings: Settings) -> Folder:
    """Read every table of scores among the files of `reviews/`."""
    contract = Contract(SCORES, settings)
    folder = Folder("scores")
    for file in files:
        if file.suffix == ".docx":
            folder.findings.append(returned_document(file))
            continue
        try:
            refuse_other_kinds(file)
            content, entry = file.read()
            of = TableOf("scores", file.label)
            opened = Opened(Tabular(content, file.suffix), contract)
            tables, findings = make_tables(of, opened.parts(of))
        except Refused as refused:
            folder.refuse(file, refused)
            continue
        folder.tables += tables
        folder.files.append(entry)
        folder.findings += findings
    return folder


def returned_document(file: FoundFile) -> Finding:
    """Return the finding on a returned document: kept if it is one, else refused."""
    rule = DOCUMENT_WAITS if file.suffix == ".docx" else DOCUMENT_OTHER_KIND
    return Finding(rule, Place(file.label))
