"""Every PDF keeps PDF/UA-1, by veraPDF, and no page is blank or runs over."""

from verify.pictures import page_faults
from verify.verapdf import broken_rules
from weasyprint import HTML

PAGE = '<html lang="en"><head><title>A page</title></head><body><h1>A page</h1>{}</body></html>'


def test_every_pdf_is_accessible(pdfs):
    assert {
        f"{path.parent.name}/{path.name}": rules for path in pdfs if (rules := broken_rules(path))
    } == {}


def test_every_page_is_used_and_keeps_its_margins(pdfs):
    assert {
        f"{path.parent.name}/{path.name}": faults for path in pdfs if (faults := page_faults(path))
    } == {}


def test_an_untagged_pdf_is_caught(tmp_path):
    HTML(string=PAGE.format("<p>Words</p>")).write_pdf(tmp_path / "a.pdf")
    assert broken_rules(tmp_path / "a.pdf") != []


def test_an_accessible_pdf_passes(tmp_path):
    HTML(string=PAGE.format("<p>Words</p>")).write_pdf(tmp_path / "a.pdf", pdf_variant="pdf/ua-1")
    assert broken_rules(tmp_path / "a.pdf") == []


def test_a_blank_page_and_an_overrun_are_caught(tmp_path):
    body = (
        '<p>Words enough to be seen</p><p style="width: 300mm; background: #333">.</p>'
        '<div style="break-before: page; break-after: page"></div><p>Words</p>'
    )
    HTML(string=PAGE.format(body)).write_pdf(tmp_path / "a.pdf")
    assert "page 1 runs into its edge" in page_faults(tmp_path / "a.pdf")
    assert "page 2 is blank" in page_faults(tmp_path / "a.pdf")
