"""What people write comes back in and is there next month."""

from flow.loop import Loop, go_round


def test_last_months_words_stand_where_they_should_for_two_months_in_a_row(tmp_path):
    go_round(Loop(tmp_path, lambda content: content))
