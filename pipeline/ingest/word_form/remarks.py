"""What is said of a form that was read: what it lost, and what stands beside its fields."""

from collections import Counter
from collections.abc import Iterator

from pipeline.ingest.word_form.form import Read
from pipeline.ingest.word_form.names import short_name
from pipeline.model.findings import Finding, Place, Rule
from pipeline.model.rules.documents import (
    DOCUMENT_COLUMNS_GONE,
    DOCUMENT_COMMENTS,
    DOCUMENT_CONTROLS_GONE,
    DOCUMENT_EMBEDDED,
    DOCUMENT_FOREIGN,
    DOCUMENT_HEADERS_GONE,
    DOCUMENT_HIDDEN,
    DOCUMENT_KNOWN_BY_TITLE,
    DOCUMENT_PARTS_GONE,
    DOCUMENT_REMOTE,
    DOCUMENT_TABLE_REPEATED,
    DOCUMENT_TEXT_BOXES,
    DOCUMENT_UNMARKED,
)


def remarks(read: Read) -> Iterator[Finding]:
    """Yield what a person should know of a form that was read."""
    if read.known.by_title:
        yield _finding(read, DOCUMENT_KNOWN_BY_TITLE)
    if not read.marked:
        yield _finding(read, DOCUMENT_UNMARKED)
    yield from _on_tables(read)
    yield from _on_parts(read)
    if not any(short_name(each) == "w:sdt" for each in read.package.body.iter()):
        yield _finding(read, DOCUMENT_CONTROLS_GONE)
    asides = Counter(aside.where for aside in read.raw.asides)
    for rule, number in (
        (DOCUMENT_COMMENTS, asides["comment"]),
        (DOCUMENT_TEXT_BOXES, asides["text box"]),
        (DOCUMENT_HIDDEN, asides["hidden"]),
        (DOCUMENT_EMBEDDED, read.package.embedded),
        (DOCUMENT_FOREIGN, read.package.foreign),
        (DOCUMENT_REMOTE, read.package.remote),
    ):
        if number:
            yield _finding(read, rule, count=str(number))


def _on_tables(read: Read) -> Iterator[Finding]:
    times = Counter(match.table.part for match in read.matches)
    for match in read.matches:
        table, there = match.table, set(match.columns.values())
        if match.how:
            yield _finding(read, DOCUMENT_HEADERS_GONE, table=table.title, how=match.how)
        gone = [c.header for c in table.columns if c not in there and not c.printed]
        if gone:
            columns = ", ".join(gone)
            yield _finding(read, DOCUMENT_COLUMNS_GONE, table=table.title, columns=columns)
    for table in read.known.form.tables:
        if times[table.part] > 1 and not table.by_team:
            number = str(times[table.part])
            yield _finding(read, DOCUMENT_TABLE_REPEATED, table=table.title, times=number)


def _on_parts(read: Read) -> Iterator[Finding]:
    form, matched = read.known.form, {match.table.part for match in read.matches}
    gone = [table.title for table in form.tables if table.part not in matched]
    gone += [line.label for line in form.lines if not read.met[line.name]]
    gone += [question.question for question in form.questions if not read.met[question.name]]
    if gone:
        yield _finding(read, DOCUMENT_PARTS_GONE, parts="; ".join(gone))


def _finding(read: Read, rule: Rule, **facts: str) -> Finding:
    return Finding(rule, Place(read.raw.file), facts=tuple(facts.items()))
