"""Every entry of the catalogue, by source."""

from dataclasses import replace
from importlib import import_module

PARTS = (
    "extract_text",
    "dates",
    "records",
    "containers",
    "workbooks",
    "book_formats",
    "national_formats",
    "trackers",
    "scores",
    "forms",
    "priorities",
    "configs",
    "places",
    "escapes",
    "volumes",
)


def _entries():
    for name in PARTS:
        part = import_module(f"bad_inputs.catalogue.{name}")
        for entry in part.ENTRIES:
            yield replace(entry, source=entry.source or part.SOURCE)


ENTRIES = tuple(_entries())
