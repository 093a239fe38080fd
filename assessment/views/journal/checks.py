"""Whether the chains of the journal are whole.

| column | value | range |
|---|---|---|
| chain | id of the assessment, `store` for the installation | |
| count | entries of the chain | 0 up |
| state | number of the first entry that is not as it was written; None where all are | 1 up |
| head | hash of the newest entry | |
"""

from __future__ import annotations

from collections.abc import Sequence

from assessment.domain.journal import INSTALLATION, ChainCheck
from assessment.views.model import Cell, Column, Kind, Mark, Row, Table, View
from assessment.views.wording import journal as words
from assessment.views.wording.numbers import listed, whole_text


def checks_view(checks: Sequence[ChainCheck]) -> View:
    """A row for each chain; those that are broken are named in the finding."""
    broken = [one for one in checks if one.broken_at is not None]
    present = [one for one in checks if not one.is_removed]
    entry_count = sum(one.revision for one in present)
    table = Table(
        id="chains",
        title=words.VERIFY_QUESTION,
        columns=(
            Column(id="chain", name=words.CHAIN_COLUMN),
            Column(id="count", name=words.COUNT_COLUMN, kind=Kind.NUMBER),
            Column(id="state", name=words.STATE_COLUMN),
            Column(id="head", name=words.HEAD_COLUMN),
        ),
        rows=tuple(_row(one) for one in checks),
        empty=words.VERIFY_EMPTY,
    )
    return View(
        id="chains",
        question=words.VERIFY_QUESTION,
        finding=words.some_broken(listed([_name(one) for one in broken]))
        if broken
        else words.all_whole(len(present), entry_count),
        tables=(table,),
        notes=(words.HEAD_NOTE, *((words.REMOVED_NOTE,) if len(present) < len(checks) else ())),
        empty="" if checks else words.VERIFY_EMPTY,
    )


def _name(check: ChainCheck) -> str:
    if check.chain_id == INSTALLATION:
        return words.INSTALLATION
    return check.name or check.chain_id


def _row(check: ChainCheck) -> Row:
    state = words.REMOVED if check.is_removed else words.WHOLE
    return Row(
        id=check.chain_id if not check.is_removed else f"{check.chain_id} {check.head}",
        cells=(
            Cell(text=_name(check), value=check.chain_id),
            Cell(text=whole_text(check.revision), value=check.revision),
            Cell(
                text=state if check.broken_at is None else words.broken(check.broken_at),
                value=check.broken_at,
                marks=frozenset() if check.broken_at is None else frozenset({Mark.STRONG}),
            ),
            Cell(text=check.head, value=check.head),
        ),
    )
