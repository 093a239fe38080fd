"""The rows of one assessment against its journal: each must be what was last saved, and none may be missing."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import Connection, select

from assessment.domain.checked import Fault, FaultKind
from assessment.store.canonical import canonical
from assessment.store.contents import content_of
from assessment.store.headers import read_any_header
from assessment.store.journal import HEADER, JournalEntry, read_journal
from assessment.store.rows import from_row
from assessment.store.sections import SECTIONS, Section

_PLACED = frozenset({"organisation", "unit"})
"""Fields of a header whose names stand in rows of their own, which all assessments of one share."""


def row_faults(connection: Connection, assessment_id: str) -> Iterator[Fault]:
    """What is not as the journal says."""
    entries = read_journal(connection, assessment_id, None)
    by_seq = {entry.seq: entry for entry in entries}
    last: dict[str, JournalEntry] = {}
    for entry in entries:  # the newest first
        last.setdefault(entry.what, entry)
    present: set[str] = set()
    for section in SECTIONS:
        query = select(section.table).where(section.table.c.assessment_id == assessment_id)
        for row in connection.execute(query).mappings():
            what = section.what(tuple(str(row[name]) for name in section.key))
            present.add(what)
            if not _is_as_saved(section, what, dict(row), by_seq, last):
                yield Fault(kind=FaultKind.CHANGED, what=what, assessment_id=assessment_id, seq=row["version"])
    for what in sorted(_missing(last, present)):
        yield Fault(kind=FaultKind.MISSING, what=what, assessment_id=assessment_id, seq=last[what].seq)
    yield from _header_faults(connection, assessment_id, entries)


def _is_as_saved(
    section: Section,
    what: str,
    row: dict[str, Any],
    by_seq: Mapping[int, JournalEntry],
    last: Mapping[str, JournalEntry],
) -> bool:
    from_row(section.model, {**row, **dict.fromkeys(section.people)})  # raises where a value is impossible
    entry = by_seq.get(row["version"])
    if entry is None or (what in last and last[what].seq > row["version"]):
        return False
    if entry.what != what or entry.after is None:
        return entry.after is not None  # it came with others: the whole assessment, or a person put back
    content = canonical(content_of(section, row))
    return entry.after == content or any(
        canonical(one) == content for one in json.loads(entry.after).get(section.field, ())
    )


def _missing(last: Mapping[str, JournalEntry], present: set[str]) -> Iterator[str]:
    """What was last saved and not removed, and is not there."""
    for what, entry in last.items():
        section = next((one for one in SECTIONS if what.startswith(f"{one.noun} ") or what == one.noun), None)
        if section is None or entry.after is None or what in present:
            continue
        whose = f"respondent {what.removeprefix(f'{section.noun} ').split(' ')[0]}"
        if section.is_of_respondent and whose in last and last[whose].seq > entry.seq:
            continue  # it went with the person
        yield what


def _header_faults(connection: Connection, assessment_id: str, entries: tuple[JournalEntry, ...]) -> Iterator[Fault]:
    saved: dict[str, tuple[Any, int]] = {}
    for entry in reversed(entries):
        if entry.what == HEADER and entry.after is not None:
            saved |= {name: (value, entry.seq) for name, value in json.loads(entry.after).items()}
    stored = read_any_header(connection, assessment_id)
    if stored is None:
        yield Fault(kind=FaultKind.MISSING, what=HEADER, assessment_id=assessment_id)
        return
    found = {**stored.header.model_dump(mode="json"), "scope": list(stored.scope)}
    for name, (value, seq) in saved.items():
        if name not in _PLACED and name in found and found[name] != value:
            yield Fault(kind=FaultKind.CHANGED, what=f"{HEADER} {name}", assessment_id=assessment_id, seq=seq)
