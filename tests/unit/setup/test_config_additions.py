"""Additions to the settings are tried on a copy, put in place whole, and told by their lines."""

import pytest

from pipeline.errors import NotPublished, WrongConfig
from pipeline.setup.config_edit import additions
from pipeline.setup.config_edit.additions import Addition, add_to_config

AUTHORITY = """\
# Who we are.
authority: {name: Exampleshire}
localities:
  - name: North Dale   # the first
    teams:
      - name: Alder
      - {name: Birch, aliases: [Birches]}
"""
HEADER = Addition(("headers", "case_extract", "team"), "Worker Team", "Allocated Team")
ALIAS = Addition(("localities", 0, "teams", 0, "aliases"), "Alder CIN", "the team Alder")


@pytest.fixture
def config(tmp_path):
    folder = tmp_path / "config"
    folder.mkdir()
    (folder / "authority.yaml").write_text(AUTHORITY)
    return folder


def test_a_key_that_no_file_has_gets_a_file_that_says_what_it_is_for(config):
    settings, added = add_to_config(config, [HEADER], {"headers": "# Headers.\n\n"})
    assert settings.headers.case_extract == {"team": ("Worker Team",)}
    text = (config / "headers.yaml").read_text()
    assert text == "# Headers.\n\nheaders:\n  case_extract:\n    team: [Worker Team]\n"
    assert [(each.path.name, each.line) for each in added] == [("headers.yaml", 5)]


def test_several_additions_to_one_file_are_told_by_the_lines_they_end_up_on(config):
    (config / "headers.yaml").write_text("headers:\n  case_extract:\n    locality: [Patch]\n")
    more = Addition(("headers", "case_extract", "locality"), "Area name")
    _, added = add_to_config(config, [HEADER, more, ALIAS], {})
    lines = [
        (config / each.path.name).read_text().splitlines()[each.line - 1].strip() for each in added
    ]
    assert lines == ["team: [Worker Team]", "locality: [Patch, Area name]", "aliases: [Alder CIN]"]
    assert "North Dale   # the first\n" in (config / "authority.yaml").read_text()


def test_a_mark_at_the_start_of_a_file_stays(config):
    path = config / "authority.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + AUTHORITY.encode())
    add_to_config(config, [ALIAS], {})
    assert path.read_bytes().startswith(b"\xef\xbb\xbf# Who we are.")


def test_who_may_read_a_file_stays(config):
    path = config / "authority.yaml"
    path.chmod(0o640)
    add_to_config(config, [ALIAS], {})
    assert path.stat().st_mode & 0o777 == 0o640


def test_what_would_not_be_valid_changes_nothing(config):
    twice = Addition(ALIAS.loc, "Birches")
    with pytest.raises(WrongConfig, match="Birches"):
        add_to_config(config, [HEADER, twice], {})
    assert [path.name for path in config.iterdir()] == ["authority.yaml"]
    assert (config / "authority.yaml").read_text() == AUTHORITY


def test_what_would_change_anything_else_is_left_to_a_person(config, monkeypatch):
    monkeypatch.setattr(
        additions, "with_entry", lambda text, *_: text.replace("Exampleshire", "Elsewhere")
    )
    with pytest.raises(
        WrongConfig, match="by hand:\n  localities > 0 > teams > 0 > aliases: Alder"
    ):
        add_to_config(config, [ALIAS], {})
    assert (config / "authority.yaml").read_text() == AUTHORITY


@pytest.mark.parametrize("refused", ["headers.yaml", "authority.yaml"])
def test_a_disk_that_refuses_leaves_all_as_it_was(config, monkeypatch, refused):
    put = additions._put

    def refuse(path, content):
        if path.name == refused and content != AUTHORITY.encode():
            raise OSError(28, "No space left on device")
        put(path, content)

    monkeypatch.setattr(additions, "_put", refuse)
    with pytest.raises(NotPublished, match=r"could not be written to .*: No space left on device"):
        add_to_config(config, [ALIAS, HEADER], {})
    assert [path.name for path in config.iterdir()] == ["authority.yaml"]
    assert (config / "authority.yaml").read_text() == AUTHORITY
