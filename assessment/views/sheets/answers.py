"""The answers as a sheet to type into: one row a person, question and state, for interviews without the app.

It names people and holds what each of them said, so it is the facilitator's own and in no file for readers. A row is
known by person, question and state; the versions tell whether somebody answered elsewhere since.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from assessment.domain.answered.assessment import Respondent
from assessment.domain.answered.entries import Answer, AnswerKind
from assessment.domain.authored.framework import Framework, Horizon, Item
from assessment.domain.rating.scale import LETTERS
from assessment.views.names import attribute_name, people_names, process_name
from assessment.views.sheets.model import Sheet, SheetColumn, SheetValue, ValueKind
from assessment.views.wording.sheets import answers as words
from assessment.views.wording.terms import ANSWERS_WITHOUT_CODE, HORIZONS

SHEET_ID = "answers"


class AnswerColumn(StrEnum):
    """The ids of the columns, by which the sheet is read back."""

    RESPONDENT = "respondent"
    PROCESS = "process"
    ATTRIBUTE = "attribute"
    QUESTION = "question"
    HORIZON = "horizon"
    ANSWER = "answer"
    REASON = "reason"
    NOTE = "note"
    RESPONDENT_ID = "respondent-id"
    ITEM_ID = "item-id"
    HORIZON_ID = "horizon-id"
    VERSION = "version"
    NOTE_VERSION = "note-version"
    LIST = "list"


ENTERED = (AnswerColumn.ANSWER, AnswerColumn.REASON, AnswerColumn.NOTE)
"""The columns that are filled in and read back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedRow:
    """One question to one person for one state, with what is stored: `version` 0 without an answer, and so the note."""

    respondent_id: str
    item_id: str
    horizon: Horizon
    answer: Answer | None
    version: int
    note: str
    note_version: int


def answer_choices(item: Item) -> tuple[str, ...]:
    """What the cell of a question offers: its six statements, each behind its letter, not applicable, don't know.

    The place of a choice is its code, from 0 to 5; the last two are the answers without one.
    """
    statements = (words.choice(letter.value, text) for letter, text in zip(LETTERS, item.statements, strict=True))
    return (*statements, *(ANSWERS_WITHOUT_CODE[kind] for kind in _WITHOUT_CODE))


_WITHOUT_CODE = (AnswerKind.NOT_APPLICABLE, AnswerKind.DONT_KNOW)


def choice_of(item: Item, answer: Answer | None) -> str | None:
    """What the cell of a question holds for an answer; None for no answer."""
    return _chosen(answer_choices(item), answer)


def _chosen(choices: tuple[str, ...], answer: Answer | None) -> str | None:
    if answer is None:
        return None
    return ANSWERS_WITHOUT_CODE[answer.kind] if answer.code is None else choices[answer.code]


def answers_sheet(framework: Framework, respondents: Iterable[Respondent], asked: Iterable[AskedRow]) -> Sheet:
    """The sheet of the questions asked, in the order given, each with the choices of its own."""
    names = people_names(respondents)
    lists: dict[tuple[str, ...], int] = {}
    rows = []
    for row in asked:
        choices = answer_choices(framework.item_by_id[row.item_id])
        number = lists.setdefault(choices, len(lists) + 1)
        rows.append(_row(framework, names[row.respondent_id], row, choices, number))
    return Sheet(
        id=SHEET_ID,
        name=words.NAME,
        columns=answer_columns(),
        rows=tuple(rows),
        lists=tuple(lists),
        list_column=AnswerColumn.LIST,
    )


def _row(
    framework: Framework, name: str, asked: AskedRow, choices: tuple[str, ...], list_number: int
) -> tuple[SheetValue, ...]:
    item = framework.item_by_id[asked.item_id]
    values: dict[AnswerColumn, SheetValue] = {
        AnswerColumn.RESPONDENT: name,
        AnswerColumn.PROCESS: process_name(framework, item.process_id),
        AnswerColumn.ATTRIBUTE: attribute_name(framework, item.attribute_id),
        AnswerColumn.QUESTION: item.question,
        AnswerColumn.HORIZON: HORIZONS[asked.horizon],
        AnswerColumn.ANSWER: _chosen(choices, asked.answer),
        AnswerColumn.REASON: None if asked.answer is None else asked.answer.reason,
        AnswerColumn.NOTE: asked.note or None,
        AnswerColumn.RESPONDENT_ID: asked.respondent_id,
        AnswerColumn.ITEM_ID: asked.item_id,
        AnswerColumn.HORIZON_ID: asked.horizon.value,
        AnswerColumn.VERSION: asked.version,
        AnswerColumn.NOTE_VERSION: asked.note_version,
        AnswerColumn.LIST: list_number,
    }
    return tuple(values[column] for column in AnswerColumn)


def answer_columns() -> tuple[SheetColumn, ...]:
    """The columns of the sheet."""
    return (
        _column(AnswerColumn.RESPONDENT, words.RESPONDENT, words.RESPONDENT_MEANING, 24),
        _column(AnswerColumn.PROCESS, words.PROCESS, words.PROCESS_MEANING, 24),
        _column(AnswerColumn.ATTRIBUTE, words.ATTRIBUTE, words.ATTRIBUTE_MEANING, 30),
        _column(AnswerColumn.QUESTION, words.QUESTION, words.QUESTION_MEANING, 60),
        _column(AnswerColumn.HORIZON, words.HORIZON, words.HORIZON_MEANING, 8),
        _column(AnswerColumn.ANSWER, words.ANSWER, words.ANSWER_MEANING, 60),
        _column(AnswerColumn.REASON, words.REASON, words.REASON_MEANING, 30),
        _column(AnswerColumn.NOTE, words.NOTE, words.NOTE_MEANING, 40),
        _hidden(AnswerColumn.RESPONDENT_ID, words.RESPONDENT_ID, words.RESPONDENT_ID_MEANING),
        _hidden(AnswerColumn.ITEM_ID, words.ITEM_ID, words.ITEM_ID_MEANING),
        _hidden(AnswerColumn.HORIZON_ID, words.HORIZON_ID, words.HORIZON_ID_MEANING),
        _hidden(AnswerColumn.VERSION, words.VERSION, words.VERSION_MEANING, ValueKind.NUMBER),
        _hidden(AnswerColumn.NOTE_VERSION, words.NOTE_VERSION, words.NOTE_VERSION_MEANING, ValueKind.NUMBER),
        _hidden(AnswerColumn.LIST, words.LIST, words.LIST_MEANING, ValueKind.NUMBER),
    )


def _column(column_id: AnswerColumn, heading: str, meaning: str, width: int) -> SheetColumn:
    return SheetColumn(
        id=column_id.value, heading=heading, meaning=meaning, width=width, is_entered=column_id in ENTERED
    )


def _hidden(column_id: AnswerColumn, heading: str, meaning: str, kind: ValueKind = ValueKind.TEXT) -> SheetColumn:
    return SheetColumn(id=column_id.value, heading=heading, meaning=meaning, kind=kind, is_hidden=True)
