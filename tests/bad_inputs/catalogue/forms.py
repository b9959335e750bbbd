"""Check-in minutes and review forms as they come back: edited, damaged, hostile, twice, too late."""

import re

from bad_inputs.catalogue.how import file, no_file, rezipped
from bad_inputs.catalogue.returned import (
    APRIL,
    APRIL_NAME,
    APRIL_PATH,
    IMPACT,
    MARCH_PATH,
    REVIEW_NAME,
    REVIEW_PATH,
    RING,
    WALK,
    WORDS,
    april,
    blank,
    march,
    review,
)
from bad_inputs.entry import EVERYTHING, Entry
from bad_inputs.sinks import texts
from old_workbooks import ole
from word_forms import (
    BODY,
    MINUTES,
    REVIEW,
    W,
    cells,
    choose,
    copied,
    flatten,
    paragraph,
    rows,
    run,
    text_of,
    type_in,
    with_property,
    without_properties,
    xml,
)

SOURCE = "returned minutes and reviews"

PACKS = ("data-quality", "check-in-minutes", "effectiveness-review", "index")
PREVIOUS = f"{APRIL_NAME}, row 1, Actions from last time"
AGREED = f"{APRIL_NAME}, row 1, Actions agreed today"
SCORED = f"{REVIEW_NAME}, row 2, Scores"
ALDER, BIRCH, BOTH = ("Alder",), ("Birch",), ("Alder", "Birch")
"""The teams whose actions are others than in the clean run, or are known no more."""


def entry(ident, wrong, make, *what, **more):
    more = {"base": "returned", "packs": PACKS, "differs": (), **more}
    return Entry(f"form-{ident}", wrong, make, *(what or ("accepted",)), **more)


def edited(change, path=APRIL_PATH):
    """Change April's minutes (or another form) on the screen, then save them."""

    def make(authority):
        form = review() if path == REVIEW_PATH else april()
        change(form)
        authority.put(path, form.saved())

    return make


def minutes(ident, wrong, change, *what, **more):
    """April's minutes, changed; what people wrote in them must still be shown."""
    more.setdefault("holds", (shown("visit"), shown("ring")))
    return entry(ident, wrong, edited(change), *what, **more)


def reviews(ident, wrong, change, *what, **more):
    return entry(ident, wrong, edited(change, REVIEW_PATH), *what, **more)


def refused(ident, wrong, content, rule, name=APRIL_NAME, **more):
    """In place of April's minutes lies something that can't be used: what April agreed and carried over is not known."""

    def make(authority):
        authority.put(APRIL_PATH, None)
        authority.put(f"minutes/{name}", content() if callable(content) else content)

    more.setdefault("holds", (shown("ring"),))
    more.setdefault("differs", BOTH)
    return entry(ident, wrong, make, "refused", (rule,), more.pop("at", name), **more)


def noted(ident, wrong, change, rule, *also, at=APRIL_NAME, **more):
    return minutes(ident, wrong, change, "accepted", (rule, *also), at, **more)


def kept(ident, wrong, change, rule, *also, at=APRIL_NAME, **more):
    return minutes(ident, wrong, change, "kept and said", (rule, *also), at, **more)


def shown(*names):
    """Return a check that what people wrote stands in the next minutes or review form."""
    return in_papers(*(WORDS.get(name, name) for name in names))


def in_papers(*words):
    def check(result):
        papers = " ".join(texts(path) for path in sorted(result.period.rglob("*.docx")))
        missing = [each for each in words if each not in papers]
        return f"not in the papers: {missing}" if missing else None

    return check


def not_in_papers(*words):
    def check(result):
        papers = " ".join(texts(path) for path in sorted(result.period.rglob("*.docx")))
        found = [each for each in words if each in papers]
        return f"in the papers: {found}" if found else None

    return check


def action(form, column=IMPACT, team="Alder"):
    return form.cell(IMPACT, team, column)


def write(cell, words):
    """Put other words in a cell in place of all that stands in it."""
    first, *others = cell.findall(f"{W}p")
    for each in others:
        cell.remove(each)
    for child in list(first):
        if child.tag != f"{W}pPr":
            first.remove(child)
    lines = words.split("\n")
    first.append(run(lines[0]))
    for line in reversed(lines[1:]):
        first.addnext(paragraph(line))


def due(words):
    return lambda form: write(action(form, "By When"), words)


def acts(words, when="12/05/2026"):
    def change(form):
        write(action(form), words)
        write(action(form, "By When"), when)

    return change


def in_row(ref, column, words, *, chosen=False):
    """Write in a row of last time's actions."""

    def change(form):
        cell = form.cell("Ref", ref, column)
        (choose if chosen else write)(cell, words)

    return change


def on_two_rows(form):
    """Make both rows of last time's actions the same action, with two outcomes."""
    row = form.row("Ref", RING)
    write(cells(row)[0], WALK)
    write(cells(row)[1], "Alder")
    write(cells(row)[2], WORDS["walk"])
    choose(cells(row)[5], "done")


def added_row(*words):
    """Add a row to the table of actions."""

    def change(form):
        last = rows(form.table(IMPACT))[-1]
        row = copied(last)
        last.addnext(row)
        for cell, text in zip(cells(row), words, strict=False):
            write(cell, text)

    return change


def reworded(table, old, new):
    def change(form):
        cell = next(c for c in cells(rows(form.table(table))[0]) if text_of(c).startswith(old))
        write(cell, new)

    return change


def without_column(table, header):
    def change(form):
        place = next(
            n
            for n, c in enumerate(cells(rows(form.table(table))[0]))
            if text_of(c).startswith(header)
        )
        for row in rows(form.table(table)):
            row.remove(cells(row)[place])

    return change


def moved_columns(form):
    for row in rows(form.table(IMPACT)):
        row.append(cells(row)[2])


def without_header(form):
    table = form.table(IMPACT)
    table.remove(rows(table)[0])


def twice(form):
    table = form.table(IMPACT)
    table.addnext(copied(table))


def without_table(header):
    def change(form):
        table = form.table(header)
        table.getparent().remove(table)

    return change


def merged_row(form):
    """Merge Birch's row to say that there is nothing."""
    row = form.row(IMPACT, "Birch")
    _, *others = cells(row)
    for each in others[1:]:
        row.remove(each)
    properties_of = next(others[0].iter(f"{W}tcPr"))
    for span in properties_of.findall(f"{W}gridSpan"):
        properties_of.remove(span)
    properties_of.insert(1, xml(f'<w:gridSpan w:val="{len(others)}"/>'))
    write(others[0], "No further actions")


def tracked(kind):
    """Write an action as a tracked change."""

    def change(form):
        first = action(form).findall(f"{W}p")[-1]
        first.append(xml(f'<w:{kind} w:id="9" w:author="A Person" w:date="2026-05-05T10:00:00Z"/>'))
        first[-1].append(run(" and again zzqagain"))

    return change


def struck_out(form):
    cell = action(form)
    paragraph_ = next(p for p in cell.iter(f"{W}p") if text_of(p))
    gone = xml('<w:del w:id="8" w:author="A Person" w:date="2026-05-05T10:00:00Z"/>')
    gone.append(xml("<w:r><w:delText>Old words zzqold</w:delText></w:r>"))
    paragraph_.append(gone)


def comment(form):
    form.relate(
        "comments",
        "comments.xml",
        f'<w:comments xmlns:w="{W.strip("{}")}"><w:comment w:id="0" w:author="A Person">'
        "<w:p><w:r><w:t>Is that enough? zzqcomment</w:t></w:r></w:p></w:comment></w:comments>",
    )
    next(p for p in action(form).iter(f"{W}p") if text_of(p)).append(
        xml('<w:r><w:commentReference w:id="0"/></w:r>')
    )


def text_box(form):
    box = xml(
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><a:graphic><a:graphicData><wps:wsp><wps:txbx>'
        "<w:txbxContent><w:p><w:r><w:t>In a box zzqbox</w:t></w:r></w:p></w:txbxContent></wps:txbx></wps:wsp>"
        "</a:graphicData></a:graphic></w:drawing></mc:Choice></mc:AlternateContent></w:r>"
    )
    form.heading("Actions agreed today").append(box)


def nested(form):
    action(form).append(
        xml(
            "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Ring them zzqnested</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
        )
    )
    action(form).append(paragraph(""))


def unseen(look):
    def change(form):
        next(p for p in action(form).iter(f"{W}p") if text_of(p)).append(run(" zzqunseen", look))

    return change


def own_paragraph(form):
    form.heading("Actions agreed today").addnext(paragraph("We also said this zzqaside"))


def points_outside(form):
    form.relate("attachedTemplate", "http://127.0.0.1/x.dotm", external=True)


def foreign(form):
    form.relate("aFChunk", "x.html", "<html><body>zzqforeign</body></html>")
    number = len(form.parts) - 1
    form.heading("Actions agreed today").addnext(
        xml(
            f'<w:altChunk xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="r{number}x"/>'
        )
    )


def embedded(form):
    form.relate("oleObject", "embeddings/oleObject1.bin", b"\xd0\xcf\x11\xe0zzq")


def unlinked(form):
    form.parts["word/embeddings/oleObject1.bin"] = b"\xd0\xcf\x11\xe0zzq"


def properties(name, value):
    return lambda form: with_property(form, f"cinpack_{name}", value)


def held_in_june(form):
    choose(form.entry("Date"), "04/06/2026", "2026-06-04")


def own_title(form):
    """Write the file anew: the same words, other bytes."""
    form.parts["docProps/thumbnail.txt"] = b"zzq"


def own_document(form):
    """Leave nothing of the form but somebody's own notes of the same meeting."""
    without_properties(form)
    body = form.find("//w:body")[0]
    for each in list(body):
        if each.tag != f"{W}sectPr":
            body.remove(each)
    for words in ("Notes of our check-in", "North Dale", "As at 30 April 2026", "Ring them zzqown"):
        body.insert(0, paragraph(words))
    for name in form.parts:
        if name.startswith(("word/header", "word/footer")):
            form.parts[name] = re.sub(rb">[^<]*</w:t>", b"></w:t>", form.parts[name])


def saved(change=lambda _form: None):
    form = april()
    change(form)
    return form.saved()


def bomb():
    return rezipped(saved(), added=[("word/media/image1.png", bytes(79_000_000))])


def long_text():
    return rezipped(saved(), {BODY: lambda d: d.replace(b"zzqvisit", b"z" * 11_000_000)})


def with_dtd():
    return rezipped(
        saved(), {BODY: lambda d: b'<!DOCTYPE x [<!ENTITY e SYSTEM "../trap.txt">]>' + d}
    )


def with_macros():
    return rezipped(saved(), added=[("word/vbaProject.bin", b"zzq")])


FILES = [
    entry("renamed", "the minutes under another name", lambda a: (a.put("minutes/Doc3 final FINAL (2).docx", a.files[APRIL_PATH]), a.put(APRIL_PATH, None)), holds=(shown("visit", "ring"),)),
    entry("other-folder", "the minutes among the reviews", lambda a: (a.put("reviews/Minutes.docx", a.files[APRIL_PATH]), a.put(APRIL_PATH, None)), "accepted", ("document.folder",), "Minutes.docx", holds=(shown("visit"),)),
    entry("deep-folder", "the minutes in folders of their own", lambda a: (a.put("minutes/2026/North Dale/M.DOCX", a.files[APRIL_PATH]), a.put(APRIL_PATH, None)), holds=(shown("visit"),)),
    entry("twice-same", "the minutes twice, byte for byte", lambda a: a.put("minutes/Copy of minutes.docx", a.files[APRIL_PATH]), "accepted", ("file.twice",), APRIL_NAME, holds=(shown("visit"),)),
    entry("twice-other", "two different minutes of one check-in", lambda a: a.put("minutes/Minutes v2.docx", saved(acts("Ring the landlord zzqlandlord"))), "set aside", ("minutes.differ",), APRIL_NAME, times=2, aside=EVERYTHING, differs=BOTH, holds=(shown("ring"),)),
    entry("twice-partly", "minutes half filled in, beside the whole ones", lambda a: a.put("minutes/Draft.docx", saved(lambda f: write(f.cell("Open now", "Alder", "What will make"), ""))), "accepted", ("form.partial",), "Draft.docx", holds=(shown("visit"),)),
    entry("blank", "the minutes as they were sent out", lambda a: a.put("minutes/Blank.docx", blank(MINUTES, APRIL, (MARCH_PATH, march()))), "accepted", ("form.blank",), "Blank.docx", holds=(shown("visit"),)),
    entry("review-blank", "the review form as it was sent out", lambda a: a.put("reviews/Blank.docx", blank(REVIEW, APRIL)), "accepted", ("form.blank",), "Blank.docx"),
    entry("none", "no minutes came back", lambda a: (a.put(APRIL_PATH, None), a.put(MARCH_PATH, None)), differs=BOTH, holds=(not_in_papers(WORDS["ring"]),)),
    entry("march-missing", "the minutes that agreed the actions are gone", no_file(MARCH_PATH), "kept and said", ("minutes.reference_unknown",), f"{PREVIOUS}, Action", times=2, differs=BOTH, holds=(shown("visit"),)),
    entry("open", "somebody has the minutes open", file(f"minutes/~${APRIL_NAME[2:]}", bytes(162)), "accepted", ("file.open",), f"~${APRIL_NAME[2:]}"),
    refused("doc", "the minutes saved as an old Word document", ole({"WordDocument": b"zzq" * 2000}), "document.other_kind", "Minutes.doc"),
    refused("doc-as-docx", "an old Word document named .docx", ole({"WordDocument": b"zzq" * 2000}), "document.other_kind"),
    refused("pdf", "the minutes printed to PDF", b"%PDF-1.7\n", "document.other_kind", "Minutes.pdf"),
    refused("photo", "a photo of the minutes", b"\xff\xd8\xff\xe0" + bytes(100), "document.other_kind", "IMG_0001.jpg"),
    refused("rtf", "the minutes as rich text", b"{\\rtf1 zzq}", "document.other_kind", "Minutes.rtf"),
    refused("odt", "the minutes as an OpenDocument text", rezipped(b"PK\x05\x06" + bytes(18), added=[("mimetype", b"application/vnd.oasis.opendocument.text"), ("content.xml", b"<x/>")]), "document.other_kind", "Minutes.odt"),
    refused("mail", "the e-mail that the minutes came in", b"From: zzq\nSubject: minutes\n", "document.other_kind", "RE minutes.eml"),
    refused("empty", "minutes that were not downloaded yet", b"", "document.empty"),
    refused("cut", "half of the minutes", lambda: saved()[:9000], "document.damaged"),
    refused("xml", "minutes whose XML breaks off", lambda: rezipped(saved(), {BODY: lambda d: d[:-300]}), "document.damaged"),
    refused("no-body", "a Word file without a body", rezipped(b"PK\x05\x06" + bytes(18), added=[("[Content_Types].xml", b"<Types/>"), ("word/styles.xml", b"<x/>")]), "document.other_kind"),
    refused("password", "minutes behind a password", ole({"EncryptedPackage": b"zzq" * 2000, "EncryptionInfo": b"zzq" * 2000}), "document.protected"),
    refused("docm", "minutes with macros", with_macros, "document.macros", "Minutes.docm"),
    refused("macros", "minutes with macros, named .docx", with_macros, "document.macros"),
    refused("dtd", "a document type in the minutes", with_dtd, "document.unsafe"),
    refused("bomb", "a picture that unpacks to far more than it should", bomb, "document.unsafe"),
    refused("bomb-text", "one text of eleven megabytes", long_text, "document.unsafe"),
    refused("book", "a workbook among the minutes", lambda: rezipped(b"PK\x05\x06" + bytes(18), added=[("xl/workbook.xml", b"<x/>")]), "document.other_kind", "Minutes.xlsx"),
    refused("other-document", "a Word document of somebody's own", lambda: saved(own_document), "document.not_ours"),
    refused("version", "a form of a version yet to come", lambda: saved(properties("version", "99")), "document.version"),
    refused("locality", "a form of a locality that config does not know", lambda: saved(properties("locality", "West Fen")), "document.locality"),
    refused("other-pack", "a paper of ours that is not read back", lambda: saved(properties("pack", "data_quality")), "document.not_read_back"),
    entry("of-no-day", "a form that does not say for which day it was made", edited(properties("period", "soon")), "kept and said", ("document.known_by_title",), APRIL_NAME, holds=(shown("visit", "ring"),)),
    entry("later", "minutes of a meeting after the as-at date", edited(properties("period", "2026-06-26")), "accepted", ("form.later",), APRIL_NAME, differs=BOTH, holds=(shown("ring"),)),
    entry("held-later", "minutes, come back already, of a check-in held after the extract was made", edited(held_in_june), "kept and said", ("form.date_before",), f"{AGREED}, By When", differs=ALDER, holds=(shown("visit", "ring"),)),
    entry("held-later-back", "the same, where a run looks back from a newer extract", lambda a: (edited(held_in_june)(a), a.put("extracts/CIN plans 30.06.2026.csv", a.plans.text)), "accepted", ("form.held_later", "extract.not_read"), APRIL_NAME, words=("--as-at", "2026-05-29"), differs=EVERYTHING, holds=(shown("ring"),)),
    entry("twice-saved", "the minutes twice, saved anew", lambda a: a.put("minutes/Copy of minutes.docx", saved(own_title)), "accepted", ("form.twice",), APRIL_NAME, holds=(shown("visit"),)),
]  # fmt: skip

SHAPE = [
    minutes("columns-moved", "columns in another order", moved_columns),
    minutes("header-reworded", "a header in other words", reworded(IMPACT, IMPACT, "Agreed actions")),
    minutes("header-case", "headers in capitals", reworded(IMPACT, "By When", "BY WHEN ?")),
    minutes("row-added", "a row added for a team", added_row("Alder", "", "Ring the landlord zzqlandlord", "19/05/2026", ""), differs=ALDER, holds=(in_papers("zzqlandlord"), shown("visit"))),
    minutes("row-below", "a row without a team, below a team's", added_row("", "", "Ring the landlord zzqlandlord", "", ""), differs=BIRCH, holds=(in_papers("zzqlandlord"),)),
    minutes("merged", "a row merged to say that there is nothing", merged_row, "accepted", ("minutes.no_action",), f"{APRIL_NAME}, row 2, Actions agreed today, {IMPACT}"),
    kept("column-gone", "a column deleted", without_column(IMPACT, "Other notes"), "document.columns_gone"),
    kept("header-gone", "the header row deleted", without_header, "document.headers_gone"),
    kept("table-twice", "a table pasted twice", twice, "document.table_repeated", "minutes.action_again"),
    kept("table-gone", "a table deleted", without_table("Barrier or opportunity"), "document.parts_gone"),
    noted("flattened", "an editor that makes plain text of all controls", lambda f: flatten(f.body), "document.controls_gone"),
    kept("nameless", "an editor that drops the properties", without_properties, "document.known_by_title", "document.unmarked"),
    noted("unmarked", "a form without its marks", lambda f: without_properties(f, "cinpack_printed", "cinpack_beside"), "document.unmarked"),
    noted("tracked", "an action written as a tracked change", tracked("ins"), "form.tracked", holds=(in_papers("zzqagain"),)),
    noted("moved", "words moved as a tracked change", tracked("moveTo"), "form.tracked", holds=(in_papers("zzqagain"),)),
    noted("struck", "words struck out as a tracked change", struck_out, "form.tracked", holds=(not_in_papers("zzqold"), shown("visit"))),
    noted("comment", "a comment in the margin", comment, "document.comments", "form.asides", holds=(in_papers("zzqcomment"),)),
    kept("text-box", "words in a text box", text_box, "document.text_boxes", "form.asides", holds=(in_papers("zzqbox"),)),
    minutes("nested", "a table inside a cell", nested, differs=ALDER, holds=(in_papers("zzqnested"),)),
    kept("hidden", "hidden words in a cell", unseen("<w:vanish/>"), "document.hidden", "form.asides"),
    kept("white", "white words on white", unseen('<w:color w:val="FFFFFF"/>'), "document.hidden", "form.asides"),
    noted("own-paragraph", "a paragraph of one's own between the tables", own_paragraph, "form.asides", holds=(in_papers("zzqaside"),)),
    kept("template", "a template that is fetched from elsewhere", points_outside, "document.remote"),
    kept("embedded", "another file embedded in the form", embedded, "document.embedded"),
    kept("embedded-unlinked", "another file within the form, to which nothing leads", unlinked, "document.embedded"),
    kept("foreign", "a page in a foreign format pasted in", foreign, "document.foreign"),
]  # fmt: skip

WRITTEN = [
    minutes("due-words", "a date in words", due("end of November"), "accepted", ("form.date_in_words",), f"{AGREED}, By When", differs=ALDER, holds=(in_papers("end of November"),)),
    minutes("due-no-year", "a date without a year", due("12 June"), "accepted", ("form.date_no_year",), f"{AGREED}, By When", differs=ALDER),
    minutes("due-past", "a date before the meeting", due("12/01/2026"), "kept and said", ("form.date_before",), f"{AGREED}, By When"),
    minutes("due-far", "a date years ahead", due("12/05/2062"), "kept and said", ("form.date_far",), f"{AGREED}, By When", differs=ALDER),
    minutes("dues-differ", "three actions and two dates", acts("Ring zzqone\nVisit zzqtwo\nWrite zzqthree", "12/05/2026\n19/05/2026"), "kept and said", ("minutes.dates_differ",), f"{AGREED}, By When", differs=ALDER, holds=(in_papers("zzqone", "zzqtwo", "zzqthree"),)),
    minutes("lines", "three actions, one a line, each with its date", acts("Ring zzqone\nVisit zzqtwo\nWrite zzqthree", "12/05/2026\n19/05/2026\n26/05/2026"), differs=ALDER, holds=(in_papers("zzqone", "zzqtwo", "zzqthree"),)),
    minutes("action-none", "none for an action", acts("None", ""), "accepted", ("minutes.no_action",), f"{AGREED}, {IMPACT}", differs=ALDER, holds=(shown("ring"),)),
    minutes("na", "n/a in a field", lambda f: type_in(f.cell("Going well", "Birch", "Going well"), "n/a"), "accepted", ("form.says_nothing",), APRIL_NAME),
    minutes("team-unknown", "a row for a team that config does not know", added_row("Zzqteam", "", "Ring the landlord zzqlandlord", "", ""), "kept and said", ("minutes.team_unknown",), f"{APRIL_NAME}, row 3, Actions agreed today, {IMPACT}", differs=ALDER, holds=(in_papers("zzqlandlord"),)),
    minutes("again", "the same action twice", added_row("Alder", "", WORDS["visit"], "", ""), "accepted", ("minutes.action_again",), f"{APRIL_NAME}, row 3, Actions agreed today, {IMPACT}"),
    minutes("undated", "no date of the meeting", lambda f: write(f.entry("Date"), ""), "repaired", ("minutes.undated",), APRIL_NAME, differs=ALDER),
    minutes("dated-words", "a date of the meeting that is none", lambda f: write(f.entry("Date"), "Tuesday"), "repaired", ("minutes.undated",), f"{APRIL_NAME}, Date", differs=ALDER),
    minutes("expectation-words", "words where a number is expected", lambda f: write(f.cell("Open now", "Alder", "We expect"), "about three"), differs=ALDER),
    minutes("outcome-typed", "an outcome typed in other words", in_row(WALK, "Outcome", "Done!"), differs=ALDER),
    minutes("outcome-words", "an outcome in other words than the list's", in_row(WALK, "Outcome", "Completed"), "accepted", ("minutes.outcome_read",), f"{PREVIOUS}, Outcome", differs=ALDER),
    minutes("outcome-unclear", "an outcome that is none of the list", in_row(WALK, "Outcome", "see notes"), "kept and said", ("minutes.outcome_unclear",), f"{PREVIOUS}, Outcome", holds=(shown("walk"),)),
    minutes("figure-unclear", "a figure that is none of the list", in_row(WALK, "Figure", "morale"), "accepted", ("minutes.figure_unclear",), f"{PREVIOUS}, Figure it was to move"),
    minutes("due-changed", "another date for an earlier action", in_row(WALK, "By when", "30/06/2026"), "accepted", ("minutes.due_changed",), f"{PREVIOUS}, By when", differs=ALDER),
    minutes("action-changed", "other words for an earlier action", in_row(WALK, "Action", "Walk all plans zzqall"), "accepted", ("minutes.action_changed",), f"{PREVIOUS}, Action", holds=(in_papers("zzqall"),)),
    minutes("team-changed", "another team for an earlier action", in_row(WALK, "Team", "Birch"), "accepted", ("minutes.team_changed",), f"{PREVIOUS}, Team", differs=BOTH),
    minutes("reference-gone", "an earlier action whose reference was deleted", in_row(WALK, "Ref", ""), "accepted", ("minutes.found_by_words",), f"{PREVIOUS}, Action"),
    minutes("reference-wrong", "a reference of no action, and words of none", lambda f: (in_row(RING, "Action", "Something new zzqnew")(f), in_row(RING, "Ref", "2Apr26-9")(f)), "kept and said", ("minutes.reference_unknown",), f"{PREVIOUS.replace('row 1', 'row 2')}, Action", differs=BOTH, holds=(in_papers("zzqnew"),)),
    minutes("outcomes-differ", "one earlier action on two rows with two outcomes", on_two_rows, "kept and said", ("minutes.outcomes_differ",), f"{PREVIOUS.replace('row 1', 'row 2')}, Outcome", differs=BOTH),
    minutes("long", "thirty thousand letters in a field", acts("zzqlong " * 4000), "repaired", ("form.cut",), f"{AGREED}, {IMPACT}", holds=(in_papers("zzqlong"),)),
    minutes("much", "a thousand actions in one cell", acts("\n".join(f"Ring number {n} zzqnumber" for n in range(1000)), ""), "set aside", ("form.too_much",), APRIL_NAME, differs=ALDER, aside=EVERYTHING, holds=(in_papers("Ring number 199 zzqnumber"),)),
    minutes("script", "a script for an action", acts("&lt;script&gt;alert(1)&lt;/script&gt; zzqscript"), holds=(in_papers("<script>alert(1)</script> zzqscript"),)),
    minutes("formula", "a formula for an action", acts("=cmd|'/c calc'!A0 zzqformula", "=1+1"), "accepted", ("form.date_in_words",), f"{AGREED}, By When", differs=ALDER, holds=(in_papers("zzqformula"),)),
    minutes("braces", "braces for an action", acts("{{7*7}} {% raw %} zzqbraces"), holds=(in_papers("{{7*7}} {% raw %} zzqbraces"),)),
    minutes("bidi", "a character that turns the writing round", acts("Ring \u202ethem zzqbidi"), "repaired", ("cell.cleaned",), f"{AGREED}, {IMPACT}", holds=(in_papers("zzqbidi"),)),
    minutes("arabic", "an action in another writing", acts("اتصل بالمدرسة zzqarabic"), holds=(in_papers("اتصل بالمدرسة zzqarabic"),)),
    minutes("child", "a child's name in an action", acts("Ring Zzqchild's school"), holds=(in_papers("Zzqchild"),)),
]  # fmt: skip


def score(team, criterion, words):
    return lambda form: write(form.cell("Name of team", criterion, team), words)


def observed(team, words):
    return lambda form: write(form.cell("Name of team", "Observation date", team), words)


def team_header(old, new):
    def change(form):
        for table in form.find("//w:tbl"):
            first = cells(rows(table)[0])
            if text_of(first[0]) == "Name of team":
                write(next(c for c in first if text_of(c) == old), new)

    return change


REVIEWS = [
    reviews("score-typed", "a score typed over its list", score("Alder", "1.", "4")),
    reviews("score-words", "a score in words", score("Alder", "1.", "often"), "kept and said", ("score.not_whole",), SCORED, differs=ALDER),
    reviews("score-six", "a score above the scale", score("Alder", "1.", "6"), "kept and said", ("score.not_whole",), SCORED, differs=ALDER),
    reviews("score-prompt", "the prompt left where a score should be", score("Alder", "1.", "…"), differs=ALDER),
    reviews("score-old-prompt", "the prompt of an older form where a score should be", score("Alder", "1.", "1 to 5"), differs=ALDER),
    reviews("no-observation", "scores without a date of observation", observed("Alder", ""), "accepted", ("review.dated_by_form",), SCORED),
    reviews("review-undated", "no date anywhere", lambda f: (write(f.entry("Date"), ""), observed("Alder", "")(f)), "set aside", ("review.undated", "review.form_undated"), SCORED, differs=ALDER, aside=EVERYTHING),
    reviews("date-bad", "a date of the review that is none", lambda f: write(f.entry("Date"), "last week"), "accepted", ("review.form_undated",), f"{REVIEW_NAME}, Date"),
    reviews("to-come", "an observation after the as-at date", observed("Alder", "05/06/2026"), "accepted", ("review.to_come",), SCORED, differs=ALDER),
    reviews("review-team-unknown", "a column for a team that config does not know", team_header("Birch", "Zzqteam"), "set aside", ("review.team_unknown", "form.asides"), SCORED, differs=BIRCH, aside=EVERYTHING),
    reviews("team-other", "a column for a team of another locality", team_header("Birch", "Cedar"), "accepted", ("review.other_team",), SCORED, differs=("Birch", "Cedar")),
    reviews("review-locality", "another locality written over the form's own", lambda f: write(f.entry("Locality"), "South Vale"), "kept and said", ("review.locality_differs",), f"{REVIEW_NAME}, Locality"),
    reviews("short-date", "a date that the calendar abbreviates", lambda f: choose(f.cell("Name of team", "Observation date", "Alder"), "6 May", "2026-05-06"), "accepted", ("form.date_short",), f"{REVIEW_NAME}, row 1, Scores"),
    reviews("review-flattened", "an editor that makes plain text of all controls", lambda f: flatten(f.body), "accepted", ("document.controls_gone",), REVIEW_NAME),
    reviews("score-twice", "the same scores in the table, too", lambda _: None, "accepted"),
    reviews("answer-outside", "an answer below its question's box", lambda f: f.heading("Next review").addprevious(paragraph("We will do more zzqbelow")), "accepted", ("form.asides",), REVIEW_NAME, holds=(in_papers("zzqbelow"),)),
]  # fmt: skip

ENTRIES = [*FILES, *SHAPE, *WRITTEN, *REVIEWS]
