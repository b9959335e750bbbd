"""Settings are read strictly, and each fault is one sentence with its line."""

import pytest
from pydantic import BaseModel, ConfigDict

from pipeline.errors import WrongConfig
from pipeline.model.packs import PackSpec
from pipeline.packs import TEMPLATES
from pipeline.yaml_files import load_yaml_as


class Strict(BaseModel):
    model_config = ConfigDict(extra="forbid")


class Team(Strict):
    name: str
    note: str = "none"


class Limits(Strict):
    months: int = 9
    share: float = 0.5
    exempt: bool = False


class Places(Strict):
    title: str
    teams: tuple[Team, ...] = ()
    limits: Limits = Limits()
    words: dict[str, tuple[str, ...]] = {}


@pytest.fixture
def load(tmp_path):
    def load(text, model=Places):
        path = tmp_path / "a.yaml"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return load_yaml_as(model, path)

    return load


@pytest.fixture
def faults(load, tmp_path):
    def faults(text):
        with pytest.raises(WrongConfig) as caught:
            load(text)
        return str(caught.value).replace(f"{tmp_path}/", "").split("\n")

    return faults


@pytest.mark.parametrize(
    "word",
    ["NO", "on", "yes", "null", "~", "12:30", "012", "1e5", "0x1F", "2026-05-29", "=", "1_0"],
)
def test_text_stays_text_whatever_it_looks_like(load, word):
    assert load(f"title: {word}\n").title == word


def test_numbers_and_yes_or_no_are_read_where_the_model_asks(load):
    limits = load("title: a\nlimits: {months: 6, share: 0.25, exempt: yes}\n").limits
    assert limits == Limits(months=6, share=0.25, exempt=True)


def test_a_byte_order_mark_and_windows_line_ends_do_no_harm(load):
    assert load("\ufefftitle: Ynys Môn\r\nlimits:\r\n  months: 3\r\n").limits.months == 3


def test_a_key_with_nothing_after_it_keeps_its_default(load):
    assert load("title: a\nlimits:\nteams:\n  - name: Alder\n    note:\n").teams[0].note == "none"


def test_a_needed_key_with_nothing_after_it_is_missing(faults):
    assert faults("title:\n") == ['a.yaml:1: "title" is missing.']


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("title: a\ntitle: b\n", 2, '"title" is already there in line 1: keep one of them.'),
        ("title: a\nlimits: {months: 1, months: 2}\n", 2, '"months" is already there in line 2'),
        ("title: &x a\n", 1, "anchors, aliases"),
        ("title: *x\n", 1, "anchors, aliases"),
        ("title: !!python/object/apply:os.system [ls]\n", 1, "tags (!) are not read"),
        ("title: !x a\n", 1, "tags (!) are not read"),
        ("title: a\nlimits: {<<: {months: 1}}\n", 2, '"<<" is not a setting here'),
        ("title: a\n---\ntitle: b\n", 2, "two documents"),
        ("title: a\n\tlimits: b\n", 2, "a tab stands where spaces are needed"),
        ("title: a: b\n", 1, "a colon stands where none can"),
        ("title: 'a\n", 2, "a quotation mark is opened and never closed"),
        ("title: [a\n", 2, "a bracket is opened"),
        ("title: a\n  b: c\n", 2, "a colon stands where none can"),
        ("title: a\n? [b]\n: c\n", 2, "a key must be a word"),
        ("- a\n", 1, "its first level must be keys"),
        ("[" * 2000, 1, "nested deeper"),
        ("title: a\0\n", 0, "characters that text cannot hold"),
        (b"limits: {}\ntitle: caf\xe9\n", 2, "it is not UTF-8 text"),
        ("title: a\n".encode("utf-16"), 1, "it is not UTF-8 text"),
    ],
)
def test_yaml_that_can_be_misread_is_refused(faults, text, line, words):
    (fault,) = faults(text)
    assert fault.startswith(f"a.yaml:{line}: " if line else "a.yaml: ")
    assert words in fault


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("title: a\nteems: []\n", '2: "teems" is not a setting here; did you mean "teams"?'),
        ("title: a\nzzz: 1\n", '2: "zzz" is not a setting here; the settings here are: title'),
        ("title: a\nmonths: 3\n", '2: "months" is not a setting here; it belongs in "limits".'),
        ("title: a\nlimits:\n  months: soon\n", '3: "months" takes a whole number.'),
        ("title: a\nlimits:\n  share: half\n", '3: "share" takes a number.'),
        ("title: a\nlimits:\n  exempt: maybe\n", '3: "exempt" takes yes or no.'),
        ("title: [a]\n", '1: "title" takes text.'),
        ("title: a\nteams: Alder\n", '2: "teams" takes a list, such as [first, second].'),
        ("title: a\nteams:\n  - Alder\n", '3: "teams", item 1 takes keys of its own'),
        ("title: a\nteams:\n  - {}\n", '3: "name" is missing in "teams", item 1.'),
        ("title: a\nwords: {x: [a, ]}\nlimits: 3\n", '3: "limits" takes keys of its own'),
        ("title: a\nteams:\n  - name: B\n  -\n", '4: "teams", item 2'),
    ],
)
def test_a_setting_that_cannot_be_used_is_named_with_its_line(faults, text, fault):
    (found,) = faults(text)
    assert found.startswith(f"a.yaml:{fault}")


def test_all_faults_are_listed_in_the_order_of_their_lines(faults):
    found = faults("title: a\nlimits:\n  months: x\n  shares: 1\nteams: b\n")
    assert [fault.split(":")[1] for fault in found] == ["3", "4", "5"]


def test_a_file_that_is_not_there_is_said(tmp_path):
    with pytest.raises(WrongConfig, match=r"none\.yaml: it cannot be read"):
        load_yaml_as(Places, tmp_path / "none.yaml")


def test_top_level_keys_of_several_files_are_put_together(tmp_path):
    (tmp_path / "a.yaml").write_text("title: a\n")
    (tmp_path / "b.yaml").write_text("limits: {months: 3}\n")
    found = load_yaml_as(Places, tmp_path / "a.yaml", tmp_path / "b.yaml")
    assert (found.title, found.limits.months) == ("a", 3)


def test_the_same_key_in_two_files_names_both(tmp_path):
    (tmp_path / "a.yaml").write_text("title: a\n")
    (tmp_path / "b.yaml").write_text("limits: {}\ntitle: b\n")
    with pytest.raises(WrongConfig) as caught:
        load_yaml_as(Places, tmp_path / "a.yaml", tmp_path / "b.yaml")
    assert str(caught.value) == (
        f'{tmp_path}/b.yaml:2: "title" is also in {tmp_path}/a.yaml, line 1: keep one of them.'
    )


def test_a_fault_in_the_second_file_has_its_own_line(tmp_path):
    (tmp_path / "a.yaml").write_text("title: a\n")
    (tmp_path / "b.yaml").write_text("\n\nlimits: {month: 3}\n")
    with pytest.raises(WrongConfig, match=r'b\.yaml:3: "month" .* did you mean "months"\?'):
        load_yaml_as(Places, tmp_path / "a.yaml", tmp_path / "b.yaml")


def test_every_pack_of_the_project_can_be_read():
    paths = sorted(TEMPLATES.glob("*/pack.yaml"))
    assert paths
    for path in paths:
        assert load_yaml_as(PackSpec, path).title
