"""The authority's own extract: one row for each version of a plan, under its own headers."""

from pipeline.ingest.extracts.plan_table import PlanTable
from pipeline.ingest.reading import Opened
from pipeline.ingest.tables.headers import Contract
from pipeline.ingest.tables.table import TableOf
from pipeline.ingest.tabular import Tabular
from pipeline.model.settings import Settings
from pipeline.model.tables import CASE_EXTRACT


class LocalExtract:
    """Knows a local extract when it sees one."""

    def __init__(self, settings: Settings) -> None:
        self.contract = Contract(CASE_EXTRACT, settings)

    def look(self, file: str, tabular: Tabular) -> PlanTable | None:
        """Return how to read a file; None if it has not the columns needed. Raises Refused."""
        return self.insist(file, tabular) if tabular.fits(self.contract) else None

    def insist(self, file: str, tabular: Tabular) -> PlanTable:
        """Take a file for a local extract. Raises Refused, which says what it lacks."""
        of = TableOf("case_extract", file, format="local", plans=True)
        return PlanTable(Opened(tabular, self.contract), of)
