"""Much of everything: rows, files, folders, words; and next to nothing."""

from bad_inputs.authority import EXTRACT_PATH
from bad_inputs.catalogue.how import EXTRACT, SCORES_PATH, both, every_plan, nothing, tracker
from bad_inputs.entry import EVERYTHING, Entry

SOURCE = "whole run"

EVERY_PACK = ()


def many_plans(count):
    """An extract of so many rows: its own, and plans of long ago."""

    def make(authority):
        row = "Y%d,02/06/2025,20/04/2026,Needs met,North Dale,Alder,Worker Quill,04/07/2015,,,,,\n"
        text = authority.plans.text + "".join(row % n for n in range(count))
        authority.put(EXTRACT_PATH, text)

    return make


def junk(authority):
    for n in range(500):
        authority.put(f"trackers/CIN North Dale/Alder/notes {n}.docx", b"zzq")


def all_made(result):
    """Every pack was made, and is named in the manifest with its hash."""
    listed = {each["path"] for each in result.manifest["outputs"]}
    there = {
        path.relative_to(result.period).as_posix()
        for path in result.period.rglob("*")
        if path.is_file() and path.name != "manifest.json"
    }
    if listed != there:
        return f"the manifest and the folder differ in {sorted(listed ^ there)}"
    return None if len(there) >= 9 else f"only {sorted(there)} were made"


def of(ident, wrong, make, *what, **more):
    return Entry(f"whole-{ident}", wrong, make, *(what or ("accepted",)), **more)


ENTRIES = [
    of("clean", "nothing: every paper is made", nothing, packs=EVERY_PACK, holds=(all_made,)),
    of("rows", "fifty thousand rows", many_plans(50_000), differs=EVERYTHING),
    of("rows-over", "more rows than an authority can have", many_plans(310_000), "nothing published", at=EXTRACT, says=("300,000",)),
    of("bytes-over", "an extract of more than 100 MB", lambda a: a.put(EXTRACT_PATH, a.plans.text.encode() + b" " * 100_000_001), "nothing published", at=EXTRACT, says=("100 MB",)),
    of("junk", "five hundred other files beside a tracker", junk, "accepted", ("file.not_ours",), "notes 0.docx", times=500),
    of("one-plan", "an authority with a single plan", lambda a: (a.plans.rows.__delitem__(slice(1, None)), [a.trackers[t].rows.clear() for t in ("Birch", "Cedar")], a.trackers["Alder"].rows.__delitem__(slice(1, None))), "kept and said", ("table.empty", "team.no_rows"), "Birch IC Meetings.xlsx, sheet Tracker", times=2, differs=EVERYTHING, packs=EVERY_PACK),
    of("nobody", "an authority in which every plan has ended, every paper made", both(every_plan(plan_end=lambda end: end or "22/05/2026", end_reason=lambda r: r or "Needs met"), *(tracker(lambda rows: rows[:1]),)), "kept and said", ("table.empty", "reconcile.not_open.closed", "extract.none_open"), "Alder IC Meetings.xlsx, sheet Tracker", differs=EVERYTHING, packs=EVERY_PACK),
    of("no-scores", "no scores, every paper made", lambda a: a.put(SCORES_PATH, None), differs=EVERYTHING, packs=EVERY_PACK),
    of("no-extract", "no extract, every paper made", lambda a: a.put(EXTRACT_PATH, None), words=("--as-at", "29/05/2026"), differs=EVERYTHING, packs=EVERY_PACK),
    of("meeting-past", "a meeting asked for that was before the as-at date", nothing, "nothing published", exit=2, words=("--meeting", "01/05/2026"), says=("--meeting",)),
    of("as-at-leap", "an as-at date of 29 February", nothing, "kept and said", ("extract.far",), EXTRACT, words=("--as-at", "29/02/2028"), differs=EVERYTHING),
    of("as-at-far", "an as-at date beyond every calendar", nothing, "kept and said", ("extract.far", "child.adult"), EXTRACT, words=("--as-at", "31/12/2099"), differs=EVERYTHING),
    of("as-at-long-ago", "an as-at date of the last century", nothing, "refused", ("extract.no_row_counts", "plan.start_after_as_at", "score.after_as_at", "date.not_credible"), EXTRACT, words=("--as-at", "01/01/1990"), differs=EVERYTHING),
]  # fmt: skip
