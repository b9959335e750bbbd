"""Names as folders can hold them on Windows, stable and comparable."""

import pytest

from pipeline.model.names import LONGEST, folder_name, same_name


@pytest.mark.parametrize(
    ("name", "folder"),
    [
        ("Quayside/Docks", "Quayside-Docks"),
        ("  Alder   Team ", "Alder Team"),
        ("Team One .", "Team One"),
        ("Team One . .", "Team One"),
        (".Alder", "Alder"),
        ("...", "-"),
        ("CON", "CON-"),
        ("com1.north", "com1.north-"),
        ("a\tb", "a b"),
        ("x" * 80, "x" * LONGEST),
        ("x" * (LONGEST - 1) + " y", "x" * (LONGEST - 1)),
    ],
)
def test_a_folder_that_windows_can_hold_and_no_system_hides(name, folder):
    assert folder_name(name) == folder


def test_case_and_spaces_make_no_difference():
    assert same_name(" ALDER  team") == same_name("Alder Team")
