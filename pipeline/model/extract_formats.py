"""The formats in which plans come, and what each can't give."""

from dataclasses import dataclass
from typing import Final, Literal

FormatName = Literal["local", "ssd", "annex_a", "cin_census"]


@dataclass(frozen=True)
class ExtractFormat:
    """A format of the case extract.

    `starts`: whose start its rows carry; an episode's start is not the plan's, so starts, finishes
    and series can't be counted from it. `has_teams`: whether rows name a team; without, figures
    are the authority's alone. `lacks` completes "figures are not supplied, since ...".
    """

    name: FormatName
    title: str
    starts: Literal["plan", "episode"] = "plan"
    has_teams: bool = True
    lacks: str = ""


FORMATS: Final[dict[FormatName, ExtractFormat]] = {
    each.name: each
    for each in (
        ExtractFormat("local", "case extract"),
        ExtractFormat("ssd", "Standard Safeguarding Dataset"),
        ExtractFormat(
            "annex_a",
            "Ofsted Annex A, List 6",
            starts="episode",
            lacks="Annex A has the start of the episode of need, not of the plan",
        ),
        ExtractFormat(
            "cin_census",
            "DfE CIN census",
            has_teams=False,
            lacks="the CIN census names no teams",
        ),
    )
}
"""In the order in which they are taken where config names no primary one: what tells most first."""
