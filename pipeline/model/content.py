"""What a document says, before it is Word, PDF or HTML: sections of typed blocks."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

from pipeline.model.entries import Entry, EntryGroup, EntryLine
from pipeline.model.identity import Identity
from pipeline.model.outlook import Outlook
from pipeline.model.scopes import Scope
from pipeline.model.usual_range import Band, Mark

Media = Literal["docx", "pdf", "html", "xlsx", "eml"]
Page = Literal["portrait", "landscape", "screen"]
"""What a PDF is laid out on: A4, A4 on its side, or a screen's width and height."""


@dataclass(frozen=True)
class Printed:
    """A figure as printed, and the row of `figures.csv` it stands for.

    `row` is measure, category, scope, window. `shows` tells which of its numbers is printed.
    """

    text: str
    row: tuple[str, str, Scope, str]
    shows: Literal["value", "numerator", "denominator", "low", "high"] = "value"


@dataclass(frozen=True)
class Quoted:
    """Words of a source: an ID, or what a person wrote; a number in them is no figure of ours."""

    text: str


Words = tuple[str | Printed | Quoted, ...]
"""A run of text in which every figure knows where it comes from."""


def plain(words: Words) -> str:
    """Return the words as text."""
    return "".join(part if isinstance(part, str) else part.text for part in words)


@dataclass(frozen=True)
class Paragraph:
    """A paragraph: body text, a lead sentence, a small note, or a hint to the writer.

    One that `leads` stays on the page of what comes next, whatever that is.
    """

    words: Words
    role: Literal["body", "lead", "note", "hint"] = "body"
    leads: bool = False


@dataclass(frozen=True)
class Bullets:
    """A list, numbered or not; in a `small` letter if it is there to look up."""

    items: tuple[Words, ...]
    numbered: bool = False
    small: bool = False


@dataclass(frozen=True)
class KeyFigure:
    """A large figure with its label, and a sentence on its direction."""

    label: str
    figure: Words
    direction: Words = ()


@dataclass(frozen=True)
class KeyFigures:
    """The few figures that matter, side by side."""

    items: tuple[KeyFigure, ...]


@dataclass(frozen=True)
class Insight:
    """One thing to look at: the sentence, since when, where to look, and an open question."""

    sentence: Words
    since: Words = ()
    where: str = ""
    question: str = ""


@dataclass(frozen=True)
class Insights:
    """Insights in order of importance."""

    items: tuple[Insight, ...]


@dataclass(frozen=True)
class Link:
    """A file beside the document, and what is in it."""

    words: str
    path: str
    about: str


@dataclass(frozen=True)
class Links:
    """A list of links (HTML only)."""

    items: tuple[Link, ...]


@dataclass(frozen=True)
class Cell:
    """A table cell: words, smaller words under them, and an entry to fill in.

    `link` is where the words lead: a path beside the document, or `#` and an id (HTML only).
    `tone` shades: `up` and `down` are good and bad by the words beside them, `quiet` recedes.
    """

    words: Words = ()
    small: Words = ()
    entry: Entry | None = None
    link: str = ""
    tone: Literal["", "up", "down", "quiet", "strong"] = ""


@dataclass(frozen=True)
class TableColumn:
    """A column: its one-line header, its share of the width, and how its cells align."""

    header: str
    width: float = 1.0
    align: Literal["left", "right", "centre"] = "left"


@dataclass(frozen=True)
class Row:
    """A row of cells; `role` marks a total, or a heading that spans the table."""

    cells: tuple[Cell, ...]
    role: Literal["body", "total", "group"] = "body"


@dataclass(frozen=True)
class Table:
    """A table with one header row; its first column names the rows.

    `tag` identifies the table when the document comes back. `write_in` tables have ruled cells
    with room to write and rows that may be added.
    """

    caption: str
    columns: tuple[TableColumn, ...]
    rows: tuple[Row, ...]
    note: Words = ()
    tag: str = ""
    write_in: bool = False
    show_caption: bool = True


@dataclass(frozen=True)
class Series:
    """Points of one line or set of bars; `None` is a gap.

    `rows` says which row of `figures.csv` each point is. An `aside` stands apart from the order of
    the other series, such as what was not recognised.
    """

    name: str
    points: tuple[float | None, ...]
    rows: tuple[tuple[str, str, Scope, str], ...] = ()
    aside: bool = False


@dataclass(frozen=True)
class Chart:
    """A chart with one message.

    `flow`: a line (first series) over paired bars (the other two), by month.
    `stacked`: one horizontal bar a label, a segment a series.
    `bars`: one horizontal bar a label, a single series.
    `variation`: a line by month with its usual range (`bands`) and what is beyond it (`marks`).
    `columns`: one upright bar a label, a single series, `unit` under the labels.
    `named`: one horizontal bar a label, under its name.
    `multiples`: small `flow` panels side by side, each in `panels`, on the same scales.
    `paired`: two lists of short bars side by side, each in `panels`, on one scale up to `most`.
    `trends`: small panels of two lines each, side by side, on one scale up to `most`.

    `message` is the plain sentence printed above; `alt` says kind, what it shows and message;
    `source` is printed under it. `ahead` is the forecast after a line's end. `most` is where the scale
    ends, if not at the largest. `bands` are the usual range of a line; `aside` is small in the picture.
    """

    kind: Literal[
        "flow",
        "stacked",
        "bars",
        "columns",
        "named",
        "variation",
        "multiples",
        "paired",
        "trends",
    ]
    message: Words
    alt: str
    labels: tuple[str, ...] = ()
    series: tuple[Series, ...] = ()
    bands: tuple[Band, ...] = ()
    marks: tuple[Mark, ...] = ()
    ahead: Outlook | None = None
    panels: tuple["Chart", ...] = ()
    source: str = ""
    unit: str = ""
    aside: str = ""
    share: bool = False
    most: float | None = None
    height: Literal["strip", "screen", "low", "small", "medium", "large"] = "medium"


@dataclass(frozen=True)
class Task:
    """Something to put right; `mark` says how grave. A page folds `places` under words `folded`."""

    what: Words
    remedy: str = ""
    mark: str = ""
    places: tuple[str, ...] = ()
    folded: str = ""


@dataclass(frozen=True)
class Tasks:
    """What someone is asked to put right, gravest first; a page links to `id`, and folds `minor`."""

    id: str
    heading: str
    about: str
    items: tuple[Task, ...]
    minor: tuple[Task, ...] = ()


@dataclass(frozen=True)
class Panel:
    """A part of a screen: its name, and a chart, a table under its sentence, or why there is none."""

    name: str
    shows: Chart | Table | Paragraph
    message: Words = ()


@dataclass(frozen=True)
class Screen:
    """One screenful about one place: key figures, then panels, each always in the same place.

    `headline` is the one matter to look at first; empty where nothing stands out.
    """

    place: str
    about: Words
    figures: KeyFigures
    panels: tuple[Panel, ...]
    headline: Words = ()


Block = (
    Paragraph
    | Bullets
    | KeyFigures
    | Insights
    | Links
    | Table
    | Chart
    | EntryLine
    | EntryGroup
    | Tasks
    | Screen
)


@dataclass(frozen=True)
class Section:
    """A heading (none, if blank) and its blocks; `new_page` starts on a fresh page."""

    id: str
    heading: str
    blocks: tuple[Block, ...]
    new_page: bool = False


@dataclass(frozen=True)
class PackContent:
    """One document's content: the same for every medium.

    `logo` is a PNG file, `reference` the Word document whose styles stand in for the house's.
    """

    identity: Identity
    title: str
    authority: str
    scope_name: str
    as_at: date
    as_at_words: str
    classification: str
    colour: str
    sections: tuple[Section, ...]
    strapline: str = ""
    logo: Path | None = None
    reference: Path | None = None
    language: str = "en-GB"
    page: Page = "portrait"
