"""Three rounds of effectiveness scores, most of them better from one to the next."""

import csv
from itertools import pairwise
from statistics import mean

import pytest

from pipeline.model.dates import read_date
from pipeline.model.tables import SCORES
from pipeline.setup.demo.scores import LATEST, Scorer, scores_bytes

SEED = 5


@pytest.fixture(scope="module")
def reviews(invented):
    """Scores by team, observation date and criterion: the table's, then those for the forms."""
    text = scores_bytes(SEED, invented.organisation, invented.diary).decode()
    found = {}
    for row in csv.DictReader(text.splitlines()):
        day = read_date(row["Observation date"])
        found.setdefault(row["Team"], {}).setdefault(day, {})[int(row["Criterion"])] = row["Score"]
    scorer = Scorer(SEED, invented.organisation, invented.diary)
    for team in invented.organisation.teams:
        for turn in range(1, LATEST + 1):
            if review := scorer.review(team, turn):
                found[team.name][review.day] = {n: str(s) for n, s in review.scores.items()}
    return found


def test_the_headers_are_the_canonical_ones(invented):
    header = scores_bytes(SEED, invented.organisation, invented.diary).split(b"\r\n")[0].decode()
    assert header.split(",") == [column.header for column in SCORES.columns]


def test_every_team_is_reviewed_three_times_but_the_drifting_one(invented, reviews):
    rounds = {team: len(found) for team, found in reviews.items()}
    assert rounds.pop(invented.organisation.stories.drifting) == 2
    assert set(rounds.values()) == {3}


def test_the_rounds_are_about_two_months_apart_and_not_in_the_future(invented, reviews):
    for found in reviews.values():
        days = sorted(found)
        assert days[-1] <= invented.span.as_at
        for before, after in pairwise(days):
            assert 35 < (after - before).days < 90


def test_scores_are_one_to_five_but_for_one_that_is_text_and_some_are_missing(reviews):
    scores = [s for found in reviews.values() for review in found.values() for s in review.values()]
    assert scores.count("n/a") == 1
    assert {int(score) for score in scores if score != "n/a"} <= {1, 2, 3, 4, 5}
    assert len(scores) < 11 * sum(len(found) for found in reviews.values())


def test_scores_mostly_rise_and_most_in_the_improved_team(invented, reviews):
    gains = {}
    for team, found in reviews.items():
        if len(found) == 3:
            before, _, after = (found[day] for day in sorted(found))
            both = [c for c in before.keys() & after.keys() if "n/a" not in (before[c], after[c])]
            gains[team] = mean(int(after[c]) - int(before[c]) for c in both)
    assert mean(gains.values()) > 0.3
    assert max(gains, key=gains.get) == invented.organisation.stories.improved
