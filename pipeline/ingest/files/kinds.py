"""Files of kinds that are not read, or not yet: each is named with what to do."""

from pipeline.ingest.files.find import FoundFile
from pipeline.ingest.files.sniff import DELIMITED, WORKBOOKS
from pipeline.ingest.refusal import Refused
from pipeline.model.rules.files import (
    FILE_LATER_KIND,
    FILE_OTHER_KIND,
)

LATER = {
    ".xlsb": "a binary Excel workbook",
    ".xml": "an XML return",
}


def refuse_other_kinds(file: FoundFile, *, delimited: bool = True) -> None:
    """Raise Refused if the file's suffix is not one that tables come in."""
    if file.suffix in WORKBOOKS or (delimited and file.suffix in DELIMITED):
        return
    source = "tables" if delimited else "trackers"
    supply = "an Excel workbook (.xlsx)"
    if delimited:
        supply += " or a CSV UTF-8 file"
    if file.suffix in LATER:
        raise Refused(FILE_LATER_KIND, what=LATER[file.suffix], supply=supply)
    raise Refused(FILE_OTHER_KIND, suffix=file.suffix or "no", source=source, supply=supply)
