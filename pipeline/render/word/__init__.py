"""Word: a pack's content as a document that people type in."""

from pathlib import Path

from pipeline.model.content import PackContent


def make_word(content: PackContent, templates: Path) -> bytes:
    """Return the document as .docx, on the styles of the authority's own reference document if it has one.

    Else on those of `house/base.docx`; same content, same bytes.
    """
    import io

    import docx

    from pipeline.render.fixed_zip import fixed_zip
    from pipeline.render.word.accent import set_accent
    from pipeline.render.word.body import write_body
    from pipeline.render.word.draft import Draft
    from pipeline.render.word.frame import write_frame
    from pipeline.render.word.properties import write_identity, write_properties

    document = docx.Document(str(content.reference or templates / "house" / "base.docx"))
    set_accent(document, content.colour)
    write_properties(document, content)
    write_frame(document, content)
    draft = Draft(document)
    write_body(draft, content)
    write_identity(draft, content.identity)
    made = io.BytesIO()
    document.save(made)
    return fixed_zip(made.getvalue())
