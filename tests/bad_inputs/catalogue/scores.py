"""Tables of effectiveness scores."""

from datetime import date

from bad_inputs.catalogue.how import (
    SCORES_PATH,
    both,
    file,
    no_file,
    scored,
    secret,
    wide,
    workbook,
)
from bad_inputs.entry import Entry

SOURCE = "scores"

NAME = "scores.csv"
FIRST = f"{NAME}, row 2"


def accepted(ident, wrong, make, *rules, at="", **more):
    return Entry(f"score-{ident}", wrong, make, "accepted", rules, at, **more)


def kept(ident, wrong, cell, rule, column="Score", **more):
    return Entry(
        f"score-{ident}",
        wrong,
        scored(0, score=cell),
        "kept and said",
        (rule,),
        f"{FIRST}, {column}",
        **more,
    )


def aside(ident, wrong, rule, column, **cells):
    return Entry(
        f"score-{ident}", wrong, scored(0, **cells), "set aside", (rule,), f"{FIRST}, {column}"
    )


def more_rows(*rows):
    return lambda authority: authority.scores.rows.extend([list(row) for row in rows])


def as_workbook(**changed):
    """Supply the scores as a workbook; criterion and score as numbers, the first row changed."""

    def make(authority):
        rows = [[*row[:4], int(row[4]), int(row[5])] for row in authority.scores.rows]
        for name, cell in changed.items():
            rows[0][authority.scores.names.index(name)] = cell
        authority.put(SCORES_PATH, None)
        authority.put("reviews/scores.xlsx", workbook({"Scores": [authority.scores.header, *rows]}))

    return make


LIKE_FIRST = ("North Dale", "Alder", "13/02/2026", "A Reviewer", "1", "2")

ENTRIES = [
    accepted("workbook", "the table as a workbook", as_workbook()),
    accepted("point-nought", "scores written as 2.0", scored(0, score="2.0")),
    accepted("full-width", "a score in a full-width digit", scored(0, score=wide("2"))),
    accepted("spaces", "spaces around a score", scored(0, score=" 2 ")),
    accepted("blank", "no score", scored(0, score=""), differs=("Alder",)),
    accepted("na", "n/a for a score", scored(0, score="n/a"), differs=("Alder",)),
    accepted("dash", "a dash for a score", scored(0, score="-"), differs=("Alder",)),
    kept("zero", "nought for a score", "0", "score.not_whole"),
    kept("six", "a score above the scale", "6", "score.not_whole"),
    kept("half", "half a point", "3.5", "score.not_whole"),
    kept("range", "two scores in one cell", "4/5", "score.not_whole"),
    kept("word", "a word for a score", "Good", "score.not_whole"),
    kept("star", "a score with a mark", "4*", "score.not_whole"),
    kept("huge", "a score of many digits", "4" * 400, "score.not_whole"),
    accepted("superscript", "a raised digit for a score", scored(0, score="²"), differs=("Alder",)),
    Entry("score-date", "4/5 that Excel has made a date", as_workbook(score=date(2026, 5, 4)), "kept and said", ("score.is_date",), "scores.xlsx, sheet Scores, row 2, Score"),
    Entry("score-boolean", "TRUE for a score", as_workbook(score=True), "kept and said", ("score.not_whole",), "scores.xlsx, sheet Scores, row 2, Score"),
    aside("criterion-12", "a criterion that does not exist", "score.no_criterion", "Criterion", criterion="12"),
    aside("criterion-blank", "no criterion", "score.no_criterion", "Criterion", criterion=""),
    aside("criterion-words", "a criterion in words", "score.no_criterion", "Criterion", criterion="Closure discussed"),
    aside("team-unknown", "a team that config does not know", "score.team_unknown", "Team", team="Zzqteam"),
    aside("team-blank", "no team", "score.team_unknown", "Team", team=""),
    aside("date-bad", "no date that can be read", "score.no_date", "Observation date", observed="13 Febuary"),
    aside("date-blank", "no date", "score.no_date", "Observation date", observed=""),
    aside("date-old", "a date before anyone reviewed", "score.no_date", "Observation date", observed="13/02/1926"),
    accepted("after", "a review after the as-at date", more_rows(("North Dale", "Alder", "05/06/2026", "A Reviewer", "1", "5")), "score.after_as_at", at=f"{NAME}, row 46, Observation date"),
    accepted("twice", "the same score twice", more_rows(LIKE_FIRST), "score.twice", at=f"{NAME}, row 46, Score"),
    Entry("score-differ", "two scores for one thing", more_rows((*LIKE_FIRST[:5], "5")), "set aside", ("score.differ",), f"{FIRST}, Score", times=2, aside=2),
    Entry("score-locality", "another locality for a team than config has", scored(0, locality="South Vale"), "kept and said", ("team.locality_differs",), f"{NAME}, Locality", differs=()),
    Entry("score-two-files", "the same scores in two files", lambda a: a.put("reviews/scores 2.csv", a.scores.text + "\n"), "accepted", ("score.twice",), "scores.csv, row 2, Score", times=44),
    Entry("score-no-column", "a table without the score", file("reviews/more.csv", "Locality,Team,Observation date,Criterion\nNorth Dale,Alder,13/02/2026,1\n"), "refused", ("header.missing",), "more.csv", differs=()),
    Entry("score-other-table", "a table of something else among the reviews", file("reviews/rota.csv", "Week,Name\n1,Zzqname\n"), "refused", ("header.none",), "rota.csv", differs=()),
    Entry("score-empty", "a table with headers and no rows", lambda a: a.put(SCORES_PATH, a.scores.text.splitlines()[0]), "kept and said", ("table.empty",), NAME, differs=("Alder", "Birch", "Cedar")),
    accepted("none", "no scores at all", no_file(SCORES_PATH), differs=("Alder", "Birch", "Cedar")),
    Entry("score-damaged", "a damaged workbook among the reviews", file("reviews/more.xlsx", b"PK\x03\x04 broken"), "refused", ("file.damaged",), "more.xlsx", differs=()),
    Entry("score-pdf", "a scan of a review form", file("reviews/scan.pdf", "%PDF-1.7"), "refused", ("document.other_kind",), "scan.pdf", differs=()),
    accepted("semicolons", "semicolons between columns", lambda a: a.put(SCORES_PATH, a.scores.text.replace(",", ";"))),
    Entry("score-name", "a reviewer's name that says too much", both(scored(0, completed_by="Zzqreviewer (X4071)"), secret("Zzqreviewer")), "accepted"),
    Entry("score-uneven", "a row with a field too many", lambda a: a.put(SCORES_PATH, a.scores.text.replace("A Reviewer,1,2", "A, Reviewer,1,2", 1)), "set aside", ("row.uneven",), FIRST),
]  # fmt: skip
