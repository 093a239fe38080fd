"""Decisions and actions as a table: each cell saved as it is left, a row without words removed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from assessment.domain.answered.workshop import Decision, DecisionKind
from assessment.errors import InvalidInput
from assessment.services.validation import checked
from assessment.ui.components.columns import LARGE, SMALL, CellKind, Column, choice_column
from assessment.ui.components.editor import EditorRow, RowEdit, editor
from assessment.ui.components.heading import section_head
from assessment.ui.components.text import plain
from assessment.ui.pages.workshop.noted_lists import put, remove, text_of
from assessment.ui.pages.workshop.place import Cockpit
from assessment.views.wording.pages import register as register_words
from assessment.views.wording.terms import NOTED_KINDS
from assessment.views.wording.workshop import noted as words


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
        if not text_of(edit):
            remove(cockpit, decisions[edit.id], edit.version)
            return None
        return put(cockpit, _decision(edit), edit.version)

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
        text=text_of(edit),
        owner=str(row["owner"]).strip() or None if row["owner"] else None,
        due=_day(row["due"]),
        process_id=row["process"],
        is_done=row["done"],
    )


def _day(typed: object) -> date | None:
    try:
        return date.fromisoformat(str(typed).strip()) if typed else None
    except ValueError:
        raise InvalidInput(words.DUE_COLUMN, register_words.NO_DAY, register_words.WRITE_DAY) from None
