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


def test_a_figure_to_move_is_known_by_the_name_it_had_before_too(config):
    (config / "words.yaml").write_text("words: {figures: {plans closing: [wind up]}}\n")
    assert load_settings(config).words.figures == {"plans closed or stepped down": ("wind up",)}


def test_hidden_files_and_other_files_are_not_settings(config):
    for name in (".hidden.yaml", "~$authority.yaml", "._authority.yaml", "notes.txt", "a.yaml.bak"):
        (config / name).write_text("rubbish: [")
    assert load_settings(config).authority.name == "Exampleshire County Council"


def test_no_config_folder_names_it_and_what_to_do(tmp_path):
    with pytest.raises(WrongConfig) as caught:
        load_settings(tmp_path / "none")
    assert str(tmp_path / "none") in str(caught.value)
    assert "cinpack init --from" in str(caught.value)
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
        ("words: {figures: {open plan: [x]}}", "'open plan' is not a figure to move"),
        ("words: {figures: {plans not sent: [x], open plans: [X]}}", "'X' is listed under two"),
    ],
)
def test_a_value_out_of_bounds_says_the_bounds(config, text, fault):
    assert fault in fault_of(config, other=f"{text}\n")


@pytest.mark.parametrize("name", ["Authority.yaml", "AUTHORITY.YAML", "authority.yml"])
def test_a_needed_file_of_nearly_its_name_is_mentioned(tmp_path, name):
    (tmp_path / name).write_text(LEAST)
    with pytest.raises(WrongConfig) as caught:
        load_settings(tmp_path)
    assert f"but {name}: rename it authority.yaml." in str(caught.value)


@pytest.mark.parametrize("name", ["=cmd|' /C calc'!A0", "+44", "-x", "@x", " =x", "\uff1dx"])
def test_a_name_that_a_spreadsheet_takes_for_a_formula_is_refused_at_its_line(config, name):
    fault = fault_of(config, authority=LEAST.replace("Birch", f'"{name}"'))
    assert fault.startswith('authority.yaml:6: "name": a name can\'t begin with =, +, - or @')
    assert fault.endswith("begin it with a letter or a figure.")


@pytest.mark.parametrize("place", ["Exampleshire County Council", "North Dale", "Birch"])
@pytest.mark.parametrize("name", ["=x", "a\\tb", "a\\nb"])
def test_names_of_authority_locality_and_team_can_stand_in_a_table(config, place, name):
    assert "a name can't" in fault_of(config, authority=LEAST.replace(place, f'"{name}"'))


def test_a_barriers_name_stands_in_that_table_too(config):
    assert "a name can't" in fault_of(config, w='words:\n  barriers: {"=x": []}\n')


def test_a_name_may_hold_such_a_sign_further_on(config):
    (config / "authority.yaml").write_text(LEAST.replace("Birch", "Birch - North @ Dale"))
    assert load_settings(config).localities[0].teams[1].name == "Birch - North @ Dale"


@pytest.mark.parametrize("name", ["Not known", "not  KNOWN"])
def test_the_name_for_plans_without_a_team_is_reserved(config, name):
    fault = fault_of(config, authority=LEAST.replace("Birch", name))
    assert fault == (
        f"authority.yaml:6: '{name}' is reserved for plans whose team is not in config: give the "
        "team or alias another name."
    )


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        (
            "  outcomes:\n    closed: [Moved on]\n    transferred: [moved  ON]",
            4,
            "'moved  ON' is listed under two outcomes, closed and transferred",
        ),
        (
            "  stages:\n    Intervention underway: [Open]\n    Decided to close: [open]",
            4,
            "'open' is listed under two stages, Intervention underway and Decided to close",
        ),
        (
            "  stages:\n    Decided to close:\n    - Intervention Underway",
            4,
            "'Intervention Underway' is listed under Decided to close, but is the name of another",
        ),
        (
            "  barriers:\n    Housing: [Rent]\n    Court: [Money, Rent]",
            4,
            "'Rent' is listed under two barriers, Housing and Court",
        ),
    ],
)
def test_a_word_with_two_meanings_is_refused_at_its_line(config, text, line, said):
    assert fault_of(config, other=f"words:\n{text}\n").startswith(
        f'other.yaml:{line}: "words": {said}'
    )


def test_a_word_listed_twice_under_one_meaning_or_under_two_kinds_is_clear(config):
    text = "words: {outcomes: {closed: [Court, court]}, barriers: {Law: [Court], Court case: []}}\n"
    (config / "other.yaml").write_text(text)
    assert load_settings(config).words.barriers["Law"] == ("Court",)


@pytest.mark.parametrize(
    ("source", "name", "said"),
    [
        ("tracker", "stagee", 'of the ICM tracker; did you mean "stage"?'),
        ("case_extract", "Allocated Worker", 'of the case extract; did you mean "practitioner"?'),
        ("scores", "zzzz", "; the columns are: "),
    ],
)
def test_a_column_that_is_none_is_named_at_its_line_with_the_nearest(config, source, name, said):
    fault = fault_of(config, h=f"headers:\n  {source}:\n    {name}: [x]\n")
    assert fault.startswith(f'h.yaml:3: "{name}": this is not a column ')
    assert said in fault


def test_limits_begin_anew_where_config_names_a_cause(config):
    (config / "variation.yaml").write_text(
        "variation:\n  recalculate:\n    - {since: 01/09/2026, cause: Two teams became one}\n"
    )
    (change,) = load_settings(config).variation.recalculate
    assert (change.since, change.cause, change.localities) == (
        date(2026, 9, 1),
        "Two teams became one",
        (),
    )


def test_limits_don_t_begin_anew_without_a_cause_or_for_an_unknown_locality(config):
    text = "variation:\n  recalculate:\n    - {since: 01/09/2026}\n"
    assert "cause" in fault_of(config, variation=text)
    text = "variation:\n  recalculate:\n    - {since: 01/09/2026, cause: C, localities: [East]}\n"
    assert "'East', which is not a locality" in fault_of(config, variation=text)
