"""How ready the organisation is to change each process."""

from __future__ import annotations

from assessment.domain.answered.organisation import Readiness, ReadinessState
from assessment.services.validation import checked
from assessment.ui.components.columns import SMALL, Cell, choice_column, process_column
from assessment.ui.components.editor import EditorRow, RowEdit, editor
from assessment.ui.components.heading import section_head
from assessment.ui.components.text import plain
from assessment.ui.pages.set_up.frame import Frame
from assessment.views.set_up import row_name
from assessment.views.wording.pages.set_up import owners as words
from assessment.views.wording.terms import READINESS_STATES


def draw_readiness(frame: Frame) -> None:
    """Draw the questions with their numbers, and a column for each."""
    section_head(words.READINESS_TITLE, words.READINESS_LEAD, sign=frame.key("readiness"))
    questions = dict(enumerate(frame.framework.readiness, start=1))
    stored = {(entry.process_id, entry.question_id): entry for entry in frame.assessment.readiness}
    versions = frame.versions(Readiness)
    names = {state.value: name for state, name in READINESS_STATES.items()}
    rows, columns = [], {"process": process_column()}
    for number, question in questions.items():
        plain(words.numbered_question(number, question.question), "quiet")
        columns[question.id] = choice_column(str(number), names, width=SMALL, explanation=question.question)
    for process in frame.processes:
        cells: dict[str, Cell] = {"process": row_name(process)}
        for question in questions.values():
            entry = stored.get((process.id, question.id))
            cells[question.id] = entry.state.value if entry else None
        rows.append(EditorRow(id=process.id, cells=cells))

    def save(edit: RowEdit) -> None:
        for question_id, state in edit.cells.items():
            place = (edit.id, question_id)
            _save(frame, edit.id, question_id, state, stored.get(place), versions.get(place, 0))

    editor(
        frame.key("readiness-table"),
        rows,
        columns,
        save,
        is_locked=frame.is_locked,
        name=words.READINESS_TABLE,
        sign=frame.key("readiness"),
    )


def _save(frame: Frame, process_id: str, question_id: str, state: Cell, before: Readiness | None, version: int) -> None:
    if not state:
        frame.remove(Readiness, process_id, question_id, version=version)
        return
    entry = checked(
        Readiness,
        process_id=process_id,
        question_id=question_id,
        state=ReadinessState(str(state)),
        note=before.note if before else None,
    )
    frame.save(entry, version)
