"""Reads the tables of effectiveness scores, which predate the forms."""

from collections.abc import Sequence
from typing import Final

from pipeline.ingest.files.find import FoundFile
from pipeline.ingest.files.kinds import LATER, refuse_other_kinds
from pipeline.ingest.files.sniff import DELIMITED, WORKBOOKS
from pipeline.ingest.outcome import Folder
from pipeline.ingest.reading import Opened, make_tables
from pipeline.ingest.refusal import Refused
from pipeline.ingest.tables.headers import Contract
from pipeline.ingest.tables.table import TableOf
from pipeline.ingest.tabular import Tabular
from pipeline.model.settings import Settings
from pipeline.model.tables import SCORES

TABLES: Final = (*DELIMITED, *WORKBOOKS, *LATER)
"""The suffixes of what may be a table; any other file in `reviews/` is a document that came back."""


def read_reviews(files: Sequence[FoundFile], settings: Settings) -> Folder:
    """Read every table of scores among the files."""
    contract = Contract(SCORES, settings)
    folder = Folder("scores")
    for file in files:
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
