"""The same loop with LibreOffice on the way, which loses controls, tags and placeholders."""

from flow.loop import Loop, go_round
from verify.libreoffice import saved_anew


def test_the_loop_closes_through_libreoffice(tmp_path):
    office = tmp_path / "office"
    office.mkdir()
    (tmp_path / "authority").mkdir()
    go_round(Loop(tmp_path / "authority", lambda content: saved_anew(content, office)))
