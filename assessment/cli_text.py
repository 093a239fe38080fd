"""Views on the command line: plain tables for people, JSON for programs."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from enum import Enum
from typing import Any

from assessment.views.model import Cell, Fact, Kind, Row, Table, View

GAP = "  "


def as_json(result: object, snapshot_hash: str) -> str:
    """A result and the hash of the snapshot it was computed from, as indented JSON."""
    values = {"snapshot_hash": snapshot_hash, **_plain(result)}
    return json.dumps(values, indent=2, ensure_ascii=False)


def view_text(view: View) -> str:
    """The finding of a view, its facts, tables and notes, one under the other; with nothing to show, what to do."""
    if view.empty:
        return "\n\n".join(dict.fromkeys(part for part in (view.finding, view.empty) if part))
    parts = [view.finding, facts_text(view.facts), *map(table_text, view.tables), "\n".join(view.notes)]
    return "\n\n".join(part for part in parts if part)


def facts_text(facts: Sequence[Fact]) -> str:
    """One line a fact: label, value, note."""
    width = max((len(fact.label) for fact in facts), default=0)
    return "\n".join(
        f"{fact.label.ljust(width)}{GAP}{fact.text}{f' ({fact.note})' if fact.note else ''}" for fact in facts
    )


def table_text(table: Table) -> str:
    """The rows of a table in columns of equal width, groups named above theirs; drawings are left out."""
    if not table.rows:
        return f"{table.title}\n{GAP}{table.empty}"
    places = [place for place, column in enumerate(table.columns) if column.kind is not Kind.TRACK]
    columns = [table.columns[place] for place in places]
    texts = [[_shown(row.cells[place]) for place in places] for row in table.rows]
    widths = [max(len(column.name), *(len(text[at]) for text in texts)) for at, column in enumerate(columns)]
    lines = [
        table.title,
        _line([column.name for column in columns], widths),
        _line(["-" * width for width in widths], widths),
    ]
    for heading, row in _with_headings(table.rows, texts):
        lines += [heading] if heading else []
        lines.append(_line(row, widths))
    lines += [legend] if (legend := _legend(table)) else []
    return "\n".join([*lines, *table.notes])


def _with_headings(rows: Sequence[Row], texts: Sequence[Sequence[str]]) -> Iterator[tuple[str, Sequence[str]]]:
    before = ""
    for row, text in zip(rows, texts, strict=True):
        yield (f"{row.group}{GAP}{row.group_note}".rstrip() if row.group != before else ""), text
        before = row.group


def _legend(table: Table) -> str:
    """What the signs in the cells mean; colours have their letters."""
    return GAP.join(f"{entry.sign} {entry.text}" for entry in table.legend if entry.sign)


def _shown(cell: Cell) -> str:
    return f"{cell.text} ({cell.note})" if cell.note and cell.text else cell.text or cell.note


def _line(texts: Sequence[str], widths: Sequence[int]) -> str:
    return GAP.join(text.ljust(width) for text, width in zip(texts, widths, strict=True)).rstrip()


def _plain(value: Any) -> Any:
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {field.name: _plain(getattr(value, field.name)) for field in dataclasses.fields(value)}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Mapping):
        return {str(key): _plain(child) for key, child in value.items()}
    if isinstance(value, tuple | list):
        return [_plain(child) for child in value]
    return value.isoformat() if isinstance(value, date) else _model(value)


def _model(value: Any) -> Any:
    """A model of what people entered, as plain values; anything else as it is."""
    dump = getattr(value, "model_dump", None)
    return value if dump is None else dump(mode="json")
