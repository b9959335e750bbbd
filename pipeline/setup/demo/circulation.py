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
    chairs = (organisation.assistant_director, *heads.values())
    lines = [
        *_list("Assistant director", "assistant director", (organisation.assistant_director,)),
        *_list("OLT", "OLT", (*heads.values(), *organisation.performance_officers)),
        *_list("Minutes", "business services", organisation.business_services, cc=chairs),
        *_list("Reviewers", "reviewer", organisation.performance_officers),
    ]
    for locality, head in heads.items():
        teams = organisation.teams_of(locality)
        attend = (
            head,
            *(person for team in teams for person in (team.manager, *team.supervisors)),
            *organisation.performance_officers,
        )
        lines += _list(f"{locality} check-in", "locality", attend, locality=locality)
        for team in teams:
            people = (team.manager, *team.supervisors)
            lines += _list(f"Team {team.name}", "team", people, team=team.name)
    return "\n".join(lines)


def _list(
    name: str, gets: str, people: Iterable[str], cc: Iterable[str] = (), **whose: str
) -> Iterator[str]:
    yield f"    - name: {as_text(name)}"
    yield f"      gets: {gets}"
    for key, value in whose.items():
        yield f"      {key}: {as_text(value)}"
    yield from _addresses("to", people)
    yield from _addresses("cc", cc)


def _addresses(key: str, people: Iterable[str]) -> Iterator[str]:
    named = tuple(dict.fromkeys(people))
    if named:
        yield f"      {key}:"
    for person in named:
        yield f"        - {person.lower().replace(' ', '.')}@{DOMAIN}"
