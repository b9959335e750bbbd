"""Keeps libraries from printing: what they warn of may hold a cell's value."""

import io
import logging
import sys
import warnings


def quieten() -> None:
    """Silence libraries' logs and warnings, and print what a terminal can't show as `?`."""
    logging.getLogger().addHandler(logging.NullHandler())
    if not sys.warnoptions:
        warnings.simplefilter("ignore")
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
