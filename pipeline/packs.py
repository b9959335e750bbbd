"""Finds the packs: a folder in `report_templates/` and a module in `pipeline/compose/` each."""

from pathlib import Path, PurePosixPath

from pipeline.errors import WrongUsage
from pipeline.model.names import folder_name
from pipeline.model.packs import PackSpec, PlannedDocument
from pipeline.model.request import Request
from pipeline.model.scopes import AUTHORITY, Scope, localities, teams
from pipeline.model.settings import Settings
from pipeline.yaml_files import load_yaml_as

TEMPLATES = Path(__file__).parent.parent / "report_templates"


def find_packs(templates: Path = TEMPLATES) -> tuple[PackSpec, ...]:
    """Return every pack that has a `pack.yaml`, in the order in which people read them."""
    found = [
        load_yaml_as(PackSpec, path).model_copy(update={"name": path.parent.name})
        for path in sorted(templates.glob("*/pack.yaml"))
    ]
    return tuple(sorted(found, key=lambda spec: (spec.order, spec.name)))


def choose_packs(packs: tuple[PackSpec, ...], wanted: tuple[str, ...]) -> tuple[PackSpec, ...]:
    """Return the packs named in `wanted` (all, if none is), by pack name or by file name.

    Raises WrongUsage if a name fits no pack.
    """
    if not wanted:
        return packs
    chosen = []
    for name in wanted:
        fits = [spec for spec in packs if name.replace("-", "_") in _names(spec)]
        if not fits:
            known = ", ".join(spec.name.replace("_", "-") for spec in packs)
            message = f"There is no pack called {name}. The packs are: {known}."
            raise WrongUsage(message)
        chosen += fits
    return tuple(spec for spec in packs if spec in chosen)


def plan_run(request: Request, settings: Settings) -> tuple[PlannedDocument, ...]:
    """Return the documents that a run is asked for: all of config's packs and scopes, or some."""
    packs = choose_packs(find_packs(), request.packs or settings.packs)
    return plan_documents(packs, settings, request.localities, request.teams)


def plan_documents(
    packs: tuple[PackSpec, ...],
    settings: Settings,
    only_localities: tuple[str, ...] = (),
    only_teams: tuple[str, ...] = (),
) -> tuple[PlannedDocument, ...]:
    """Return the documents that the packs become, for all scopes or just those named."""
    planned = []
    for spec in packs:
        for scope in _scopes(spec, settings):
            if only_localities and scope.locality not in only_localities:
                continue
            if only_teams and scope.team not in only_teams:
                continue
            path = spec.output.format(
                locality=folder_name(scope.locality) if scope.locality else "",
                team=folder_name(scope.team) if scope.team else "",
            )
            planned.append(PlannedDocument(spec, scope, PurePosixPath(path)))
    return tuple(planned)


def _names(spec: PackSpec) -> set[str]:
    return {spec.name, PurePosixPath(spec.output).stem.replace("-", "_")}


def _scopes(spec: PackSpec, settings: Settings) -> tuple[Scope, ...]:
    if spec.scope == "authority":
        return (AUTHORITY,)
    return localities(settings) if spec.scope == "locality" else teams(settings)
