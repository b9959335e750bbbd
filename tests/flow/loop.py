"""Three months of a small authority: run, fill in, return, run again, and again."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from flow.document_text import pdf_text, word_tables, word_text
from flow.filling_in import Filler

from pipeline.cli.executors import AtOnce
from pipeline.model.request import Request
from pipeline.run import run
from pipeline.setup.demo import write_demo

FIRST, SECOND, THIRD = date(2026, 11, 3), date(2026, 12, 1), date(2026, 12, 29)
Trip = Callable[[bytes], bytes]
"""What happens to a file on its way back: nothing, or an editor that saves it anew."""


class Loop:
    """The authority's folders, and the locality whose papers go round."""

    def __init__(self, root: Path, trip: Trip) -> None:
        write_demo(root, seed=5, open_plans=60, localities=2, teams=4)
        for old in root.glob("inputs/*/*.docx"):
            old.unlink()
        self.root, self.trip = root, trip
        self.locality, self.team, self.other_team = "North Dale", "Alder", "Birch"
        self.folder = root

    def run(self, as_at: date) -> None:
        """Publish as at a day."""
        request = Request(
            self.root / "config", self.root / "inputs", self.root / "outputs", as_at=as_at
        )
        self.published = run(request, AtOnce())
        self.folder = self.published.folder

    def paper(self, name: str, locality: str = "") -> Path:
        """Return a paper of the locality (of the OLT, by its path) in the period just published."""
        if name.startswith("olt/"):
            return self.folder / name
        return self.folder / "localities" / (locality or self.locality) / name

    def fill(self, name: str) -> Filler:
        """Open a paper of the period just published."""
        return Filler(self.paper(name).read_bytes())

    def send_back(self, form: Filler, path: str) -> None:
        """Put the filled form into the inputs, under whatever name and in whatever folder."""
        (self.root / "inputs" / path).write_bytes(self.trip(form.saved()))

    def table(self, name: str, header: str) -> list[list[str]]:
        """Return the rows of the table of a Word paper that has this header."""
        return next(t for t in word_tables(self.paper(name)) if header in t[0])

    def words(self, name: str, locality: str = "") -> str:
        """Return all text of a paper."""
        path = self.paper(name, locality)
        return (word_text if path.suffix == ".docx" else pdf_text)(path)


MINUTES, REVIEW = "check-in-minutes.docx", "effectiveness-review.docx"
OLT_MINUTES = "olt/check-in-minutes.docx"
SUMMARY = "effectiveness-summary.pdf"
IMPACT, TEAM = "Actions to achieve desired impact", "Team"


def go_round(loop: Loop) -> None:
    """Go through three months and look, each time, for last month's words where they should be."""
    loop.run(FIRST)
    _first_check_in(loop)
    _first_olt_check_in(loop)
    _first_review(loop)

    loop.run(SECOND)
    _second_month_shows_the_first(loop)
    _second_month_shows_the_olts(loop)
    _second_check_in(loop)

    loop.run(THIRD)
    _third_month_shows_both(loop)


def _first_check_in(loop: Loop) -> None:
    form = loop.fill(MINUTES)
    team, other = loop.team, loop.other_team
    form.write(IMPACT, team, IMPACT, "Canary walk the long plans\nCanary ring the school")
    form.write(IMPACT, team, "By When", "20/11/2026\n10/12/2026")
    form.write(IMPACT, team, "Other notes", "Canary note")
    form.write(IMPACT, other, IMPACT, "No further actions")
    form.add_row(IMPACT, "", "", "Canary action of the team above", "end of Nov", "")
    form.write("Support needed", team, "Support needed", "Canary support")
    form.write("What will make the difference", team, "We expect", "12")
    form.write("Barrier or opportunity", "", "Barrier or opportunity", "Canary barrier")
    form.add_paragraph("The data", "Canary words outside the form")
    loop.send_back(form, "minutes/Copy of minutes FINAL (2).docx")


def _first_olt_check_in(loop: Loop) -> None:
    form = loop.fill(OLT_MINUTES)
    form.write(IMPACT, "South Vale", IMPACT, "Doe share the long plans\nDoe ask the board")
    form.write(IMPACT, "South Vale", "By When", "24/11/2026\n15/01/2027")
    form.write("What will make the difference", "South Vale", "We expect", "25")
    form.write("What we decided", "", "What the data says", "Doe point of our own")
    form.write("What we decided", "", "Ref", "Own")
    form.write("What we decided", "Own", "What we decided", "Doe decision")
    form.write("Barrier or opportunity", "", "Barrier or opportunity", "Doe barrier")
    loop.send_back(form, "minutes/OLT november.docx")


def _second_month_shows_the_olts(loop: Loop) -> None:
    header, *rows = loop.table(OLT_MINUTES, "Figure it was to move")
    by_action = {row[2]: dict(zip(header, row, strict=True)) for row in rows}
    late = by_action["Doe share the long plans"]
    assert late["Locality"] == "South Vale"
    assert "overdue" in late["By when"]
    assert by_action["Doe ask the board"]["By when"].startswith("15 Jan 2027")
    words = loop.words(OLT_MINUTES)
    for words_of_last_time in (
        "last time we expected 25",
        "Doe point of our own",
        "Decided: Doe decision",
        "Doe barrier",
    ):
        assert words_of_last_time in words
    assert "Doe " not in loop.words(MINUTES), "the OLT's words stay the OLT's"
    assert "anary" not in words, "a locality's words stay the locality's"


def _first_review(loop: Loop) -> None:
    form = loop.fill(REVIEW)
    form.answer("Completed by (name)", "Canary Reviewer")
    form.pick("Name of team", "Observation date", loop.team, "2026-11-12")
    for number, score in ((1, "5"), (2, "4")):
        form.choose("Name of team", f"{number}.", loop.team, score)
    form.write(
        "What are we doing/could be doing to improve?",
        "e.g.",
        "What are we doing/could be doing to improve?",
        "Canary improvement",
    )
    form.pick_beside("Date planned for next review", "2026-11-26")
    loop.send_back(form, "minutes/review of november.docx")  # the wrong folder, on purpose


def _second_month_shows_the_first(loop: Loop) -> None:
    header, *rows = loop.table(MINUTES, "Figure it was to move")
    by_action = {row[2]: dict(zip(header, row, strict=True)) for row in rows}
    late = by_action["Canary walk the long plans"]
    assert late["Team"] == loop.team
    assert late["By when"].startswith("20 Nov 2026")
    assert "overdue" in late["By when"]
    assert "Canary note" in late["Note"]
    figure = late["Figure it was to move"]
    assert figure.startswith("out of timescale (proposed)")
    assert "Data: " in figure
    assert by_action["Canary ring the school"]["Figure it was to move"].startswith("Choose")
    assert by_action["Canary ring the school"]["By when"].startswith("10 Dec 2026")
    above = by_action["Canary action of the team above"]
    assert above["By when"].startswith("end of Nov")
    assert len(by_action) == 4, "three actions and a blank row; no further actions is none"
    references = [row[0] for row in rows if row[0]]
    assert len(set(references)) == 3
    words = loop.words(MINUTES)
    for words_of_last_time in (
        "asked last time: Canary support",
        "last time we expected 12",
        "Canary barrier",
        "Canary words outside the form",
    ):
        assert words_of_last_time in words
    assert "Canary improvement" in loop.words(REVIEW)
    assert "Canary" in loop.words(SUMMARY)
    grid = loop.table(REVIEW, "Name of team")
    place = grid[0].index(loop.team)
    assert "last: 12/11/26" in grid[1][place]
    assert "last: 5" in grid[2][place]
    assert "anary" not in loop.words(MINUTES, "South Vale")


def _second_check_in(loop: Loop) -> None:
    form = loop.fill(MINUTES)
    rows = loop.table(MINUTES, "Figure it was to move")[1:]
    reference = {row[2]: row[0] for row in rows}
    done, going = reference["Canary walk the long plans"], reference["Canary ring the school"]
    form.choose("Ref", done, "Outcome", "done")
    form.choose("Ref", going, "Outcome", "in progress")
    form.write("Ref", going, "Note", "Canary rang twice")
    form.choose("Ref", going, "Figure", "open plans")
    form.write(IMPACT, loop.other_team, IMPACT, "Canary second month")
    form.write(IMPACT, loop.other_team, "By When", "15 Jan")
    loop.send_back(form, "minutes/december.docx")
    loop.kept = reference


def _third_month_shows_both(loop: Loop) -> None:
    rows = loop.table(MINUTES, "Figure it was to move")[1:]
    by_action = {row[2]: row for row in rows}
    assert "Canary walk the long plans" not in by_action, "it was done"
    going = by_action["Canary ring the school"]
    assert going[0] == loop.kept["Canary ring the school"], "a reference is given once"
    assert going[4].startswith("open plans")
    assert "(proposed)" not in going[4], "somebody chose it"
    assert "last said: in progress" in going[5]
    assert "Canary rang twice" in going[6]
    done = loop.words(MINUTES).partition("Marked done at the last check-in")[2]
    assert "Canary walk the long plans. Out of timescale (proposed): " in done
    assert by_action["Canary second month"][3].startswith("15 Jan 2027")
    assert "Canary action of the team above" in by_action
