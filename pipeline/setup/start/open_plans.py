"""The plans that are open at the extract's date, as a run would see them."""

from dataclasses import dataclass

from pipeline.model.ingested import Ingested
from pipeline.model.settings import Settings


@dataclass(frozen=True)
class OpenPlan:
    """A row of a team's tracker before anyone has written in it."""

    child_id: str
    practitioner: str


def open_plans(ingested: Ingested, settings: Settings) -> dict[str, tuple[OpenPlan, ...]]:
    """Return the open plans by team, by practitioner and child; a team may have none."""
    import numpy as np

    from pipeline.transform.places import places_of
    from pipeline.transform.plans import merge_versions
    from pipeline.validate import validate

    validated = validate(ingested, settings)
    found: dict[str, list[OpenPlan]] = {
        team.name: [] for locality in settings.localities for team in locality.teams
    }
    if validated.versions is not None:
        gap = settings.thresholds.merge_gap_days
        as_at = validated.as_at
        plans, _ = merge_versions(validated.versions, as_at, gap, places_of(settings))
        rows = plans.frame[plans.open_at(np.datetime64(as_at, "D"))]
        workers = rows["practitioner"].fillna("") if "practitioner" in rows else [""] * len(rows)
        for team, child, worker in zip(rows["team"], rows["child_id"], workers, strict=True):
            if team in found:
                found[team].append(OpenPlan(str(child), str(worker)))
    return {
        team: tuple(sorted(set(plans), key=lambda plan: (plan.practitioner, plan.child_id)))
        for team, plans in found.items()
    }
