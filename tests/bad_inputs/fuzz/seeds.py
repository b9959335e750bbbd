"""The real files that are spoilt, for each reader, and the inputs that each of them stands among."""

import csv
import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from bad_inputs.authority import BOOK_PATH, EXTRACT_PATH, SCORES_PATH, Authority
from bad_inputs.catalogue.bases import (
    ANNEX_A,
    CENSUS,
    put_census,
    put_list_6,
    put_ssd,
    ssd_name,
    ssd_tables,
)
from bad_inputs.catalogue.returned import APRIL_PATH, MARCH_PATH, REVIEW_PATH, put_returned
from bad_inputs.fuzz.mutations import BYTES, TEXT, XML, ZIP
from builders import rezipped, workbook
from old_workbooks import xls
from open_workbooks import ods_of

ROOT = Path(__file__).parents[3]
SAMPLE_EXTRACT_LINES = 250
LARGEST_SAMPLE = 3_000_000
"""Bytes: a larger file would make few tries."""
ID = re.compile(r"\b(?=\w*\d)(?=\w*[A-Za-z])\w{6,}\b")
"""What looks like an ID within a file: letters and digits."""


@dataclass(frozen=True)
class Seed:
    """A file to spoil: its reader, where it stands below inputs, and what to put beside it."""

    reader: str
    path: str
    content: bytes
    place: Callable[[Authority], object]
    ways: tuple[Callable, ...]
    secrets: frozenset[str] = frozenset()

    @property
    def is_extract(self):
        """Whether the file is one that `cinpack map` may be shown."""
        return self.path.startswith("extracts/")

    def put(self, authority, content):
        """Put the seed's surroundings in place, and other bytes for its own file."""
        self.place(authority)
        authority.put(self.path, content)
        authority.secrets |= self.secrets


def seeds(samples):
    """Return the seeds: files made here, the sample's own, and those of a folder if it is there."""
    made = [*_extracts(), *_national(), *_trackers(), *_scores(), *_forms()]
    return [*made, *_of_the_sample(ROOT), *_published(samples)]


def _made(reader, path, place, ways):
    authority = Authority()
    place(authority)
    return Seed(reader, path, authority.contents()[path], place, ways)


def _extracts():
    grid = Authority().plans.grid
    text = Authority().plans.text

    def other(path):
        return lambda authority: [
            authority.put(each, None) for each in (EXTRACT_PATH,) if each != path
        ]

    plain = EXTRACT_PATH
    yield Seed("delimited", plain, text.encode(), other(plain), TEXT)
    yield Seed("delimited", plain, text.replace(",", "\t").encode("utf-16"), other(plain), TEXT)
    yield Seed("delimited", plain, text.replace(",", ";").encode("cp1252"), other(plain), TEXT)
    book = workbook({"Export": grid})
    yield Seed("xlsx", BOOK_PATH, book, other(BOOK_PATH), ZIP)
    macros = rezipped(book, added=[("xl/vbaProject.bin", b"\xd0\xcf\x11\xe0 a macro")])
    for reader, content, ways in (
        ("xlsm", macros, ZIP),
        ("xls", xls({"Export": grid}), BYTES),
        ("ods", ods_of({"Export": grid}), ZIP),
    ):
        path = BOOK_PATH.replace("xlsx", reader)
        yield Seed(reader, path, content, other(path), ways)


def _national():
    yield _made("census", f"extracts/{CENSUS}", put_census, XML)
    yield _made("Annex A", f"extracts/{ANNEX_A}", put_list_6, ZIP)
    for table in ("ssd_cin_plans", "ssd_cin_episodes", "ssd_person", "ssd_cin_visits"):
        yield _made("SSD", f"extracts/{ssd_name(table)}", put_ssd, TEXT)
    tables = ssd_tables(Authority())
    path = "extracts/SSD 2026-05-29.xlsx"

    def alone(authority):
        authority.put(EXTRACT_PATH, None)

    yield Seed("SSD", path, workbook(tables), alone, ZIP)


def _trackers():
    path = Authority().tracker_path()
    grid = Authority().trackers["Alder"].grid
    for suffix, content, ways in (
        ("xlsx", workbook({"Tracker": grid}, hidden_rows=[3]), ZIP),
        ("xls", xls({"Tracker": grid}, merged=[(1, 2, 3)]), BYTES),
        ("ods", ods_of({"Tracker": grid}), ZIP),
    ):
        other = path.replace("xlsx", suffix)

        def place(authority, other=other):
            if other != path:
                authority.put(path, None)

        yield Seed("trackers", other, content, place, ways)


def _scores():
    table = Authority().scores
    yield Seed("scores", SCORES_PATH, table.text.encode(), lambda _: None, TEXT)

    def place(authority):
        authority.put(SCORES_PATH, None)

    book = SCORES_PATH.replace("csv", "xlsx")
    yield Seed("scores", book, workbook({"Scores": table.grid}), place, ZIP)


def _forms():
    for path in (MARCH_PATH, APRIL_PATH, REVIEW_PATH):
        yield _made("returned forms", path, put_returned, ZIP)


def _of_the_sample(root):
    """Yield the committed sample's own files; its extract is cut short, for speed."""
    extract = next((root / "inputs/extracts").glob("*.csv"))
    with extract.open("rb") as lines:
        short = b"".join(islice(lines, SAMPLE_EXTRACT_LINES))

    def place(authority):
        for path in authority.contents():
            authority.put(path, None)
        authority.trackers.clear()
        authority.config = {p.name: p.read_bytes() for p in (root / "config").glob("*.yaml")}
        authority.put(f"extracts/{extract.name}", short)

    yield Seed(
        "delimited", f"extracts/{extract.name}", short, place, TEXT, _ids(short.decode("cp1252"))
    )
    tracker = next(iter(sorted((root / "inputs/trackers").rglob("*.xlsx"))))
    forms = sorted((root / "inputs").rglob("*.docx"))
    scores = sorted((root / "inputs/reviews").glob("*.csv"))
    for file, reader, ways in (
        (tracker, "trackers", ZIP),
        *((file, "scores", TEXT) for file in scores),
        *((file, "returned forms", ZIP) for file in (forms[0], forms[-1])),
    ):
        path = file.relative_to(root / "inputs").as_posix()
        yield Seed(reader, path, file.read_bytes(), place, ways)


def _published(folder):
    """Yield openly published files that somebody keeps beside the repository."""
    for file in sorted(folder.rglob("*")) if folder.is_dir() else ():
        if not file.is_file() or file.stat().st_size > LARGEST_SAMPLE:
            continue
        path, content = f"extracts/{file.name}", file.read_bytes()

        def alone(authority):
            authority.put(EXTRACT_PATH, None)

        zipped = zipfile.is_zipfile(io.BytesIO(content))
        reader = "census" if file.suffix.lower() == ".xml" else "Annex A"
        ways = ZIP if zipped else XML if reader == "census" else TEXT
        told = _ids(content.decode("utf-8", "replace")) if not zipped else frozenset()
        yield Seed(reader, path, content, alone, ways, told)


def _ids(text):
    """Return what looks like an ID between the marks of XML, or in the rows below a header."""
    if text.lstrip("\ufeff \n").startswith("<"):
        return frozenset(ID.findall(" ".join(re.findall(r">([^<]*)<", text))))
    rows = list(csv.reader(io.StringIO(text)))[1:]
    return frozenset(word for row in rows for cell in row[:1] for word in ID.findall(cell))
