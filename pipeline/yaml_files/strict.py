"""Turns a YAML file into text, lists and mappings, and keeps the line of each part."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import yaml

from pipeline.yaml_files.faults import Faults

Loc = tuple[str | int, ...]
"""Where a part stands: keys and list positions from the top."""

DEEPEST: Final = 20

PLAIN_WORDS: Final = (
    ("\\t", "a tab stands where spaces are needed"),
    (
        "mapping values are not allowed",
        "a colon stands where none can; put the text in quotes, or check the indentation",
    ),
    ("expected ':'", "a colon is missing after this key (or the line above is not finished)"),
    ("expected <block end>", "the indentation does not fit the lines above"),
    ("unexpected end of stream", "a quotation mark is opened and never closed"),
    ("expected ',' or", "a bracket is opened and never closed, or a comma is missing"),
    ("special characters are not allowed", "it holds characters that text cannot hold"),
    ("but found another document", "it holds two documents; take the line --- out"),
    ("cannot start any token", "this character cannot stand first; put the text in quotes"),
)


class StrictLoader(yaml.BaseLoader):
    """Composes nodes of text, sequences and mappings alone; refuses what settings don't need."""

    depth = 0

    def compose_node(self, parent: yaml.Node | None, index: object) -> yaml.Node | None:
        """Compose a node, refusing anchors, aliases, tags and bottomless nesting."""
        event: yaml.Event = self.peek_event()  # type: ignore[no-untyped-call]
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise _Refused("& and * (anchors, aliases) are not read; write it out", event)
        if getattr(event, "tag", None):
            raise _Refused("tags (!) are not read; put text that starts with ! in quotes", event)
        if self.depth > DEEPEST:
            raise _Refused("this is nested deeper than any setting", event)
        self.depth += 1
        try:
            return super().compose_node(parent, index)  # type: ignore[arg-type]
        finally:
            self.depth -= 1


class _Refused(yaml.MarkedYAMLError):
    def __init__(self, words: str, event: yaml.Event) -> None:
        super().__init__(problem=words, problem_mark=event.start_mark)  # type: ignore[arg-type]


@dataclass
class Written:
    """A file's content, with the line of each part and of each text in it."""

    path: Path
    data: dict[str, object] = field(default_factory=dict)
    lines: dict[Loc, int] = field(default_factory=dict)
    texts: list[tuple[str, int]] = field(default_factory=list)

    def line(self, loc: Loc) -> int:
        """Return the line of the part at `loc`, else of the nearest part around it, else 0."""
        for end in range(len(loc), 0, -1):
            if loc[:end] in self.lines:
                return self.lines[loc[:end]]
        return 0


def read_strictly(path: Path, faults: Faults) -> Written:
    """Return what `path` holds; what is wrong with it as YAML goes to `faults`."""
    written = Written(path)
    text = _text(path, faults)
    if text is None:
        return written
    try:
        node = StrictLoader(text).get_single_node()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        faults.add(path, mark.line + 1 if mark else 0, _plain(error))
        return written
    except yaml.YAMLError as error:
        faults.add(path, 0, _in_plain_words(str(error)))
        return written
    if node is None:
        return written
    data = _value(node, (), written, faults)
    if isinstance(data, dict):
        written.data = data
    elif data is not None:
        faults.add(path, 1, 'its first level must be keys, such as "authority:"')
    return written


def _text(path: Path, faults: Faults) -> str | None:
    try:
        raw = path.read_bytes()
    except OSError as error:
        faults.add(path, 0, f"it cannot be read ({error.strerror})")
        return None
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        faults.add(path, line, "it is not UTF-8 text; save it again with the encoding UTF-8")
        return None


def _value(node: yaml.Node, loc: Loc, written: Written, faults: Faults) -> object:
    if isinstance(node, yaml.MappingNode):
        return _mapping(node, loc, written, faults)
    if isinstance(node, yaml.SequenceNode):
        items: list[object] = []
        for position, item in enumerate(node.value):
            written.lines[(*loc, position)] = item.start_mark.line + 1
            items.append(_value(item, (*loc, position), written, faults))
        return items
    text: str = node.value
    if text == "" and node.style is None:  # type: ignore[attr-defined]
        return None
    written.texts.append((text, node.start_mark.line + 1))
    return text


def _mapping(
    node: yaml.MappingNode, loc: Loc, written: Written, faults: Faults
) -> dict[str, object]:
    found: dict[str, object] = {}
    for key_node, value_node in node.value:
        line = key_node.start_mark.line + 1
        key = key_node.value if isinstance(key_node, yaml.ScalarNode) else ""
        if not key.strip():
            faults.add(written.path, line, "a key must be a word or words, with a colon after it")
        elif key in found:
            earlier = written.lines[(*loc, key)]
            faults.add(
                written.path, line, f'"{key}" is already there in line {earlier}: keep one of them'
            )
        else:
            written.lines[(*loc, key)] = line
            written.texts.append((key, line))
            found[key] = _value(value_node, (*loc, key), written, faults)
    return found


def _plain(error: yaml.MarkedYAMLError) -> str:
    if isinstance(error, _Refused):
        return str(error.problem)
    return _in_plain_words(f"{error.context or ''} {error.problem or ''}")


def _in_plain_words(message: str) -> str:
    for part, words in PLAIN_WORDS:
        if part in message:
            return words
    return f"it is not valid YAML ({' '.join(message.split())})"
