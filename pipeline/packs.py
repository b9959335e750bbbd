"""Finds the packs: a folder in `report_templates/` and a module in `pipeline/compose/` each."""

from collections.abc import Callable
from pathlib import Path, PurePosixPath

from pipeline.errors import WrongUsage
from pipeline.model.circulation import CirculationList
from pipeline.model.names import folder_name
from pipeline.model.packs import Circulated, PackSpec, PlannedDocument
from pipeline.model.request import Request
from pipeline.model.scopes import AUTHORITY, Scope, localities, teams
from pipeline.model.settings import Settings
from pipeline.yaml_files import load_yaml_as

TEMPLATES = Path(__file__).parent.parent / "report_templates"

Planned = tuple[PlannedDocument, ...]


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


def plan_run(
    request: Request,
    settings: Settings,
    due: Callable[[Planned], Planned] = lambda planned: planned,
) -> Planned:
    """Return what a run is asked for: all of config's packs and scopes, or some, and the e-mail drafts.

    `due` keeps those that a meeting needs. Raises WrongUsage if what is asked for together is nothing.
    """
    packs = choose_packs(find_packs(), request.packs or settings.packs)
    planned = plan_documents(packs, settings, request.localities, request.teams)
    if not planned:
        raise WrongUsage("No pack is made for what --pack, --locality and --team ask for together.")
    planned = due(planned)
    return (*planned, *plan_drafts(packs, planned, settings))


def plan_documents(
    packs: tuple[PackSpec, ...],
    settings: Settings,
    only_localities: tuple[str, ...] = (),
    only_teams: tuple[str, ...] = (),
) -> Planned:
    """Return the documents that the packs become, for all scopes or just those named.

    E-mail drafts are not among them: what they hold hangs on which documents there are.
    """
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


def plan_drafts(packs: tuple[PackSpec, ...], planned: Planned, settings: Settings) -> Planned:
    """Return an e-mail draft for each circulation list that some of the planned documents are for."""
    drafts = []
    for spec in packs:
        for each in settings.emails.lists if spec.scope == "list" else ():
            papers = tuple(paper for paper in planned if _is_for(each, paper))
            if papers:
                path = PurePosixPath(spec.output.format(list=folder_name(each.name)))
                drafts.append(
                    PlannedDocument(spec, _scope_of(each, settings), path, Circulated(each, papers))
                )
    return tuple(drafts)


def _is_for(each: CirculationList, paper: PlannedDocument) -> bool:
    """Return whether a list is sent a document; pages are looked at where they stand."""
    sent = paper.spec.media in ("docx", "pdf", "xlsx")
    return sent and each.may_have(paper.spec.audience, paper.scope.locality, paper.scope.team)


def _scope_of(each: CirculationList, settings: Settings) -> Scope:
    if each.team:
        return next(team for team in teams(settings) if team.team == each.team)
    return Scope("locality", each.locality) if each.locality else AUTHORITY


def _names(spec: PackSpec) -> set[str]:
    return {spec.name, PurePosixPath(spec.output).stem.replace("-", "_")}


def _scopes(spec: PackSpec, settings: Settings) -> tuple[Scope, ...]:
    if spec.scope == "list":
        return ()
    if spec.scope == "authority":
        return (AUTHORITY,)
    return localities(settings) if spec.scope == "locality" else teams(settings)
