"""Gathers what is wrong in the files, to say it all at once."""

from pathlib import Path

from pipeline.errors import WrongConfig


class Faults:
    """Sentences about files, in the order of their lines."""

    def __init__(self) -> None:
        self._found: dict[tuple[str, int, str], None] = {}

    def add(self, path: Path, line: int, words: str) -> None:
        """Note a fault; `line` is 0 where none can be named."""
        self._found[(str(path), line, words)] = None

    def stop(self) -> None:
        """Raise WrongConfig with one sentence a line, if anything was found."""
        if self._found:
            raise WrongConfig(
                "\n".join(
                    f"{path}:{line}: {_ended(words)}" if line else f"{path}: {_ended(words)}"
                    for path, line, words in sorted(self._found)
                )
            )


def _ended(words: str) -> str:
    return words if words.endswith("?") else f"{words}."
