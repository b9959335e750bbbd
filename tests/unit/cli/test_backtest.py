"""`cinpack backtest` prints the rows of the trial as a table."""

import pytest

from pipeline.cli.backtest import print_backtest
from pipeline.model.measures import Figure, Figures, not_supplied
from pipeline.model.scopes import AUTHORITY

WINDOW = "2026-06-09/2026-06-22"


def error(method, value, note=""):
    category = f"teams: {method}"
    return Figure("backtest.finishes.error", AUTHORITY, category, WINDOW, value, note=note)


def test_errors_stand_by_method_with_what_is_used_and_what_the_range_held(capsys, monkeypatch):
    monkeypatch.setenv("COLUMNS", "120")
    held = Figure("backtest.finishes.coverage", AUTHORITY, "teams", WINDOW, 0.81)
    found = (error("last 12 weeks", 3.66), error("model", 3.29, "the forecast is made by this"))
    print_backtest(Figures((*found, held)))
    printed = [" ".join(line.split()) for line in capsys.readouterr().out.splitlines()]
    assert "Forecast of from/to for last 12 weeks model held" in printed
    assert "finishes 2026-06-09 2026-06-22 teams 3.7 3.3* 81%" in printed


@pytest.mark.parametrize("why", ["the extract has no Plan End Date"])
def test_where_nothing_could_be_tried_it_says_why(capsys, why):
    absent = [
        not_supplied(f"backtest.finishes.{name}", AUTHORITY, category, WINDOW, why=why)
        for name, category in (("error", "teams: model"), ("coverage", "teams"))
    ]
    print_backtest(Figures(absent))
    assert f"Not tried: {why}." in capsys.readouterr().out
