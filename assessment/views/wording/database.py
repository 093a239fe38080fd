"""What is said of a database that was copied, put back or checked."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from assessment.domain.checked import DatabaseCheck, Fault, FaultKind
from assessment.views.wording.numbers import counted

_SAID: Mapping[FaultKind, str] = MappingProxyType(
    {
        FaultKind.FILE: "the file itself is damaged",
        FaultKind.UNREADABLE: "it holds something that Plumbline never writes",
        FaultKind.CHAIN: "the journal was changed, or entries are missing",
        FaultKind.CHANGED: "it is not what the journal says was last saved",
        FaultKind.MISSING: "the journal says that it is there, and it is not",
        FaultKind.ORPHAN: "it belongs to nothing",
        FaultKind.HASH: "its content was changed after it was kept",
    }
)


def fault(one: Fault) -> str:
    """One thing that is wrong, in a line.

    >>> fault(Fault(kind=FaultKind.CHAIN, what="journal", assessment_id="a1", seq=7))
    'a1, journal, change 7: the journal was changed, or entries are missing'
    """
    place = ", ".join(
        part
        for part in (one.assessment_id, one.what, None if one.seq is None else f"change {one.seq}")
        if part is not None
    )
    return f"{place}: {_SAID[one.kind]}"


def result(checked: DatabaseCheck) -> str:
    """What a check came to."""
    looked_at = f"{counted(checked.assessment_count, 'assessment')} and {counted(checked.change_count, 'change')}"
    if not checked.faults:
        return f"Looked at {looked_at}: nothing is wrong."
    return f"Looked at {looked_at}: {counted(len(checked.faults), 'fault')}."


def copied(file: str, size_count: int) -> str:
    """That a copy was written."""
    return f"{file}: a whole copy of the database, {size_count:,} bytes. It holds every name and answer: keep it safe."


def restored(file: str) -> str:
    """That a copy was put back."""
    return f"The database is as {file} has it."
