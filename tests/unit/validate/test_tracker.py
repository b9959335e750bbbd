"""Trackers: one row a child and team, with what could not be read kept and said."""

from datetime import date

import pandas as pd
import pytest
from builders import ENDED, TRACKED, TRACKER_HEADER, rezipped, said, workbook

from pipeline.model.tables import TRACKER

JUNE = date(2026, 6, 1)


def row_of(**columns):
    """Return a tracker row, given as columns by canonical name."""
    values = {"child_id": "X0001", "stage": "Decided to close", "action": "Visit", **columns}
    return [values.get(name, "") for name in TRACKER.names]


@pytest.fixture
def tracked(inputs, check):
    """Validate a tracker of the rows given, beside an extract of the children X0001 and X0002."""

    def run(*rows, **parts):
        inputs.extract()
        inputs.tracker(*rows)
        return check(**parts)

    return run


def test_the_frame_has_the_columns_and_types_that_transform_counts_on(tracked):
    tracker = tracked(row_of(due=JUNE)).tracker
    assert list(tracker.columns) == [*TRACKER.names, "locality", "team", "file", "sheet", "row"]
    assert tracker["due"].tolist() == [pd.Timestamp(2026, 6, 1)]
    assert tracker.loc[0, ["locality", "team", "row"]].tolist() == ["North Dale", "Alder", 2]
    assert {str(tracker[name].dtype) for name in TRACKER.names} == {"str", "datetime64[s]"}


def test_each_team_says_which_columns_its_tracker_has(inputs, check):
    inputs.extract()
    inputs.tracker()
    sheet = {"Tracker": [("Child ID", "Stage"), ("X0002", "Decided to close")]}
    inputs.put("trackers/CIN North Dale/Birch/Birch IC Meetings.xlsx", workbook(sheet))
    validated = check()
    assert validated.trackers_of == {"Alder", "Birch"}
    assert validated.tracker_columns["Birch"] == {"child_id", "stage"}
    assert validated.tracker_columns["Alder"] == set(TRACKER.names)
    assert len(validated.tracker) == 2


def test_each_column_that_figures_need_and_a_tracker_lacks_is_said_with_what_is_lost(inputs, check):
    inputs.extract()
    inputs.tracker()
    sheet = {"Tracker": [("Child ID", "Stage", "To do", "Who"), ("X0002", "Decided to close")]}
    inputs.put("trackers/CIN North Dale/Birch/Birch IC Meetings.xlsx", workbook(sheet))
    found = said(check(), "tracker.column_missing")
    assert {(f.team, f.rule.severity, f.needs_person) for f in found} == {
        ("Birch", "warning", False)
    }
    assert [f.place.column for f in found] == [
        "Main barrier",
        "Action",
        "Action owner",
        "Due date",
        "Planned closure date",
        "Last discussed",
    ]
    assert "overdue" in found[1].sentence
    assert "closures by date are not supplied" in found[4].sentence
    assert all("not recognised: 2" in f.sentence and "To do" not in f.sentence for f in found)


@pytest.mark.parametrize(
    ("name", "header"),
    [
        ("practitioner", "Worker"),
        ("previous_action", "Prev action"),
        ("action", "Next action"),
        ("discussed", "Date last discussed"),
    ],
)
def test_usual_other_headers_of_a_tracker_are_known(inputs, check, name, header):
    inputs.extract()
    column = TRACKER.column(name)
    headers = [header if each == column.header else each for each in TRACKER_HEADER]
    path = "trackers/CIN North Dale/Alder/Alder IC Meetings.xlsx"
    inputs.put(path, workbook({"Tracker": [headers, row_of()]}))
    validated = check()
    assert name in validated.tracker_columns["Alder"]
    assert not said(validated, "tracker.column_missing")


def test_without_trackers_there_is_no_frame_and_an_empty_one_is_a_frame(inputs, check):
    inputs.extract()
    assert check().tracker is None
    path = "trackers/CIN North Dale/Alder/Alder IC Meetings.xlsx"
    inputs.put(path, workbook({"Tracker": [TRACKER_HEADER]}))
    validated = check()
    assert validated.tracker.empty
    assert list(validated.tracker.columns)[: len(TRACKER.names)] == list(TRACKER.names)
    assert validated.trackers_of == {"Alder"}


@pytest.mark.parametrize(
    ("column", "code"),
    [
        ("due", "tracker.due_unreadable"),
        ("planned_closure", "date.unreadable"),
        ("discussed", "date.unreadable"),
    ],
)
def test_a_date_that_is_not_understood_is_blank_and_the_row_stays(tracked, column, code):
    validated = tracked(row_of(**{column: "end of Nov"}))
    assert pd.isna(validated.tracker.loc[0, column])
    (finding,) = said(validated, code)
    assert (finding.value, finding.team) == ("end of Nov", "Alder")
    assert str(finding.place).startswith("Alder IC Meetings.xlsx, sheet Tracker, row 2, ")
    assert not finding.needs_person


def test_a_year_that_cannot_be_is_blank_and_said(tracked):
    validated = tracked(row_of(due="01/06/2062"))
    assert pd.isna(validated.tracker.loc[0, "due"])
    assert said(validated, "date.not_credible")


@pytest.mark.parametrize("word", ["-", "–", "n/a", "N/A", "None", "nil", "..."])
def test_dashes_and_the_like_are_blank_and_said_once_a_column(tracked, word):
    rows = [row_of(owner=word), row_of(child_id="X0002", owner=word)]
    validated = tracked(*rows)
    assert validated.tracker["owner"].isna().all()
    (finding,) = said(validated, "cell.blank_word")
    assert dict(finding.facts) == {"count": "2"}
    assert finding.place.column == "Action owner"


def test_stages_not_recognised_are_kept_and_said(tracked):
    validated = tracked(row_of(stage="Almost done"), row_of(child_id="X0002", stage=""))
    assert validated.tracker["stage"].tolist() == ["Not recognised", "Not recognised"]
    assert said(validated, "tracker.stage_unknown")[0].value == "Almost done"
    assert said(validated, "tracker.stage_missing")[0].place.row == 3


def test_rows_in_which_nothing_is_written_yet_are_told_once_with_their_count(tracked):
    blank = dict.fromkeys(("stage", "barrier", "previous_action", "action", "owner", "notes"), "")
    blank |= dict.fromkeys(("due", "planned_closure", "discussed"))
    rows = [row_of(child_id=f"X000{n}", **blank) for n in range(1, 4)]
    begun = row_of(child_id="X0004", **(blank | {"notes": "Asked the school"}))
    validated = tracked(*rows, begun)
    (finding,) = said(validated, "tracker.not_started")
    assert "(3: rows 2, 3 and 4)" in finding.sentence
    assert not finding.needs_person
    (missing,) = said(validated, "tracker.stage_missing")
    assert missing.place.row == 5
    assert validated.tracker["stage"].tolist() == ["Not recognised"] * 4


def test_a_stage_that_is_on_no_list_is_told_once_with_its_rows_and_the_nearest(tracked):
    children = [f"X{n}" for n in range(8)]
    stages = ["Decided to clsoe", "Almost done", *["Decided to clsoe"] * 6]
    pairs = zip(children, stages, strict=True)
    validated = tracked(*(row_of(child_id=child, stage=stage) for child, stage in pairs))
    told = {f.value: f for f in said(validated, "tracker.stage_unknown")}
    assert set(told) == {"Decided to clsoe", "Almost done"}
    misspelt = told["Decided to clsoe"].sentence
    assert "(7: rows 2, 4, 5, 6, 7 and 2 more)" in misspelt
    assert "The nearest stage is Decided to close. Choose one of the four" in misspelt
    assert "(1: row 3)" in told["Almost done"].sentence
    assert "nearest" not in told["Almost done"].sentence
    assert set(validated.tracker["stage"]) == {"Not recognised"}


@pytest.mark.parametrize(
    "stage",
    [
        "DECIDED TO CLOSE",
        "decided  to close.",
        "Decided-to-close",
        "Decided\u2013to close",
        "“Decided to close”",
    ],
)
def test_a_stage_written_with_other_punctuation_is_that_stage(tracked, stage):
    validated = tracked(row_of(stage=stage))
    assert validated.tracker["stage"].tolist() == ["Decided to close"]
    assert not said(validated, "tracker.stage_unknown")


@pytest.mark.parametrize("stage", ["?", "...", "✓"])
def test_punctuation_alone_is_no_stage(tracked, stage):
    words = {"stages": {"Decided to close": ["✓✓"]}}
    assert tracked(row_of(stage=stage), words=words).tracker["stage"][0] == "Not recognised"


def test_a_childs_rows_in_two_teams_trackers_both_stay(inputs, check):
    inputs.extract()
    inputs.tracker(row_of())
    inputs.tracker(row_of(stage="Intervention underway"), team="Birch")
    validated = check()
    assert validated.tracker[["child_id", "team"]].to_numpy().tolist() == [
        ["X0001", "Alder"],
        ["X0001", "Birch"],
    ]
    assert not said(validated, "tracker.child_twice")


def test_barriers_are_configs_other_or_none_given(tracked):
    validated = tracked(
        row_of(barrier="rehousing"),
        row_of(child_id="X0002", barrier="Something else"),
        row_of(child_id="X0003", barrier=""),
        row_of(child_id="X0004", barrier="-"),
        words={"barriers": {"Housing": ["Rehousing"]}},
    )
    assert validated.tracker["barrier"].tolist() == ["Housing", "Other", "None given", "None given"]
    (finding,) = said(validated, "tracker.barrier_unknown")
    assert (finding.value, dict(finding.facts)["count"]) == ("Something else", "1")


@pytest.mark.parametrize(
    ("dates", "kept"),
    [
        (("01/05/2026", "08/05/2026"), 3),
        (("08/05/2026", "01/05/2026"), 2),
        (("01/05/2026", "01/05/2026"), 3),
        (("", ""), 3),
        (("01/05/2026", ""), 2),
    ],
)
def test_of_a_child_twice_the_row_last_discussed_counts_else_the_lower(tracked, dates, kept):
    validated = tracked(*[row_of(discussed=each) for each in dates])
    assert validated.tracker["row"].tolist() == [kept]
    (finding,) = said(validated, "tracker.child_twice")
    assert finding.place.row == 5 - kept
    assert finding.child_id == "X0001"
    account = next(a for a in validated.accounts if a.kind == "tracker")
    assert (account.used, account.set_aside) == (1, 1)


def test_an_id_without_its_noughts_is_the_extracts_where_one_child_fits(inputs, check):
    inputs.extract(("00123", "05/01/2026", "", "", "", "Alder"))
    inputs.tracker(row_of(child_id=123), row_of(child_id="00123"))
    validated = check()
    assert validated.tracker["child_id"].tolist() == ["00123"]
    assert said(validated, "id.matched")[0].child_id == "00123"
    assert said(validated, "tracker.child_twice")


@pytest.mark.parametrize(
    ("known", "written", "what"),
    [
        ("X0001", "x0001", "only in capital letters"),
        ("00123", "123", "only in leading zeros"),
        ("0X123", "x123", "only in leading zeros and capital letters"),
    ],
)
def test_an_id_that_was_matched_says_in_what_it_differs(inputs, check, known, written, what):
    inputs.extract((known, "05/01/2026", "", "", "", "Alder"))
    inputs.tracker(row_of(child_id=written))
    (finding,) = said(check(), "id.matched")
    assert f"{what} and fits" in finding.sentence
    assert finding.child_id == known


def test_an_id_that_fits_two_children_stays_as_written_and_is_said(inputs, check):
    inputs.extract(
        ("00123", "05/01/2026", "", "", "", "Alder"), ("0123", "05/01/2026", "", "", "", "Alder")
    )
    inputs.tracker(row_of(child_id="123"))
    validated = check()
    assert validated.tracker["child_id"].tolist() == ["123"]
    assert dict(said(validated, "id.fits_several")[0].facts) == {"count": "2"}


def test_an_id_that_the_extract_has_is_not_touched(inputs, check):
    inputs.extract(
        ("00123", "05/01/2026", "", "", "", "Alder"), ("123", "05/01/2026", "", "", "", "Alder")
    )
    inputs.tracker(row_of(child_id="123"))
    validated = check()
    assert validated.tracker["child_id"].tolist() == ["123"]
    assert not said(validated, "id.matched")


def test_a_name_in_a_tracker_is_set_aside_unless_the_extract_has_it_as_an_id(inputs, check):
    inputs.extract(("X0001", *ENDED[1:]), ("QWERTY", *ENDED[1:]))
    children = ("X0001", "X0002", "X0003", "QWERTY", "Zebedee")
    inputs.tracker(*(row_of(child_id=child) for child in children))
    validated = check()
    assert [f.value for f in said(validated, "id.is_name")] == ["Zebedee"]
    assert validated.tracker["child_id"].tolist() == list(children[:4])


def test_a_row_without_a_child_is_set_aside(tracked):
    validated = tracked(row_of(), row_of(child_id="", action="Whose?"))
    assert len(validated.tracker) == 1
    assert said(validated, "id.missing")[0].place.row == 3


def test_errors_and_uncalculated_formulas_are_blank_and_told_apart(inputs, check):
    inputs.extract()
    cells = b'<c r="F2" t="e"><v>#REF!</v></c><c r="G2"><f>F2</f></c></row></sheetData>'
    content = rezipped(
        workbook({"Tracker": [TRACKER_HEADER, TRACKED[:5]]}),
        {"xl/worksheets/sheet1.xml": lambda d: d.replace(b"</row></sheetData>", cells)},
    )
    inputs.put("trackers/CIN North Dale/Alder/Alder IC Meetings.xlsx", content)
    validated = check()
    assert validated.tracker.loc[0, ["action", "owner"]].isna().all()
    assert said(validated, "cell.error")[0].place.column == "Action"
    assert said(validated, "cell.uncalculated")[0].place.column == "Action owner"


def test_characters_that_hide_or_break_are_cleaned_and_said(tracked):
    validated = tracked(row_of(action="Visit\u202e \u200bsoon", notes="a\x07b"))
    assert validated.tracker.loc[0, "action"] == "Visit soon"
    assert validated.tracker.loc[0, "notes"] == "a\ufffdb"
    assert {f.place.column for f in said(validated, "cell.cleaned")} == {"Action", "Notes"}
    account = next(a for a in validated.accounts if a.kind == "tracker")
    assert account.repaired == 1


def test_numbers_and_dates_in_a_text_column_are_kept_as_they_read(tracked):
    validated = tracked(row_of(action=42, notes=JUNE, owner=True))
    assert validated.tracker.loc[0, ["action", "notes", "owner"]].tolist() == [
        "42",
        "01/06/2026",
        "yes",
    ]
