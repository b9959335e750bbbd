"""Findings are handed to whoever can mend them, said once, what was left out first."""

import pytest
from guards.test_rules import CATALOGUE

from pipeline.compose.to_do import EXTRACT, FILES, NOTHING_TO_DO, RETURNED, to_do
from pipeline.compose.to_do_items import MOST_DETAILS, MOST_VARIANTS, items_of
from pipeline.model.findings import FileAccount, Finding, Place, Rule

LEFT_OUT = Rule("id.missing", "problem", "set aside", "No ID.", "Fill it in.")
WRONG = Rule("date.unreadable", "warning", "kept", "No date.", "Write a date.")
SMALL = Rule("row.hidden", "note", "kept", "Hidden rows were read ({count}).", "Delete them.")
STEP = Rule("signoff.order", "warning", "kept", "The {step} is early.", "Correct it.")
FINE = Rule("row.footer", "note", "passed over", "A footer.", "Nothing to do.")


def account(file, kind):
    return FileAccount(file, "", kind, 9, 9, 0, 0, 0)


ACCOUNTS = (account("plans.csv", "case_extract"), account("s.csv", "scores"), account("r", "form"))


def facts(**given):
    return tuple((name, str(fact)) for name, fact in given.items())


@pytest.mark.parametrize(
    ("finding", "who"),
    [
        (Finding(WRONG, Place("Alder.xlsx"), "Alder"), "Alder"),
        (Finding(WRONG, Place("plans.csv", row=3), "Cedar"), "Cedar"),
        (Finding(WRONG, Place("plans.csv")), EXTRACT),
        (Finding(WRONG, Place("plans.csv"), "Not known"), EXTRACT),
        (Finding(WRONG, Place("s.csv")), RETURNED),
        (Finding(WRONG, Place("r")), RETURNED),
        (Finding(WRONG, Place("odd.zip")), FILES),
        (Finding(WRONG, Place()), FILES),
    ],
)
def test_a_finding_goes_to_its_team_else_to_the_source_of_its_file(settings, finding, who):
    (duty,) = to_do([finding], ACCOUNTS, settings)
    assert duty.who == who
    assert duty.is_team == (who in {"Alder", "Cedar"})


def test_teams_come_first_in_configs_order(settings):
    findings = [
        Finding(WRONG, Place(file), team)
        for file, team in (("odd.zip", ""), ("plans.csv", ""), ("c", "Cedar"), ("a", "Alder"))
    ]
    duties = to_do(findings, ACCOUNTS, settings)
    assert [duty.who for duty in duties] == ["Alder", "Cedar", EXTRACT, FILES]


def test_what_asks_nothing_of_anybody_is_no_duty(settings):
    assert to_do([Finding(FINE, Place("plans.csv", row=9))], ACCOUNTS, settings) == ()


def test_what_was_left_out_comes_first_and_each_sentence_once(settings):
    findings = [
        Finding(SMALL, Place("plans.csv"), facts=facts(count=3)),
        *(Finding(WRONG, Place("plans.csv", row=row, column="End")) for row in (7, 4)),
        Finding(LEFT_OUT, Place("plans.csv", row=9, column="Child ID")),
    ]
    (duty,) = to_do(findings, ACCOUNTS, settings)
    assert [(item.says, item.times, item.weight) for item in duty.items] == [
        ("No ID.", 1, "left out"),
        ("No date.", 2, "to correct"),
        ("Hidden rows were read (3).", 1, "when there is time"),
    ]
    assert [place.row for place in duty.items[1].places] == [7, 4]
    counts = [duty.count(weight) for weight in ("left out", "to correct", "when there is time")]
    assert counts == [1, 2, 1]


def test_no_rule_that_needs_a_person_says_that_there_is_nothing_to_do():
    needing = [rule for rule in CATALOGUE if rule.effect in {"set aside", "refused"}]
    assert needing
    assert [r.code for r in needing if r.remedy.startswith(NOTHING_TO_DO)] == []


def test_a_refused_file_is_left_out_too():
    rule = Rule("file.damaged", "problem", "refused", "It is damaged.", "Save it again.")
    assert items_of([Finding(rule, Place("a.xlsx"))])[0].weight == "left out"


def test_counts_of_one_sentence_are_added_up():
    counts = ("3", "4", "1,200")
    findings = [Finding(SMALL, Place("a"), facts=facts(count=count)) for count in counts]
    (item,) = items_of(findings)
    assert item.sentence == "Hidden rows were read (1,207). 3 of these."


def test_how_often_is_told_once_by_the_rows_or_in_words():
    (item,) = items_of([Finding(WRONG, Place("a", row=row)) for row in (3, 4)])
    assert item.sentence == "No date. 2 of these."
    (item,) = items_of([Finding(WRONG, Place(file)) for file in "ab"])
    assert item.sentence == "No date. 2 of these."


def test_sentences_that_differ_are_told_one_by_one_and_many_as_one():
    few = [Finding(STEP, Place("a"), facts=facts(step=n)) for n in range(MOST_VARIANTS)]
    assert [item.says for item in items_of(few)] == [f"The {n} is early." for n in range(len(few))]
    (item,) = items_of([*few, Finding(STEP, Place("a"), facts=facts(step="last"))])
    assert (item.says, item.times) == ("The … is early.", MOST_VARIANTS + 1)


WORD = Rule(
    "stage.unknown",
    "warning",
    "kept",
    "A stage counts as Not recognised ({count}: {rows}).",
    "{nearest}Choose one of the four.",
)


def word(count, rows, nearest=""):
    return Finding(WORD, Place("a.xlsx"), facts=facts(count=count, rows=rows, nearest=nearest))


def test_one_word_is_told_in_its_sentence():
    (item,) = items_of([word(2, "rows 4 and 9", "The nearest stage is Closed. ")])
    assert item.says == "A stage counts as Not recognised (2: rows 4 and 9)."
    assert item.remedy == "The nearest stage is Closed. Choose one of the four."
    assert item.details == ()


def test_several_words_of_a_column_are_one_item_with_a_line_each():
    (item,) = items_of([word(2, "rows 4 and 9", "The nearest stage is Closed. "), word(1, "row 7")])
    assert item.sentence == item.says == "A stage counts as Not recognised (3: see below)."
    assert item.remedy == "Choose one of the four."
    assert item.details == ("Rows 4 and 9. The nearest stage is Closed.", "Row 7.")
    many = items_of([word(1, f"row {n}") for n in range(MOST_DETAILS + 3)])[0].details
    assert (len(many), many[-1]) == (MOST_DETAILS + 1, "and 3 more")
