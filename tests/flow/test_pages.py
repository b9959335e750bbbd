"""The documents keep to the pages that their readers have time for."""

from flow.document_text import pdf_pages


def test_the_briefings_first_page_is_one_page(published):
    pages = pdf_pages(published.folder / "olt/briefing.pdf")
    assert "What to look at first" in pages[0]
    assert "questions, not verdicts" in " ".join(pages[0].split())
    assert "Localities side by side" in pages[1]


def test_the_briefing_takes_ten_minutes_at_most(published):
    assert 5 <= len(pdf_pages(published.folder / "olt/briefing.pdf")) <= 9


def test_no_page_holds_a_line_or_two_alone(published):
    for path in published.folder.glob("**/*.pdf"):
        for number, page in enumerate(pdf_pages(path), 1):
            lines = [line for line in page.splitlines() if line.strip()]
            assert len(lines) >= 8, f"{path.name}, page {number}: {lines}"
