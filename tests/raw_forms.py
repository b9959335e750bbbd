"""Builds forms as they come back, cell by cell, without a document."""

from datetime import date

from builders import settings_of

from pipeline.model.history import History
from pipeline.model.identity import Identity
from pipeline.model.ingested import Ingested
from pipeline.model.returned import Answer, Aside, Characters, RawForm
from pipeline.model.scopes import Scope
from pipeline.validate import validate

NORTH_DALE = Scope("locality", "North Dale")
OCTOBER, NOVEMBER, DECEMBER = date(2026, 10, 30), date(2026, 11, 27), date(2026, 12, 31)
"""As-at dates, each a month after the one before."""
NO_PAST = History()


def row(part, line, name="", **cells):
    """Return the answers of a row; a cell is a text, or a text and whether its box is ticked."""
    return [_answer(part, name, column, line, cell) for column, cell in cells.items()]


def entries(**cells):
    """Return answers beside lines and under questions."""
    return [_answer("entries", name, "", n, cell) for n, (name, cell) in enumerate(cells.items())]


def scores(team, observed="", **points):
    """Return a column of scores: `c1="4"` is that of criterion 1."""
    cells = {"observed": observed, **{name[1:]: text for name, text in points.items()}}
    return [_answer("scores", name, team, n, text) for n, (name, text) in enumerate(cells.items())]


def _answer(part, name, column, line, cell):
    text, held = cell if isinstance(cell, tuple) else (cell, None)
    if isinstance(held, date):
        return Answer(part, name, column, line, text, day=held)
    return Answer(part, name, column, line, text, ticked=held)


def form(pack, *answers, period=OCTOBER, scope=NORTH_DALE, file="form.docx", asides=(), **parts):
    """Return a returned form; `answers` are lists of them."""
    made = period if isinstance(period, str) else period.isoformat()
    return RawForm(
        Identity(pack, scope, made, "2"),
        file,
        tuple(answer for some in answers for answer in some),
        tuple(Aside(text, "paragraph", "Actions agreed today") for text in asides),
        Characters(0, 0, 0, 0, 0, 0),
        **parts,
    )


def minutes(*answers, held="03/11/2026", **parts):
    """Return check-in minutes, held on 3 November 2026 unless said otherwise."""
    return form("check_in_minutes", entries(date=held), *answers, **parts)


def review(*answers, **parts):
    """Return an effectiveness review form."""
    return form("effectiveness_review", *answers, **parts)


def read(*forms, as_at=DECEMBER, extract=None, tables=(), history=NO_PAST, **settings):
    """Validate forms; whatever they hold, the account of each must add up."""
    ingested = Ingested(as_at, extract, tuple(tables), (), forms=forms, history=history)
    validated = validate(ingested, settings_of(**settings))
    for account in validated.accounts:
        assert account.read == account.used + account.set_aside + account.passed_over
        assert account.repaired <= account.used
    return validated


def account(validated, file="form.docx"):
    """Return read, used, repaired, set aside and passed over of a form."""
    (found,) = [each for each in validated.accounts if each.file == file]
    assert found.kind == "form"
    return (found.read, found.used, found.repaired, found.set_aside, found.passed_over)
