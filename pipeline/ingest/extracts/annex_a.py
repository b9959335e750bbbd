"""List 6 of Ofsted's Annex A: a sheet of its workbook, or that list alone."""

import re
from typing import Final

from pipeline.ingest.extracts.plan_table import PlanTable
from pipeline.ingest.reading import Opened
from pipeline.ingest.refusal import Refused
from pipeline.ingest.tables.headers import Contract
from pipeline.ingest.tables.table import TableOf
from pipeline.ingest.tabular import Tabular
from pipeline.model.names import same_header
from pipeline.model.national_tables import ANNEX_A
from pipeline.model.rules.formats import ANNEX_A_NO_LIST_6
from pipeline.model.settings import Settings

LIST_6: Final = re.compile(r"(annexa)?(list0?6(?!\d).*|childreninneed.*|cin)")
A_LIST: Final = re.compile(r"(annexa)?list0?\d{1,2}(?!\d).*")
UNREAD: Final = frozenset(
    same_header(header)
    for header in ("Gender", "Sex", "Ethnicity", "Age of Child (Years)", "Age of Child", "Age")
)
"""Columns of the list that no figure needs."""


class AnnexA:
    """Knows List 6 when it sees it."""

    def __init__(self, settings: Settings) -> None:
        self.contract = Contract(ANNEX_A, settings)

    def look(self, file: str, tabular: Tabular) -> PlanTable | None:
        """Return how to read a file; None if it is no Annex A.

        Raises Refused if it is one without List 6, or if two of its columns could be one.
        """
        if tabular.fits(self.contract):
            return self.insist(file, tabular)
        named = [same_header(sheet.name) for sheet in tabular.sheets]
        if any(LIST_6.fullmatch(name) for name in named):
            return None
        if sum(A_LIST.fullmatch(name) is not None for name in named) > 1:
            raise Refused(ANNEX_A_NO_LIST_6)
        return None

    def insist(self, file: str, tabular: Tabular) -> PlanTable:
        """Take a file for List 6. Raises Refused, which says what it lacks."""
        of = TableOf("case_extract", file, format="annex_a", plans=True)
        return PlanTable(Opened(tabular, self.contract, _is_list_6), of, UNREAD)


def _is_list_6(sheet: str) -> bool:
    return LIST_6.fullmatch(same_header(sheet)) is not None
