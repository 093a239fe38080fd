"""A row of an action in the list: its columns, its cells, and saving what was changed in it.

Its words, and whether it is struck, are changed in its step on the page Roadmap; what they are there stays.
"""

from __future__ import annotations

from assessment.domain.answered.actions import PlannedAction
from assessment.domain.planning.running import RunAction
from assessment.services.validation import checked
from assessment.ui import session
from assessment.ui.components.columns import PROCESS_WIDTH, Cell, Column, read_column
from assessment.ui.components.editor import RowEdit
from assessment.ui.pages.board.place import Place
from assessment.ui.pages.board.step_rows import kept, kept_cells, kept_columns
from assessment.views.board.lines import Line
from assessment.views.names import process_name
from assessment.views.wording import board as board_words
from assessment.views.wording.pages import board as words


def run_columns() -> dict[str, Column]:
    """The columns of actions, by their ids."""
    return {
        "what": read_column(words.ACTION_COLUMN, width=PROCESS_WIDTH),
        "step": read_column(words.STEP_COLUMN),
        "stands": read_column(words.STANDS_COLUMN),
        **kept_columns(),
    }


def run_cells(place: Place, line: Line) -> dict[str, Cell]:
    """The cells of an action, by the ids of the columns."""
    process_id, to_level = line.key
    entry = _action(place, line).action.entry
    return {
        **kept_cells(line, None if entry is None else entry.status),
        "what": line.title,
        "step": board_words.step_needed(process_name(place.computed.framework, process_id), to_level),
    }


def save_run(place: Place, line: Line, edit: RowEdit) -> int | None:
    """Save a row; None where nothing is left in it beyond what the framework says."""
    action = _action(place, line).action
    before = action.entry or PlannedAction(
        id=action.id, process_id=action.process_id, to_level=action.to_level, kind=action.kind
    )
    wanted = checked(PlannedAction, **{**dict(before), **kept(place, edit)})
    register, actor = session.plumbline().register, session.actor()
    return register.save(actor, place.assessment_id, wanted, expected_version=edit.version) or None


def _action(place: Place, line: Line) -> RunAction:
    return next(one for step in place.run.steps for one in step.actions if one.id == line.action_id)
