"""The settings of the invented authority are ones that the pipeline knows, and teach what they do."""

from datetime import date

import pytest
import yaml

from pipeline.model.settings import Branding, Settings, Thresholds
from pipeline.setup.demo.organisation import organise
from pipeline.setup.demo.settings_files import settings_files
from pipeline.setup.demo.words import BARRIERS

AS_AT = date(2026, 11, 3)


def read(localities, teams):
    """Return every file's text and all keys together, as the pipeline puts them together."""
    files = settings_files(organise(1, 500, localities, teams, AS_AT), date(2024, 5, 1))
    parts = [yaml.load(text, yaml.BaseLoader) for text in files.values()]  # noqa: S506 - strings only
    keys = [key for part in parts for key in part]
    assert len(keys) == len(set(keys))
    return files, {key: less_blanks(value) for part in parts for key, value in part.items()}


def less_blanks(value):
    """Leave out what nothing is written after, as the reader of settings does."""
    if not isinstance(value, dict):
        return value
    return {key: less_blanks(inside) for key, inside in value.items() if inside not in ("", None)}


@pytest.mark.parametrize(("localities", "teams"), [(4, 14), (1, 1), (16, 140)])
def test_the_settings_are_valid_for_any_size(localities, teams):
    _, together = read(localities, teams)
    settings = Settings.model_validate(together)
    assert len(settings.localities) == localities
    assert sum(len(locality.teams) for locality in settings.localities) == teams


def test_the_values_said_to_be_those_of_a_setting_left_out_are():
    _, together = read(4, 14)
    settings = Settings.model_validate(together)
    assert settings.thresholds == Thresholds()
    assert settings.branding == Branding()


def test_every_threshold_is_there_to_be_changed_with_a_note_above_it():
    files, _ = read(4, 14)
    lines = [line.strip() for line in files["thresholds.yaml"].splitlines()]
    for name in Thresholds.model_fields:
        place = next(i for i, line in enumerate(lines) if line.startswith(f"{name}:"))
        assert lines[place - 1].startswith("# "), name


def test_every_file_begins_by_saying_what_it_is_for():
    files, _ = read(4, 14)
    assert [name for name, text in files.items() if not text.startswith("# ")] == []


def test_words_with_a_meaning_in_yaml_come_back_as_they_are():
    _, together = read(4, 14)
    assert set(together["words"]["barriers"]) == set(BARRIERS)
    names = [team["name"] for locality in together["localities"] for team in locality["teams"]]
    assert "Hazel/Holly" in names


def test_one_locality_meets_on_listed_dates_from_before_the_earlier_months():
    _, together = read(4, 14)
    settings = Settings.model_validate(together)
    days = settings.meetings.localities["West Fen"].dates
    assert days[:3] == (date(2026, 4, 9), date(2026, 5, 14), date(2026, 6, 11))
    assert date(2026, 11, 12) in days
    assert {day.weekday() for day in days} == {3}
