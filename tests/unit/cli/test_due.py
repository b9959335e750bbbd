"""`cinpack due` tells today's packs and the next ones."""

from datetime import date


def test_what_is_due_and_what_is_next(cinpack, on_day):
    on_day(date(2026, 6, 5))
    result = cinpack("due")
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert lines[0] == "Due on 05/06/2026:"
    assert lines[1].startswith("  North Dale, meeting on 09/06/2026, due from 02/06/2026: ")
    assert "check-in-minutes" in lines[1]
    assert lines[3] == "Next:"
    assert lines[4].startswith("  North Dale, meeting on 14/07/2026, due from 07/07/2026: ")


def test_after_the_last_listed_date_that_is_said_with_where_to_add_more(cinpack, on_day):
    on_day(date(2026, 6, 5))
    (line,) = [line for line in cinpack("due").stdout.splitlines() if "the OLT" in line]
    assert line == (
        "The last date listed for meetings of the OLT was 04/06/2026, so no pack of theirs will be "
        "due. Add dates, or a rule such as `second Tuesday`, in the config folder under "
        "meetings > olt."
    )


def test_on_the_last_listed_date_there_is_nothing_to_say_yet(cinpack, on_day):
    on_day(date(2026, 6, 4))
    assert "The last date" not in cinpack("due").stdout


def test_a_config_without_meetings_is_code_2_and_shows_what_to_write(cinpack, tmp_path):
    path = tmp_path / "config" / "authority.yaml"
    path.write_text(path.read_text().split("meetings:")[0])
    result = cinpack("due")
    assert result.exit_code == 2
    assert "olt: {rule: first Thursday}" in result.stderr
