"""What the PDF renderer may load: pictures written into the page, and our own font files."""

from typing import Final

from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

from pipeline.render.fonts import face_files

PICTURES: Final = ("data:image/png;base64,", "data:image/svg+xml;base64,")


class DenyAll(URLFetcher):  # type: ignore[misc]
    """Refuses every address but pictures in the page and the house's font files.

    A refusal stops the document. Inside an SVG picture the renderer swallows it, so `refused`
    counts them.
    """

    def __init__(self) -> None:
        super().__init__(
            allowed_protocols=("data", "file"), allow_redirects=False, fail_on_errors=True
        )
        self.refused = 0
        self.fonts = frozenset(path.as_uri() for path in face_files())

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:
        """Return what stands at an allowed address; raise without naming any other."""
        if url not in self.fonts and not url.startswith(PICTURES):
            self.refused += 1
            raise FatalURLFetchingError("refused")
        return super().fetch(url, headers)
