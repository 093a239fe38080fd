"""What a check of the database found: facts, by ids alone. A damaged database may hold anything, so no content."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class FaultKind(StrEnum):
    """What is wrong."""

    FILE = "file"  # the file is not what the database wrote
    UNREADABLE = "unreadable"  # something in it can be no value of Plumbline's
    CHAIN = "chain"  # an entry of the journal was changed, removed or cut off
    CHANGED = "changed"  # a row is not what the journal says was last saved
    MISSING = "missing"  # the journal says that it is there, and it is not
    ORPHAN = "orphan"  # a row belongs to nothing
    HASH = "hash"  # what is kept byte for byte does not fit its hash


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One thing that is wrong. `what` names it by ids; `assessment_id` is None where it is of no assessment."""

    kind: FaultKind
    what: str
    assessment_id: str | None = None
    seq: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DatabaseCheck:
    """A database, what it is called, and everything wrong with it; how much was looked at."""

    called: str
    assessment_count: int
    change_count: int
    faults: tuple[Fault, ...]
