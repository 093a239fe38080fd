"""A name within a text: found as it is written, whole words only, and put out of it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from typing import Any

ERASED = "…"
"""Stands in a text where the name of an erased person stood: one character, so that no text grows too long."""


def pattern_of(name: str) -> re.Pattern[str]:
    """What finds a name in a text, over any white space between its words.

    >>> found = pattern_of("Ann Lee")
    >>> bool(found.search("with Ann  Lee.")), bool(found.search("Joann Leeds"))
    (True, False)
    """
    words = r"\s+".join(map(re.escape, name.split()))
    return re.compile(rf"(?<!\w){words}(?!\w)")


def holds(text: str | None, found: re.Pattern[str]) -> bool:
    """Whether a name occurs in a text."""
    return text is not None and found.search(text) is not None


def put_out(text: str, found: re.Pattern[str]) -> str:
    """The text without the name."""
    return found.sub(ERASED, text)


def texts_in(value: Any) -> Iterator[str]:
    """Every text in a value of JSON."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from texts_in(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from texts_in(inner)


def put_out_of_json(content: str, found: re.Pattern[str], dump: Callable[[Any], str], but: str = "") -> str | None:
    """JSON without the name in any of its texts, but those under one key; None where it does not occur."""
    value = json.loads(content)
    changed = _put_out(value, found, but)
    return None if changed == value else dump(changed)


def _put_out(value: Any, found: re.Pattern[str], but: str) -> Any:
    if isinstance(value, str):
        return put_out(value, found)
    if isinstance(value, dict):
        return {key: inner if key == but else _put_out(inner, found, but) for key, inner in value.items()}
    if isinstance(value, list):
        return [_put_out(inner, found, but) for inner in value]
    return value
