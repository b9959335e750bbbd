"""How the rows of the files are counted."""

from pipeline.model.findings import FileAccount
from pipeline.transform.accounts import account_figures


def account(kind, *, read, used, repaired=0, set_aside=0, passed_over=0):
    return FileAccount("a file", "", kind, read, used, repaired, set_aside, passed_over)


def test_rows_are_counted_by_kind_and_in_all():
    figures = {
        (f.measure, f.category): f.value
        for f in account_figures(
            [
                account("case extract", read=10, used=7, repaired=2, set_aside=1, passed_over=2),
                account("ICM tracker", read=5, used=5),
                account("ICM tracker", read=4, used=3, set_aside=1),
            ]
        )
    }
    assert figures["data.read", ""] == 19
    assert figures["data.read", "ICM tracker"] == 9
    assert figures["data.set_aside", "ICM tracker"] == 1
    assert figures["data.repaired", "case extract"] == 2
    assert figures["data.passed_over", ""] == 2


def test_with_no_files_the_totals_are_nought():
    assert {f.value for f in account_figures([])} == {0}
