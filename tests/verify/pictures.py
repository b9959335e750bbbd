"""Looks at the pages of a PDF as pictures: is each one used, and does anything run into its edge?"""

import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

DPI = 75
MM = DPI / 25.4
EDGE_MM = 4
HEAD_MM, FOOT_MM = 22, 22
LEAST_INK = 0.002


def page_faults(pdf):
    """Return a sentence for each page with nothing on it or with ink at its very edge."""
    pages = page_pictures(pdf)
    found = [
        f"page {n} is blank" for n, page in enumerate(pages, 1) if _ink(_body(page)) < LEAST_INK
    ]
    found += [f"page {n} runs into its edge" for n, page in enumerate(pages, 1) if _edge_ink(page)]
    return found if pages else ["no pages"]


def page_pictures(pdf):
    """Return each page as an array of greys, 0 black to 255 white."""
    with TemporaryDirectory() as folder:
        command = ["pdftoppm", "-r", str(DPI), "-gray", str(pdf), f"{folder}/page"]
        subprocess.run(command, check=True, capture_output=True)
        return [_read_pgm(path) for path in sorted(Path(folder).glob("*.pgm"))]


def _read_pgm(path):
    kind, size, most, pixels = path.read_bytes().split(b"\n", 3)
    assert (kind, most) == (b"P5", b"255")
    width, height = map(int, size.split())
    return np.frombuffer(pixels, dtype=np.uint8).reshape(height, width)


def _body(page):
    return page[round(HEAD_MM * MM) : -round(FOOT_MM * MM)]


def _ink(picture):
    return float((picture < 225).mean())


def _edge_ink(page):
    edge = round(EDGE_MM * MM)
    strips = (page[:edge], page[-edge:], page[:, :edge], page[:, -edge:])
    return any((strip < 200).any() for strip in strips)
