"""The CIN census: each plan a row, by its line; what is amiss is named, hostile XML refused."""

from datetime import date

import pytest
from builders import said
from national import census, child, element

from pipeline.errors import NothingToPublish

HEAD = '<?xml version="1.0"?>\n'
DETAILS = element("CollectionDetails", {"Collection": "CIN", "Year": "2026"})


def put(inputs, content, name="census.xml"):
    inputs.put(f"extracts/{name}", content)


def rows(read):
    (table,) = read().of_kind("case_extract")
    return table.rows


def refused(inputs, read, content):
    put(inputs, content)
    with pytest.raises(NothingToPublish) as caught:
        read()
    return str(caught.value)


def test_each_plan_is_a_row_with_what_the_census_tells_of_it(inputs, read):
    put(inputs, census(child("X0001", ("2026-01-05", "2026-03-01"), ReasonForClosure="RC7")))
    ingested = read()
    (table,) = ingested.of_kind("case_extract")
    assert table.rows.iloc[0].dropna().to_dict() == {
        "child_id": "X0001",
        "plan_start": "2026-01-05",
        "plan_end": "2026-03-01",
        "end_reason": "RC7",
        "episode_start": "2025-12-01",
        "date_of_birth": "2017-04-03",
        "disability": "HAND, HEAR",
        "primary_need": "N1",
    }
    assert (table.format, ingested.extract_format) == ("cin_census", "cin_census")
    assert "team" not in table.headers
    assert table.headers["plan_start"] == "CINPlanStartDate"


def test_the_reference_date_is_the_extracts_date(inputs, read):
    put(inputs, census())
    ingested = read()
    assert (ingested.as_at, ingested.extract_date) == (date(2026, 3, 31), date(2026, 3, 31))


def test_a_row_is_numbered_by_the_line_on_which_its_plan_begins(inputs, read):
    content = census(child("X0001", ("2026-01-05",)), child("X0002", ("2026-02-05",)))
    put(inputs, content)
    lines = [n for n, line in enumerate(content.split(b"\n"), 1) if line == b"<CINPlanDates>"]
    assert rows(read).index.tolist() == lines


def test_plans_on_one_line_are_numbered_in_order_and_this_is_said(inputs, read):
    two = census(child("X0001", ("2025-01-05", "2025-02-05"), ("2026-01-05",)))
    put(inputs, two.replace(b"\n", b""))
    ingested = read()
    (table,) = ingested.of_kind("case_extract")
    assert table.rows.index.tolist() == [1, 2]
    assert said(ingested, "census.numbered")


def test_elements_are_known_by_name_whatever_their_order(inputs, read):
    one = child("X0001", ("2026-01-05",), ReasonForClosure="RC7")
    turned = {name: one[name] for name in reversed(one)}
    turned["CINdetails"] = [{n: turned["CINdetails"][0][n] for n in reversed(one["CINdetails"][0])}]
    put(inputs, census(turned))
    found = rows(read).iloc[0]
    assert (found["child_id"], found["end_reason"]) == ("X0001", "RC7")


def test_every_episode_and_plan_of_a_child_is_read_with_its_own_episodes_facts(inputs, read):
    one = child("X0001", ("2024-01-05", "2024-05-01"), ReasonForClosure="RC1")
    second = child("X0001", ("2025-06-01", "2025-07-01"), ("2026-01-05",))["CINdetails"]
    one["CINdetails"] += second
    put(inputs, census(one))
    found = rows(read)
    assert found["end_reason"].tolist() == ["RC1", None, None]
    assert found["plan_start"].tolist() == ["2024-01-05", "2025-06-01", "2026-01-05"]


@pytest.mark.parametrize("blank", ["<CINPlanEndDate/>", '<CINPlanEndDate xsi:nil="true"/>', ""])
def test_an_empty_or_nil_element_is_blank(inputs, read, blank):
    content = census(child("X0001", ("2026-01-05", "END"))).decode()
    content = content.replace("<CINPlanEndDate>END</CINPlanEndDate>", blank)
    content = content.replace("<Message>", '<Message xmlns:xsi="http://example.invalid/xsi">')
    put(inputs, content)
    assert rows(read)["plan_end"].tolist() == [None]


def test_the_expected_date_of_birth_stands_in_for_the_unborn(inputs, read):
    one = child("X0001", ("2026-01-05",))
    one["ChildIdentifiers"] = {"LAchildID": "X0001", "ExpectedPersonBirthDate": "2026-08-01"}
    put(inputs, census(one))
    assert rows(read)["date_of_birth"].tolist() == ["2026-08-01"]


def test_unknown_codes_and_elements_are_kept_or_gone_through(inputs, read):
    one = child(
        "X0001", ("2026-01-05",), PrimaryNeedCode="N99", PreProceedings={"PPStartDate": "x"}
    )
    put(inputs, census(one))
    assert rows(read)["primary_need"].tolist() == ["N99"]


@pytest.mark.parametrize(
    ("plan", "cp_plans", "expected"),
    [
        (("2026-01-05",), [("2025-01-01", "2026-01-05")], ("2025-01-01", "2026-01-05")),
        (("2026-01-05",), [("2025-01-01", "2025-03-01")], ("2025-01-01", "2025-03-01")),
        (
            ("2026-01-05",),
            [("2024-01-01", "2024-03-01"), ("2025-01-01", "2025-03-01")],
            ("2025-01-01", "2025-03-01"),
        ),
        (("2026-01-05",), [("2026-02-01",)], ("2026-02-01", None)),
        (
            ("2026-01-05", "2026-03-01"),
            [("2024-01-01", "2024-03-01"), ("2025-01-01", "2026-02-01")],
            ("2025-01-01", "2026-02-01"),
        ),
        (("2026-01-05", "2026-03-01"), [("2026-03-01",)], (None, None)),
        (("not a date",), [("2025-01-01", "2026-01-05")], (None, None)),
    ],
    ids=[
        "ended that day",
        "ended before",
        "the last of two",
        "beside, open",
        "beside first",
        "only after",
        "no start",
    ],
)
def test_a_plan_has_beside_it_the_cp_plan_it_overlaps_else_the_last_it_followed(
    inputs, read, plan, cp_plans, expected
):
    names = ("CPPstartDate", "CPPendDate")
    groups = [dict(zip(names, each, strict=False)) for each in cp_plans]
    put(inputs, census(child("X0001", plan, ChildProtectionPlans=groups)))
    found = rows(read).iloc[0]
    assert (found["cp_plan_start"], found["cp_plan_end"]) == expected


def test_cp_plans_whose_dates_cannot_be_read_are_counted(inputs, read):
    group = {"CPPstartDate": "soon", "CPPendDate": "2026-01-01"}
    put(inputs, census(child("X0001", ("2026-01-05",), ChildProtectionPlans=[group])))
    (found,) = said(read(), "extract.cp_plan_dates")
    assert dict(found.facts) == {"count": "1"}


def test_children_without_a_plan_are_counted_once(inputs, read):
    put(inputs, census(child("X0001", ("2026-01-05",)), child("X0002"), child("X0003")))
    ingested = read()
    (found,) = said(ingested, "census.without_plan")
    assert dict(found.facts) == {"count": "2", "total": "3"}
    assert not found.needs_person


def test_an_empty_group_of_plan_dates_is_a_blank_row(inputs, read):
    put(inputs, census(child("X0001", ("2026-01-05",), ())))
    (table,) = read().of_kind("case_extract")
    assert (len(table.rows), table.passed_over) == (1, 1)


def test_a_child_without_an_id_is_set_aside_and_named_by_line(inputs, read):
    content = census(child("", ("2026-01-05",)), child("X0002", ("2026-01-06",)))
    put(inputs, content)
    ingested = read()
    (table,) = ingested.of_kind("case_extract")
    (found,) = said(ingested, "census.no_id")
    assert (len(table.rows), table.set_aside) == (1, 1)
    assert content.split(b"\n")[found.place.row - 1] == b"<CINPlanDates>"
    assert found.needs_person


@pytest.mark.parametrize(
    ("group", "name"),
    [
        ("ChildIdentifiers", "LAchildID"),
        ("ChildIdentifiers", "PersonBirthDate"),
        ("CINdetails", "CINreferralDate"),
        ("CINdetails", "ReasonForClosure"),
        ("CINPlanDates", "CINPlanStartDate"),
        ("CINPlanDates", "CINPlanEndDate"),
    ],
)
def test_two_of_what_there_can_be_one_of_sets_the_plan_aside(inputs, read, group, name):
    spoilt, whole = child("X0001", ("2026-01-05",)), child("X0002", ("2026-01-06",))
    at = spoilt["CINdetails"][0] if group.startswith("CIN") else spoilt[group]
    at = at["CINPlanDates"][0] if group == "CINPlanDates" else at
    at[name] = ["2026-01-01", "2026-01-02"]
    put(inputs, census(spoilt, whole))
    ingested = read()
    (table,) = ingested.of_kind("case_extract")
    assert (table.rows["child_id"].tolist(), table.set_aside) == (["X0002"], 1)
    (found,) = said(ingested, "census.repeated")
    assert name in found.sentence


def test_plan_dates_outside_an_episode_are_set_aside(inputs, read):
    one = child("X0001", ("2026-01-05",))
    one["CINPlanDates"] = {"CINPlanStartDate": "2026-01-05"}
    put(inputs, census(one))
    ingested = read()
    assert ingested.of_kind("case_extract")[0].set_aside == 1
    assert said(ingested, "census.misplaced")


@pytest.mark.parametrize(
    ("episode", "code"),
    [
        ({"ReferralNFA": "1"}, "census.plan_no_action"),
        ({"ReferralNFA": "true"}, "census.plan_no_action"),
        ({"ReasonForClosure": "RC8"}, "census.plan_assessed_only"),
        ({"ReasonForClosure": "RC9"}, "census.plan_assessed_only"),
    ],
)
def test_a_plan_on_an_episode_that_has_none_is_kept_and_named(inputs, read, episode, code):
    put(inputs, census(child("X0001", ("2026-01-05",), **episode)))
    ingested = read()
    (found,) = said(ingested, code)
    assert (found.child_id, found.place.row) == ("X0001", rows(read).index[0])
    assert len(rows(read)) == 1


def test_a_usual_episode_is_not_doubted(inputs, read):
    put(inputs, census(child("X0001", ("2026-01-05",), ReferralNFA="0", ReasonForClosure="RC7")))
    codes = {finding.rule.code for finding in read().findings}
    assert not {code for code in codes if code.startswith("census")}


@pytest.mark.parametrize("year", ["2017", "2021"])
def test_a_census_from_before_plan_dates_is_refused_with_its_year(inputs, read, year):
    content = census(child("X0001"), year=year, day=f"{year}-03-31")
    message = refused(inputs, read, content)
    assert f"The census is of {year} and holds no CIN plan dates" in message
    assert "2022" in message


def test_a_later_census_without_plans_is_refused_for_want_of_them(inputs, read):
    message = refused(inputs, read, census(child("X0001"), child("X0002")))
    assert "None of the 2 children in the census has a CIN plan" in message


def test_plan_dates_in_an_early_census_are_read_all_the_same(inputs, read):
    put(inputs, census(year="2021", day="2021-03-31"))
    assert len(rows(read)) == 1


@pytest.mark.parametrize("year", range(2022, 2027))
def test_every_year_with_plan_dates_is_read_without_a_word_on_it(inputs, read, year):
    put(inputs, census(year=str(year), day=f"{year}-03-31"))
    ingested = read()
    assert len(ingested.of_kind("case_extract")[0].rows) == 1
    assert not {f.rule.code for f in ingested.findings} & {"census.new_year", "census.years_differ"}


@pytest.mark.parametrize(
    ("year", "day", "code"),
    [
        ("2027", "2027-03-31", "census.new_year"),
        ("2023", "2024-03-31", "census.years_differ"),
    ],
)
def test_a_year_unknown_or_at_odds_with_the_reference_date_is_said(inputs, read, year, day, code):
    put(inputs, census(year=year, day=day))
    ingested = read()
    assert said(ingested, code)
    assert ingested.extract_date == date.fromisoformat(day)


def test_without_a_reference_date_that_in_the_name_stands_in(inputs, read):
    put(inputs, census(day=""), "CIN census 31.03.2026.xml")
    assert read().extract_date == date(2026, 3, 31)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (census(collection="CLA"), "children looked after (SSDA903)"),
        (census(collection="Something Private"), "another return"),
        (element("Message", {"Children": {"Child": {}}}), "doesn't say which return"),
        ("<html><body>Sign in</body></html>", "web page"),
        ("<ss:Workbook xmlns:ss='urn:x'/>", "spreadsheet saved as XML"),
        ("<Orders/>", "an XML file of another kind"),
        ("anything", "something other than XML"),
        (b"PK\x03\x04 a zip", "something other than XML"),
        (b"%PDF-1.7", "something other than XML"),
    ],
)
def test_what_is_no_cin_census_is_refused_as_what_it_is(inputs, read, content, words):
    message = refused(inputs, read, content)
    assert words in message
    assert "not the CIN census" in message
    assert "Private" not in message


def test_an_empty_file_is_called_empty(inputs, read):
    assert "The file is empty" in refused(inputs, read, b"")


@pytest.mark.parametrize(
    ("spoil", "at", "why"),
    [
        (lambda text: text.replace("X0001", "R & D"), "R & D", "&amp;"),
        (lambda text: text.replace("X0001", "R&D;"), "R&D;", "&amp;"),
        (lambda text: text.replace("</LAchildID>", "</LAchild>"), "</LAchild>", "an element ends"),
        (lambda text: text.partition("<CINPlanEndDate>")[0], "", "ends before"),
        (lambda text: text + "<More/>", "<More/>", "follows after its end"),
        (lambda text: text.replace("utf-8", "utf-99"), "utf-99", "encoding"),
    ],
    ids=["ampersand", "entity", "mismatch", "cut", "two roots", "encoding"],
)
def test_xml_that_is_not_well_formed_is_refused_with_its_line(inputs, read, spoil, at, why):
    text = spoil(census(child("X0001", ("2026-01-05", "2026-03-01"))).decode())
    lines = text.split("\n")
    line = next(n for n in range(len(lines), 0, -1) if at in lines[n - 1])
    message = refused(inputs, read, text)
    assert f"goes wrong at line {line}:" in message
    assert why in message


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "windows-1252", "iso-8859-1"])
def test_the_encoding_that_the_file_declares_is_the_one_read(inputs, read, encoding):
    text = census(child("Xé01", ("2026-01-05",))).decode().replace("utf-8", encoding)
    put(inputs, text.encode(encoding))
    assert rows(read)["child_id"].tolist() == ["Xé01"]


BOMB = '<!ENTITY a "ha">' + "".join(f'<!ENTITY a{n} "&a;&a;&a;">' for n in range(9))


@pytest.mark.parametrize(
    "doctype",
    [
        '<!DOCTYPE Message SYSTEM "http://example.invalid/a.dtd">',
        '<!DOCTYPE Message [<!ENTITY x SYSTEM "file:///etc/hostname">]>',
        f"<!DOCTYPE Message [{BOMB}]>",
        "<!DOCTYPE Message>",
    ],
    ids=["external", "external entity", "bomb", "bare"],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_document_type_is_refused_before_anything_else(inputs, read, doctype, encoding):
    text = census().decode().replace("<Message>", doctype + "<Message>").replace("utf-8", encoding)
    assert "declares a document type" in refused(inputs, read, text.encode(encoding))


def test_a_style_sheet_is_ignored(inputs, read):
    style = '<?xml-stylesheet href="http://example.invalid/style.xsl"?><Message>'
    put(inputs, census().decode().replace("<Message>", style))
    assert len(rows(read)) == 1


@pytest.mark.parametrize(
    ("inside", "why"),
    [
        ("<a>" * 100, "deeper"),
        ("".join(f"<a{n}/>" for n in range(1100)), "kinds of elements"),
        (f'<a b="{"x" * (1 << 21)}"/>', "tags is far too long"),
        (f"<LAchildID>{'x' * 6000}</LAchildID>", "a value is far longer"),
        ("<PersonBirthDate/>" * 20_001, "far more parts"),
    ],
    ids=["deep", "names", "tag", "value", "parts"],
)
def test_xml_made_to_use_up_memory_is_refused(inputs, read, inside, why):
    text = census().decode().replace("<ChildIdentifiers>", "<ChildIdentifiers>" + inside)
    message = refused(inputs, read, text)
    assert "not safe to read" in message
    assert why in message


def test_a_file_past_the_limit_is_refused_unread(inputs, read, monkeypatch):
    monkeypatch.setattr("pipeline.ingest.extracts.which_format.LARGEST", 100)
    assert "larger than" in refused(inputs, read, census())


def test_two_censuses_of_one_date_are_parts_of_one(inputs, read):
    put(inputs, census(child("X0001", ("2026-01-05",))), "north.xml")
    put(inputs, census(child("X0002", ("2026-01-05",))), "south.xml")
    assert [len(table.rows) for table in read().of_kind("case_extract")] == [1, 1]


def test_of_two_censuses_the_newer_is_the_state(inputs, read):
    put(inputs, census(year="2025", day="2025-03-31"), "a.xml")
    put(inputs, census(), "b.xml")
    ingested = read()
    assert [table.file for table in ingested.of_kind("case_extract")] == ["b.xml"]
    assert [f.place.file for f in said(ingested, "extract.not_read")] == ["a.xml"]


def test_a_census_under_another_suffix_is_one_all_the_same(inputs, read):
    put(inputs, census(), "census.txt")
    assert len(rows(read)) == 1


def test_however_many_children_there_are_each_is_measured_alone(inputs, read, monkeypatch):
    monkeypatch.setattr("pipeline.ingest.extracts.census.children.MOST_PARTS", 20)
    put(inputs, census(*(child(f"X{number:04}", ("2026-01-05",)) for number in range(50))))
    assert len(rows(read)) == 50
