"""How the open plans of a year are told: where from lately, and beside a year before."""

import pytest

from pipeline.compose.course import course_sentence
from pipeline.model.content import plain
from pipeline.model.measures import Figure
from pipeline.model.scopes import AUTHORITY

MONTHS = [f"2025-{n:02}" for n in (10, 11, 12)] + [f"2026-{n:02}" for n in range(1, 11)]


def told(*values):
    months = MONTHS[-len(values) :]
    ends = [
        Figure("plans.open", AUTHORITY, window=month, value=float(value))
        for month, value in zip(months, values, strict=True)
    ]
    return plain(course_sentence(ends)).removeprefix("Open plans: ")


@pytest.mark.parametrize(
    ("values", "words"),
    [
        (
            (532, 530, 500, 490, 480, 470, 460, 440, 430, 450, 487, 509, 524),
            "524 at the end of October 2026: up from 430 in June; about as many as a year before (532).",
        ),
        (
            (400, 410, 420, 430, 440, 450, 460, 470, 480, 490, 500, 510, 520),
            "520 at the end of October 2026: up from 400 in October 2025.",
        ),
        (
            (424, 398, 416, 408, 403, 423, 438, 463, 418, 388, 374, 352, 352),
            "352 at the end of October 2026: down from 463 in May; lower than a year before (424).",
        ),
        (
            (300, 301, 299, 305, 300, 298, 300, 302, 301, 300, 299, 300, 303),
            "303 at the end of October 2026, about the same since October 2025.",
        ),
        (
            (130, *(100,) * 11, 140),
            "140 at the end of October 2026: up from 100 in September; higher than a year before (130).",
        ),
        (
            (140, *(180,) * 11, 130),
            "130 at the end of October 2026: down from 180 in September; lower than a year before (140).",
        ),
        ((2, 3), "3 at the end of October 2026, about the same since September."),
        (
            (300, 200, 250),
            "250 at the end of October 2026: up from 200 in September; lower than in August (300).",
        ),
        ((0, 0), "0 at the end of October 2026, about the same since September."),
    ],
)
def test_the_latest_movement_and_the_year_are_both_told(values, words):
    assert told(*values) == words


def test_one_month_alone_says_how_many():
    assert told(1) == "1 open plan at the end of October 2026."
