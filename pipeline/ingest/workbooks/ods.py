"""Reads .ods workbooks: saved values only, as LibreOffice, Excel and Google Sheets write them."""

import zipfile
from typing import Final

from pipeline.ingest.files.preflight import open_archive
from pipeline.ingest.refusal import Refused
from pipeline.ingest.workbooks.beside import Beside
from pipeline.ingest.workbooks.ods_content import OdsContent
from pipeline.ingest.workbooks.xml_events import hear
from pipeline.model.rules.files import FILE_DAMAGED, FILE_NOT_ITS_KIND, FILE_PROTECTED

_CONTENT: Final = "content.xml"
_MANIFEST: Final = "META-INF/manifest.xml"
_WHOLLY_ENCRYPTED: Final = "encrypted-package"


class OdsBook:
    """The sheets of an .ods in order, hidden ones included, and what stands beside its cells."""

    def __init__(self, content: bytes) -> None:
        """Read it all. Raises Refused if it is damaged, protected or not safe to open."""
        archive = open_archive(content)
        _check_kind(archive)
        heard = OdsContent()
        with archive.open(_CONTENT) as stream:
            hear(stream, heard)
        self.sheets = tuple(heard.sheets)
        self.beside = Beside(heard.comments, heard.text_boxes, links=heard.copied_sheets)


def _check_kind(archive: zipfile.ZipFile) -> None:
    names = archive.namelist()
    manifest = archive.read(_MANIFEST) if _MANIFEST in names else b""
    if _WHOLLY_ENCRYPTED in names or b"encryption-data" in manifest:
        raise Refused(FILE_PROTECTED)
    kind = archive.read("mimetype") if "mimetype" in names else b""
    if kind and b"spreadsheet" not in kind:
        raise Refused(FILE_NOT_ITS_KIND, found="an OpenDocument file without sheets")
    if _CONTENT not in names:
        raise Refused(FILE_DAMAGED)
