"""Puts one entry into the text of a settings file and keeps every other character.

A library that reads and writes YAML anew moves comments and changes spacing. People's files are
theirs, so only the place is looked up there, and the entry is put in as text.
"""

from dataclasses import dataclass

import yaml

from pipeline.setup.config_edit.words import as_list, as_text
from pipeline.yaml_files.strict import Loc, StrictLoader


def with_entry(text: str, loc: Loc, entry: str) -> str:
    """Return `text` with `entry` at the end of the list at `loc`; keys on the way are made.

    List positions in `loc` must be there. `text` must be one that settings were read from.
    """
    root = StrictLoader(text).get_single_node()
    if root is None:
        return _below(text, len(text), _block(loc, entry, 0))
    place = _deepest(root, loc)
    node, rest = place.node, loc[place.steps :]
    if isinstance(node, yaml.CollectionNode):
        if node.flow_style:
            at, added = _in_flow(node, rest, entry)
            return text[:at] + added + text[at:]
        indent = node.start_mark.column
        lines = _block(rest, entry, indent) if rest else [f"{' ' * indent}- {as_text(entry)}"]
        return _below(text, _end(node), lines)
    at = node.start_mark.index
    if rest and place.block_column is not None:
        return _below(text, at, _block(rest, entry, place.block_column + 2))
    return f"{text[:at]} {_flow(rest, entry)}{text[at:]}"


@dataclass(frozen=True)
class _Place:
    """The last node on a way that is there, and how many steps lead to it.

    `block_column` is where the keys of the mapping around it begin, if each has its own line.
    """

    node: yaml.Node
    steps: int = 0
    block_column: int | None = None


def _deepest(root: yaml.Node, loc: Loc) -> _Place:
    place = _Place(root)
    for step in loc:
        node = place.node
        found = None
        if isinstance(step, int):
            found = node.value[step]
        elif isinstance(node, yaml.MappingNode):
            found = next((value for key, value in node.value if key.value == step), None)
        if found is None:
            break
        column = None if getattr(node, "flow_style", False) else node.start_mark.column
        place = _Place(found, place.steps + 1, column)
    return place


def _in_flow(node: yaml.CollectionNode, rest: Loc, entry: str) -> tuple[int, str]:
    """Return where in `{...}` or `[...]` to put the entry, and the text to put there."""
    added = f"{as_text(str(rest[0]))}: {_flow(rest[1:], entry)}" if rest else as_text(entry)
    return (_end(_last(node)), f", {added}") if node.value else (node.start_mark.index + 1, added)


def _flow(rest: Loc, entry: str) -> str:
    """Return `{key: [entry]}`, or `[entry]` where no key is left."""
    return f"{{{as_text(str(rest[0]))}: {_flow(rest[1:], entry)}}}" if rest else as_list([entry])


def _block(rest: Loc, entry: str, indent: int) -> list[str]:
    """Return a line for each key, each a step further in, the last with the list."""
    lines = [f"{' ' * (indent + 2 * step)}{as_text(str(key))}:" for step, key in enumerate(rest)]
    lines[-1] += f" {as_list([entry])}"
    return lines


def _last(node: yaml.CollectionNode) -> yaml.Node:
    last: yaml.Node | tuple[yaml.Node, yaml.Node] = node.value[-1]
    return last[1] if isinstance(last, tuple) else last


def _end(node: yaml.Node) -> int:
    """Return where a node's last text ends, before the comments and blank lines below it."""
    if isinstance(node, yaml.CollectionNode) and not node.flow_style:
        return _end(_last(node))
    end: int = node.end_mark.index
    return end


def _below(text: str, at: int, lines: list[str]) -> str:
    """Return `text` with lines below the one in which position `at` is."""
    newline = "\r\n" if "\r\n" in text else "\n"
    added = newline.join(lines) + newline
    end = text.find("\n", at) + 1
    if end:
        return text[:end] + added + text[end:]
    return text + (newline if text and not text.endswith("\n") else "") + added
