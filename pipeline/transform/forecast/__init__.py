"""Forecast: starts, finishes and open plans for the fortnight from the meeting and up to the next.

Nothing here knows of documents. What the methods are and why: ADR 13.
"""

from pipeline.transform.forecast.figures import forecast_figures

__all__ = ("forecast_figures",)
