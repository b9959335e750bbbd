"""Earlier runs speak of teams as config names them today."""

from datetime import date

import pandas as pd
from builders import settings_of

from pipeline.model.figure_rows import COLUMNS, read_figures
from pipeline.model.history import EarlierRun, History
from pipeline.model.scopes import Scope
from pipeline.validate.past_names import under_todays_names

RENAMED = settings_of(
    teams=[{"name": "Elder", "aliases": [{"name": "Alder", "until": "2026-04-30"}]}]
)
ALDER, ELDER = Scope("team", "North Dale", "Alder"), Scope("team", "North Dale", "Elder")
CEDAR = Scope("team", "South Vale", "Cedar")


def figures(*rows):
    lines = [",".join(COLUMNS), *(",".join((*row, "", "", "", "", "plans", "")) for row in rows)]
    return read_figures("\n".join(lines).encode())


def of_team(locality, team, value):
    return ("plans.open", "", "team", locality, team, "", value)


def tracker(locality, team):
    return pd.DataFrame({"child_id": ["X1"], "locality": [locality], "team": [team]}, dtype="str")


def renamed(settings=RENAMED, **parts):
    empty = {"documents": frozenset(), "figures": figures()}
    run = EarlierRun("2026-05-29", date(2026, 5, 29), None, **(empty | parts))
    return under_todays_names(History((run,)), settings).runs[0]


def test_a_renamed_team_has_its_rows_papers_and_figures_under_its_new_name():
    run = renamed(
        documents=frozenset({("icm_agenda", ALDER)}),
        figures=figures(of_team("North Dale", "Alder", "7")),
        tracker=tracker("North Dale", "Alder"),
        tracker_columns={"Alder": frozenset({"stage"})},
    )
    assert run.documents == {("icm_agenda", ELDER)}
    assert run.figures.get("plans.open", ELDER).value == 7
    assert run.figures.find("plans.open", ALDER) is None
    assert list(run.tracker["team"]) == ["Elder"]
    assert run.tracker_columns == {"Elder": {"stage"}}


def test_a_team_that_moved_stands_under_its_locality_of_today():
    run = renamed(
        figures=figures(of_team("North Dale", "Cedar", "3")), tracker=tracker("North Dale", "Cedar")
    )
    assert run.figures.get("plans.open", CEDAR).value == 3
    assert list(run.tracker["locality"]) == ["South Vale"]


def test_a_team_that_config_does_not_know_any_more_stays_as_it_was():
    gone = Scope("team", "North Dale", "Gone")
    run = renamed(
        figures=figures(of_team("North Dale", "Gone", "3")), tracker=tracker("North Dale", "Gone")
    )
    assert run.figures.get("plans.open", gone).value == 3
    assert list(run.tracker["team"]) == ["Gone"]


def test_neither_figure_of_two_teams_that_became_one_stands_for_it():
    run = renamed(
        figures=figures(
            of_team("North Dale", "Alder", "3"),
            of_team("North Dale", "Elder", "4"),
            of_team("South Vale", "Cedar", "5"),
        )
    )
    assert run.figures.find("plans.open", ELDER) is None
    assert run.figures.get("plans.open", CEDAR).value == 5
