"""The reference Word document is what the house's sizes and colours make it."""

from pipeline.render.house import HOUSE
from pipeline.setup.reference_document import TARGET, reference_document, write


def test_the_committed_reference_document_is_up_to_date():
    assert (HOUSE / "base.docx").read_bytes() == reference_document()


def test_it_is_written_where_render_looks_for_it(tmp_path):
    assert TARGET == HOUSE / "base.docx"
    write(tmp_path / "base.docx")
    assert (tmp_path / "base.docx").read_bytes() == reference_document()
