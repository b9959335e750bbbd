"""The front page of a period: what was made, for whom, and what to know first."""

from collections.abc import Sequence

from pipeline.compose.first_page import to_look_at
from pipeline.compose.insight_words import told
from pipeline.compose.limits import limits
from pipeline.compose.papers_by_place import one_by_one, row_by_row
from pipeline.compose.subject import Subject
from pipeline.model.content import (
    Block,
    Insights,
    Link,
    Links,
)
from pipeline.model.packs import PlannedDocument

PERIOD_FILES = (
    Link("data-quality.html", "data-quality.html", "what to put right, and who can"),
    Link("figures.csv", "figures.csv", "every figure of ours that a document prints"),
    Link("manifest.json", "manifest.json", "which inputs and versions made this"),
)


def sections(subject: Subject) -> dict[str, tuple[Block, ...]]:
    """Return the blocks of the front page."""
    first = tuple(told(subject, each) for each in to_look_at(subject)[:3])
    papers = [each for each in subject.planned if each.spec.media != "html"]
    drafts = _drafts_apart(papers)
    papers = [each for each in papers if each not in drafts]
    of_all, of_localities, of_teams = (
        [each for each in papers if each.scope.type == kind]
        for kind in ("authority", "locality", "team")
    )
    return {
        "first": (*((Insights(first),) if first else ()), *limits(subject)),
        "authority": (one_by_one(subject, of_all, "Documents for the OLT"),) if of_all else (),
        "localities": _by_place(subject, of_localities, "Documents of each locality"),
        "teams": _by_place(subject, of_teams, "Documents of each team"),
        "emails": (one_by_one(subject, drafts, "Other e-mail drafts"),) if drafts else (),
        "figures": (Links(PERIOD_FILES),),
    }


def _by_place(
    subject: Subject, papers: Sequence[PlannedDocument], caption: str
) -> tuple[Block, ...]:
    return (row_by_row(subject, papers, caption),) if papers else ()


def _drafts_apart(papers: Sequence[PlannedDocument]) -> list[PlannedDocument]:
    """Return the drafts that stand beside no place's papers: one of a place's own lists does."""
    apart, beside = [], set()
    for paper in papers:
        if paper.circulated is None:
            continue
        if paper.circulated.list.gets in ("locality", "team") and paper.scope not in beside:
            beside.add(paper.scope)
        else:
            apart.append(paper)
    return apart
