"""One YAML file to plain values, with the line of every value.

YAML can hide things from an author: a key written twice, an unquoted `No` that becomes false, an alias that grows to
gigabytes. Files here are quoted text, numbers, true and false, lists and mappings, and nothing else.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from assessment.errors import Finding, FrameworkInvalid

SIZE_LIMIT = 1_000_000
DEPTH_LIMIT = 32
YamlPath = tuple[str | int, ...]
_TAGS = frozenset(f"tag:yaml.org,2002:{kind}" for kind in ("map", "seq", "str", "null", "int", "float", "bool"))
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadFile:
    """What a file says and where: `values` is plain Python, `lines` gives the line (from 1) of each path."""

    name: str
    values: Any
    lines: dict[YamlPath, int] = field(default_factory=dict)

    def line_of(self, path: YamlPath) -> int | None:
        """The line of a path, or of the nearest thing around it that has one."""
        for length in range(len(path), -1, -1):
            if path[:length] in self.lines:
                return self.lines[path[:length]]
        return None

    def finding(self, path: YamlPath, reason: str) -> Finding:
        """A finding at a path of this file."""
        return Finding(file=self.name, line=self.line_of(path), reason=reason)


def read_yaml(path: Path, name: str) -> ReadFile:
    """Read one file. Raises FrameworkInvalid with one finding: unreadable, too large, broken, alias, double key."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise _refused(name, None, f"cannot be read ({error.strerror or 'unknown reason'})") from error
    return parse_yaml(content, name)


def parse_yaml(content: bytes, name: str) -> ReadFile:
    """Parse the bytes of one file; the same refusals as `read_yaml`."""
    if len(content) > SIZE_LIMIT:
        raise _refused(name, None, f"is larger than {SIZE_LIMIT:,} bytes; split it")
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise _refused(name, None, f"is not UTF-8 text (byte {error.start})") from error
    try:
        _refuse_aliases_and_depth(text, name)
        node = yaml.compose(text, Loader=_LOADER)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else None
        raise _refused(name, line, f"is not valid YAML: {error.problem or 'broken here'}") from error
    except yaml.YAMLError as error:
        raise _refused(name, None, "is not valid YAML: it holds a character YAML does not allow") from error
    if node is None:
        raise _refused(name, 1, "is empty")
    lines: dict[YamlPath, int] = {}
    return ReadFile(name=name, values=_plain(node, (), lines, name), lines=lines)


def _refuse_aliases_and_depth(text: str, name: str) -> None:
    depth = 0
    for event in yaml.parse(text, Loader=_LOADER):
        line = event.start_mark.line + 1 if event.start_mark else 1
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise _refused(name, line, "uses an alias or anchor (& or *); write the text out, or quote it")
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > DEPTH_LIMIT:
                raise _refused(name, line, f"is nested deeper than {DEPTH_LIMIT} levels")
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1


def _plain(node: yaml.Node, path: YamlPath, lines: dict[YamlPath, int], name: str) -> Any:
    line = node.start_mark.line + 1
    lines[path] = line
    if node.tag not in _TAGS:
        raise _refused(name, line, f"has the tag '{node.tag[:40]}' or an unquoted date; write plain text in quotes")
    if isinstance(node, yaml.MappingNode):
        return _mapping(node, path, lines, name)
    if isinstance(node, yaml.SequenceNode):
        return [_plain(child, (*path, index), lines, name) for index, child in enumerate(node.value)]
    return _scalar(node, line, name)


def _mapping(node: yaml.MappingNode, path: YamlPath, lines: dict[YamlPath, int], name: str) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for key_node, value_node in node.value:
        line = key_node.start_mark.line + 1
        if not isinstance(key_node, yaml.ScalarNode):
            raise _refused(name, line, "has a key that is not a word")
        key = key_node.value
        if key in values:
            raise _refused(name, line, f"has the key '{key[:60]}' twice in one place; the second would hide the first")
        values[key] = _plain(value_node, (*path, key), lines, name)
        lines[(*path, key)] = line
    return values


def _scalar(node: yaml.Node, line: int, name: str) -> Any:
    tag, text = node.tag, node.value
    try:
        if tag == "tag:yaml.org,2002:str":
            return text
        if tag == "tag:yaml.org,2002:null":
            return None
        if tag == "tag:yaml.org,2002:int":
            return int(text)
        if tag == "tag:yaml.org,2002:float":
            return float(text)
    except ValueError as error:
        raise _refused(
            name, line, f"has the number '{text[:40]}', which cannot be read; write it in decimals or quote it"
        ) from error
    if text in ("true", "false"):
        return text == "true"
    raise _refused(name, line, f"has an unquoted '{text}', which YAML reads as true or false; put it in quotes")


def _refused(name: str, line: int | None, reason: str) -> FrameworkInvalid:
    return FrameworkInvalid((Finding(file=name, line=line, reason=reason),))
