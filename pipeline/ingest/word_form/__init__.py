"""Reads the check-in minutes and review forms that came back filled in, in whatever state they are.

`package` opens the file, `walk` takes down every character, `match` finds the form's tables again,
`ledger` keeps the account of what stands where.
"""

from collections.abc import Sequence
from typing import Final

from pipeline.ingest.files.find import FoundFile
from pipeline.ingest.outcome import Folder
from pipeline.ingest.refusal import Refused
from pipeline.ingest.word_form.form import Read, read_form
from pipeline.ingest.word_form.remarks import remarks
from pipeline.model.findings import Finding, Place
from pipeline.model.rules.documents import DOCUMENT_FOLDER
from pipeline.model.rules.files import FILE_TWICE
from pipeline.model.settings import Settings

BELONGS: Final = {
    "check_in_minutes": "minutes",
    "olt_check_in_minutes": "minutes",
    "effectiveness_review": "reviews",
    "priorities": "priorities",
}


def read_documents(files: Sequence[FoundFile], settings: Settings) -> Folder:
    """Read every form among the files, by what it is inside and not by its name or folder."""
    folder = Folder("form")
    seen: dict[str, FoundFile] = {}
    for file in files:
        try:
            content, entry = file.read()
            if entry.sha256 in seen:
                facts = (("other", seen[entry.sha256].label),)
                folder.findings.append(Finding(FILE_TWICE, Place(file.label), facts=facts))
                continue
            seen[entry.sha256] = file
            read = read_form(content, file.label, file.suffix, settings)
        except Refused as refused:
            folder.refuse(file, refused)
            continue
        folder.forms.append(read.raw)
        folder.files.append(entry)
        folder.findings += [*_on_folder(file, read), *remarks(read)]
    return folder


def _on_folder(file: FoundFile, read: Read) -> list[Finding]:
    belongs = BELONGS.get(read.raw.identity.pack, file.folder)
    if file.folder == belongs:
        return []
    facts = (("found", file.folder), ("belongs", belongs))
    return [Finding(DOCUMENT_FOLDER, Place(file.label), facts=facts)]
