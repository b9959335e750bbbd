"""PDF: a pack's content as a tagged document (PDF/UA-1) that loads nothing."""

from pathlib import Path

from pipeline.model.content import PackContent


def make_pdf(content: PackContent, templates: Path) -> bytes:
    """Return the document as PDF; same content, same bytes."""
    from pipeline.render.faults import LettersMissing
    from pipeline.render.fonts import face_rules
    from pipeline.render.markup import markup, tokens
    from pipeline.render.pdf.layout import lay_out
    from pipeline.render.pdf.scopes import set_header_scopes

    css = face_rules() + tokens(content) + (templates / "house" / "house.css").read_text("utf-8")
    try:
        made = lay_out(markup(content, "pdf", templates, css))
    except LettersMissing as missing:
        # An emoji in a team's name must not cost the document.
        made = lay_out(markup(content, "pdf", templates, css, unprintable=missing.letters))
    return set_header_scopes(made)
