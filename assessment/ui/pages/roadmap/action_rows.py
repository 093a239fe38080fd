"""A row of the register on the page: its columns, its cells, and saving what was changed in it."""

from __future__ import annotations

from datetime import date

from assessment.domain.answered.actions import ActionStatus, PlannedAction
from assessment.errors import InvalidInput
from assessment.services.validation import checked
from assessment.ui import session
from assessment.ui.components.columns import LARGE, PROCESS_WIDTH, SMALL, CellKind, Column, choice_column, read_column
from assessment.ui.components.editor import RowEdit
from assessment.ui.pages.roadmap.plan import Plan
from assessment.views.register import ActionLine
from assessment.views.wording import register as register_words
from assessment.views.wording.pages import register as words


def action_columns() -> dict[str, Column]:
    """The columns of the register on a page, by their ids."""
    return {
        "what": read_column(words.ACTION_COLUMN, width=PROCESS_WIDTH),
        "kind": read_column(register_words.KIND_COLUMN, width=SMALL),
        "text": Column(heading=words.TEXT_COLUMN, width=LARGE, explanation=words.TEXT_MEANING),
        "kept": Column(heading=words.KEPT_COLUMN, kind=CellKind.CHECK, width=SMALL, explanation=words.KEPT_MEANING),
        "owner": Column(heading=register_words.OWNER_COLUMN),
        "start": Column(heading=register_words.START_COLUMN, width=SMALL, explanation=words.DAY_MEANING),
        "due": Column(heading=register_words.DUE_COLUMN, width=SMALL, explanation=words.DAY_MEANING),
        "status": choice_column(
            register_words.STATUS_COLUMN,
            {status.value: name for status, name in register_words.STATUSES.items()},
            width=SMALL,
        ),
        "done": Column(heading=words.DONE_COLUMN, width=SMALL, explanation=words.DONE_MEANING),
        "done_on": Column(heading=register_words.DONE_ON_COLUMN, width=SMALL, explanation=words.DAY_MEANING),
        "note": Column(heading=register_words.NOTE_COLUMN),
    }


def action_cells(line: ActionLine) -> dict[str, str | bool | None]:
    """The cells of an action, by the ids of the columns."""
    return {
        "what": line.original or line.text or line.id,
        "kind": register_words.KINDS[line.kind],
        "text": None if line.text == line.original else line.text,
        "kept": not line.is_struck,
        "owner": line.owner or None,
        "start": line.start.isoformat() if line.start else None,
        "due": line.due.isoformat() if line.due else None,
        "status": line.status.value if line.status else None,
        "done": None if line.done_percent is None else str(line.done_percent),
        "done_on": line.done_on.isoformat() if line.done_on else None,
        "note": line.note or None,
    }


def save_action(plan: Plan, line: ActionLine, edit: RowEdit) -> int | None:
    """Save a row. One of the team's own without words, or struck, is removed."""
    register, actor = session.plumbline().register, session.actor()
    row = {name: str(value).strip() if isinstance(value, str) else value for name, value in edit.row.items()}
    if line.is_own and not (row["text"] and row["kept"]):
        register.remove(actor, plan.assessment_id, line.id, expected_version=edit.version)
        return None
    text = row["text"] if row["text"] not in (line.original, "", None) else None
    action = checked(
        PlannedAction,
        id=line.id,
        process_id=line.process_id,
        to_level=line.to_level,
        kind=line.kind,
        text=text,
        is_struck=not row["kept"],
        owner=row["owner"] or None,
        start=_day(register_words.START_COLUMN, row["start"]),
        due=_day(register_words.DUE_COLUMN, row["due"]),
        status=ActionStatus(str(row["status"])) if row["status"] else None,
        done_percent=_percent(row["done"]),
        note=row["note"] or None,
        done_on=_day(register_words.DONE_ON_COLUMN, row["done_on"]),
    )
    return register.save(actor, plan.assessment_id, action, expected_version=edit.version) or None


def _day(where: str, typed: object) -> date | None:
    try:
        return date.fromisoformat(str(typed)) if typed else None
    except ValueError:
        raise InvalidInput(where, words.NO_DAY, words.WRITE_DAY) from None


def _percent(typed: object) -> int | None:
    text = str(typed or "").removesuffix("%").strip()
    if text and not (text.isascii() and text.isdigit() and len(text) <= len("100")):
        raise InvalidInput(words.DONE_COLUMN, words.NO_PERCENT, words.WRITE_PERCENT)
    return int(text) if text else None
