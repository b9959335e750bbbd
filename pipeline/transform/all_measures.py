"""Every measure in the order in which `figures.csv` has them."""

from itertools import chain

from pipeline.model.calendar import Calendar
from pipeline.model.measures import Figures, Measures
from pipeline.model.settings import Settings
from pipeline.model.validated import Validated
from pipeline.transform.accounts import account_figures
from pipeline.transform.actions import action_figures
from pipeline.transform.agenda import Standing, agenda_figures, grouping, team_agendas
from pipeline.transform.agreed import agreed_of
from pipeline.transform.agreed_actions import last_minutes
from pipeline.transform.caseload import caseload_figures
from pipeline.transform.closures import closure_figures
from pipeline.transform.durations import duration_figures
from pipeline.transform.expectations import expectation_figures
from pipeline.transform.expected_scores import expected_figures, expected_scores
from pipeline.transform.forecast import forecast_figures
from pipeline.transform.headings import as_headed
from pipeline.transform.insights import insights_of
from pipeline.transform.insights.before import before_figures
from pipeline.transform.insights.insight_figures import insight_figures
from pipeline.transform.insights.marks import in_force
from pipeline.transform.intervals import interval_figures
from pipeline.transform.next_reviews import overdue_figures
from pipeline.transform.past import past_figures, tracker_past
from pipeline.transform.reconcile import reconcile_figures, reconcile_findings
from pipeline.transform.returned_plans import returned_figures
from pipeline.transform.review_point import review_point_figures
from pipeline.transform.reviews import forms_by_locality, reviews_by_team
from pipeline.transform.score_moves import score_move_figures
from pipeline.transform.scores import score_figures
from pipeline.transform.signoff_steps import signoff_steps
from pipeline.transform.signoffs import signoff_figures
from pipeline.transform.since_last_time import last_packs
from pipeline.transform.stages import stage_figures
from pipeline.transform.state import state_of
from pipeline.transform.tracker_changes import tracker_changes
from pipeline.transform.tracker_rows import tracker_rows
from pipeline.transform.variation.monthly import variation_of
from pipeline.transform.variation.variation_figures import variation_figures


def measures_of(validated: Validated, settings: Settings, calendar: Calendar) -> Measures:
    """Return every figure, with the findings of validation and of reconciliation."""
    state, overlaps = state_of(validated, settings, calendar)
    steps, out_of_order = signoff_steps(state)
    tracker = tracker_rows(state, validated)
    past = tracker_past(tracker, validated.history)
    agenda = grouping(tracker, Standing(past.rows("stage"), past.stage_since, past.action_since))
    reviews = reviews_by_team(validated.scores, settings, calendar.as_at)
    expected = expected_scores(state.places, reviews, validated.review_forms)
    made = Figures(
        chain(
            caseload_figures(state),
            duration_figures(state),
            review_point_figures(state),
            signoff_figures(state, steps),
            stage_figures(tracker),
            reconcile_figures(tracker),
            action_figures(tracker),
            closure_figures(tracker),
            agenda_figures(agenda, steps),
            forecast_figures(state, tracker, validated.history.runs),
            past_figures(past, validated.history),
            returned_figures(state),
            interval_figures(state),
            expectation_figures(state, last_minutes(validated.minutes), validated.history),
            score_figures(state.places, reviews),
            score_move_figures(state.places, reviews),
            expected_figures(state.places, expected),
            overdue_figures(state.places, reviews, validated.review_forms, calendar.as_at),
            account_figures(validated.accounts),
        )
    )
    varies = variation_of(state, made)
    agreed = agreed_of(validated, state, made, reviews)
    made = Figures(chain(made, agreed.figures))
    minutes = last_minutes(validated.minutes)
    insights = insights_of(state, made, validated, reviews, agreed=agreed.reviews, minutes=minutes)
    found = sorted(
        as_headed((*overlaps, *out_of_order, *reconcile_findings(tracker)), validated.headers),
        key=lambda finding: (
            finding.rule.code,
            finding.place.file,
            finding.place.sheet,
            finding.place.row or 0,
            finding.place.column,
        ),
    )
    return Measures(
        calendar=calendar,
        settings=settings,
        figures=Figures(
            chain(
                made,
                variation_figures(varies),
                insight_figures(insights, made, state),
                before_figures(insights, validated.history, state.as_at),
            )
        ),
        variation=varies,
        insights=insights,
        priorities=in_force(validated.priorities, validated.history, calendar),
        windows=state.series.windows,
        reviews=reviews,
        supplied=validated.supplied,
        trackers_of=validated.trackers_of,
        findings=(*validated.findings, *found),
        accounts=validated.accounts,
        looks_back=validated.looks_back,
        tracker_changes=tracker_changes(tracker, steps),
        agendas=team_agendas(agenda, steps),
        extract_format=validated.extract_format,
        action_reviews=agreed.reviews,
        dropped_actions=agreed.dropped,
        last_minutes=minutes,
        expected_scores=expected,
        review_forms=forms_by_locality(validated.review_forms),
        last_packs=last_packs(validated.history, calendar.as_at),
    )
