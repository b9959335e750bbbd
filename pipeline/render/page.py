"""HTML pages: one file each, that loads nothing and runs nothing."""

from base64 import b64encode
from hashlib import sha256
from pathlib import Path

from pipeline.model.content import PackContent
from pipeline.render.markup import markup, tokens


def make_page(content: PackContent, templates: Path) -> bytes:
    """Return the page; its policy allows its own style sheet and pictures within it, no more."""
    css = tokens(content) + (templates / "house" / "page.css").read_text("utf-8")
    digest = b64encode(sha256(css.encode()).digest()).decode()
    policy = (
        f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )
    return markup(content, "html", templates, css=css, policy=policy).encode()
