"""The one family in which PDF and charts are set; its files come with a dependency."""

from pathlib import Path
from typing import Final

FAMILY: Final = "Fira Sans"
FACES: Final = {
    (400, "normal"): "Regular",
    (400, "italic"): "Italic",
    (600, "normal"): "SemiBold",
}
"""The faces in use, by CSS weight and style."""


def face_file(weight: int, style: str) -> Path:
    """Return the file of a face in use."""
    import fontpkg_fira_sans

    files = Path(fontpkg_fira_sans.ROOT) / "files"
    return files / f"FiraSans-{FACES[(weight, style)]}.ttf"


def face_files() -> tuple[Path, ...]:
    """Return the files of all faces in use."""
    return tuple(face_file(*face) for face in FACES)


def face_rules() -> str:
    """Return the `@font-face` rules that a printed page needs."""
    return "".join(
        f"@font-face{{font-family:'{FAMILY}';font-weight:{weight};font-style:{style};"
        f"src:url('{face_file(weight, style).as_uri()}')}}"
        for weight, style in FACES
    )
