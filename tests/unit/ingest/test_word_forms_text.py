"""Text in every corner of a Word file: what is seen, what was struck out, what nobody sees."""

import pytest
from word_forms import (
    MINUTES,
    Document,
    W,
    blank,
    cells,
    choose,
    paragraph,
    read,
    rows,
    run,
    text_of,
    texts,
    type_in,
    xml,
)

IMPACT = "Actions to achieve desired impact"
BOX = (
    "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:wsp><wps:txbx>"
    "<w:txbxContent><w:p><w:r><w:t>In a box</w:t></w:r></w:p></w:txbxContent></wps:txbx></wps:wsp>"
    "</w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>"
    "<w:p><w:r><w:t>{older}</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict>"
    "</mc:Fallback></mc:AlternateContent></w:r>"
)

OLD_FIELD = "<w:fldChar w:fldCharType='begin'><w:ffData>{}</w:ffData></w:fldChar>"
OLD_LIST = (
    "<w:ddList><w:result w:val='1'/><w:listEntry w:val='no'/><w:listEntry w:val='yes'/></w:ddList>"
)


def answered(inside):
    """Return the form with XML in the cell for Alder's actions."""
    form = Document(blank())
    next(form.cell(IMPACT, "Alder", IMPACT).iter(f"{W}p")).append(xml(inside))
    return form


@pytest.mark.parametrize(
    "inside",
    [
        "<w:ins w:author='A'><w:r><w:t>Visit them</w:t></w:r></w:ins>",
        "<w:moveTo w:author='A'><w:r><w:t>Visit them</w:t></w:r></w:moveTo>",
        "<w:sdt><w:sdtPr/><w:sdtContent><w:r><w:t>Visit them</w:t></w:r></w:sdtContent></w:sdt>",
        "<w:smartTag><w:r><w:t>Visit them</w:t></w:r></w:smartTag>",
        "<w:customXml><w:r><w:t>Visit them</w:t></w:r></w:customXml>",
        "<w:hyperlink><w:r><w:t>Visit them</w:t></w:r></w:hyperlink>",
        "<w:fldSimple w:instr=' FORMTEXT '><w:r><w:t>Visit them</w:t></w:r></w:fldSimple>",
        "<w:bdo w:val='ltr'><w:r><w:t>Visit them</w:t></w:r></w:bdo>",
        "<w:unheardOf><w:alsoNot><w:r><w:t>Visit them</w:t></w:r></w:alsoNot></w:unheardOf>",
        "<w:r><w:t>Vis</w:t><w:softHyphen/><w:t>it<!-- a remark --> them</w:t></w:r>",
        "<m:oMath><m:r><m:t>Visit them</m:t></m:r></m:oMath>",
        "<w:ruby><w:rubyBase><w:r><w:t>Visit them</w:t></w:r></w:rubyBase></w:ruby>",
    ],
)
def test_text_counts_whatever_stands_around_it(inside):
    raw, _ = read(answered(inside).saved())
    assert texts(raw, "actions") == ["Visit them"]
    assert raw.asides == ()


@pytest.mark.parametrize(
    "inside",
    [
        "<w:del w:author='A'><w:r><w:delText>Cancelled</w:delText></w:r></w:del>",
        "<w:moveFrom w:author='A'><w:r><w:t>Cancelled</w:t></w:r></w:moveFrom>",
        "<w:ins><w:del><w:r><w:delText>Cancelled</w:delText></w:r></w:del></w:ins>",
    ],
)
def test_what_is_struck_out_is_no_answer_and_is_counted(inside):
    raw, _ = read(answered(inside).saved())
    assert texts(raw, "actions") == []
    assert raw.asides == ()
    assert raw.tracked
    assert raw.characters.deleted == len("Cancelled")


def test_a_deleted_row_is_no_answer_though_its_text_is_not_struck_out():
    form = Document(blank())
    type_in(form.cell(IMPACT, "Alder", IMPACT), "Cancelled")
    row = form.row(IMPACT, "Alder")
    row.find(f"{W}trPr").append(xml("<w:del w:author='A'/>"))
    raw, _ = read(form.saved())
    assert texts(raw, "actions") == []
    assert raw.tracked
    assert raw.characters.deleted == len("".join(text_of(row).split()))


def test_an_inserted_row_is_an_answer_and_tracked():
    form = Document(blank())
    type_in(form.cell(IMPACT, "Alder", IMPACT), "Visit them")
    form.row(IMPACT, "Alder").find(f"{W}trPr").append(xml("<w:ins w:author='A'/>"))
    raw, _ = read(form.saved())
    assert texts(raw, "actions") == ["Visit them"]
    assert raw.tracked


def test_a_line_whose_end_was_deleted_goes_on_in_the_next():
    form = Document(blank())
    cell = form.cell(IMPACT, "Alder", IMPACT)
    type_in(cell, "Visit\n them")
    first = next(cell.iter(f"{W}p"))
    first.find(f"{W}pPr").append(xml("<w:rPr><w:del w:author='A'/></w:rPr>"))
    raw, _ = read(form.saved())
    assert texts(raw, "actions") == ["Visit them"]
    assert raw.tracked


def test_a_repeating_row_is_read_as_any_other():
    form = Document(blank())
    type_in(form.cell(IMPACT, "Alder", IMPACT), "Visit them")
    row = form.row(IMPACT, "Alder")
    control = xml("<w:sdt><w:sdtPr/><w:sdtContent/></w:sdt>")
    row.addprevious(control)
    control[1].append(row)
    cell = cells(row)[3]
    type_in(cell, "12/06/2026")
    around = xml("<w:sdt><w:sdtPr/><w:sdtContent/></w:sdt>")
    cell.addprevious(around)
    around[1].append(cell)
    raw, _ = read(form.saved())
    assert texts(raw, "actions", row="Alder") == ["Visit them", "12/06/2026"]


@pytest.mark.parametrize(
    ("look", "hidden"),
    [
        ("<w:vanish/>", True),
        ("<w:vanish w:val='0'/>", False),
        ("<w:color w:val='FFFFFF'/>", True),
        ("<w:color w:val='ffffff'/><w:shd w:val='clear' w:fill='102030'/>", False),
        ("<w:color w:val='FFFFFF'/><w:highlight w:val='blue'/>", False),
        ("<w:rStyle w:val='Unseen'/>", True),
        ("<w:rStyle w:val='Unseen'/><w:vanish w:val='false'/>", False),
    ],
)
def test_what_nobody_sees_is_no_answer_and_is_kept_as_such(look, hidden):
    form = Document(blank())
    styles = (
        b'<w:style w:type="character" w:styleId="Base"><w:rPr><w:vanish/></w:rPr></w:style>'
        b'<w:style w:type="character" w:styleId="Unseen"><w:basedOn w:val="Base"/></w:style>'
    )
    name = "word/styles.xml"
    form.parts[name] = form.parts[name].replace(b"</w:styles>", styles + b"</w:styles>")
    form.cell(IMPACT, "Alder", IMPACT).append(paragraph("Not for all", look))
    raw, said = read(form.saved())
    assert texts(raw, "actions") == ([] if hidden else ["\nNot for all"])
    assert [(a.text, a.where) for a in raw.asides] == (
        [("Not for all", "hidden")] if hidden else []
    )
    assert said == (["document.hidden"] if hidden else [])


def test_a_hidden_row_is_hidden_text():
    form = Document(blank())
    type_in(form.cell(IMPACT, "Alder", IMPACT), "Secret")
    form.row(IMPACT, "Alder").find(f"{W}trPr").append(xml("<w:hidden/>"))
    raw, _ = read(form.saved())
    assert texts(raw, "actions") == []
    assert "Secret" in [aside.text for aside in raw.asides if aside.where == "hidden"]


@pytest.mark.parametrize("older", ["In a box", "In the older drawing"])
def test_a_text_box_is_read_once_unless_its_older_drawing_says_something_else(older):
    form = Document(blank())
    form.heading("The data").append(xml(BOX.format(older=older)))
    raw, said = read(form.saved())
    assert [(a.text, a.where) for a in raw.asides] == [
        (text, "text box") for text in dict.fromkeys(["In a box", older])
    ]
    assert said == ["document.text_boxes"]


def test_a_text_box_in_an_entry_is_no_answer():
    raw, _ = read(answered(BOX.format(older="In a box")).saved())
    assert texts(raw, "actions") == []
    assert [(a.text, a.near) for a in raw.asides] == [("In a box", "Actions agreed today")]


def test_decorated_letters_and_drawings_are_text_boxes():
    form = Document(blank())
    form.heading("The data").append(
        xml("<w:r><w:pict><v:shape><v:textpath string='DRAFT'/></v:shape></w:pict></w:r>")
    )
    shape = "<w:r><w:drawing><a:p><a:r><a:t>In a </a:t></a:r><a:r><a:t>shape</a:t></a:r></a:p></w:drawing></w:r>"
    form.heading("The data").append(xml(shape))
    raw, _ = read(form.saved())
    assert [(a.text, a.where) for a in raw.asides] == [
        ("DRAFT", "text box"),
        ("In a shape", "text box"),
    ]


def test_comments_are_kept_with_the_heading_above():
    form = Document(blank())
    form.relate(
        "comments",
        "comments.xml",
        f'<w:comments xmlns:w="{W[1:-1]}"><w:comment w:id="4" w:author="A Person"><w:p><w:r>'
        "<w:t>Is that all?</w:t></w:r></w:p><w:p><w:r><w:t>Score 4</w:t></w:r></w:p></w:comment>"
        "</w:comments>",
    )
    form.heading("Actions agreed today").append(xml("<w:r><w:commentReference w:id='4'/></w:r>"))
    raw, said = read(form.saved())
    assert [(a.text, a.where, a.near) for a in raw.asides] == [
        ("Is that all?\nScore 4", "comment", "Actions agreed today")
    ]
    assert said == ["document.comments"]


@pytest.mark.parametrize("kind", ["footnote", "endnote"])
def test_notes_are_kept(kind):
    form = Document(blank())
    form.relate(
        f"{kind}s",
        f"{kind}s.xml",
        f'<w:{kind}s xmlns:w="{W[1:-1]}"><w:{kind} w:id="1"><w:p><w:r><w:t>See page 2</w:t></w:r>'
        f"</w:p></w:{kind}></w:{kind}s>",
    )
    form.heading("The data").append(xml(f"<w:r><w:{kind}Reference w:id='1'/></w:r>"))
    raw, _ = read(form.saved())
    assert [(a.text, a.where, a.near) for a in raw.asides] == [("See page 2", "note", "The data")]


def test_what_is_written_in_header_and_footer_is_kept():
    form = Document(blank())
    for name in ("word/header1.xml", "word/footer1.xml"):
        more = b"<w:p><w:r><w:t>Chair: ring me</w:t></w:r></w:p></w:"
        form.parts[name] = (
            form.parts[name].replace(b"</w:", more, 1)
            if False
            else more.join(form.parts[name].rsplit(b"</w:", 1))
        )
    raw, _ = read(form.saved())
    assert [(a.text, a.where) for a in raw.asides] == [("Chair: ring me", "header")] * 2


def test_page_numbers_of_another_length_are_still_printed():
    form = Document(blank())
    name = "word/footer1.xml"
    form.parts[name] = form.parts[name].replace(b">1</w:t>", b">27</w:t>")
    raw, _ = read(form.saved())
    assert raw.asides == ()


def test_a_field_that_someone_left_open_swallows_nothing():
    form = answered(
        "<w:r><w:fldChar w:fldCharType='begin'/><w:instrText> PAGE </w:instrText></w:r>"
    )
    cell = form.cell(IMPACT, "Alder", IMPACT)
    next(cell.iter(f"{W}p")).append(xml("<w:r><w:fldChar w:fldCharType='separate'/></w:r>"))
    cell.append(paragraph("Visit them"))
    raw, _ = read(form.saved())
    assert texts(raw, "actions") == ["\nVisit them"]


@pytest.mark.parametrize(
    ("inside", "shown"),
    [
        ("<w:sym w:font='Wingdings' w:char='F0FE'/>", (True, "")),
        ("<w:sym w:font='Wingdings' w:char='F0A8'/>", (False, "")),
        ("<w:sym w:font='Wingdings 2' w:char='F052'/>", (True, "")),
        ("<w:rPr><w:rFonts w:ascii='Wingdings'/></w:rPr><w:t>\u00fe</w:t>", (True, "")),
        ("<w:sym w:font='Symbol' w:char='F0B7'/>", (None, "•")),
        ("<w:sym w:font='Arial' w:char='20AC'/>", (None, "€")),
        ("<w:sym w:font='Arial' w:char='nonsense'/>", (None, "•")),
        (OLD_FIELD.format("<w:checkBox><w:checked/></w:checkBox>"), (True, "")),
        (OLD_FIELD.format("<w:checkBox><w:default w:val='0'/></w:checkBox>"), (False, "")),
        (OLD_FIELD.format(OLD_LIST), (None, "yes")),
    ],
)
def test_signs_and_old_form_fields_are_read(inside, shown):
    form = answered(f"<w:r>{inside}</w:r>")
    raw, _ = read(form.saved())
    ((_, answer),) = [(a.column, a) for a in raw.part("actions")]
    assert (answer.ticked, answer.text) == shown


def test_two_boxes_in_one_cell_are_two_answers():
    box = "<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val='1'/></w14:checkbox></w:sdtPr><w:sdtContent><w:r><w:t>☒</w:t></w:r></w:sdtContent></w:sdt>"
    form = answered(box)
    target = next(form.cell(IMPACT, "Alder", IMPACT).iter(f"{W}p"))
    for each in (run(" Yes "), xml(box), run(" No")):
        target.append(each)
    raw, _ = read(form.saved())
    assert [(a.ticked, a.text) for a in raw.part("actions")] == [
        (True, " Yes".strip()),
        (True, "No"),
    ]


def test_a_box_emptied_of_its_sign_still_tells():
    form = Document(blank())
    cell = form.cell("Team manager", "Alder", "Team manager")
    control = next(cell.iter(f"{W}sdt"))
    control.find(f"{W}sdtContent").clear()
    raw, _ = read(form.saved())
    found = next(a for a in raw.part("attendees") if a.column == "manager")
    assert (found.text, found.ticked) == ("Jo Invented", False)


def test_paragraphs_written_one_after_another_are_one_aside_under_their_heading():
    form = Document(blank())
    heading = form.heading("The data")
    for words in ("Second line", "", "First line"):
        heading.addnext(paragraph(words))
    raw, _ = read(form.saved())
    assert [(a.text, a.where, a.near) for a in raw.asides] == [
        ("First line\nSecond line", "paragraph", "The data")
    ]


def test_printed_words_that_someone_went_on_are_kept_whole():
    form = Document(blank())
    form.heading("The data").append(run(" and more"))
    raw, _ = read(form.saved())
    assert [aside.text for aside in raw.asides] == ["The data and more"]


def test_text_where_none_may_stand_is_kept_all_the_same():
    form = Document(blank())
    form.body[0].insert(0, run("Loose in the body"))
    form.table(IMPACT).insert(2, paragraph("Between the rows"))
    rows(form.table(IMPACT))[1].insert(1, paragraph("Between the cells"))
    raw, _ = read(form.saved())
    words = " ".join([*(a.text for a in raw.asides), *(a.text for a in raw.answers)])
    for each in ("Loose in the body", "Between the rows", "Between the cells"):
        assert each in words


def test_embedded_and_foreign_parts_and_links_elsewhere_are_said_and_not_followed():
    form = Document(blank())
    form.relate("oleObject", "embeddings/a.bin", b"something")
    form.relate("aFChunk", "chunk.html", "<html>words</html>")
    form.relate("image", "http://example.invalid/a.png", external=True)
    form.parts["word/_rels/settings.xml.rels"] = (
        b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        b'<Relationship Id="r1" TargetMode="External" Target="http://example.invalid/t.dotm" Type='
        b'"http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"/>'
        b"</Relationships>"
    )
    _, said = read(form.saved())
    assert said == ["document.embedded", "document.foreign", "document.remote"]


def test_a_smartart_drawings_words_are_kept():
    form = Document(blank())
    form.relate(
        "diagramData",
        "diagrams/data1.xml",
        '<d:dataModel xmlns:d="urn:d" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
        "<a:p><a:r><a:t>Step one</a:t></a:r></a:p><a:p><a:r><a:t>Step two</a:t></a:r></a:p></d:dataModel>",
    )
    raw, _ = read(form.saved())
    assert [(a.text, a.where) for a in raw.asides] == [("Step one\nStep two", "text box")]


def test_a_document_saved_as_strict_open_xml_reads_the_same():
    form = Document(blank(MINUTES))
    choose(form.cell("Ref", "ND-1", "Outcome"), "done")
    ordinary, _ = read(form.saved())
    strict = Document(form.saved())
    for name, content in strict.parts.items():
        if name.endswith((".xml", ".rels")):
            strict.parts[name] = content.replace(
                b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
                b"http://purl.oclc.org/ooxml/wordprocessingml/main",
            ).replace(
                b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
                b"http://purl.oclc.org/ooxml/officeDocument/relationships",
            )
    from lxml import etree

    strict.body = etree.fromstring(strict.parts["word/document.xml"])
    raw, _ = read(strict.saved())
    assert raw == ordinary
