"""What the simulated authorities are like: one steady, and others in which one thing is different."""

from dataclasses import dataclass, replace

ORIGINS = 24
"""Monthly looks at each authority."""


@dataclass(frozen=True)
class Scenario:
    """What is true of a simulated authority.

    `stages_matter`: what a tracker says drives how soon a plan finishes; else it says nothing.
    `growth`: by what share starts grow in a year. `fall`: by what share plans of the first locality
    finish less readily from the origin `fall_from` on. `late`: the share of ends that are
    recorded late, by ten working days on average.
    """

    name: str
    stages_matter: bool = False
    growth: float = 0.0
    fall: float = 0.0
    fall_from: int = 12
    late: float = 0.0
    teams: tuple[int, ...] = (4, 4, 3, 3)
    starts_a_month: float = 280.0


STEADY = Scenario("steady")
SCENARIOS = {
    each.name: each
    for each in (
        STEADY,
        replace(STEADY, name="stages-informative", stages_matter=True),
        replace(STEADY, name="locality-shift", fall=0.4),
        replace(STEADY, name="growth", growth=0.15),
        replace(STEADY, name="late-recording", late=0.3),
    )
}
