"""One YAML file to plain values, with the line of every value.

YAML can hide things from an author: a key written twice, an unquoted `No` that becomes false, an alias that grows to
gigabytes. Files here are quoted text, numbers, true and false, lists and mappings, and nothing else.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from assessment.catalogue.translating import syntax_fault
from assessment.errors import Finding, FrameworkInvalid

SIZE_LIMIT = 1_000_000
DEPTH_LIMIT = 32
YamlPath = tuple[str | int, ...]
Place = tuple[str, YamlPath, str]  # file, path in it, reason
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
    """Read one file. Raises FrameworkInvalid: unreadable, too large, broken, alias, or every value that is refused."""
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
        raise _refused(name, None, f"is not UTF-8 text (byte {error.start}); save it as UTF-8") from error
    try:
        _refuse_aliases_and_depth(text, name)
        node = yaml.compose(text, Loader=_LOADER)
    except yaml.MarkedYAMLError as error:
        raise _refused(name, *syntax_fault(error, text)) from error
    except yaml.YAMLError as error:
        raise _refused(name, None, "is not valid YAML: it holds a character YAML does not allow") from error
    if node is None:
        raise _refused(name, 1, "is empty")
    plain = _Plain(name)
    values = plain.value(node, ())
    if plain.findings:
        raise FrameworkInvalid(tuple(plain.findings))
    return ReadFile(name=name, values=values, lines=plain.lines)


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


class _Plain:
    """Turns the nodes of one file into plain values, and gathers where that is refused."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.lines: dict[YamlPath, int] = {}
        self.findings: list[Finding] = []

    def value(self, node: yaml.Node, path: YamlPath) -> Any:
        line = node.start_mark.line + 1
        self.lines[path] = line
        if node.tag not in _TAGS:
            self._refuse(line, f"has the tag '{node.tag[:40]}' or an unquoted date; write plain text in quotes")
            return None
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, path)
        if isinstance(node, yaml.SequenceNode):
            return [self.value(child, (*path, index)) for index, child in enumerate(node.value)]
        return self._scalar(node, line)

    def _mapping(self, node: yaml.MappingNode, path: YamlPath) -> dict[str, Any]:
        values: dict[str, Any] = {}
        for key_node, value_node in node.value:
            line = key_node.start_mark.line + 1
            if not isinstance(key_node, yaml.ScalarNode):
                self._refuse(line, "has a key that is not a word")
                continue
            key = key_node.value
            if key in values:
                self._refuse(line, f"has the key '{key[:60]}' twice in one place; the second would hide the first")
            values[key] = self.value(value_node, (*path, key))
            self.lines[(*path, key)] = line
        return values

    def _scalar(self, node: yaml.Node, line: int) -> Any:
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
        except ValueError:
            self._refuse(line, f"has the number '{text[:40]}', which cannot be read; write it in decimals or quote it")
            return None
        if text not in ("true", "false"):
            self._refuse(line, f"has an unquoted '{text}', which YAML reads as true or false; put it in quotes")
        return text == "true"

    def _refuse(self, line: int, reason: str) -> None:
        self.findings.append(Finding(file=self.name, line=line, reason=reason))


def _refused(name: str, line: int | None, reason: str) -> FrameworkInvalid:
    return FrameworkInvalid((Finding(file=name, line=line, reason=reason),))
