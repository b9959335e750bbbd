"""The settings of a config folder, and what is said when they can't be used."""

from datetime import date

import pytest

from pipeline.config import LEAST, load_settings
from pipeline.errors import WrongConfig


@pytest.fixture
def config(tmp_path):
    (tmp_path / "authority.yaml").write_text(LEAST)
    return tmp_path


def fault_of(config, **files):
    for name, text in files.items():
        (config / f"{name}.yaml").write_text(text)
    with pytest.raises(WrongConfig) as caught:
        load_settings(config)
    assert caught.value.exit_code == 2
    return str(caught.value).replace(f"{config}/", "")


def test_the_least_config_has_a_default_for_everything_else(config):
    settings = load_settings(config)
    assert settings.authority.code == "999"
    assert [team.name for team in settings.localities[0].teams] == ["Alder", "Birch"]
    assert settings.thresholds.out_of_timescale_months == 9


def test_every_yaml_file_of_the_folder_adds_its_keys(config):
    (config / "meetings.yaml").write_text("meetings: {olt: {dates: [04/06/2026]}}\n")
    (config / "thresholds.yaml").write_text("thresholds: {merge_gap_days: 3}\n")
    settings = load_settings(config)
    assert settings.meetings.olt.dates == (date(2026, 6, 4),)
    assert settings.thresholds.merge_gap_days == 3


def test_hidden_files_and_other_files_are_not_settings(config):
    for name in (".hidden.yaml", "~$authority.yaml", "._authority.yaml", "notes.txt", "a.yaml.bak"):
        (config / name).write_text("rubbish: [")
    assert load_settings(config).authority.name == "Exampleshire County Council"


def test_no_config_folder_names_it_and_what_to_do(tmp_path):
    with pytest.raises(WrongConfig) as caught:
        load_settings(tmp_path / "none")
    assert str(tmp_path / "none") in str(caught.value)
    assert "cinpack demo" in str(caught.value)
    assert LEAST in str(caught.value)


def test_a_folder_without_its_needed_file_says_which_and_what_it_must_hold(tmp_path):
    (tmp_path / "meetings.yaml").write_text("meetings: {}\n")
    with pytest.raises(WrongConfig, match=r"has no authority\.yaml") as caught:
        load_settings(tmp_path)
    assert LEAST in str(caught.value)


def test_the_same_key_in_two_files_is_refused(config):
    fault = fault_of(config, other="localities: []\n")
    assert fault == (
        'other.yaml:1: "localities" is also in authority.yaml, line 2: keep one of them.'
    )


def test_a_team_named_twice_is_found_at_its_line(config):
    text = LEAST + "      - {name: alder}\n"
    fault = fault_of(config, authority=text)
    assert fault.startswith("authority.yaml:7: 'alder' is there twice")


def test_a_meeting_of_an_unknown_locality_is_found_at_its_line(config):
    fault = fault_of(config, m="meetings:\n  localities:\n    Sauth: {rule: last Friday}\n")
    assert fault == "m.yaml:3: meetings.localities names 'Sauth', which is not a locality."


def test_an_unreadable_meeting_rule_says_what_can_be_written(config):
    fault = fault_of(config, m="meetings:\n  olt:\n    rule: now and then\n")
    assert fault.startswith("m.yaml:3: \"rule\": 'now and then' is not a rule for meetings; write ")
    assert "second Tuesday" in fault


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("bank_holidays: {division: UK}", '"division" must be one of ENG, WLS, SCT, NIR.'),
        ("branding: {colour: blue}", '"colour" must be written like #12436D.'),
        ("thresholds: {merge_gap_days: 91}", '"merge_gap_days" must be 90 or less.'),
        ("extracts: {covers_from: 05/31/2026}", "write it as dd/mm/yyyy or yyyy-mm-dd."),
        ("thresholds: {age_bands_months: [6, 3]}", "age_bands_months must be whole months"),
        ("words: {outcomes: {closd: [x]}}", 'did you mean "closed"?'),
    ],
)
def test_a_value_out_of_bounds_says_the_bounds(config, text, fault):
    assert fault in fault_of(config, other=f"{text}\n")
