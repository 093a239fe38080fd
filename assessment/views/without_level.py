"""The processes in scope that have no level, each with the reason; they stand in no number of any other view.

| column | value |
|---|---|
| process | process id |
| state | not-assessed or not-applicable |
| target | effective target level, 0 to 5 |
"""

from __future__ import annotations

from assessment.domain.computed import Computed
from assessment.views.levels import status_note
from assessment.views.model import Cell, Column, Row, Table, View
from assessment.views.names import counted_apart, process_name
from assessment.views.wording import levels as words
from assessment.views.wording.numbers import level_text


def without_level_view(computed: Computed) -> View:
    """The processes in scope without a level, each with the reason; without a table where every one has a level."""
    result = computed.result
    rows = tuple(
        Row(
            id=process.process_id,
            cells=(
                Cell(text=process_name(computed.framework, process.process_id), value=process.process_id),
                Cell(text=status_note(process), value=process.status.value),
                Cell(text=level_text(process.target.target_level), value=process.target.target_level),
            ),
        )
        for process in result.processes
        if process.level.level is None
    )
    table = Table(
        id="without-level",
        title=words.WITHOUT_LEVEL_QUESTION,
        columns=(
            Column(id="process", name=words.PROCESS_COLUMN, width=50),
            Column(id="state", name=words.STATE_COLUMN, width=35),
            Column(id="target", name=words.TARGET_COLUMN, width=15),
        ),
        rows=rows,
        empty=words.EVERY_ONE_HAS_A_LEVEL,
    )
    return View(
        id="without-level",
        question=words.WITHOUT_LEVEL_QUESTION,
        finding=" ".join(counted_apart(result.whole)) or words.EVERY_ONE_HAS_A_LEVEL,
        tables=(table,) if rows else (),
        empty="" if rows else words.EVERY_ONE_HAS_A_LEVEL,
    )
