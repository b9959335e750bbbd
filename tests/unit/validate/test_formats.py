"""Each format gives what it has; what it can't give is no fault of its rows."""

import pytest
from builders import said
from unit.validate.raw_tables import COLUMNS, validated_of


def codes(validated):
    return {finding.rule.code for finding in validated.findings}


@pytest.mark.parametrize("name", COLUMNS)
def test_the_format_goes_with_the_rows(name):
    validated = validated_of(name, [{}])
    assert validated.format_name == name
    assert validated.extract_format.name == name
    assert len(validated.versions) == 1


def test_rows_of_the_census_have_no_team_and_none_is_missing():
    validated = validated_of("cin_census", [{}, {}])
    assert set(validated.versions["team"]) == set(validated.versions["locality"]) == {"Not known"}
    assert "team" not in validated.supplied
    assert codes(validated).isdisjoint({"team.unknown", "team.missing", "team.no_rows"})


@pytest.mark.parametrize("name", ["local", "ssd", "annex_a"])
def test_elsewhere_a_team_that_config_has_not_is_told_with_the_nearest(name):
    validated = validated_of(name, [{"team": "Allder"}, {"team": "Wholly other"}, {"team": None}])
    found = {f.value: f.sentence for f in said(validated, "team.unknown")}
    assert "The nearest team is Alder. Add the name" in found["Allder"]
    assert "nearest" not in found["Wholly other"]
    assert set(validated.versions["team"]) == {"Not known"}
    assert len(said(validated, "team.missing")) == 1


def test_a_team_of_config_without_a_row_is_said_so_that_nought_is_not_taken_for_true():
    validated = validated_of("local", [{"team": "Alder"}, {"team": "Cedar"}])
    (finding,) = said(validated, "team.no_rows")
    assert "Birch" in finding.sentence
    assert finding.rule.severity == "warning"


@pytest.mark.parametrize(
    ("end", "as_at_open"), [("20/05/2026", False), ("29/05/2026", False), ("30/05/2026", True)]
)
def test_an_extract_without_one_open_plan_is_said(end, as_at_open):
    validated = validated_of("local", [{"plan_end": end}])
    assert bool(said(validated, "extract.none_open")) is not as_at_open


def test_annex_a_rows_may_start_before_anything_else_the_child_has():
    """Its start is the episode's, so the rules on a plan's start don't apply."""
    validated = validated_of("annex_a", [{"plan_start": "05/01/2020"}])
    assert not codes(validated) & {"plan.before_referral", "plan.during_cp"}
