"""Who gets which papers: the circulation lists of config, and what each of them may be sent."""

from typing import Annotated, Final, Literal

from pydantic import AfterValidator, Field, model_validator

from pipeline.model.part import Part
from pipeline.model.setting_rules import plain_name, refuse_repeats
from pipeline.model.terms import Audience

Sent = Literal["assistant director", "OLT", "business services", "locality", "reviewer", "team"]
"""The audiences that papers are sent to; the performance officer has them all."""

SITS_IN: Final[dict[Sent, tuple[Audience, ...]]] = {"assistant director": ("OLT",)}
"""Whose papers an audience has beside its own: the assistant director chairs the OLT."""

AUTHORITYS: Final = ("assistant director", "OLT")
"""The audiences whose papers are about the whole authority."""

ADDRESS: Final = r"^[^@\s,;<>\"]+@[^@\s,;<>\"]+\.[^@\s,;<>\"]+$"
Address = Annotated[str, Field(pattern=ADDRESS, max_length=254)]


class CirculationList(Part):
    """People who get the same papers, and the one audience that they are.

    `locality` or `team` says whose papers; a list for a locality or a team must name it.
    """

    name: Annotated[str, Field(min_length=1, max_length=80), AfterValidator(plain_name)]
    gets: Sent
    to: tuple[Address, ...] = Field(min_length=1)
    cc: tuple[Address, ...] = ()
    locality: str = ""
    team: str = ""
    note: str = ""

    @model_validator(mode="after")
    def _whose_papers(self) -> "CirculationList":
        if self.gets == "team" and not self.team:
            message = "a list that gets a team's papers must say which team: set team"
            raise ValueError(message)
        if self.gets == "locality" and not self.locality:
            message = "a list that gets a locality's papers must say which locality: set locality"
            raise ValueError(message)
        if self.team and self.gets != "team":
            message = f"a list that gets {self.gets} papers can't name a team; leave team out"
            raise ValueError(message)
        if self.gets in AUTHORITYS and self.locality:
            message = (
                f"a list that gets {self.gets} papers can't name a locality; leave locality out"
            )
            raise ValueError(message)
        return self

    def may_have(self, audience: Audience, locality: str, team: str) -> bool:
        """Return whether a paper for an audience, about a locality or team, may be sent to the list."""
        if audience not in (self.gets, *SITS_IN.get(self.gets, ())):
            return False
        if self.gets == "team":
            return team == self.team
        return not team and self.locality in ("", locality)


class Emails(Part):
    """The drafts that a run writes; nothing is ever sent.

    With `domains`, an address outside them is an error.
    """

    lists: tuple[CirculationList, ...] = ()
    domains: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _each_list_once_and_nobody_outside(self) -> "Emails":
        refuse_repeats([each.name for each in self.lists], "circulation list", set())
        allowed = tuple(f"@{domain.lstrip('@').casefold()}" for domain in self.domains)
        for each in self.lists:
            for address in (*each.to, *each.cc):
                if allowed and not address.casefold().endswith(allowed):
                    message = (
                        f"the list {each.name!r} has an address outside emails.domains; correct it, "
                        "or add its domain there"
                    )
                    raise ValueError(message)
        return self
