"""Turns the options of a run into a request, and says which name was meant."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from pipeline.errors import WrongUsage
from pipeline.model.names import same_name
from pipeline.model.request import Request
from pipeline.model.settings import Settings
from pipeline.packs import find_packs
from pipeline.yaml_files.wording import did_you_mean


def checked(request: Request, settings: Settings) -> Request:
    """Return the request with names spelled as config spells them.

    Raises WrongUsage for a name that nobody has, or for folders that lie in one another.
    """
    _apart(request)
    packs = [spec.name.replace("_", "-") for spec in find_packs()]
    stems = {Path(spec.output).stem for spec in find_packs()}
    teams = [team.name for locality in settings.localities for team in locality.teams]
    return replace(
        request,
        packs=_known("pack", request.packs, [*packs, *sorted(stems - set(packs))]),
        localities=_known("locality", request.localities, [p.name for p in settings.localities]),
        teams=_known("team", request.teams, teams),
    )


def _known(kind: str, asked: Iterable[str], names: list[str]) -> tuple[str, ...]:
    by_spelling = {_spelling(name): name for name in names}
    found = []
    for name in asked:
        if _spelling(name) not in by_spelling:
            near = did_you_mean(name, names) or f"; there are: {', '.join(names)}."
            message = f'There is no {kind} "{name}"{near}'
            raise WrongUsage(message)
        found.append(by_spelling[_spelling(name)])
    return tuple(dict.fromkeys(found))


def _spelling(name: str) -> str:
    return same_name(name).replace("_", "-")


def _apart(request: Request) -> None:
    """Refuse outputs that would become inputs or settings of the next run."""
    outputs = request.outputs.absolute()
    for folder, name in ((request.inputs, "inputs"), (request.config, "config")):
        if outputs == folder.absolute() or folder.absolute() in outputs.parents:
            message = (
                f"The outputs folder {request.outputs} lies in the {name} folder; choose another."
            )
            raise WrongUsage(message)
    if outputs.exists() and not outputs.is_dir():
        message = f"{request.outputs} is a file, not a folder for outputs."
        raise WrongUsage(message)
