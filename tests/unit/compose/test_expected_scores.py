"""What reviews expected of the scores, as the summary and the OLT see it."""

from dataclasses import replace
from datetime import date

import pytest
from spec.given import measures_of, read_settings

from pipeline.compose.expected_scores import expected_against_achieved, expected_sentence
from pipeline.compose.subject import Subject
from pipeline.model.content import plain
from pipeline.packs import find_packs, plan_documents

FORMS = [
    {
        "observed": "10/02/2026",
        "teams": "Alder, Birch",
        "next review": "12/05/2026",
        "expected": "criteria 9 and 11 expected to go up to 4 or 5",
    }
]


def score(team, observed, **scores):
    return {"team": team, "observed": observed, "9": "", "11": ""} | scores


@pytest.fixture
def subject():
    scores = [
        score("Alder", "10/02/2026", **{"9": "2", "11": "2"}),
        score("Alder", "12/05/2026", **{"9": "4", "11": "3"}),
        score("Birch", "12/05/2026", **{"9": "5"}),
    ]
    measures = measures_of({"Scores": scores, "Forms": FORMS})
    spec = tuple(s for s in find_packs() if s.name == "effectiveness_summary")
    document = plan_documents(spec, read_settings({}))[0]
    return Subject(measures, document)


def test_expected_stands_under_what_was_achieved(subject):
    sentence, table = expected_against_achieved(subject)
    assert plain(sentence.words) == (
        "Of 4 scores that reviews expected to go up, 1 rose as expected, 1 is there but was not scored "
        "then, 1 is not there yet and 1 has not been scored since."
    )
    rows = [[(plain(c.words), plain(c.small), c.tone) for c in row.cells] for row in table.rows]
    assert [cells[0][0] for cells in rows] == [
        "Expected at the review of",
        "9. Plan send out",
        "11. Dashboard use",
    ]
    assert rows[0][1][0] == "10 Feb 2026"
    assert rows[1][1:] == [
        ("4", "expected 4 to 5: rose from 2", "up"),
        ("5", "expected 4 to 5: is there, not scored then", ""),
    ]
    assert rows[2][1:] == [
        ("3", "expected 4 to 5: not yet", ""),
        ("–", "expected 4 to 5, not scored since", "quiet"),
    ]


def test_a_score_not_given_since_stands_with_what_it_was():
    scores = [
        score("Alder", "10/02/2026", **{"9": "4", "11": "2"}),
        score("Alder", "12/05/2026", **{"11": "3"}),
    ]
    measures = measures_of({"Scores": scores, "Forms": FORMS})
    spec = tuple(s for s in find_packs() if s.name == "effectiveness_summary")
    _, table = expected_against_achieved(
        Subject(measures, plan_documents(spec, read_settings({}))[0])
    )
    assert plain(table.rows[1].cells[1].small) == "expected 4 to 5: was 4, not scored since"


def test_before_the_next_review_there_is_nothing_to_hold_against(subject):
    (first, *rest) = subject.measures.expected_scores["North Dale"]
    waiting = tuple(replace(each, reviewed=False, score=None) for each in (first, *rest))
    measures = replace(subject.measures, expected_scores={"North Dale": waiting})
    assert expected_against_achieved(replace(subject, measures=measures)) == ()
    assert first.on == date(2026, 2, 10)


def test_nothing_is_said_where_nothing_was_expected():
    measures = measures_of({"Scores": [score("Alder", "12/05/2026", **{"9": "4"})]})
    spec = tuple(s for s in find_packs() if s.name == "olt_briefing")
    document = plan_documents(spec, read_settings({}))[0]
    assert expected_sentence(Subject(measures, document)) == ()
