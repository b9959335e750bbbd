"""The published past is read again as it was published, or the run says what it goes without."""

import json
from dataclasses import replace
from datetime import date, timedelta
from hashlib import sha256

import pandas as pd
import pytest
from unit.publish.small_run import ALDER, AS_AT, NORTH, document, small_run

from pipeline.ingest.past import read_past
from pipeline.model.calendar import Calendar, Meeting
from pipeline.model.minutes import ActionUpdate, AgreedAction, Minutes
from pipeline.model.priorities import Mark, OwnPoint, Priorities
from pipeline.model.scopes import AUTHORITY

NEXT_DAY = AS_AT + timedelta(days=1)
TRACKER = pd.DataFrame(
    {
        "child_id": pd.Series(["X0001"], dtype="str"),
        "stage": pd.Series(["Decided to close"], dtype="str"),
        "notes": pd.Series(["a\rb\n, “c”"], dtype="str"),
        "due": pd.Series([None], dtype="datetime64[s]"),
        "locality": pd.Series(["North Dale"], dtype="str"),
        "team": pd.Series(["Alder"], dtype="str"),
        "row": [2],
    }
)
AGREED = AgreedAction("3Jun26-1", "North Dale", "Alder", "Visit", None, "soon", "", AS_AT)
MINUTES = Minutes("North Dale", AS_AT, AS_AT, "m.docx", (AGREED,), (ActionUpdate("x", "done"),))

SHEET = Priorities(
    AS_AT,
    NEXT_DAY,
    "p.docx",
    (Mark("unsent.high", ALDER, "park", 2, "wait"),),
    (OwnPoint("Court"),),
)


@pytest.fixture
def first(tmp_path):
    ready = small_run(tmp_path)
    columns = {"Alder": frozenset({"child_id", "stage"})}
    read = replace(
        ready.validated,
        tracker=TRACKER,
        tracker_columns=columns,
        minutes=(MINUTES,),
        priorities=(SHEET,),
    )
    return replace(ready, validated=read)


def as_of(ready, day, **measured):
    calendar = Calendar(day, {"": Meeting(day, day), "North Dale": Meeting(day, day)})
    measures = replace(ready.measures, calendar=calendar, **measured)
    return replace(
        ready, measures=measures, validated=replace(ready.validated, as_at=day, extract_date=day)
    )


def past(ready, day=NEXT_DAY, **how):
    return read_past(ready.outputs, day, looks_back=how.get("looks_back", False))


def codes(ready, day=NEXT_DAY):
    return [(found.rule.code, found.place.file) for found in past(ready, day).findings]


def change(path, function):
    path.write_bytes(function(path.read_bytes()))


def manifest_after(ready, function):
    path = ready.outputs / "2026-05-29/manifest.json"
    manifest = json.loads(path.read_bytes())
    function(manifest)
    path.write_text(json.dumps(manifest))


def test_what_was_published_comes_back_as_it_was(first):
    first.go()
    found = past(first)
    (run,) = found.history.runs
    assert found.findings == ()
    assert (run.period, run.as_at, run.extract_date) == ("2026-05-29", AS_AT, AS_AT)
    assert (run.minutes, run.priorities) == ((MINUTES,), (SHEET,))
    assert run.documents == {("index", AUTHORITY), ("check-in-minutes", NORTH)}
    pd.testing.assert_frame_equal(run.tracker, TRACKER)
    pd.testing.assert_frame_equal(run.versions, first.validated.versions.drop(columns="row"))
    assert run.tracker_columns == {"Alder": {"child_id", "stage"}}
    assert run.supplied == first.validated.supplied
    assert run.meetings == first.measures.calendar.meetings
    assert run.minutes == (MINUTES,)
    assert set(run.figures) == set(first.measures.figures)
    assert run.figures.categories("plans.open", ALDER) == ("",)


def test_only_days_before_the_as_at_date_count(first):
    first.go()
    assert past(first, AS_AT).history.runs == ()
    assert past(first, AS_AT).history.same_day is None


def test_looking_back_finds_the_trackers_of_that_very_day(first):
    first.go()
    later = replace(first, validated=replace(first.validated, tracker=None))
    later.with_documents(document("index.html", b"<p>other</p>")).go()
    history = past(first, AS_AT, looks_back=True).history
    assert history.same_day.period == "2026-05-29"
    assert history.runs == ()


def test_of_one_day_the_last_published_counts_and_each_pack_where_it_was_published(first):
    first.go()
    first.with_documents(document("index.html", b"<p>other</p>")).asked(packs=("index",)).go()
    history = past(first).history
    assert [run.period for run in history.runs] == ["2026-05-29-r2"]
    assert history.pack_before("index", AUTHORITY).period == "2026-05-29-r2"
    assert history.pack_before("check-in-minutes", NORTH).period == "2026-05-29"
    assert history.pack_before("check-in-minutes", ALDER) is None


def test_a_weekly_part_run_is_not_last_time_of_the_monthly_minutes(first):
    first.go()
    weekly = as_of(first, date(2026, 6, 5))
    agenda = document("localities/North Dale/teams/Alder/icm-agenda.pdf", b"%PDF", ALDER)
    weekly.with_documents(agenda).asked(packs=("icm-agenda",), teams=("Alder",)).go()
    history = past(first, date(2026, 6, 12)).history
    assert [run.as_at for run in history.runs] == [AS_AT, date(2026, 6, 5)]
    assert history.pack_before("check-in-minutes", NORTH).as_at == AS_AT
    assert history.pack_before("icm-agenda", ALDER).as_at == date(2026, 6, 5)


def test_periods_come_by_date_and_then_by_number(first):
    for day in (AS_AT, date(2026, 4, 30)):
        for text in range(11):
            page = document("index.html", str(text).encode())
            as_of(first, day).with_documents(page).go()
    history = past(first).history
    assert [run.period for run in history.runs] == ["2026-04-30-r11", "2026-05-29-r11"]
    assert history.latest(by=date(2026, 5, 28)).period == "2026-04-30-r11"
    assert history.latest(by=date(2026, 4, 29)) is None


def test_earlier_extracts_are_read_again_of_the_first_run_after_each_month(first):
    """29 May did not see May as a whole; 31 May did, and 2 June came later."""
    days = [AS_AT, date(2026, 5, 31), date(2026, 6, 2), date(2026, 6, 30)]
    for day in days:
        as_of(first, day).go()
    history = past(first, date(2026, 7, 3)).history
    assert [run.as_at for run in history.runs if run.versions is not None] == [
        AS_AT,
        date(2026, 5, 31),
        date(2026, 6, 30),
    ]


def test_a_changed_file_is_left_out_and_named(first):
    first.go()
    tracker = first.outputs / "restricted/2026-05-29/snapshot/tracker.csv"
    change(tracker, lambda content: content.replace(b"Decided", b"Defided"))
    (run,) = past(first).history.runs
    assert run.tracker is None
    assert run.versions is not None
    (finding,) = past(first).findings
    assert finding.place.file == "restricted/2026-05-29/snapshot/tracker.csv"
    assert finding.needs_person
    assert finding.sentence == (
        "The file is not as it was published, so this run went on without it: its trackers are not "
        "known. Restore it from a backup. If there is none, delete the folder "
        "restricted/2026-05-29; the period's figures alone will then serve."
    )


def test_what_is_gone_is_a_warning_and_the_figures_serve(first):
    first.go()
    for file in (first.outputs / "restricted/2026-05-29/snapshot").iterdir():
        file.unlink()
    (run,) = past(first).history.runs
    assert run.figures.get("plans.open", ALDER).value == 2
    assert run.minutes is None
    assert codes(first) == [
        ("history.missing", "restricted/2026-05-29/snapshot/snapshot.json"),
    ]
    assert not past(first).findings[0].needs_person


def test_spoilt_figures_leave_the_snapshot(first):
    first.go()
    change(first.outputs / "2026-05-29/figures.csv", lambda content: content + b"x")
    (run,) = past(first).history.runs
    assert len(run.figures) == 0
    assert run.tracker is not None
    assert codes(first) == [("history.altered", "2026-05-29/figures.csv")]


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b"{}", b'{"outputs": null}', b"\xff\xfe", b"null"]
)
def test_a_manifest_that_cannot_be_read_leaves_its_period_out(first, content):
    first.go()
    (first.outputs / "2026-05-29/manifest.json").write_bytes(content)
    assert past(first).history.runs == ()
    assert codes(first) == [("history.manifest", "2026-05-29/manifest.json")]


def test_no_byte_changed_in_a_snapshot_ends_the_run(first):
    """Even where someone made the manifest's hash fit."""
    first.go()
    folder = first.outputs / "restricted/2026-05-29"
    for name in ("tracker.csv", "versions.csv", "minutes.json", "priorities.json"):
        path = folder / "snapshot" / name
        kept = path.read_bytes()
        for spoilt in (b"", b"\xff", kept[:-9], kept + b'"', kept.replace(b"2026", b"20x6")):
            path.write_bytes(spoilt)

            def fit(manifest, path=path, spoilt=spoilt):
                for each in manifest["restricted"]:
                    if each["path"] == f"snapshot/{path.name}":
                        each["sha256"] = sha256(spoilt).hexdigest()

            manifest_after(first, fit)
            assert len(past(first).history.runs) == 1
        path.write_bytes(kept)
        manifest_after(first, lambda manifest, path=path, kept=kept: fit(manifest, path, kept))
    assert codes(first) == []


def test_a_snapshot_of_an_older_format_is_still_read(first):
    """Format 1 kept no minutes, and its manifest named no meeting after the next."""
    first.go()
    about = first.outputs / "restricted/2026-05-29/snapshot/snapshot.json"
    change(about, lambda content: content.replace(b'"format": 2', b'"format": 1'))

    def older(manifest):
        for meeting in manifest["meetings"]:
            del meeting["next"]
        del manifest["history"]
        manifest["restricted"] = [
            {**each, "sha256": sha256(about.read_bytes()).hexdigest()}
            if each["path"] == "snapshot/snapshot.json"
            else each
            for each in manifest["restricted"]
            if each["path"] not in ("snapshot/minutes.json", "snapshot/priorities.json")
        ]

    manifest_after(first, older)
    (run,) = past(first).history.runs
    assert codes(first) == []
    assert run.tracker is not None
    assert (run.minutes, run.priorities) == (None, None)
    assert run.meetings[""] == Meeting(date(2026, 6, 9), date(2026, 7, 9))


def test_a_snapshot_of_a_newer_version_is_not_guessed_at(first):
    first.go()
    about = first.outputs / "restricted/2026-05-29/snapshot/snapshot.json"
    change(about, lambda content: content.replace(b'"format": 2', b'"format": 3'))

    def fit(manifest):
        for each in manifest["restricted"]:
            if each["path"] == "snapshot/snapshot.json":
                each["sha256"] = sha256(about.read_bytes()).hexdigest()

    manifest_after(first, fit)
    assert codes(first) == [("history.newer", "restricted/2026-05-29/snapshot/snapshot.json")]
    assert past(first).history.runs[0].tracker is None


def test_whatever_else_stands_in_the_outputs_folder_is_not_looked_at(first):
    first.go()
    (first.outputs / "2026-13-99").mkdir()
    (first.outputs / "2026-05-28").write_text("a file")
    (first.outputs / "notes").mkdir()
    assert len(past(first).history.runs) == 1
    assert codes(first) == []


def test_no_outputs_folder_is_no_past(tmp_path):
    assert read_past(tmp_path / "outputs", AS_AT, looks_back=False).history.runs == ()
