"""The national validator's rules are told, whatever the format, and change nothing."""

import pytest
from builders import said
from unit.validate.raw_tables import validated_of

RULES = {"plan.before_referral", "plan.during_cp", "plan.start_after_death", "plan.end_after_death"}


def met(row, name="local"):
    """Return which of these rules a row meets; it always stays."""
    validated = validated_of(name, [{"plan_start": "10/01/2026"} | row])
    assert len(validated.versions) == 1
    assert validated.accounts[0].used == 1
    return {f.rule.code for f in validated.findings} & RULES


@pytest.mark.parametrize("name", ["local", "ssd", "cin_census"])
@pytest.mark.parametrize(
    ("row", "rule"),
    [
        ({"episode_start": "11/01/2026"}, "plan.before_referral"),
        ({"cp_plan_start": "01/02/2026", "cp_plan_end": "01/03/2026"}, "plan.during_cp"),
        ({"date_of_death": "09/01/2026"}, "plan.start_after_death"),
        ({"date_of_death": "11/01/2026"}, "plan.end_after_death"),
    ],
)
def test_each_rule_is_met_in_every_format_that_has_the_dates(name, row, rule):
    assert met(row, name) == {rule}


@pytest.mark.parametrize(
    "row",
    [
        {"episode_start": "10/01/2026"},
        {"episode_start": ""},
        {"episode_start": "not known"},
        {"plan_end": "11/01/2026", "date_of_death": "11/01/2026"},
        {"plan_end": "11/01/2026", "date_of_death": "12/01/2026"},
    ],
)
def test_dates_that_fit_meet_no_rule(row):
    assert met(row) == set()


@pytest.mark.parametrize(
    ("start", "end", "plan_end", "overlap"),
    [
        ("01/06/2025", "10/01/2026", "", False),  # stepped down on the day
        ("01/06/2025", "11/01/2026", "", True),
        ("01/06/2025", "", "", True),  # still open
        ("01/06/2025", "", "11/01/2026", True),
        ("01/02/2026", "", "01/02/2026", False),  # stepped up on the day
        ("01/02/2026", "", "02/02/2026", True),
        ("01/02/2026", "01/03/2026", "31/01/2026", False),
        ("", "01/03/2026", "", True),  # it was running when the other ended
        ("", "01/03/2026", "01/02/2026", False),  # it may have ended before the other began
        ("", "10/01/2026", "", False),
        ("", "", "", False),
        ("01/06/2025", "soon", "", False),  # when it ended is not known
        ("01/02/2026", "soon", "", True),  # but it began while this one ran
    ],
)
def test_plans_overlap_only_where_they_certainly_ran_together(start, end, plan_end, overlap):
    row = {"cp_plan_start": start, "cp_plan_end": end, "plan_end": plan_end}
    assert met(row) == ({"plan.during_cp"} if overlap else set())


def test_the_catalogue_cites_the_validators_codes():
    from pipeline.model.rules import VERSIONS_OVERLAP, VERSIONS_TWO_OPEN, plans

    cited = {
        plans.END_BEFORE_START: "4011",
        plans.PLAN_ONE_DAY: "4012Q",
        plans.START_BEFORE_REFERRAL: "4015",
        plans.PLAN_DURING_CP: "4001, 4016, 4017",
        plans.START_AFTER_DEATH: "4008",
        plans.END_AFTER_DEATH: "4009Q",
        plans.ENDS_WITHOUT_REASON: "8805",
        plans.REASONS_WITHOUT_END: "8810",
        plans.DEATHS_UNDATED: "8585Q",
        VERSIONS_TWO_OPEN: "4004",
        VERSIONS_OVERLAP: "4014",
    }
    assert [rule.code for rule, code in cited.items() if f"DfE {code}" not in rule.says] == []


DEATHS = ("07/02/2026", "07/02/2031", "seven", "#N/A", "07/02/2026\u200b", "46060")


@pytest.mark.parametrize("death", DEATHS)
def test_a_date_of_death_is_written_nowhere(death):
    validated = validated_of("local", [{"date_of_death": death, "end_reason": "RC2"}, {}])
    assert validated.findings
    written = " ".join(f"{f.value} {f.sentence} {f.facts}" for f in validated.findings)
    for secret in (death, "2026-02-07", "07/02/2026", "2031-02-07"):
        assert secret not in written
    assert "date_of_death" not in validated.versions


def test_a_death_without_a_date_is_counted():
    rows = [
        {"plan_end": "01/03/2026", "end_reason": "RC2 - Died"},
        {"plan_end": "01/03/2026", "end_reason": "RC2", "date_of_death": "01/03/2026"},
        {"plan_end": "01/03/2026", "end_reason": "RC20"},
    ]
    (finding,) = said(validated_of("cin_census", rows), "plan.death_undated")
    assert dict(finding.facts) == {"count": "1"}
    assert not finding.child_id
