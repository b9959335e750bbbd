"""The case extract, clean and spoilt."""

import csv
import itertools
from collections import Counter, defaultdict
from datetime import timedelta

import pytest

from pipeline.model.dates import read_date
from pipeline.setup.demo.extract import HEADERS, UPDATED, extract_rows
from pipeline.setup.demo.extract_dirt import spoil_extract
from pipeline.setup.demo.extract_file import extract_bytes
from pipeline.setup.demo.words import OUTCOMES

SEED = 5


@pytest.fixture(scope="module")
def rows(invented):
    return extract_rows(
        SEED, invented.courses, invented.span.covers_from, invented.span.as_at, invented.diary
    )


@pytest.fixture(scope="module")
def spoilt(invented, rows):
    return spoil_extract(SEED, rows, invented.organisation, invented.span.as_at)


def test_versions_of_a_plan_are_chained_within_a_week(rows):
    by_child = defaultdict(list)
    for row in rows:
        by_child[row["child_id"]].append(row)
    chained = 0
    for versions in by_child.values():
        for before, after in itertools.pairwise(versions):
            if before["end_reason"] == UPDATED:
                gap = read_date(after["plan_start"]) - read_date(before["plan_end"])
                assert timedelta(0) <= gap <= timedelta(days=7)
                chained += 1
    assert chained > 100


def test_no_child_has_two_open_plans(rows):
    counts = Counter(row["child_id"] for row in rows if not row["plan_end"])
    assert max(counts.values()) == 1


def test_every_plan_that_ended_before_the_extract_begins_is_left_out(invented, rows):
    ends = [read_date(r["plan_end"]) for r in rows if r["plan_end"] and r["end_reason"] != UPDATED]
    assert min(ends) >= invented.span.covers_from
    assert max(ends) <= invented.span.as_at


def test_config_says_what_most_reasons_mean_but_not_all(rows):
    known = {word for words in OUTCOMES.values() for word in words}
    reasons = Counter(row["end_reason"] for row in rows if row["plan_end"])
    unmapped = sum(count for word, count in reasons.items() if word not in known)
    assert 0 < unmapped < 0.06 * sum(reasons.values())


def test_only_a_few_rows_in_a_hundred_are_spoilt_and_none_is_lost(invented, rows, spoilt):
    aliases = {alias for team in invented.organisation.teams for alias, _ in team.aliases}
    changed = [
        new
        for old, new in zip(rows, spoilt, strict=False)
        if old != new and new["team"] not in aliases
    ]
    assert len(rows) < len(spoilt) <= len(rows) + 3
    assert 0.01 < len(changed) / len(rows) < 0.06


def test_each_kind_of_mistake_is_there(invented, spoilt):
    as_at = invented.span.as_at
    starts = [read_date(row["plan_start"]) for row in spoilt]
    ends = [read_date(row["plan_end"]) for row in spoilt]
    dated = [(s, e) for s, e in zip(starts, ends, strict=True) if s and e]
    assert sum(row["child_id"] == "" for row in spoilt) == 2
    assert starts.count(None) == 1
    assert sum(e < s for s, e in dated) == 2
    assert sum(e > as_at for _, e in dated) == 2
    assert sum(row["team"].endswith(" Duty") for row in spoilt) > 0
    assert any(row["plan_start"].endswith(" 00:00:00") for row in spoilt)
    assert max(Counter(tuple(row.values()) for row in spoilt).values()) == 2
    assert any(row["team"] != row["team"].strip() for row in spoilt)


def test_a_former_name_stands_only_in_rows_that_ended_while_it_was_used(invented, spoilt):
    team = invented.organisation.teams[1]
    ((former, until),) = team.aliases
    ends = [read_date(row["plan_end"]) for row in spoilt if row["team"].strip() == former]
    assert ends
    assert max(filter(None, ends)).isoformat() <= until


def test_the_file_is_a_windows_export_with_a_title_above_and_a_footer_below(spoilt):
    content = extract_bytes(spoilt)
    with pytest.raises(UnicodeDecodeError):
        content.decode("utf-8")
    lines = list(csv.reader(content.decode("cp1252").splitlines(), strict=True))
    assert len(lines[0]) == 1
    assert lines[1] == list(HEADERS.values())
    assert {len(line) for line in lines[2:-2]} == {len(HEADERS)}
    assert len(lines) == len(spoilt) + 4
    assert lines[-2:] == [[], ["Applied filters: Plan type is CIN plan, Plan status is not Draft"]]
    assert content.count(b"\r\n") == content.count(b"\n")
