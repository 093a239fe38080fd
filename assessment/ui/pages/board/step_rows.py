"""A row of a step in the list: its columns, its cells, and saving what was changed in it."""

from __future__ import annotations

from datetime import date

from assessment.domain.answered.actions import ActionStatus
from assessment.domain.answered.running import RunningStep
from assessment.errors import InvalidInput
from assessment.services.validation import checked
from assessment.ui.components.columns import (
    LARGE,
    PROCESS_WIDTH,
    SMALL,
    Cell,
    Column,
    choice_column,
    read_column,
)
from assessment.ui.components.editor import RowEdit
from assessment.ui.pages.board.place import Place
from assessment.views.board.lines import Line
from assessment.views.wording import board as board_words
from assessment.views.wording import register as register_words
from assessment.views.wording.numbers import long_date
from assessment.views.wording.pages import board as words
from assessment.views.wording.pages import register as register_page


def step_columns() -> dict[str, Column]:
    """The columns of steps, by their ids."""
    return {
        "what": read_column(words.STEP_COLUMN, width=PROCESS_WIDTH),
        "stands": read_column(words.STANDS_COLUMN),
        **kept_columns(),
        "evidence": Column(heading=board_words.EVIDENCE_COLUMN, width=LARGE, explanation=words.SEEN_MEANING),
    }


def kept_columns() -> dict[str, Column]:
    """The columns of what is entered of a step and of an action alike."""
    return {
        "owner": Column(heading=register_words.OWNER_COLUMN, explanation=words.OWNER_MEANING),
        "plan": read_column(words.PLAN_COLUMN, explanation=words.PLAN_MEANING),
        "start": Column(heading=register_words.START_COLUMN, width=SMALL, explanation=register_page.DAY_MEANING),
        "due": Column(heading=register_words.DUE_COLUMN, width=SMALL, explanation=register_page.DAY_MEANING),
        "status": choice_column(
            register_words.STATUS_COLUMN,
            {status.value: name for status, name in register_words.STATUSES.items()},
            width=SMALL,
        ),
        "done_on": Column(heading=register_words.DONE_ON_COLUMN, width=SMALL, explanation=register_page.DAY_MEANING),
        "note": Column(heading=register_words.NOTE_COLUMN),
    }


def step_cells(place: Place, line: Line) -> dict[str, Cell]:
    """The cells of a step, by the ids of the columns."""
    entry = place.entry(line.key)
    return {
        **kept_cells(line, entry.status),
        "what": line.title,
        "evidence": entry.evidence,
    }


def kept_cells(line: Line, status: ActionStatus | None) -> dict[str, Cell]:
    """The cells of `kept_columns`, and how the line stands; what nobody set is empty."""
    derived = words.derived(
        line.owner if line.is_owner_derived else "",
        long_date(line.due) if line.due and line.is_due_derived else "",
    )
    return {
        "stands": line.stands or None,
        "owner": line.named_owner or None,
        "plan": derived or None,
        "start": None if line.start is None or line.is_start_derived else line.start.isoformat(),
        "due": None if line.due is None or line.is_due_derived else line.due.isoformat(),
        "status": None if status is None else status.value,
        "done_on": None if line.done_on is None else line.done_on.isoformat(),
        "note": line.note or None,
    }


def save_step(place: Place, line: Line, edit: RowEdit) -> int | None:
    """Save a row; None where nothing is left in it."""
    entry = checked(
        RunningStep, process_id=line.key[0], to_level=line.key[1], evidence=typed(edit, "evidence"), **kept(place, edit)
    )
    return place.save(entry, edit.version) or None


def kept(place: Place, edit: RowEdit) -> dict[str, object]:
    """What a row says of a step or an action. Done without a day is today; what is no longer done has no day."""
    status, done_on = typed(edit, "status"), day_of(register_words.DONE_ON_COLUMN, edit.row["done_on"])
    if "done_on" in edit.cells and done_on is not None:
        status = ActionStatus.DONE
    elif "status" in edit.cells and "done_on" not in edit.cells:
        done_on = (done_on or place.day) if status == ActionStatus.DONE else None
    return {
        "owner": typed(edit, "owner"),
        "start": day_of(register_words.START_COLUMN, edit.row["start"]),
        "due": day_of(register_words.DUE_COLUMN, edit.row["due"]),
        "status": ActionStatus(status) if status else None,
        "done_on": done_on,
        "note": typed(edit, "note"),
    }


def typed(edit: RowEdit, column_id: str) -> str | None:
    """The text of a cell; None for nothing."""
    return str(edit.row[column_id] or "").strip() or None


def day_of(where: str, cell: Cell) -> date | None:
    """The day of a cell. Raises InvalidInput for what is none."""
    try:
        return date.fromisoformat(str(cell).strip()) if cell else None
    except ValueError:
        raise InvalidInput(where, register_page.NO_DAY, register_page.WRITE_DAY) from None
