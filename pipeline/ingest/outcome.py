"""What came of reading one input folder."""

from dataclasses import dataclass, field

from pipeline.ingest.files.find import FoundFile
from pipeline.ingest.refusal import Refused
from pipeline.model.findings import FileAccount, Finding
from pipeline.model.ingested import InputFile, RawTable, SourceKind
from pipeline.model.returned import RawForm


@dataclass
class Folder:
    """Tables, forms, files and findings of one folder, gathered file by file."""

    kind: SourceKind
    tables: list[RawTable] = field(default_factory=list)
    files: list[InputFile] = field(default_factory=list)
    forms: list[RawForm] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    accounts: list[FileAccount] = field(default_factory=list)
    refused: list[tuple[SourceKind, str]] = field(default_factory=list)

    def refuse(self, file: FoundFile, refusal: Refused, team: str = "") -> None:
        """Leave one file out, and say why."""
        self.findings.append(refusal.finding(file.label, team))
        self.refused.append((self.kind, file.label))
