"""Puts a period's documents, figures, findings and provenance in place: all of it or nothing."""

import logging
from dataclasses import replace

from pipeline.errors import NothingToPublish
from pipeline.model.findings import Finding
from pipeline.model.measures import Measures
from pipeline.model.packs import Document
from pipeline.model.periods import RESTRICTED
from pipeline.model.request import Request
from pipeline.model.validated import Validated
from pipeline.publish.contents import contents_of
from pipeline.publish.disk import disk_trouble_said
from pipeline.publish.intact import spoiled, unreadable
from pipeline.publish.lock import only_run
from pipeline.publish.manifest import Provenance, manifest_json
from pipeline.publish.periods import (
    earlier_periods,
    next_name,
    same_result,
    what_changed,
)
from pipeline.publish.place import clear_leftovers, put_in_place
from pipeline.publish.published import Published

__all__ = ["Published", "publish"]

LOG = logging.getLogger(__name__)


def publish(
    documents: tuple[Document, ...],
    measures: Measures,
    validated: Validated,
    missing: tuple[Finding, ...],
    request: Request,
) -> Published:
    """Publish a period under `request.outputs`, or say that this result is published already.

    The circulated folder and the restricted one appear together or not at all, and nothing that
    stands there is ever replaced: another result for the same as-at date gets a name of its own
    (`2026-05-29-r2`), and so has the same one where files of it were lost or altered meanwhile,
    save Word documents, in which people write. `missing` are the findings of documents that could not be made.

    Raises NothingToPublish if no document could be made, NotPublished if the disk refuses or
    another run is publishing.
    """
    if not documents:
        raise NothingToPublish(_none_made(missing))
    findings = (*measures.findings, *missing)
    contents = contents_of(documents, measures, validated, findings)
    outputs, as_at, part = request.outputs, measures.as_at, request.is_part
    published = Published("", as_at, outputs, outputs, contents.documents, findings)
    with disk_trouble_said(outputs), only_run(outputs):
        clear_leftovers(outputs)
        earlier = earlier_periods(outputs, as_at)
        compared = contents.compared(part=part)
        marks = unreadable(earlier)
        period = ""
        for same in same_result(earlier, compared, part=part):
            lost = spoiled(outputs, same, list(compared))
            if not lost:
                period = same.name
                break
            marks = (*lost, *marks)
        published = replace(published, already=bool(period), spoiled=marks)
        period = period or next_name(outputs, as_at)
        published = replace(
            published,
            period=period,
            folder=outputs / period,
            restricted=outputs / RESTRICTED / period,
        )
        if published.already:
            LOG.info("%s is published already", period)
            return published
        changed = what_changed(earlier, contents.hashes, part=part)
        run = Provenance(documents, measures, validated, findings, request)
        manifest = manifest_json(period, changed, contents, run)
        put_in_place(outputs, period, contents.with_manifest(manifest), contents.restricted)
        many = "document" if len(documents) == 1 else "documents"
        LOG.info("published %s: %d %s", period, len(documents), many)
        return replace(published, changed=changed)


def _none_made(missing: tuple[Finding, ...]) -> str:
    """Say which documents failed and why, without the rule's words on those that were made."""
    facts = [dict(finding.facts) for finding in missing[:3]]
    named = [
        f"{fact['document']} ({fact['why']})" for fact in facts if {"document", "why"} <= set(fact)
    ]
    more = f" and {len(missing) - 3} more" if len(missing) > 3 else ""
    reasons = f" Not made: {', '.join(named)}{more}." if named else ""
    return f"No document could be made, so nothing was published.{reasons}"
