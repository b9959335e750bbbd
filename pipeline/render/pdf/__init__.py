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
    html = markup(content, "pdf", templates, css=css)
    try:
        made = lay_out(html)
    except LettersMissing as missing:
        # An emoji in a team's name must not cost the document: a question mark stands for it.
        made = lay_out(html.translate(dict.fromkeys(missing.letters, "?")))
    return set_header_scopes(made)
