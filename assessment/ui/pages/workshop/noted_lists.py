"""The parking lot, decisions and actions as tables: each cell saved as it is left, a row without words removed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from assessment.domain.answered.workshop import Decision, DecisionKind, ParkedPoint
from assessment.errors import InvalidInput
from assessment.services.noted import NotedEntry
from assessment.services.validation import checked
from assessment.ui import session
from assessment.ui.components.columns import LARGE, SMALL, CellKind, Column, choice_column, read_column
from assessment.ui.components.editor import EditorRow, RowEdit, editor
from assessment.ui.components.heading import section_head
from assessment.ui.components.text import plain
from assessment.ui.pages.workshop.place import Cockpit
from assessment.views.wording.pages import register as register_words
from assessment.views.wording.terms import NOTED_KINDS
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
        before, text = points[edit.id], _text(edit)
        if not text:
            _remove(cockpit, before, edit.version)
            return None
        fields = before.model_dump() | {"text": text, "is_done": edit.row["done"]}
        return _put(cockpit, checked(ParkedPoint, **fields), edit.version)

    editor(f"{key}-table", rows, columns, save, is_locked=cockpit.is_locked, name=words.PARKED_TABLE, sign=key)


def draw_decisions(cockpit: Cockpit, found: Sequence[tuple[Decision, int]]) -> None:
    """Draw decisions and actions, what is open first."""
    key = cockpit.key("decisions")
    section_head(words.DECISIONS_TITLE, words.DECISIONS_LEAD, sign=key if found else None)
    if not found:
        plain(words.DECISIONS_NONE, "quiet")
        return
    rows = [
        EditorRow(
            id=one.id,
            cells={
                "text": one.text,
                "kind": one.kind.value,
                "process": one.process_id,
                "owner": one.owner,
                "due": one.due.isoformat() if one.due else None,
                "done": one.is_done,
            },
            version=version,
        )
        for one, version in sorted(found, key=lambda one: (one[0].is_done, one[0].id))
    ]
    decisions = {one.id: one for one, _ in found}

    def save(edit: RowEdit) -> int | None:
        if not _text(edit):
            _remove(cockpit, decisions[edit.id], edit.version)
            return None
        return _put(cockpit, _decision(edit), edit.version)

    columns = _decision_columns(cockpit)
    editor(f"{key}-table", rows, columns, save, is_locked=cockpit.is_locked, name=words.DECISIONS_TABLE, sign=key)


def _decision_columns(cockpit: Cockpit) -> dict[str, Column]:
    processes = {process.id: process.name for process in cockpit.framework.processes}
    return {
        "text": Column(heading=words.TEXT_COLUMN, width=LARGE),
        "kind": choice_column(
            words.KIND_COLUMN, {kind.value: name for kind, name in NOTED_KINDS.items()}, width=SMALL, is_required=True
        ),
        "process": choice_column(words.PROCESS_COLUMN, processes),
        "owner": Column(heading=words.OWNER_COLUMN),
        "due": Column(heading=words.DUE_COLUMN, width=SMALL, explanation=words.DAY_MEANING),
        "done": Column(heading=words.DONE_COLUMN, kind=CellKind.CHECK, width=SMALL),
    }


def _decision(edit: RowEdit) -> Decision:
    row = edit.row
    return checked(
        Decision,
        id=edit.id,
        kind=DecisionKind(str(row["kind"])),
        text=_text(edit),
        owner=str(row["owner"]).strip() or None if row["owner"] else None,
        due=_day(row["due"]),
        process_id=row["process"],
        is_done=row["done"],
    )


def _text(edit: RowEdit) -> str:
    return str(edit.row["text"] or "").strip()


def _day(typed: object) -> date | None:
    try:
        return date.fromisoformat(str(typed).strip()) if typed else None
    except ValueError:
        raise InvalidInput(words.DUE_COLUMN, register_words.NO_DAY, register_words.WRITE_DAY) from None


def _put(cockpit: Cockpit, entry: NotedEntry, version: int) -> int:
    service = session.plumbline().noted
    return service.put(session.actor(), cockpit.assessment_id, entry, expected_version=version)


def _remove(cockpit: Cockpit, entry: NotedEntry, version: int) -> None:
    service = session.plumbline().noted
    service.remove(session.actor(), cockpit.assessment_id, type(entry), entry.id, expected_version=version)
