"""`cinpack demo` hands on its numbers, and never writes among other files."""

from datetime import date

import pytest

import pipeline.setup.demo


@pytest.fixture
def written(monkeypatch):
    calls = []

    def write_demo(out, *, publish, **numbers):
        assert callable(publish)
        calls.append((out.name, numbers))
        return [out / "config" / "authority.yaml"]

    monkeypatch.setattr(pipeline.setup.demo, "write_demo", write_demo)
    return calls


def test_the_numbers_are_handed_on(cinpack, written):
    result = cinpack(
        *("demo", "--out", "new", "--seed", "7", "--open-plans", "50", "--localities", "2"),
        *("--teams", "5", "--as-at", "2026-05-29", "--months-before", "2"),
    )
    assert result.exit_code == 0
    assert written == [
        (
            "new",
            {
                "seed": 7,
                "open_plans": 50,
                "localities": 2,
                "teams": 5,
                "as_at": date(2026, 5, 29),
                "months_before": 2,
            },
        )
    ]
    assert "Wrote 1 file into new" in result.stdout
    assert "cinpack run --config new/config --inputs new/inputs" in result.stdout


def test_an_empty_folder_is_as_good_as_a_new_one(cinpack, written, tmp_path):
    (tmp_path / "empty").mkdir()
    assert cinpack("demo", "--out", "empty").exit_code == 0
    assert len(written) == 1


@pytest.mark.parametrize("name", [".", "a-file"])
def test_other_files_are_never_written_among(cinpack, written, tmp_path, name):
    (tmp_path / "a-file").write_text("mine")
    result = cinpack("demo", "--out", name)
    assert result.exit_code == 2
    assert "nothing in it is replaced" in result.stderr
    assert written == []


def test_a_disk_that_refuses_is_a_sentence(cinpack, monkeypatch):
    def refuse(_out, **_numbers):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(pipeline.setup.demo, "write_demo", refuse)
    result = cinpack("demo", "--out", "new")
    assert result.exit_code == 1
    assert "could not be written to new: No space left on device." in result.stderr


@pytest.mark.usefixtures("written")
def test_the_command_to_try_names_all_three_folders(cinpack):
    said = cinpack("demo", "--out", "a new").stdout
    folders = '--config "a new/config" --inputs "a new/inputs" --outputs "a new/outputs"'
    assert f"Try: cinpack run {folders}\n" in said


def test_no_earlier_month_is_made_where_a_period_stands(cinpack, tmp_path):
    (tmp_path / "outputs/restricted").mkdir(parents=True)
    folders = ("--config", tmp_path / "config", "--inputs", tmp_path / "inputs")
    result = cinpack("earlier-months", *map(str, folders), "--outputs", str(tmp_path / "outputs"))
    assert (result.exit_code, result.stdout) == (0, "")
