"""Names nobody has: places from points of the compass, teams from trees, people from "example"."""

from collections.abc import Iterator
from typing import Final


def _names(text: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in text.split(","))


AUTHORITY: Final = "Exampleshire County Council"
CODE: Final = "999"
"""No local authority has this number."""

LOCALITIES: Final = _names("""
    North Dale, South Vale, East Moor, West Fen, Upper Heath, Lower Marsh, Nether Wold, Over Combe,
    Inner Holt, Outer Holt, Near Down, Far Down, High Fell, Low Fell, Mid Weald, Long Reach
""")
TREES: Final = _names("""
    Alder, Birch, Cedar, Damson, Elder, Fir, Ginkgo, Hazel/Holly, Ilex, Juniper, Koa, Larch, Maple,
    Nutmeg, Olive, Poplar, Quince, Rowan, Spruce, Tulip Tree, Ume, Viburnum, Walnut, Yew, Zelkova,
    Acacia, Beech, Chestnut, Dogwood, Ebony, Fig, Guava, Jacaranda, Katsura, Linden, Mulberry,
    Nectarine, Oak, Pine, Sycamore
""")
"""One has a stroke in it, as real teams do: its folder can't."""

FIRST: Final = _names("""
    Pat, Sam, Robin, Alex, Jo, Chris, Lee, Kit, Jude, Ashley, Morgan, Drew, Toni, Frankie, Charlie,
    Bobbie, Jules, Rowan, Ali, Dana, Casey, Jamie, Nicky, Terry, Val, Hilary, Lindsay, Kerry, Leslie
""")
LAST: Final = _names("""
    Example, Sample, Placeholder, Specimen, Template, Invented, Testcase, Mockup, Notional, Fictive,
    Makebelieve, Standin, Filler, Pretend, Exemplar, Nobody, Demo, Imaginary, Illustration, Dummy,
    Prototype, Pattern, Instance, Someone, Whoever, Anyone, Figment, Sketch, Draft, Model, Stencil
""")
"""Thirty-one beside twenty-nine first names: 899 people before a pair comes again."""


def numbered(names: tuple[str, ...], count: int) -> list[str]:
    """Return `count` different names: the list, then the list again with numbers."""
    rounds = range(-(-count // len(names)))
    return [name if turn == 0 else f"{name} {turn + 1}" for turn in rounds for name in names][
        :count
    ]


def people() -> Iterator[str]:
    """Yield invented people, each once."""
    place = 0
    while True:
        name = f"{FIRST[place % len(FIRST)]} {LAST[place % len(LAST)]}"
        turn = place // (len(FIRST) * len(LAST))
        yield name if turn == 0 else f"{name} {turn + 1}"
        place += 1
