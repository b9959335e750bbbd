"""Names the file and line of a template's mistake, in place of an error from inside Jinja."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from traceback import extract_tb

from pipeline.errors import MistakeInTemplate


@contextmanager
def located(templates: Path) -> Iterator[None]:
    """Raise MistakeInTemplate for what goes wrong at a line of a template.

    Only a syntax error's words are told: others may repeat what a template was to print.
    """
    from jinja2 import TemplateSyntaxError, UndefinedError

    try:
        yield
    except TemplateSyntaxError as fault:
        file = _within(templates, fault.filename or fault.name or "")
        raise MistakeInTemplate(file, fault.lineno, fault.message or "it can't be read") from fault
    except UndefinedError as fault:
        place = _last_line(templates, fault, anywhere=True)
        if place is None:
            raise
        raise MistakeInTemplate(*place, "a name that is not there") from fault
    except Exception as fault:
        place = _last_line(templates, fault)
        if place is None:
            raise
        raise MistakeInTemplate(*place, type(fault).__name__) from fault


def _last_line(
    templates: Path, fault: Exception, *, anywhere: bool = False
) -> tuple[str, int] | None:
    """Return the template and line where a fault arose; None if it arose in code that it called.

    `anywhere`: Jinja itself raised it on the template's behalf.
    """
    frames = extract_tb(fault.__traceback__)
    for frame in reversed(frames if anywhere else frames[-1:]):
        if Path(frame.filename).is_relative_to(templates):
            return _within(templates, frame.filename), frame.lineno or 0
    return None


def _within(templates: Path, file: str) -> str:
    path = Path(file)
    return (path.relative_to(templates) if path.is_relative_to(templates) else path).as_posix()
