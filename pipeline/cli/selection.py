"""Turns the options of a run into a request, and says which name was meant."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from pipeline.errors import WrongUsage
from pipeline.model.names import same_name
from pipeline.model.packs import PackSpec
from pipeline.model.request import Request
from pipeline.model.settings import Settings
from pipeline.packs import find_packs
from pipeline.yaml_files.wording import did_you_mean


def checked(request: Request, settings: Settings) -> Request:
    """Return the request with names spelled as config spells them.

    Raises WrongUsage for a name that nobody has, or for folders that lie in one another.
    """
    _apart(request)
    specs = find_packs()
    packs = [_shown(spec) for spec in specs]
    stems = {Path(spec.output).stem for spec in specs}
    teams = [team.name for locality in settings.localities for team in locality.teams]
    found = replace(
        request,
        packs=_known("pack", request.packs, packs, stems - set(packs)),
        localities=_known("locality", request.localities, [p.name for p in settings.localities]),
        teams=_known("team", request.teams, teams),
    )
    if found.teams and all(spec.scope != "team" for spec in specs):
        raise WrongUsage(_no_team_packs(specs))
    return found


def _no_team_packs(specs: tuple[PackSpec, ...]) -> str:
    authority = ", ".join(_shown(spec) for spec in specs if spec.scope == "authority")
    local = ", ".join(_shown(spec) for spec in specs if spec.scope == "locality")
    return (
        "No pack is made for single teams yet, so leave --team out. For the whole authority there "
        f"are: {authority}. For each locality (--locality NAME) there are: {local}."
    )


def _known(
    kind: str, asked: Iterable[str], listed: list[str], others: Iterable[str] = ()
) -> tuple[str, ...]:
    """Return the names asked for; `others` are second names, which no list of names repeats."""
    names = [*listed, *sorted(others)]
    by_spelling = {_spelling(name): name for name in names}
    found = []
    for name in asked:
        if _spelling(name) not in by_spelling:
            near = did_you_mean(name, names) or f"; there are: {', '.join(listed)}."
            message = f'There is no {kind} "{name}"{near}'
            raise WrongUsage(message)
        found.append(by_spelling[_spelling(name)])
    return tuple(dict.fromkeys(found))


def _shown(spec: PackSpec) -> str:
    return spec.name.replace("_", "-")


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
