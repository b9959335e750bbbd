"""Who gets which papers in the invented authority: a list for each audience, at addresses of no one."""

from collections.abc import Iterable, Iterator
from typing import Final

from pipeline.setup.config_edit.words import as_text
from pipeline.setup.demo.organisation import Organisation

DOMAIN: Final = "exampleshire.example"
"""`.example` is kept free for examples: no e-mail can reach it."""


def circulation_lists(organisation: Organisation) -> str:
    """Return the lines of `emails.lists`."""
    heads = organisation.heads_of_service
    lines = [
        *_list("OLT", "OLT", (organisation.assistant_director, *heads.values())),
        *_list("Minutes", "business services", organisation.business_services),
        *_list("Reviewers", "reviewer", organisation.performance_officers),
    ]
    for locality, head in heads.items():
        teams = organisation.teams_of(locality)
        managers = (head, *(team.manager for team in teams))
        lines += _list(f"{locality} managers", "locality", managers, locality=locality)
        for team in teams:
            people = (team.manager, *team.supervisors)
            lines += _list(f"Team {team.name}", "team", people, team=team.name)
    return "\n".join(lines)


def _list(name: str, gets: str, people: Iterable[str], **whose: str) -> Iterator[str]:
    yield f"    - name: {as_text(name)}"
    yield f"      gets: {gets}"
    for key, value in whose.items():
        yield f"      {key}: {as_text(value)}"
    yield "      to:"
    for person in dict.fromkeys(people):
        yield f"        - {person.lower().replace(' ', '.')}@{DOMAIN}"
