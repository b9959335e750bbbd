"""Names nobody has, and teams shared out over localities."""

from datetime import date
from itertools import islice

import pytest

from pipeline.errors import WrongUsage
from pipeline.model.names import same_name
from pipeline.setup.demo.invented import TREES, numbered, people
from pipeline.setup.demo.organisation import organise

AS_AT = date(2026, 11, 3)


def test_people_are_all_different():
    assert len(set(islice(people(), 5000))) == 5000


def test_names_run_on_with_numbers_when_the_list_is_used_up():
    names = numbered(TREES, 140)
    assert len({same_name(name) for name in names}) == 140
    assert names[len(TREES)] == f"{TREES[0]} 2"


@pytest.mark.parametrize(("localities", "teams"), [(4, 14), (1, 1), (3, 3), (16, 140)])
def test_every_locality_has_its_share_of_the_teams(localities, teams):
    organisation = organise(1, 1500, localities, teams, AS_AT)
    sizes = [len(organisation.teams_of(name)) for name in organisation.localities]
    assert len(sizes) == localities
    assert sum(sizes) == teams
    assert max(sizes) - min(sizes) <= 1
    assert sum(team.share for team in organisation.teams) == pytest.approx(1)


def test_the_three_stories_are_in_different_localities():
    organisation = organise(1, 1500, 4, 14, AS_AT)
    homes = {team.name: team.locality for team in organisation.teams}
    stories = organisation.stories
    found = {homes[stories.drifting], homes[stories.improved], stories.slow_to_send}
    assert len(found) == 3


@pytest.mark.parametrize(
    ("open_plans", "localities", "teams", "named"),
    [(0, 1, 1, "--open-plans"), (10, 0, 1, "--localities"), (10, 4, 3, "--teams")],
)
def test_numbers_that_make_no_authority_are_refused_by_name(open_plans, localities, teams, named):
    with pytest.raises(WrongUsage, match=named):
        organise(1, open_plans, localities, teams, AS_AT)
