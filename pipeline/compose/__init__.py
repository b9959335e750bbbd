"""Compose: from measures to what each document says; no frames, no HTML, no Word."""

from dataclasses import replace
from importlib import import_module

from pipeline.compose.email import about
from pipeline.compose.subject import Subject
from pipeline.compose.wording import long_date
from pipeline.model.content import (
    Block,
    Bullets,
    PackContent,
    Paragraph,
    Section,
)
from pipeline.model.findings import Finding
from pipeline.model.identity import Identity
from pipeline.model.measures import Measures
from pipeline.model.packs import PlannedDocument, SectionSpec, missing_document

Contents = tuple[tuple[PlannedDocument, PackContent], ...]


def compose(
    measures: Measures, planned: tuple[PlannedDocument, ...], *, raise_faults: bool = False
) -> tuple[Contents, tuple[Finding, ...]]:
    """Return what each planned document says, and a finding for each that can't be composed.

    A pack is composed by the module of its own name: `sections(subject)` gives the blocks of each
    section that its `pack.yaml` lists. `raise_faults` lets the first failure through instead.
    """
    contents, missing = [], []
    for document in planned:
        try:
            contents.append(
                (document, _content(Subject(_seen(measures, document), document, planned)))
            )
        except Exception as fault:
            if raise_faults:
                raise
            missing.append(missing_document(document, fault))
    return tuple(contents), tuple(missing)


def _seen(measures: Measures, document: PlannedDocument) -> Measures:
    """Return the measures less every child-level row that the document may not show."""
    team = document.scope.team
    own = (team,) if document.spec.may_show_child_ids else ()
    return replace(
        measures,
        tracker_changes={t: rows for t, rows in measures.tracker_changes.items() if t in own},
        agendas={t: cases for t, cases in measures.agendas.items() if t in own},
    )


def _content(subject: Subject) -> PackContent:
    spec, scope, settings = subject.document.spec, subject.scope, subject.settings
    blocks = import_module(f"{__name__}.{spec.name}").sections(subject)
    day = f" on {long_date(subject.meeting.date)}" if subject.meeting.planned else ""
    names = {
        "on_its_day": day,
        "locality": scope.locality,
        "team": scope.team,
        "authority": settings.authority.name,
    }
    if subject.document.circulated is not None:
        names |= {"about": about(subject), "classification": settings.branding.classification}
    return PackContent(
        identity=Identity(spec.name, scope, subject.as_at.isoformat(), spec.version),
        title=spec.title.format(**names),
        strapline=spec.strapline.format(**names),
        authority=settings.authority.name,
        scope_name=scope.name or "All localities",
        as_at=subject.as_at,
        as_at_words=long_date(subject.as_at),
        classification=settings.branding.classification,
        colour=settings.branding.colour,
        logo=settings.branding.logo,
        reference=settings.branding.reference,
        page=spec.page,
        sections=tuple(
            Section(
                section.id,
                section.heading.format(**names),
                (*_standing(section, names), *blocks[section.id]),
                section.new_page,
            )
            for section in spec.sections
            if section.intro or section.points or blocks[section.id]
        ),
    )


def _standing(section: SectionSpec, names: dict[str, str]) -> tuple[Block, ...]:
    """Return the standing words of a section as `pack.yaml` has them."""
    intro = (Paragraph((section.intro.format(**names),)),) if section.intro else ()
    points = tuple((point.format(**names),) for point in section.points)
    return (*intro, Bullets(points, numbered=True)) if points else intro
