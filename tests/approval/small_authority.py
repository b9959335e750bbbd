"""A small authority with a little of everything, from which each pack's first document is made."""

from functools import cache

from spec.given import measures_of, read_settings

from pipeline.compose import compose
from pipeline.packs import find_packs, plan_documents

EXTRACT = """
child | start      | end        | outcome | team  | CIN meeting | written    | signed off | sent
X1    | 02/01/2025 |            |         | Alder | 12/05/2026  | 13/05/2026 | 20/05/2026 |
X2    | 05/01/2026 |            |         | Alder | 11/05/2026  |            |            |
X3    | 09/02/2026 |            |         | Birch | 18/05/2026  | 19/05/2026 |            |
X4    | 20/05/2026 |            |         | Cedar |             |            |            |
X5    | 03/03/2025 | 14/04/2026 | closed  | Alder |             |            |            |
X6    | 01/10/2025 | 21/04/2026 | closed  | Birch |             |            |            |
X7    | 01/10/2024 | 20/05/2025 | closed  | Cedar |             |            |            |
"""
TRACKER = """
child | team  | stage                            | barrier | action      | owner  | due        | planned closure
X1    | Alder | Decided to close                 | Housing | Last visit  | A. Made| 12/06/2026 | 16/06/2026
X2    | Alder | Intervention underway            |         | Ring school |        |            |
X3    | Birch | Identified for potential closure |         |             |        |            |
"""
SCORES = """
team  | observed   | 1 | 2 | 3 | 8 | 9
Alder | 10/02/2026 | 2 | 3 | 2 | 3 | 1
Alder | 12/05/2026 | 4 | 3 | 3 | 3 | 2
Birch | 12/05/2026 | 3 | 3 | 3 | 2 | 2
"""


def _rows(text):
    header, *lines = [
        [cell.strip() for cell in line.split("|")] for line in text.split("\n") if line
    ]
    return [dict(zip(header, line, strict=True)) for line in lines]


@cache
def contents():
    """Return the content of the first document of each pack, by the pack's name."""
    given = {"Extract": _rows(EXTRACT), "Tracker": _rows(TRACKER), "Scores": _rows(SCORES)}
    planned = plan_documents(find_packs(), read_settings({}))
    composed, _ = compose(measures_of(given, {}), planned, raise_faults=True)
    return {document.spec.name: content for document, content in reversed(composed)}
