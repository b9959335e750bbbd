"""What stands on each kind of chart, read from its SVG, and that none of it comes from elsewhere."""

import struct
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest
from unit.render import sampler

from pipeline.model.content import Chart, Series
from pipeline.model.outlook import Outlook
from pipeline.model.scopes import AUTHORITY
from pipeline.model.usual_range import Band, Mark
from pipeline.render import house
from pipeline.render.charts import draw
from pipeline.render.charts.panels import scale_of
from pipeline.render.charts.stacked import ramp

SVG = "{http://www.w3.org/2000/svg}"


def words(chart):
    """Return the texts on a chart."""
    root = ET.fromstring(draw(chart).svg())  # noqa: S314 - our own picture
    return ["".join(node.itertext()) for node in root.iter(f"{SVG}text")]


def bars(*points, share=False, labels=None):
    names = labels or tuple("ABCDEFG"[: len(points)])
    return Chart("bars", ("Message",), "alt", names, (Series("One", points),), share=share)


def stacked(*rows, share=False):
    series = tuple(Series(f"Part {n}", points) for n, points in enumerate(zip(*rows, strict=True)))
    return Chart("stacked", ("M",), "alt", tuple("ABCD"[: len(rows)]), series, share=share)


def test_bars_carry_their_labels_and_values_and_no_axis():
    assert sorted(words(bars(3, 1200))) == ["1,200", "3", "A", "B"]


def test_a_bar_without_a_value_says_so_and_zero_is_zero():
    assert {"not supplied", "0"} <= set(words(bars(None, 0, 4)))


def test_shares_are_printed_as_percentages():
    assert "73%" in words(bars(0.734, share=True))


def test_segments_are_labelled_in_the_bar_and_named_above_in_order():
    found = words(stacked((10, 20), (5, 5)))
    assert [w for w in found if w.startswith("Part")] == ["Part 0", "Part 1"]
    assert {"10", "20", "5"} <= set(found)


def test_a_segment_too_small_for_its_number_has_none():
    found = words(stacked((1, 997)))
    assert "997" in found
    assert "1" not in found


def test_a_bar_of_nothing_says_whether_it_is_zero_or_not_supplied():
    found = words(stacked((1, 2), (0, 0), (None, None), share=True))
    assert {"0", "not supplied"} <= set(found)


def test_flow_names_its_lines_beside_them_with_their_last_values():
    found = words(sampler.CHARTS[0])
    assert {"146", "Open plans", "18", "Starts", "22", "Finishes"} <= set(found)
    assert {"Nov 25", "Oct 26"} <= set(found)


AHEAD = Outlook(
    1.5,
    149,
    140,
    158,
    ("forecast.open", "", AUTHORITY, "2026-11-20/2026-12-17"),
    "149",
    "expected by 17 Dec",
    "most likely 140 to 158",
)


@pytest.mark.parametrize("kind", ["flow", "variation"])
def test_a_forecast_is_named_beside_the_line(kind):
    chart = replace(sampler.flow("Forecast", height="small"), kind=kind)
    assert "most likely 140 to 158" not in words(chart)
    found = words(replace(chart, ahead=AHEAD))
    assert any("149" in each for each in found)
    assert any("expected by 17 Dec" in each for each in found)
    assert "most likely 140 to 158" in found


def test_a_line_s_scale_holds_the_range_of_its_forecast():
    far = replace(AHEAD, value=250, low=220, high=290)
    assert scale_of((replace(sampler.flow("Forecast"), ahead=far),)).line[1] > 290


def test_a_forecast_after_a_month_not_supplied_is_not_drawn_from_it():
    chart = sampler.flow("Gone", points=sampler.MISSING, height="small")
    assert "149" in words(replace(chart, ahead=AHEAD))


def test_bars_of_a_flow_begin_at_zero():
    assert "0" in words(sampler.CHARTS[0])


def test_months_that_do_not_fit_are_left_out_but_never_the_latest():
    months = tuple(f"Month {n}" for n in range(60))
    points = (1.0,) * 60
    chart = Chart("flow", ("M",), "alt", months, (Series("a", points),) * 3)
    shown = [w for w in words(chart) if w.startswith("Month")]
    assert shown
    assert len(shown) < 60
    assert "Month 59" in shown


def test_months_not_supplied_are_said_to_be():
    assert "not supplied" in words(sampler.flow("Gaps", points=sampler.GAPS))


def test_multiples_name_every_panel_and_its_last_value_and_the_key_once():
    found = words(sampler.multiples(3))
    assert {"Oak", "Maple"} <= set(found)
    assert {"149", "137"} <= set(found)
    assert found.count("Open plans") == 1


def test_dollars_and_underscores_are_words_not_maths():
    assert {"$5 to $10", "_hidden"} <= set(words(bars(1, 2, labels=("$5 to $10", "_hidden"))))


def test_a_letter_the_font_lacks_loses_no_chart():
    assert draw(bars(1, labels=("\N{SNOWMAN WITHOUT SNOW}",))).png()


@pytest.mark.parametrize("chart", [*sampler.CHARTS, sampler.multiples(14)])
def test_only_the_house_font_is_asked_for(chart):
    root = ET.fromstring(draw(chart).svg())  # noqa: S314 - our own picture
    styles = [node.get("style", "") for node in root.iter(f"{SVG}text")]
    assert styles
    assert all("font-family: 'Fira Sans'" in style for style in styles)


def test_for_the_screen_text_is_drawn_as_outlines():
    drawn = draw(bars(1))
    assert b"<text" in drawn.svg()
    assert b"<text" not in drawn.svg(paths=True)


def test_pictures_have_the_size_of_their_sheet_at_200_dots_an_inch():
    drawn = draw(sampler.CHARTS[0])
    width, height = struct.unpack(">II", drawn.png()[16:24])
    assert width == pytest.approx(house.TEXT_WIDTH_MM / 25.4 * 200, abs=1)
    assert height == pytest.approx(drawn.size[1] / 25.4 * 200, abs=1)


def test_bytes_carry_no_date_and_no_program():
    drawn = draw(bars(1))
    assert b"Software" not in drawn.png()
    assert b"dc:date" not in drawn.svg()
    assert b"Matplotlib" not in drawn.svg()


@pytest.mark.parametrize("steps", range(1, 7))
def test_neighbouring_segments_differ(steps):
    colours = ramp(steps)
    assert len(colours) == len(set(colours)) == steps
    light = [house.contrast(colour, house.INK) for colour in colours]
    assert light == sorted(light, reverse=True)


@pytest.mark.parametrize("kind", ["flow", "stacked", "bars", "variation"])
def test_a_chart_of_nothing_is_still_a_picture(kind):
    assert draw(Chart(kind, ("M",), "alt", (), (Series("a", ()),) * 3)).png()


def test_no_panels_are_still_a_picture():
    assert draw(Chart("multiples", ("M",), "alt")).png()


def varying(bands=(), marks=()):
    points = Series("Starts", (20.0, 24.0, 18.0, 45.0))
    labels = ("Jan 26", "Feb 26", "Mar 26", "Apr 26")
    return Chart("variation", ("M",), "alt", labels, (points,), bands=bands, marks=marks)


def test_a_usual_range_is_named_at_the_end_of_the_line():
    found = words(varying((Band(0, 3, 22.0, 12.4, 31.6, ()),)))
    beside = [
        "45 starts, Apr 26",
        "32 top of usual range",
        "22 average",
        "12 bottom of usual range",
    ]
    assert set(beside) <= set(found)


def test_a_range_that_ended_before_the_last_month_is_not_named_at_its_end():
    assert not [w for w in words(varying((Band(0, 2, 22.0, 12.4, 31.6, ()),))) if "range" in w]


def test_why_a_range_begins_anew_stands_over_it():
    bands = (Band(0, 1, 22.0, 12.4, 31.6, ()), Band(2, 3, 30.0, 12.4, 40.0, (), "New front door"))
    assert "New front door" in words(varying(bands))


def test_a_mark_changes_the_picture_by_its_side_and_by_being_provisional():
    pictures = {
        draw(varying(marks=marks)).png()
        for marks in ((), (Mark(3, "up"),), (Mark(3, "down"),), (Mark(3, "up", provisional=True),))
    }
    assert len(pictures) == 4


def one_series(kind, *points, labels=None, **more):
    names = labels or tuple("ABCDEFG"[: len(points)])
    return Chart(kind, ("M",), "alt", names, (Series("One", points),), height="screen", **more)


def test_columns_carry_labels_values_and_what_is_under_them():
    found = words(one_series("columns", 61, 0, None, unit="Months open"))
    assert sorted(found) == sorted(["61", "0", "–", "A", "B", "C", "Months open"])


def test_named_bars_carry_their_names_and_say_what_was_not_supplied():
    assert sorted(words(one_series("named", 3, None))) == ["3", "A", "B", "not supplied"]


def test_a_name_longer_than_the_chart_is_wide_is_cut():
    (long,) = (w for w in words(one_series("named", 3, labels=(sampler.LONG,))) if w != "3")
    assert long == sampler.LONG
    chart = draw(one_series("named", 3, labels=(sampler.LONG,)), 40)
    assert "…".encode() in chart.svg()


@pytest.mark.parametrize(("most", "share"), [(None, 1.0), (5, 0.6)])
def test_the_tallest_column_ends_where_the_scale_does_or_at_its_share_of_it(most, share):
    sheet = draw(one_series("columns", 3, 1, most=most), 60).sheet
    tallest, lower, _ = (patch.get_height() for patch in sheet.figure.artists)
    assert lower == pytest.approx(tallest / 3)
    room = (sheet.height - 4.6 - 4.2) / sheet.height
    assert tallest == pytest.approx(share * room)


def test_paired_lists_carry_every_name_and_value_with_as_many_decimals_as_any_needs():
    found = words(sampler.PAIRED)
    expected = ["1 Leadership", "2 Attendance", "8 Plan write up", "3.0", "–", "4.3"]
    assert sorted(found) == sorted(expected)
    whole = replace(sampler.PAIRED, panels=sampler.PAIRED.panels[:1])
    assert "3" in words(whole)


def test_trends_name_their_lines_once_and_end_in_their_last_values():
    found = words(sampler.TRENDS)
    assert (found.count("Meeting"), found.count("Enabling")) == (1, 1)
    assert (found.count("3.3"), found.count("Alder")) == (4, 1), "both round to 3.3, in two panels"


def test_a_flow_chart_says_of_its_usual_range_under_the_line():
    chart = replace(
        sampler.CHARTS[0], bands=(Band(0, 12, 150, 140, 170, ()),), aside="Shaded: usual."
    )
    assert any(found.startswith("Shaded: usual.") for found in words(chart))
    assert draw(chart).png() != draw(replace(chart, bands=())).png()
