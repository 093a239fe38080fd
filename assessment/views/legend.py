"""A legend in words, for printers that show signs, hatching and dashes but cannot set swatches."""

from __future__ import annotations

from assessment.views.model import Table
from assessment.views.wording import legend as words


def legend_text(table: Table) -> str:
    """What the signs and marks of a table's cells mean; empty where it has none. A scale explains itself elsewhere."""
    explained = [
        words.explained(
            entry.sign or next(name for mark, name in words.MARKS.items() if mark in entry.marks), entry.text
        )
        for entry in table.legend
        if entry.sign or entry.marks
    ]
    return words.SEPARATOR.join(explained)
