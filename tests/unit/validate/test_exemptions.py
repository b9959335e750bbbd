"""Words for an exemption: the usual ones exempt, the unusual are told, doubt does not exempt."""

import pytest
from builders import said
from unit.validate.raw_tables import validated_of

USUAL = [
    "Disability",
    "disabled child",
    "SEND",
    "Supervision Order (12 months)",
    "Private fostering",
    "Privately fostered",
    "Short breaks",
    "Exempt",
    "Yes",
    "Y",
    "1",
]


def exempted(word):
    validated = validated_of("local", [{"exemption": word}, {"exemption": "Disability"}])
    told = {
        finding.rule.code: (finding.value, dict(finding.facts)["count"])
        for code in ("plan.exemption_unusual", "plan.exemption_unclear")
        for finding in said(validated, code)
    }
    first, second = validated.versions["exemption"].notna()
    assert second
    return first, told


@pytest.mark.parametrize("word", USUAL)
def test_usual_words_exempt_and_need_no_word(word):
    assert exempted(word) == (True, {})


@pytest.mark.parametrize("word", ["No", "n/a", "None", "Not exempt", "-", "0", ""])
def test_a_plain_no_does_not(word):
    assert exempted(word) == (False, {})


@pytest.mark.parametrize("word", ["No recourse to public funds", "Court", "See note"])
def test_other_words_exempt_and_are_told_once_with_their_count(word):
    assert exempted(word) == (True, {"plan.exemption_unusual": (word, "1")})


@pytest.mark.parametrize("word", ["Unknown", "Not known", "TBC", "to be confirmed", "?"])
def test_a_word_that_says_nobody_knows_does_not_exempt_and_is_told(word):
    assert exempted(word) == (False, {"plan.exemption_unclear": (word, "1")})
