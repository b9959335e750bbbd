"""What a pack's module composes from: the measures, seen from one document's scope."""

from dataclasses import dataclass
from datetime import date

from pipeline.model import scopes
from pipeline.model.calendar import Meeting
from pipeline.model.measures import Figure, Measures, Windows
from pipeline.model.packs import PlannedDocument
from pipeline.model.scopes import AUTHORITY, Scope
from pipeline.model.settings import Settings


@dataclass(frozen=True)
class Subject:
    """One document to compose; `planned` lists every document of the run."""

    measures: Measures
    document: PlannedDocument
    planned: tuple[PlannedDocument, ...] = ()

    @property
    def scope(self) -> Scope:
        """The authority, locality or team that the document is about."""
        return self.document.scope

    @property
    def settings(self) -> Settings:
        """The authority's settings."""
        return self.measures.settings

    @property
    def as_at(self) -> date:
        """The as-at date D."""
        return self.measures.as_at

    @property
    def windows(self) -> Windows:
        """The months, weeks and year that the figures cover."""
        return self.measures.windows

    @property
    def meeting(self) -> Meeting:
        """The meeting that the document prepares."""
        return self.measures.calendar.meeting(self.scope)

    @property
    def teams(self) -> tuple[Scope, ...]:
        """The teams of the document's locality (of all, for the authority), as config has them."""
        return scopes.teams(self.settings, self.scope.locality)

    @property
    def localities(self) -> tuple[Scope, ...]:
        """The localities, as config has them."""
        return scopes.localities(self.settings)

    @property
    def parts(self) -> tuple[Scope, ...]:
        """What the document's scope is made up of: the authority's localities, a locality's teams."""
        return self.teams if self.scope.locality else self.localities

    def figure(
        self, measure: str, scope: Scope | None = None, category: str = "", window: str = ""
    ) -> Figure:
        """Return a figure of the document's scope, or of another."""
        return self.measures.figures.get(measure, scope or self.scope, category, window)

    def authority_figure(self, measure: str, category: str = "", window: str = "") -> Figure:
        """Return a figure of the whole authority."""
        return self.measures.figures.get(measure, AUTHORITY, category, window)

    def spanning(self, measure: str, scope: Scope | None = None) -> Figure:
        """Return the figure of a measure that has one window of its own (closures)."""
        return self.measures.figures.windowed(measure, scope or self.scope)

    def has(self, measure: str, scope: Scope, category: str = "", window: str = "") -> bool:
        """Return whether the figure is there and could be computed."""
        found = self.measures.figures.find(measure, scope, category, window)
        return found is not None and found.supplied
