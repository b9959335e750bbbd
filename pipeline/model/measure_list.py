"""Every measure, declared once: a line each with id, definition, unit, windows, needs, categories.

D is the as-at date, M the next meeting, M2 the one after. A measure that is not here is an error.
"""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True)
class Measure:
    """One measure; `by` names its categories, blank where it has none."""

    id: str
    about: str
    unit: str
    windows: str
    needs: str
    by: str = ""


def _declared(lines: str) -> tuple[Measure, ...]:
    """Read a measure a line, its parts between bars."""
    return tuple(
        Measure(*(part.strip() for part in line.split("|"))) for line in lines.strip().splitlines()
    )


PLANS: Final = _declared("""
plans.open | Plans that started by D and have not ended by then; for a window, at its last day. | plans | at D; month, month so far, week, year | case extract
plans.open.children | Different children with an open plan. | children | at D | case extract
plans.open.families | Different families with an open plan; a child of no known family is one. | families | at D | case extract with families
plans.starts | Plans that started inside the window. | plans | month, month so far, week, year | case extract
plans.finishes | Plans that ended inside the window. | plans | month, month so far, week, year | case extract
plans.finishes.outcome | Those finishes by what their end reason means. | plans | month, month so far, year | case extract with end reasons | outcome
plans.finishes.closed_or_stepped_down | Those finishes that were closed or stepped down. | plans | month, month so far, year | case extract with end reasons
plans.returned | Plans that started in the window within 12 months of that child’s last plan’s end. | plans | month, month so far, year | case extract
plans.returned.share | Those as a share of the plans that started; where an insight speaks of them. | share | its own | case extract
plans.starts.recorded_late | Starts of a month that the packs before did not have yet. | plans | month | earlier packs
plans.starts.recorded_late.share | Those as a share of the month’s starts. | share | month | earlier packs
plans.finishes.recorded_late | Finishes of a month that the packs before did not have yet. | plans | month | earlier packs
plans.finishes.recorded_late.share | Those as a share of the month’s finishes. | share | month | earlier packs
plans.length.median_days | Median days from start to end of plans that ended in the window. | days | month, month so far, year | case extract
plans.age.median_days | Median days that open plans have been open. | days | at D | case extract
plans.age.mean_days | Mean days that open plans have been open. | days | at D | case extract
plans.age.max_days | Days that the oldest open plan has been open. | days | at D | case extract
plans.band | Open plans by age in months; a plan is in a band from its lower edge on. | plans | at D | case extract | age band of config
plans.dfe_band | Open plans by DfE’s bands of age, whose edges differ. | plans | at D | case extract | DfE’s band
plans.dfe_band.share | Those as a share of open plans. | share | at D | case extract | DfE’s band
plans.out_of_timescale | Open plans as old as the threshold or older (9 months unless config differs), not exempt. | plans | at D | case extract
plans.out_of_timescale.share | Those as a share of open plans. | share | at D | case extract
plans.out_of_timescale.exempt | The same, of exempt plans. | plans | at D | case extract
plans.past_review_point | Open plans at or past the managers’ review point (6 months). | plans | at D | case extract
plans.reaching_review_point | Open plans whose review point is inside the window. | plans | month; to the next meeting | case extract
visits.overdue | Open plans whose last visit is further back than config’s interval. | plans | at D | case extract with visits; an interval in config
reviews.overdue | Open plans whose last review is too far back, or whose next one is past. | plans | at D | case extract with reviews; an interval in config
""")

SIGNOFFS: Final = _declared("""
signoff.unwritten | Open plans with a CIN meeting, not written up since. | plans | at D | case extract with sign-off dates
signoff.unsigned | Written plans that are not signed off. | plans | at D | case extract with sign-off dates
signoff.unsent | Signed-off plans that are not sent. | plans | at D | case extract with sign-off dates
signoff.written_within_target | Share written up within 2 working days of the meeting, of plans whose second day is over. | share | at D | case extract with sign-off dates
signoff.sent_promptly | Share sent by the next working day after sign-off, of plans whose next day is over. | share | at D | case extract with sign-off dates
signoff.median_days_to_written | Median working days from the meeting to writing up. | working days | at D | case extract with sign-off dates
signoff.median_days_to_signed | Median working days from writing up to sign-off. | working days | at D | case extract with sign-off dates
signoff.median_days_to_sent | Median working days from sign-off to sending. | working days | at D | case extract with sign-off dates
""")

TRACKERS: Final = _declared("""
tracker.stage | Tracker rows by stage, of children with an open plan in that team. | rows | at D | trackers | stage
tracker.barrier | Those rows by main barrier. | rows | at D | trackers | barrier
reconcile.not_on_tracker | Open plans started by D less 7 days that have no row in the team’s tracker. | plans | at D | trackers
reconcile.on_tracker.share | Share of those plans that have one. | share | at D | trackers
reconcile.new_plans | Younger plans without a row. | plans | at D | trackers
reconcile.not_open | Rows whose child has no open plan in that team. | rows | at D | trackers
actions.overdue | Rows with an action that was due before D. | rows | at D | trackers
actions.due_soon | Rows with an action that is due within 7 days of D. | rows | at D | trackers
actions.undated | Rows with an action and no due date. | rows | at D | trackers
actions.unowned | Rows with an action and no owner. | rows | at D | trackers
actions.missing | Rows with no action. | rows | at D | trackers
actions.beyond_weeks | Rows with an action due more than 42 days ahead. | rows | at D | trackers
actions.dated.share | Share of actions with a due date. | share | at D | trackers
actions.owned.share | Share of actions with an owner. | share | at D | trackers
actions.within_weeks.share | Share of dated actions that are due within 42 days. | share | at D | trackers
actions.carried_over | Rows whose action is unchanged since the latest pack at least 7 days before D. | rows | at D | earlier packs
actions.unchanged_days | Median days since the action first stood in a pack (at least). | days | at D | earlier packs
stage.median_days | Median days since the row was first seen in its stage (at least). | days | at D | earlier packs
stage.long | Rows that have been in their stage for 42 days or more (config). | rows | at D | earlier packs | stage
stage.advanced | Rows whose stage is later than in the pack before. | rows | at D | earlier packs
stage.back | Rows whose stage is earlier than in the pack before. | rows | at D | earlier packs
agenda.cases | Cases on the ICM agenda, each in the first group that it belongs to. | plans | at D | trackers | group
agenda.in_group | Cases that belong to a group of the ICM agenda, wherever they stand in it; cases with a step of the sign-off alone to do; plans out of timescale without a row. | rows | at D | trackers | group
""")

CLOSURES: Final = _declared("""
closures.overdue | Decided to close, its date past, the plan open. | plans | at D | trackers
closures.before_meeting | Decided to close, dated from D to the day before M. | plans | its own | trackers
closures.fortnight | Decided to close, dated on M or the 13 days after. | plans | its own | trackers
closures.next_meeting | Decided to close, dated from M to the day before M2. | plans | its own | trackers
closures.undated | Decided to close, without a date. | plans | at D | trackers
closures.potential | Identified for potential closure. | plans | at D | trackers
closures.too_soon | On the way to closure within 3 months of a child protection plan’s end: a prompt. | plans | at D | trackers
closures.promised | Closures that the pack before promised for the days since. | plans | its own | earlier packs
closures.kept | Of those, plans that finished as closed or stepped down. | plans | its own | earlier packs
forecast.starts | Starts to expect: median and 80 % range. | plans | its own | case extract
forecast.finishes | Finishes to expect: median and 80 % range. | plans | its own | case extract
forecast.open | Open plans to expect: median and 80 % range. | plans | its own | case extract
forecast.open.if_declared | Open plans if all declared closures happen. | plans | its own | trackers
expectation.said | Open plans that the last minutes expected. | plans | its own | returned minutes
expectation.forecast | The forecast of open plans that those minutes were given. | plans | its own | returned minutes
expectation.came | Open plans on the last day that those minutes looked ahead to. | plans | its own | returned minutes
backtest.starts.error | Mean error of the forecasts of starts, on the authority’s own past. | plans | its own | case extract | way to forecast
backtest.starts.coverage | How often the 80 % range held what came true, for starts. | share | its own | case extract | way to forecast
backtest.finishes.error | Mean error of the forecasts of finishes, on the authority’s own past. | plans | its own | case extract | way to forecast
backtest.finishes.coverage | How often the 80 % range held what came true, for finishes. | share | its own | case extract | way to forecast
backtest.open.error | Mean error of the forecasts of open, on the authority’s own past. | plans | its own | case extract | way to forecast
backtest.open.coverage | How often the 80 % range held what came true, for open. | share | its own | case extract | way to forecast
""")

JUDGEMENT: Final = _declared("""
variation.centre | The average of a monthly series, over the months for which its limits hold. | plans | its own | 12 complete months | measure that varies
variation.lower | The bottom of its usual range: 2.66 average steps below, never under 0. | plans | its own | 12 complete months | measure that varies
variation.upper | The top of its usual range: 2.66 average steps above. | plans | its own | 12 complete months | measure that varies
insight.expected | What the rest, or the place’s own past, leads to expect. | plans | its own | case extract | rule
insight.beyond | How many plans the place is beyond that. | plans | its own | case extract | rule
insight.affected | How many plans it touches. | plans | its own | case extract | rule
insight.chance | In what part of months chance alone would bring one as strong, somewhere in the authority (1 at the most). | share | its own | case extract | rule
insight.before | Differences: what was found in the last run at least 21 days back, and of how many. | plans | that run’s day | earlier packs | rule
insight.unseen | Open plans of teams whose tracker was not read. | plans | its own | case extract, trackers | rule
""")

PRACTICE: Final = _declared("""
score | The latest review’s score; above teams the mean of theirs. | score | at D; by review | effectiveness reviews | criterion
score.delta | The latest score less the one before. | points | at D | effectiveness reviews | criterion
score.mean | Mean of the scores present in a section. | score | at D; by review | effectiveness reviews | section
score.mean.delta | How far a section’s mean moved since the review before, over the scores given both times. | points | at D; by review | effectiveness reviews | section
score.up | Scores that rose since the review before, of those given both times. | scores | at D; by review | effectiveness reviews | none, and section
score.down | Of those, scores that fell. | scores | at D; by review | effectiveness reviews | none, and section
score.same | Of those, scores that stayed the same. | scores | at D; by review | effectiveness reviews | none, and section
score.expected_reached | Scores that a review expected to go up, once a later one has followed: those now where expected or above; by what came of them. | scores | at D | effectiveness reviews | none, and what came of it
review.overdue_days | Days since the planned date of the next review, if past. | days | at D | effectiveness reviews
agreed.open | Agreed actions that are open. | actions | at D | returned minutes | none, and OLT for its own
agreed.overdue | Of those, past their date. | actions | at D | returned minutes | none, and OLT for its own
agreed.carried_over | Of those, carried over from an earlier check-in. | actions | at D | returned minutes | none, and OLT for its own
agreed.done | Agreed actions that were reported as done. | actions | at D | returned minutes | none, and OLT for its own
agreed.moved_as_wanted | Actions whose figure moved as wanted, beyond ordinary variation. | actions | at D | returned minutes | none, and OLT for its own
agreed.not_yet | Actions whose figure has not, though there was enough to tell. | actions | at D | returned minutes | none, and OLT for its own
agreed.other_way | Of those, the ones whose figure went the other way, beyond ordinary variation. | actions | at D | returned minutes | none, and OLT for its own
agreed.cant_tell | Actions of which that can’t be told. | actions | at D | returned minutes | none, and OLT for its own
agreed.oldest_days | Days since the oldest open action was agreed. | days | at D | returned minutes | none, and OLT for its own
agreed.age_days | Days since an action was agreed. | days | at D | returned minutes | reference
agreed.slipped | How often its date was put off. | times | at D | returned minutes | reference
agreed.span_days | Days since an action was agreed that the extract knows of, and as many before, in which plans closed or stepped down are counted. | days | at D | returned minutes | reference
agreed.figure_then | The figure that it was to move, when it was agreed. | as the figure | at D | returned minutes | reference
agreed.figure_now | That figure now. | as the figure | at D | returned minutes | reference
""")

DATA: Final = _declared("""
data.read | Rows that were read; of a form, the fields with something in them and the words outside. | rows | at D | any input | kind of input
data.used | Rows that count. | rows | at D | any input | kind of input
data.repaired | Of those, rows with a value put right. | rows | at D | any input | kind of input
data.set_aside | Rows that a person must mend. | rows | at D | any input | kind of input
data.passed_over | Titles, footers, repeated headers and the like. | rows | at D | any input | kind of input
""")

MEASURES: Final = {
    "Plans": PLANS,
    "Sign-offs": SIGNOFFS,
    "Trackers": TRACKERS,
    "Closures and forecast": CLOSURES,
    "What is usual, and what stands out": JUDGEMENT,
    "Practice and agreed actions": PRACTICE,
    "Data": DATA,
}
"""All measures, by the heading under which `docs/measures.md` has them."""


def undeclared(ids: set[str]) -> list[str]:
    """Return the measures that are not declared."""
    return sorted(ids - {measure.id for part in MEASURES.values() for measure in part})
