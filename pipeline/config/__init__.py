"""Reads an authority's settings from the YAML files of its config folder."""

from pathlib import Path
from typing import Final

from pipeline.config.brand import with_files
from pipeline.errors import WrongConfig
from pipeline.model.settings import Settings
from pipeline.yaml_files import load_yaml_as

NEEDED: Final = "authority.yaml"

LEAST: Final = """\
authority: {name: Exampleshire County Council, code: "999"}
localities:
  - name: North Dale
    teams:
      - {name: Alder}
      - {name: Birch}
"""

REMEDY: Final = f"""\
`cinpack init --from EXTRACT` writes one from your case extract; the least that {NEEDED} must hold is:

{LEAST}"""


def load_settings(config: Path) -> Settings:
    """Return the settings that the `*.yaml` files of the folder `config` hold between them.

    Only `authority.yaml` must be there; each top-level key may stand in any one of the files.

    Raises WrongConfig if the folder or that file is not there, and for every setting that can't
    be used as written.
    """
    if not config.is_dir():
        message = f"There is no config folder {config}. {REMEDY}"
        raise WrongConfig(message)
    paths = config_files(config)
    if config / NEEDED not in paths:
        near = [path.name for path in sorted(config.iterdir()) if _nearly_needed(path.name)]
        if near:
            message = (
                f"The config folder {config} has no {NEEDED}, but {near[0]}: rename it {NEEDED}."
            )
            raise WrongConfig(message)
        message = f"The config folder {config} has no {NEEDED}. {REMEDY}"
        raise WrongConfig(message)
    settings = load_yaml_as(Settings, *paths)
    branding = with_files(settings.branding, config)
    return settings.model_copy(update={"branding": branding})


def config_files(config: Path) -> list[Path]:
    """Return the files that settings are read from: `authority.yaml`, then the others by name.

    Hidden files and the copies that editors leave (`~$...`) are not among them.
    """
    paths = [path for path in config.glob("*.yaml") if not path.name.startswith((".", "~"))]
    return sorted(paths, key=lambda path: (path.name != NEEDED, path.name))


def _nearly_needed(name: str) -> bool:
    """Return whether a file was meant to be `authority.yaml`: other case, `.yml`, `.yaml.txt`."""
    plain = name.casefold().removesuffix(".txt")
    return plain in (NEEDED, NEEDED.replace(".yaml", ".yml"))
