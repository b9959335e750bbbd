"""A screen a place, all alike: the same figure stands always in the same place, under the same name."""

from dataclasses import replace
from datetime import date

import pytest

from pipeline import compose as step
from pipeline.compose.screen_panels import TWO_LINES
from pipeline.model.content import Chart, Paragraph, Printed, Screen, Table, plain
from pipeline.model.measures import Figure, Figures, Windows
from pipeline.model.scopes import Scope
from pipeline.model.variation import Limits, Signal, Variation
from pipeline.packs import find_packs, plan_documents

NORTH_DALE = Scope("locality", "North Dale")
ALDER = Scope("team", "North Dale", "Alder")
BIRCH = Scope("team", "North Dale", "Birch")

KEY_FIGURES = (
    ("open plans", "plans.open"),
    ("started in April", "plans.starts"),
    ("finished in April", "plans.finishes"),
    ("out of timescale", "plans.out_of_timescale"),
    ("closing this fortnight", "closures.fortnight"),
)
ROWS = {
    "To be written up": "signoff.unwritten",
    "To be signed off": "signoff.unsigned",
    "To be sent": "signoff.unsent",
    "Written in time": "signoff.written_within_target",
    "Sent promptly": "signoff.sent_promptly",
    "Overdue": "actions.overdue",
    "Without a date": "actions.undated",
    "Without an owner": "actions.unowned",
    "Due more than 42 days ahead": "actions.beyond_weeks",
    "Cases without an action": "actions.missing",
}


def screens_of(measures, settings):
    spec = tuple(each for each in find_packs() if each.name == "performance_pack")
    planned = plan_documents(spec, settings, only_localities=("North Dale",))
    ((_, content),), _ = step.compose(measures, planned, raise_faults=True)
    return [block for section in content.sections for block in section.blocks]


@pytest.fixture
def counted(measures):
    """Measures in which every figure is there, and April is the latest month."""
    made = [
        replace(figure, value=7.0, numerator=7.0, denominator=9.0)
        if figure.unit != "share"
        else replace(figure, value=0.5)
        for figure in measures.figures
    ]
    keys = {figure.key for figure in made}
    monthly = [
        Figure(f"plans.{name}", scope, window=month, value=value)
        for name, value in (("open", 20.0), ("starts", 4.0), ("finishes", 3.0))
        for scope in (NORTH_DALE, ALDER, BIRCH)
        for month in ("2026-03", "2026-04")
    ]
    figures = Figures([*made, *(f for f in monthly if f.key not in keys)])
    return replace(measures, figures=figures, windows=Windows(("2026-03", "2026-04")))


def test_the_locality_comes_first_then_each_team(counted, settings):
    screens = screens_of(counted, settings)
    assert all(isinstance(screen, Screen) for screen in screens)
    assert [screen.place for screen in screens] == ["North Dale", "Alder", "Birch"]


def test_each_key_figure_is_that_of_its_label_and_place(counted, settings):
    for screen, scope in zip(
        screens_of(counted, settings), (NORTH_DALE, ALDER, BIRCH), strict=True
    ):
        found = [(item.label, item.figure[0].row[0]) for item in screen.figures.items]
        assert tuple(found) == KEY_FIGURES
        assert {item.figure[0].row[2] for item in screen.figures.items} == {scope}


def test_each_row_of_a_panel_is_the_measure_of_its_name(counted, settings):
    for screen, scope in zip(
        screens_of(counted, settings), (NORTH_DALE, ALDER, BIRCH), strict=True
    ):
        rows = {
            plain(row.cells[0].words): row.cells[1].words[0]
            for panel in screen.panels
            if isinstance(panel.shows, Table)
            for row in panel.shows.rows
        }
        assert {name: printed.row[0] for name, printed in rows.items()} == ROWS
        assert {printed.row[2] for printed in rows.values()} == {scope}


def test_the_latest_month_stands_beside_the_one_before(counted, settings):
    screen, *_ = screens_of(counted, settings)
    said = [plain(item.direction) for item in screen.figures.items]
    assert said[0] == "20 at the end of April, 20 of March"
    assert said[1] == "4 in March"


def test_every_screen_has_the_same_panels_in_the_same_places(counted, settings):
    names = {tuple(panel.name for panel in s.panels) for s in screens_of(counted, settings)[1:]}
    assert len(names) == 1
    assert len(names.pop()) == 6


def test_every_chart_has_its_sentence_and_its_values_in_words(counted, settings):
    for screen in screens_of(counted, settings):
        charts = [panel.shows for panel in screen.panels if isinstance(panel.shows, Chart)]
        assert charts
        for chart in charts:
            assert plain(chart.message)
            assert plain(chart.message) in chart.alt


def test_a_usual_range_stands_behind_the_line_or_why_there_is_none_is_said(counted, settings):
    limits = (Limits(0, 1, 20.0, 12.4, 27.6),)
    found = Variation(("2026-03", "2026-04"), (20.0, 20.0), limits)
    told = replace(counted, variation={("plans.open", NORTH_DALE): found})
    locality, team, _ = (screen.panels[0].shows for screen in screens_of(told, settings))
    assert [(band.lower, band.upper) for band in locality.bands] == [(12.4, 27.6)]
    assert locality.aside == "Shaded: usual range, 12 to 28."
    assert team.bands == ()
    assert "for localities, not teams" in team.aside


def test_criteria_stand_with_their_names(counted, settings):
    *_, scores = screens_of(counted, settings)[0].panels
    meeting, enabling = scores.shows.panels
    assert meeting.labels[:2] == ("1 Leadership", "2 Attendance")
    assert enabling.labels[-1] == "11 Dashboard use"
    assert (len(meeting.labels), len(enabling.labels)) == (7, 4)


def test_no_zero_is_said_of_plans_without_a_date(counted, settings):
    figures = [
        replace(each, value=0.0) if each.measure == "closures.undated" else each
        for each in counted.figures
    ]
    none = screens_of(replace(counted, figures=Figures(figures)), settings)[0]
    some = screens_of(counted, settings)[0]
    assert "undated" not in plain(none.figures.items[-1].direction)
    told = plain(some.figures.items[-1].direction).replace("\N{NO-BREAK SPACE}", " ")
    assert told.endswith("; 7 earlier, 7 overdue, 7 undated")


def test_without_any_source_the_panels_say_so_and_print_no_zero(measures, settings):
    for screen in screens_of(measures, settings):
        assert all(isinstance(panel.shows, Paragraph) for panel in screen.panels)
        said = [plain(panel.shows.words) for panel in screen.panels]
        assert all(line.startswith(("Not supplied", "No effectiveness review")) for line in said)
        for item in screen.figures.items:
            assert plain(item.figure) == "not supplied"
            assert not any(isinstance(part, Printed) for part in item.direction)


def test_what_ordinary_variation_does_not_explain_is_said_in_place_of_the_rise_or_fall(
    counted, settings
):
    signal = Signal("outside", "up", 1, 1)
    limits = (Limits(0, 1, 3.0, 1.0, 3.5),)
    found = Variation(("2026-03", "2026-04"), (3.0, 4.0), limits, (signal,))
    centre = Figure(
        "variation.centre", NORTH_DALE, "plans.starts", found.window(limits[0]), value=3.0
    )
    told = replace(
        counted,
        variation={("plans.starts", NORTH_DALE): found},
        figures=Figures([*counted.figures, centre]),
    )
    locality, team, _ = screens_of(told, settings)
    said = plain(locality.panels[0].shows.message)
    assert said == (
        "Starts were above their usual range in April 2026. On average there are 3 a month."
    )
    assert "usual range" not in plain(team.panels[0].shows.message)


def test_what_came_since_last_time_stands_beside_the_month_before(counted, settings):
    since = Figure("plans.starts", ALDER, window="2026-05-04/2026-05-29", value=6.0)
    told = replace(
        counted,
        figures=Figures([*counted.figures, since]),
        last_packs={("performance_pack", NORTH_DALE): date(2026, 5, 3)},
    )
    _, alder, birch = screens_of(told, settings)
    assert plain(alder.figures.items[1].direction) == "4 in March; 6 since 4 May"
    assert plain(birch.figures.items[1].direction) == "4 in March"


def test_what_the_chart_shows_of_open_plans_comes_before_what_it_does_not_show(counted, settings):
    months = ("2026-03", "2026-04")
    limits = (Limits(0, 1, 20.0, 12.4, 27.6),)
    was_above = Variation(months, (40.0, 20.0), limits, (Signal("outside", "up", 0, 0),))
    falling = Variation(months, (3.0, 4.0), limits, (Signal("shift", "down", 0, 1),))
    centre = Figure(
        "variation.centre", NORTH_DALE, "plans.starts", falling.window(limits[0]), value=20.0
    )
    told = replace(
        counted,
        variation={("plans.open", NORTH_DALE): was_above, ("plans.starts", NORTH_DALE): falling},
        figures=Figures([*counted.figures, centre]),
    )
    said = plain(screens_of(told, settings)[0].panels[0].shows.message)
    assert said == (
        "Open plans were above their usual range in March 2026. "
        "Starts have been below their average of 20 a month since March 2026."
    )
    assert len(said) <= TWO_LINES


def test_a_third_line_is_left_out(counted, settings):
    """It would push the chart into the panels below."""
    months = tuple(f"2026-{n:02}" for n in range(1, 5))
    limits = (Limits(0, 3, 20.0, 12.4, 27.6),)
    outside = tuple(Signal("outside", "up" if n % 2 else "down", n, n) for n in range(3))
    line = Variation(months, (1.0, 40.0, 1.0, 20.0), limits, outside)
    falling = Variation(months, (3.0,) * 4, limits, (Signal("outside", "down", 0, 3),))
    centre = Figure(
        "variation.centre", NORTH_DALE, "plans.starts", falling.window(limits[0]), value=20.0
    )
    monthly = [
        Figure(f"plans.{name}", scope, window=month, value=4.0)
        for name in ("open", "starts", "finishes")
        for scope in (NORTH_DALE, ALDER, BIRCH)
        for month in months[:2]
    ]
    told = replace(
        counted,
        variation={("plans.open", NORTH_DALE): line, ("plans.starts", NORTH_DALE): falling},
        figures=Figures([*counted.figures, *monthly, centre]),
        windows=Windows(months),
    )
    said = plain(screens_of(told, settings)[0].panels[0].shows.message)
    assert said == (
        "Open plans were below their usual range in January 2026, above it in February 2026 and below "
        "it in March 2026."
    )
