"""`cinpack run` answers with where things are, what needs a person, and a code."""

from datetime import date
from pathlib import Path

import pytest
from unit.cli.cases import no_date, spaces

from pipeline.cli.executors import AtOnce
from pipeline.errors import NothingToPublish, NotPublished, WrongUsage
from pipeline.model.terms import STEPS
from pipeline.packs import find_packs


@pytest.mark.usefixtures("pretended")
def test_a_clean_run_says_what_is_published_where(cinpack, tmp_path):
    result = cinpack("run")
    assert result.exit_code == 0
    assert f"Published 2026-05-29: 2 documents in {tmp_path}/outputs/2026-05-29" in result.stdout
    assert f"Start with {tmp_path}/outputs/2026-05-29/index.html" in result.stdout
    assert f"For the performance officer only: {tmp_path}/outputs/restricted" in result.stdout
    assert "Findings: none" in result.stdout


@pytest.mark.usefixtures("pretended")
def test_the_six_steps_are_named_in_order_with_their_seconds(cinpack):
    lines = cinpack("run").stderr.splitlines()
    assert [line.split()[0] for line in lines] == list(STEPS)
    assert all(line.endswith(" s") for line in lines)


def test_what_needs_a_person_is_named_with_place_and_remedy_and_code_3(cinpack, pretended):
    pretended.findings = (no_date(14), no_date(15), spaces(3))
    result = cinpack("run")
    assert result.exit_code == 3
    assert "Findings: 2 problems, 1 note" in result.stdout
    place = "extracts/plans.csv, row 14, CIN Plan Start Date"
    assert f"  {place}: No date understood. Write it as dd/mm/yyyy.\n" in result.stdout
    assert "and 1 more like it there" in result.stdout


def test_no_cell_value_and_no_child_is_printed(cinpack, pretended):
    pretended.findings = (no_date(14),)
    result = cinpack("run")
    assert "31/02" not in result.output
    assert "X0001" not in result.output


def test_repairs_alone_need_nobody(cinpack, pretended):
    pretended.findings = (spaces(3),)
    result = cinpack("run")
    assert result.exit_code == 0
    assert "Needs a person" not in result.stdout


@pytest.mark.parametrize(
    ("documents", "where"),
    [(("data-quality.html",), "data-quality.html"), (("a.docx",), "findings.csv")],
)
def test_a_long_list_ends_with_where_the_rest_stands(cinpack, pretended, documents, where):
    pretended.documents = documents
    pretended.findings = tuple(no_date(2, f"trackers/{n}.xlsx") for n in range(11))
    lines = cinpack("run").stdout.splitlines()
    assert sum("No date understood" in line for line in lines) == 8
    assert lines[-1].startswith("  and 3 more in ")
    assert lines[-1].endswith(where)


def test_a_result_published_before_says_so(cinpack, pretended):
    pretended.already = True
    result = cinpack("run")
    assert result.exit_code == 0
    assert "2026-05-29 is published already, with this same result" in result.stdout
    assert "Nothing was written." in result.stdout


@pytest.mark.parametrize("already", [True, False])
def test_what_was_lost_of_an_earlier_period_is_said(cinpack, pretended, already):
    pretended.already, pretended.spoiled = already, ("2026-05-29/index.html is missing",)
    line = "Of what was published before for this date: 2026-05-29/index.html is missing.\n"
    assert line in cinpack("run").stdout


def test_another_result_names_what_changed(cinpack, pretended):
    pretended.changed = ("index.html", "olt/briefing.pdf (new)")
    assert "in: index.html, olt/briefing.pdf (new)" in cinpack("run").stdout


def test_the_options_become_the_request(cinpack, pretended):
    result = cinpack(
        *("run", "--as-at", "29/05/2026", "--meeting", "2026-06-09", "--inputs", "in"),
        *("--outputs", "out", "--pack", "check-in-minutes", "--pack", "index"),
        *("--locality", "north  dale"),
    )
    assert result.exit_code == 0
    request = pretended.asked[0]
    assert (request.as_at, request.meeting) == (date(2026, 5, 29), date(2026, 6, 9))
    assert (request.inputs, request.outputs) == (Path("in"), Path("out"))
    assert request.packs == ("check-in-minutes", "index")
    assert request.localities == ("North Dale",)
    assert request.due_on is None


def test_a_team_is_asked_for_in_any_case_where_a_pack_is_for_teams(cinpack, pretended, monkeypatch):
    specs = [spec.model_copy(update={"scope": "team"}) for spec in find_packs()]
    monkeypatch.setattr("pipeline.cli.selection.find_packs", lambda: tuple(specs))
    assert cinpack("run", "--team", "alder").exit_code == 0
    assert pretended.asked[0].teams == ("Alder",)


def test_a_team_is_wrong_usage_while_no_pack_is_for_teams(cinpack, pretended, monkeypatch):
    specs = [spec for spec in find_packs() if spec.scope != "team"]
    monkeypatch.setattr("pipeline.cli.selection.find_packs", lambda: tuple(specs))
    result = cinpack("run", "--team", "Alder")
    assert result.exit_code == 2
    assert "No pack is made for single teams yet" in result.stderr
    assert "For the whole authority there are: olt-briefing, " in result.stderr
    assert "(--locality NAME) there are: " in result.stderr
    assert pretended.asked == []


@pytest.mark.usefixtures("pretended")
def test_packs_with_two_names_are_listed_once(cinpack):
    words = cinpack("run", "--pack", "zzz").stderr.split("there are: ")[1].rstrip(".\n").split(", ")
    assert words == [spec.name.replace("_", "-") for spec in find_packs()]


def test_the_file_name_of_a_pack_is_a_name_too(cinpack, pretended):
    assert cinpack("run", "--pack", "briefing").exit_code == 0
    assert pretended.asked[0].packs == ("briefing",)


@pytest.mark.usefixtures("pretended")
def test_a_calendar_that_has_run_out_is_said_after_a_run(cinpack, tmp_path):
    authority = tmp_path / "config" / "authority.yaml"
    authority.write_text(authority.read_text().replace("04/06/2026", "28/05/2026"))
    result = cinpack("run")
    assert result.exit_code == 0
    assert "The last date listed for meetings of the OLT was 28/05/2026" in result.stderr


@pytest.mark.parametrize(
    ("option", "name", "answer"),
    [
        (
            "--locality",
            "North Dael",
            'There is no locality "North Dael"; did you mean "North Dale"?',
        ),
        ("--team", "Aldr", 'There is no team "Aldr"; did you mean "Alder"?'),
        ("--team", "Zzz", 'There is no team "Zzz"; there are: Alder, Birch.'),
        ("--pack", "check-in-minute", 'did you mean "check-in-minutes"?'),
    ],
)
def test_a_name_that_nobody_has_is_wrong_usage(cinpack, pretended, option, name, answer):
    result = cinpack("run", option, name)
    assert result.exit_code == 2
    assert answer in result.stderr
    assert pretended.asked == []


@pytest.mark.parametrize(
    "options",
    [
        ("--as-at", "2026-13-01"),
        ("--as-at", "05/31/2026"),
        ("--meeting", "soon"),
        ("--jobs", "0"),
        ("--jobs", "many"),
        ("--no-such-option",),
        ("surplus",),
    ],
)
def test_an_option_that_cannot_be_used_is_code_2(cinpack, pretended, options):
    result = cinpack("run", *options)
    assert result.exit_code == 2
    assert result.stderr
    assert pretended.asked == []


@pytest.mark.parametrize("outputs", ["config", "inputs/published", "inputs", "a-file"])
def test_outputs_that_would_be_read_as_inputs_are_refused(cinpack, pretended, tmp_path, outputs):
    (tmp_path / "a-file").write_text("")
    result = cinpack("run", "--outputs", outputs)
    assert result.exit_code == 2
    assert pretended.asked == []


def test_a_config_that_cannot_be_used_is_code_2_before_anything_is_read(
    cinpack, pretended, tmp_path
):
    (tmp_path / "config" / "x.yaml").write_text("thresholds: {merge_gap: 3}\npeeple: {}\n")
    result = cinpack("run")
    assert result.exit_code == 2
    assert result.stderr == (
        'config/x.yaml:1: "merge_gap" is not a setting here; did you mean "merge_gap_days"?\n'
        'config/x.yaml:2: "peeple" is not a setting here; did you mean "people"?\n'
    )
    assert pretended.asked == []


@pytest.mark.parametrize(
    ("error", "code"),
    [(WrongUsage("Say the date."), 2), (NothingToPublish("No."), 1), (NotPublished("Full."), 1)],
)
def test_what_stops_a_run_is_a_sentence_and_a_code(cinpack, pretended, error, code):
    pretended.fails_with = error
    result = cinpack("run")
    assert result.exit_code == code
    assert result.stderr.splitlines()[-1] == str(error)
    assert "Traceback" not in result.output
    assert result.stdout == ""


class Odd(BaseException):
    """As some libraries raise."""


@pytest.mark.parametrize("error", [ValueError("X0001 Secret"), Odd("X0001 Secret")])
def test_a_fault_of_ours_names_its_kind_and_place_but_no_value(cinpack, pretended, error):
    pretended.fails_with = error
    result = cinpack("run")
    assert result.exit_code == 1
    assert f"fault in cinpack itself, not in your data: {type(error).__name__} in pipeline/cli" in (
        result.stderr
    )
    assert "Secret" not in result.output
    assert "Traceback" not in result.output


def test_too_little_memory_and_ctrl_c_are_said(cinpack, pretended):
    pretended.fails_with = MemoryError()
    assert "too little memory" in cinpack("run").stderr
    pretended.fails_with = KeyboardInterrupt()
    result = cinpack("run")
    assert (result.exit_code, result.stderr.splitlines()[-1]) == (1, "Stopped.")


def test_names_cannot_steer_the_terminal(cinpack, pretended):
    pretended.findings = (no_date(2, "trackers/\x1b[2J\u202e[red]a.xlsx"),)
    assert "trackers/?[2J?[red]a.xlsx" in cinpack("run").stdout


def test_one_job_renders_in_this_process_and_one_document_too(cinpack, pretended):
    cinpack("run", "--jobs", "1")
    pretended.planned = ("a",)
    cinpack("run", "--jobs", "4")
    assert [type(executor) for executor in pretended.executors] == [AtOnce, AtOnce]


def test_more_jobs_render_in_processes_of_their_own(cinpack, pretended):
    from concurrent.futures import ProcessPoolExecutor

    cinpack("run", "--jobs", "2")
    assert isinstance(pretended.executors[0], ProcessPoolExecutor)


class TestDue:
    """`run --due`."""

    def test_the_days_packs_are_asked_for(self, cinpack, pretended, on_day):
        on_day(date(2026, 6, 2))
        assert cinpack("run", "--due").exit_code == 0
        assert pretended.asked[0].due_on == date(2026, 6, 2)

    def test_a_day_on_which_nothing_is_due_is_no_failure(self, cinpack, pretended, on_day):
        on_day(date(2026, 5, 20))
        pretended.planned = ()
        result = cinpack("run", "--due")
        assert result.exit_code == 0
        assert result.stdout.startswith("No pack is due on 20/05/2026.")
        assert pretended.executors == []

    def test_where_a_calendar_has_run_out_nothing_due_needs_a_person(
        self, cinpack, pretended, on_day
    ):
        on_day(date(2026, 6, 20))
        pretended.planned = ()
        result = cinpack("run", "--due")
        assert result.exit_code == 3
        assert "No pack is due on 20/06/2026." in result.stdout
        assert "was 04/06/2026, so no pack of theirs will be due." in result.stdout

    @pytest.mark.usefixtures("pretended")
    def test_an_extract_too_old_for_the_meeting_needs_a_person(self, cinpack, on_day):
        on_day(date(2026, 7, 8))
        result = cinpack("run", "--due")
        assert result.exit_code == 3
        assert "The pack of North Dale for 14/07/2026 is due, but the newest extract is of " in (
            result.stderr
        )
