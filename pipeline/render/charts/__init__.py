"""Charts: one message each, drawn without a legend, a second axis or pyplot."""

from pipeline.model.content import Chart
from pipeline.render import house
from pipeline.render.charts.canvas import Drawn


def draw(chart: Chart, width: float = house.TEXT_WIDTH_MM) -> Drawn:
    """Return the chart drawn to a width in millimetres; its height follows from what it shows."""
    from pipeline.render.charts.bars import bars
    from pipeline.render.charts.canvas import house_style
    from pipeline.render.charts.columns import columns
    from pipeline.render.charts.flow import flow
    from pipeline.render.charts.multiples import multiples
    from pipeline.render.charts.named import named
    from pipeline.render.charts.paired import paired
    from pipeline.render.charts.stacked import stacked
    from pipeline.render.charts.trends import trends
    from pipeline.render.charts.variation import variation

    kinds = {
        "flow": flow,
        "stacked": stacked,
        "bars": bars,
        "variation": variation,
        "columns": columns,
        "named": named,
        "multiples": multiples,
        "paired": paired,
        "trends": trends,
    }
    with house_style():
        return Drawn(kinds[chart.kind](chart, width))
