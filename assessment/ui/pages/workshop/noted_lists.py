"""The parking lot as a table: each cell saved as it is left, a row without words removed."""

from __future__ import annotations

from collections.abc import Sequence

from assessment.domain.answered.workshop import ParkedPoint
from assessment.services.noted import NotedEntry
from assessment.services.validation import checked
from assessment.ui import session
from assessment.ui.components.columns import LARGE, SMALL, CellKind, Column, read_column
from assessment.ui.components.editor import EditorRow, RowEdit, editor
from assessment.ui.components.heading import section_head
from assessment.ui.components.text import plain
from assessment.ui.pages.workshop.place import Cockpit
from assessment.views.wording.workshop import noted as words
from assessment.views.workshop.minutes_tables import about


def draw_parked(cockpit: Cockpit, found: Sequence[tuple[ParkedPoint, int]]) -> None:
    """Draw the parking lot, what is open first."""
    key = cockpit.key("parked")
    section_head(words.PARKED_TITLE, words.PARKED_LEAD, sign=key if found else None)
    if not found:
        plain(words.PARKED_NONE, "quiet")
        return
    points = {point.id: point for point, _ in found}
    rows = [
        EditorRow(
            id=point.id,
            cells={
                "text": point.text,
                "about": about(cockpit.framework, point.process_id, point.item_id),
                "done": point.is_done,
            },
            version=version,
        )
        for point, version in sorted(found, key=lambda one: (one[0].is_done, one[0].id))
    ]
    columns = {
        "text": Column(heading=words.TEXT_COLUMN, width=LARGE),
        "about": read_column(words.ABOUT_COLUMN),
        "done": Column(heading=words.DONE_COLUMN, kind=CellKind.CHECK, width=SMALL),
    }

    def save(edit: RowEdit) -> int | None:
        before, text = points[edit.id], text_of(edit)
        if not text:
            remove(cockpit, before, edit.version)
            return None
        fields = before.model_dump() | {"text": text, "is_done": edit.row["done"]}
        return put(cockpit, checked(ParkedPoint, **fields), edit.version)

    editor(f"{key}-table", rows, columns, save, is_locked=cockpit.is_locked, name=words.PARKED_TABLE, sign=key)


def text_of(edit: RowEdit) -> str:
    """The words that a row has now; none where they were taken away."""
    return str(edit.row["text"] or "").strip()


def put(cockpit: Cockpit, entry: NotedEntry, version: int) -> int:
    """Keep a row over what was drawn; returns its version."""
    service = session.plumbline().noted
    return service.put(session.actor(), cockpit.assessment_id, entry, expected_version=version)


def remove(cockpit: Cockpit, entry: NotedEntry, version: int) -> None:
    """Remove a row that was drawn."""
    service = session.plumbline().noted
    service.remove(session.actor(), cockpit.assessment_id, type(entry), entry.id, expected_version=version)
