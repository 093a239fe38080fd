"""One finding as a reader meets it, and the table of several.

| column | value |
|---|---|
| finding | ids of the processes it names, a space between |
| basis | |
| action | |
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assessment.domain.findings.results import Area, Finding
from assessment.views.model import Cell, Column, Row, Table
from assessment.views.wording.findings import shared as words


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingLine:
    """A finding in words: what is so, what it rests on, and what to do; `process_ids` open it."""

    finding: Finding
    text: str
    basis: str
    action: str

    @property
    def id(self) -> str:
        """The stable id of the finding."""
        return self.finding.id

    @property
    def process_ids(self) -> tuple[str, ...]:
        """The processes that it names."""
        return self.finding.process_ids


def findings_table(area: Area, lines: Sequence[FindingLine], left_count: int = 0) -> Table:
    """The lines of an area as a table; `left_count` of them stand on the sheet alone."""
    return Table(
        id=f"{area.value}-findings",
        title=words.TITLE,
        measure=words.MEASURE,
        columns=(
            Column(id="finding", name=words.FINDING_COLUMN, width=36),
            Column(id="basis", name=words.BASIS_COLUMN, width=32),
            Column(id="action", name=words.ACTION_COLUMN, width=32),
        ),
        rows=tuple(_row(line) for line in lines),
        empty=words.EMPTY,
        notes=(words.more(left_count),) if left_count else (),
    )


def _row(line: FindingLine) -> Row:
    return Row(
        id=line.id,
        cells=(
            Cell(text=line.text, value=" ".join(line.process_ids) or None),
            Cell(text=line.basis),
            Cell(text=line.action),
        ),
    )
