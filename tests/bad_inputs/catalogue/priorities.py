"""The Assistant Director's priorities sheet as it comes back: marked, edited, damaged, twice, too late."""

from datetime import date
from functools import cache

from bad_inputs.catalogue.how import both, file
from bad_inputs.entry import EVERYTHING, Entry
from bad_inputs.sinks import texts
from priority_sheets import FELL, UNSENT, sheet
from word_forms import (
    BODY,
    Document,
    cells,
    choose,
    copied,
    flatten,
    paragraph,
    rows,
    type_in,
    with_property,
    without_properties,
)

SOURCE = "returned priorities"
PATH, NAME = "priorities/priorities.docx", "priorities.docx"
CHOICE, WORDS, OWN = "Take, note or park", "In your words", "Your own point"
POINT = "The court timetable zzqpoint"
TABLE = "What the data says"


def marked(day=date(2026, 5, 28)):
    """Return the sheet with both insights marked and a point of her own, still on her screen."""
    form = Document(sheet(day))
    choose(form.entry("Meeting"), "29/05/2026", "2026-05-29")
    choose(form.cell("Ref", FELL.ref, CHOICE), "take")
    type_in(form.cell("Ref", FELL.ref, "Order"), "1")
    type_in(form.cell("Ref", FELL.ref, WORDS), "Offer help")
    choose(form.cell("Ref", UNSENT.ref, CHOICE), "park")
    type_in(cells(rows(form.table(OWN))[1])[0], POINT)
    return form


@cache
def saved():
    return marked().saved()


def entry(ident, wrong, make, *what, **more):
    more = {
        "packs": ("data-quality", "olt-check-in-minutes"),
        "differs": (),
        "holds": (point_shown,),
        **more,
    }
    return Entry(f"priorities-{ident}", wrong, make, *(what or ("accepted",)), **more)


def edited(change, path=PATH):
    """Change the sheet on the screen, then put it into the inputs."""

    def make(authority):
        form = marked()
        change(form)
        authority.put(path, form.saved())

    return make


def refused(ident, wrong, name, content, rule):
    make = file(f"priorities/{name}", content)
    return entry(ident, wrong, make, "refused", (rule,), name, holds=())


def point_shown(result):
    """Her point stands in the OLT's minutes."""
    found = any("zzqpoint" in texts(path) for path in result.period.rglob("*.docx"))
    return None if found else "her own point stands nowhere"


def point_not_shown(result):
    return "her own point stands there" if point_shown(result) is None else None


def typed(column, words, insight=UNSENT):
    """Write in a cell that holds a control, or nothing."""

    def change(form):
        cell = form.cell("Ref", insight.ref, column)
        flatten(cell)
        for text in cell.iter("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t"):
            text.text = ""
        type_in(cell, words)

    return change


def columns_moved(form):
    for row in rows(form.table("Ref")):
        row.append(cells(row)[0])


def ref_typed_anew(form):
    cell = cells(form.row("Ref", FELL.ref))[0]
    texts_ = [*cell.iter("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t")]
    texts_[0].text = "ZZ-99"


def row_twice(form):
    row = form.row("Ref", FELL.ref)
    again = copied(row)
    row.addnext(again)
    choose(cells(again)[2], "park")


def table_gone(form):
    table = form.table("Ref")
    table.getparent().remove(table)


def words_between(form):
    form.heading("Your own points").addnext(paragraph("Thank you all"))


def header_gone(form):
    header = rows(form.table("Ref"))[0]
    header.getparent().remove(header)


def torn():
    form = marked()
    form.parts[BODY] = b"<torn"
    content = form.saved()
    return content[: len(content) // 2]


def is_unreadable(form):
    with_property(form, "cinpack_version", "9")


ENTRIES = [
    entry("as-marked", "the sheet as it should come back", file(PATH, saved)),
    entry("columns-moved", "the Ref column moved to the end", edited(columns_moved)),
    entry("plain", "every control made plain text, as LibreOffice does", edited(lambda f: flatten(f.body)), "accepted", ("document.controls_gone",), NAME),
    entry("choice-words", "“not now” typed in place of a choice", edited(typed(CHOICE, "Not now")), "repaired", ("priorities.choice_read",), f"{NAME}, row 2, {TABLE}, Take, note or park"),
    entry("choice-unclear", "“ask Jo” in place of a choice", edited(typed(CHOICE, "ask Jo")), "kept and said", ("priorities.choice_unclear",), f"{NAME}, row 2, {TABLE}, Take, note or park"),
    entry("order-words", "“first” in place of a number", edited(typed("Order", "first")), "kept and said", ("priorities.order_unclear",), f"{NAME}, row 2, {TABLE}, Order"),
    entry("ref-unknown", "a reference typed anew, of nothing", edited(ref_typed_anew), "kept and said", ("priorities.insight_unknown",), f"{NAME}, row 1, {TABLE}, Ref"),
    entry("row-twice", "a row copied, and the copy marked otherwise", edited(row_twice), "kept and said", ("priorities.choices_differ",), f"{NAME}, row 2, {TABLE}, Take, note or park"),
    entry("table-gone", "the table of insights deleted", edited(table_gone), "kept and said", ("document.parts_gone",), NAME),
    entry("words-between", "a line of thanks between the tables", edited(words_between), "kept and said", ("form.asides",), NAME),
    entry("header-gone", "the header row of the insights deleted", edited(header_gone), "kept and said", ("document.headers_gone",), NAME),
    entry("no-properties", "saved by an editor that drops its properties", edited(without_properties), "kept and said", ("document.known_by_title", "document.unmarked"), NAME),
    entry("other-version", "a sheet of a later version of the form", edited(is_unreadable), "refused", ("document.version",), NAME, holds=(point_not_shown,)),
    entry("twice", "the same sheet twice", both(file(PATH, saved), file("priorities/copy.docx", lambda: Document(saved()).saved())), "accepted", ("form.twice",), "priorities.docx"),
    entry("differ", "two sheets of one period that differ", both(file(PATH, saved), edited(typed(CHOICE, "take"), "priorities/again.docx")), "set aside", ("priorities.differ",), "again.docx", times=2, aside=EVERYTHING, holds=(point_not_shown,)),
    entry("later", "a sheet made for a day that is yet to come", file(PATH, lambda: marked(date(2026, 6, 30)).saved()), "accepted", ("form.later",), NAME, holds=(point_not_shown,)),
    entry("blank", "the sheet as it went out", file(PATH, lambda: sheet(date(2026, 5, 28))), "accepted", ("form.blank",), NAME, holds=(point_not_shown,)),
    entry("folder", "the sheet among the minutes", file(f"minutes/{NAME}", saved), "accepted", ("document.folder",), NAME),
    refused("torn", "half a sheet", NAME, torn, "document.damaged"),
    refused("pdf", "the marked-up sheet printed to PDF", "priorities.pdf", "%PDF-1.7", "document.other_kind"),
    refused("doc", "the marked-up sheet saved as an old Word document", "priorities.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "document.other_kind"),
    refused("photo", "a photo of the marked-up sheet", "IMG_0001.jpg", b"\xff\xd8\xff", "document.other_kind"),
]  # fmt: skip
