"""What stops a run, and the exit code each cause answers with.

CinpackError
├── WrongUsage        2  an option or a date is missing or wrong; nothing was touched
├── WrongConfig       2  a setting or template cannot be used as written; nothing was touched
├── NothingToPublish  1  no input could be read at all
└── NotPublished      1  the period folder could not be written whole

Data problems are never exceptions: they are findings (`pipeline.model.findings`).
"""


class CinpackError(Exception):
    """A sentence for the user; shown without a traceback."""

    exit_code = 1


class WrongUsage(CinpackError):
    """An option is missing or contradicts another."""

    exit_code = 2


class WrongConfig(CinpackError):
    """A file of the configuration or of a report template cannot be used as written."""

    exit_code = 2


class NothingToPublish(CinpackError):
    """No input could be read."""


class NotPublished(CinpackError):
    """The documents are ready but the period folder could not be put in place."""


class MistakeInTemplate(Exception):
    """A report template can't be used as written: the documents made with it are missing."""

    def __init__(self, file: str, line: int, what: str) -> None:
        super().__init__(file, line, what)
        self.file, self.line, self.what = file, line, what

    def __str__(self) -> str:
        """Return where the mistake is, and what it is."""
        return f"report_templates/{self.file}, line {self.line}: {self.what}"
