"""A document's content as text that a person can read through and approve."""

from dataclasses import fields, is_dataclass

from pipeline.model.content import Chart, Printed, Quoted, Row, Table, plain

WIDTH = 110


def as_text(content):
    """Return the title, then each section with its blocks, a line or a few each."""
    lines = [
        f"# {content.title}",
        content.strapline,
        f"{content.scope_name}, {content.as_at_words}",
    ]
    for section in content.sections:
        lines += ["", f"## {section.heading or section.id}"]
        for block in section.blocks:
            lines += _block(block)
    return "\n".join(line.rstrip() for line in lines if line is not None) + "\n"


def _block(block):
    if isinstance(block, Table):
        yield f"[table] {block.caption}"
        yield " | ".join(column.header for column in block.columns)
        yield from (_row(row) for row in block.rows)
        if block.note:
            yield f"note: {plain(block.note)}"
    elif isinstance(block, Chart):
        yield f"[{block.kind} chart] {plain(block.message)}"
        yield f"alt: {block.alt}"
        for series in block.series:
            yield f"{series.name}: {', '.join(map(_number, series.points))}"
        for panel in block.panels:
            yield from (f"  {line}" for line in _block(panel))
    else:
        yield f"[{type(block).__name__}]"
        yield from (f"  {line}" for line in _fields(block))


def _row(row: Row):
    return f"{'= ' if row.role == 'total' else ''}{' | '.join(map(_cell, row.cells))}"


def _cell(cell):
    parts = [plain(cell.words), f"({plain(cell.small)})" if cell.small else ""]
    parts.append(f"<{_entry(cell.entry)}>" if cell.entry else "")
    return " ".join(part for part in parts if part).replace("\n", " / ")


def _entry(entry):
    given = [
        str(getattr(entry, name)) for name in ("chosen", "text", "day") if getattr(entry, name, "")
    ]
    return ": ".join([type(entry).__name__, entry.label, *given])


def _fields(value):
    """Yield a line for each field of a block that says something, nested blocks indented."""
    for each in fields(value):
        inside = getattr(value, each.name)
        if inside in ((), "", None, False):
            continue
        if _is_words(inside):
            yield f"{each.name}: {plain(inside)}"
        elif isinstance(inside, tuple):
            for item in inside:
                if _is_words(item):
                    yield f"- {plain(item)}"
                elif is_dataclass(item):
                    yield "-"
                    yield from (f"  {line}" for line in _nested(item))
                else:
                    yield f"- {item}"
        elif is_dataclass(inside):
            yield f"{each.name}:"
            yield from (f"  {line}" for line in _nested(inside))
        else:
            yield f"{each.name}: {inside}"


def _nested(item):
    return _block(item) if isinstance(item, (Table, Chart)) else _fields(item)


def _is_words(value):
    return (
        isinstance(value, tuple)
        and bool(value)
        and all(isinstance(part, str | Printed | Quoted) for part in value)
        and not all(isinstance(part, str) and len(value) > 1 for part in value)
    )


def _number(point):
    return "gap" if point is None else f"{point:g}"
