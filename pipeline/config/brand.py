"""The files of an authority's own look: its logo, and the Word document whose styles it uses."""

import re
import zipfile
from pathlib import Path
from typing import Final

from pipeline.errors import WrongConfig
from pipeline.model.settings import Branding

PNG: Final = b"\x89PNG\r\n\x1a\n"
LARGEST: Final = 1 << 20
"""Bytes of a logo: it is in every document."""
LONGEST: Final = 8 << 20
"""Bytes of the styles of a Word document."""
HOUSE: Final = Path(__file__).parents[2] / "report_templates/house/base.docx"
_STYLE: Final = re.compile(rb'w:styleId="([^"]+)"')


def with_files(branding: Branding, config: Path) -> Branding:
    """Return the branding with the whole paths of its files, which stand beside the settings.

    Raises WrongConfig if one is not there or can't be used.
    """
    found: dict[str, Path] = {}
    if branding.logo:
        found["logo"] = _there(config, branding.logo, "logo")
        _check_logo(found["logo"])
    if branding.reference:
        found["reference"] = _there(config, branding.reference, "reference")
        _check_reference(found["reference"])
    return branding.model_copy(update=found)


def _there(config: Path, named: Path, setting: str) -> Path:
    path = config / named
    if named.name != str(named) or not path.is_file():
        message = (
            f"branding.{setting} names {named}, but the folder {config} has no such file. Put it "
            "beside the settings, or leave the setting out."
        )
        raise WrongConfig(message)
    return path.resolve()


def _check_logo(path: Path) -> None:
    with path.open("rb") as file:
        start = file.read(len(PNG))
    if start != PNG:
        message = f"{path.name} is not a PNG picture. Save the logo as PNG, about 300 pixels high."
        raise WrongConfig(message)
    if path.stat().st_size > LARGEST:
        message = (
            f"{path.name} is larger than 1 MiB. Save the logo smaller: it is in every document."
        )
        raise WrongConfig(message)


def _check_reference(path: Path) -> None:
    missing = sorted(_styles(HOUSE) - _styles(path))
    if missing:
        message = (
            f"{path.name} has no style {', '.join(missing[:3])}, which the documents need. Start from "
            "a copy of report_templates/house/base.docx and change its styles in Word."
        )
        raise WrongConfig(message)


def _styles(path: Path) -> set[str]:
    """Return the ids of the styles of a Word document."""
    try:
        with zipfile.ZipFile(path) as package, package.open("word/styles.xml") as part:
            return {name.decode("utf-8", "replace") for name in _STYLE.findall(part.read(LONGEST))}
    except (zipfile.BadZipFile, KeyError, NotImplementedError, RuntimeError, EOFError) as error:
        message = f"{path.name} is not a Word document (.docx)."
        raise WrongConfig(message) from error
