"""Sheets that were filled in elsewhere: what one would change, and storing it, all or nothing."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from assessment.domain.answered.actions import PlannedAction
from assessment.domain.answered.assessment import AssessmentState
from assessment.domain.answered.read_back import ConflictChoice, DryRun, Fate, ReadLine
from assessment.domain.answered.running import RunningStep
from assessment.domain.computed import Computed
from assessment.errors import AssessmentLocked, Conflict, ImportRefused
from assessment.reporting.workbook.reading import ReadFile, ReadSheet, read_sheets
from assessment.services.authority import Permission, Permit, Subject, operation
from assessment.services.computing import Computing
from assessment.services.drafts import Draft
from assessment.services.read_actions import REQUIRED as ACTIONS_REQUIRED
from assessment.services.read_actions import ActionsReader
from assessment.services.read_answers import REQUIRED as ANSWERS_REQUIRED
from assessment.services.read_answers import AnswersReader
from assessment.services.read_steps import REQUIRED as STEPS_REQUIRED
from assessment.services.read_steps import StepsReader
from assessment.services.register import put_action
from assessment.services.repository import stored_header
from assessment.services.running import latest_day, put_step
from assessment.services.sheet_rows import has_columns, rows_of
from assessment.store import Reader
from assessment.views.model import View
from assessment.views.read_back import read_back_view
from assessment.views.sheets import actions, answers, running, source
from assessment.views.wording import read_back as words
from assessment.views.wording.sheets import actions as action_words
from assessment.views.wording.sheets import answers as answer_words
from assessment.views.wording.sheets import running as step_words
from assessment.views.wording.sheets import source as source_words

_HASH_LENGTH = 16
_WANTED = (
    *(action_words.NAME, actions.SHEET_ID),
    *(step_words.NAME, running.SHEET_ID),
    *(answer_words.NAME, answers.SHEET_ID),
    *(source_words.NAME, source.SHEET_ID),
)


class SheetService:
    """The register of actions, the steps and the answers, read back from a workbook or CSV file."""

    def __init__(self, computing: Computing) -> None:
        self.rights = computing.repository.rights
        self._computing = computing
        self._repository = computing.repository

    @operation("sheets.preview", Permission.EDIT, on=Subject.ASSESSMENT)
    def preview(self, permit: Permit, assessment_id: str, content: bytes, file_name: str) -> DryRun:
        """What a file would change, cell by cell; nothing is stored.

        Raises ImportRefused for a file that cannot be read, holds no such sheet, or was written from another
        assessment.
        """
        del permit
        return self._held_against(assessment_id, content, file_name)

    @operation("sheets.tell", Permission.EDIT, on=Subject.ASSESSMENT)
    def tell(self, permit: Permit, assessment_id: str, run: DryRun) -> View:
        """A dry run in words, with the names of those whose answers it holds: for the facilitator who hands it in."""
        del permit
        return read_back_view(run, self._computing.compute(assessment_id))

    @operation("sheets.apply", Permission.EDIT, on=Subject.ASSESSMENT)
    def apply(
        self,
        permit: Permit,
        assessment_id: str,
        content: bytes,
        file_name: str,
        *,
        expected: str,
        conflicts: ConflictChoice | None = None,
    ) -> int:
        """Store everything that a file changes, or nothing; returns how many entries.

        `expected` is the token of the dry run: Conflict where the assessment was changed since. `conflicts` says which
        value stays where both were changed. ImportRefused where a cell is refused, or a conflict is undecided.
        """
        run = self._held_against(assessment_id, content, file_name)
        _require_decided(run, file_name, conflicts)
        with self._repository.changing(permit, assessment_id) as draft:
            if expected != run.token or _token(draft.stored.revision, content) != expected:
                raise Conflict(words.THE_ASSESSMENT, words.READ_ANEW, words.SEE_AGAIN, draft.stored.revision)
            lines = tuple(run.to_store(conflicts))
            for line in lines:
                _store(draft, line)
        return len(lines)

    def _held_against(self, assessment_id: str, content: bytes, file_name: str) -> DryRun:
        with self._repository.store.reading() as reader:
            header = stored_header(reader, assessment_id).header
        if header.state is not AssessmentState.DRAFT:
            raise AssessmentLocked(header.name, str(header.state).replace("-", " "))
        file = read_sheets(content, file_name, _WANTED)
        _require_source(file, assessment_id, file_name)
        state, computed = self._computing.compute_state(assessment_id)
        with self._repository.store.reading() as reader:
            lines = tuple(self._lines(reader, computed, file, file_name))
        return DryRun(token=_token(state.revision, content), lines=lines)

    def _lines(self, reader: Reader, computed: Computed, file: ReadFile, file_name: str) -> Iterator[ReadLine]:
        found = [(sheet, _kind_of(sheet)) for sheet in file.sheets]
        if not any(kind for _, kind in found):
            raise ImportRefused(file_name, "", words.NO_SHEET, words.RIGHT_FILE)
        today = latest_day(self._repository.store.now())
        for sheet, kind in found:
            if kind == running.SHEET_ID:
                versions = reader.versions(computed.assessment.header.id, RunningStep)
                rows = rows_of(sheet, running.running_columns(), STEPS_REQUIRED, file_name)
                yield from StepsReader(computed=computed, versions=versions, sheet=sheet.name, today=today).lines(rows)
            elif kind == actions.SHEET_ID:
                versions = reader.versions(computed.assessment.header.id, PlannedAction)
                rows = rows_of(sheet, actions.action_columns(), ACTIONS_REQUIRED, file_name)
                yield from ActionsReader(computed=computed, versions=versions, sheet=sheet.name, today=today).lines(
                    rows
                )
            elif kind == answers.SHEET_ID:
                rows = rows_of(sheet, answers.answer_columns(), ANSWERS_REQUIRED, file_name)
                yield from AnswersReader(
                    reader=reader, framework=computed.framework, assessment=computed.assessment, sheet=sheet.name
                ).lines(rows)


def _kind_of(sheet: ReadSheet) -> str:
    """Which of the three a sheet is, by its headings; a CSV file may be called anything."""
    if has_columns(sheet, running.running_columns(), STEPS_REQUIRED):
        return running.SHEET_ID
    if has_columns(sheet, answers.answer_columns(), ANSWERS_REQUIRED):
        return answers.SHEET_ID
    if has_columns(sheet, actions.action_columns(), ACTIONS_REQUIRED):
        return actions.SHEET_ID
    return ""


def _require_source(file: ReadFile, assessment_id: str, file_name: str) -> None:
    """Raise ImportRefused where the file says that it is of another assessment, or of a later layout."""
    for sheet in file.sheets:
        if sheet.name.strip().casefold() not in (source_words.NAME.casefold(), source.SHEET_ID):
            continue
        facts = {str(row.value(0)): str(row.value(1)) for row in sheet.rows}
        if facts.get(source.SourceKey.ASSESSMENT_ID, assessment_id) != assessment_id:
            raise ImportRefused(file_name, sheet.name, words.WRONG_ASSESSMENT, words.RIGHT_FILE)
        layout = facts.get(source.SourceKey.FORMAT, "")
        if layout.isascii() and layout.isdigit() and int(layout[:9]) > source.SHEET_FORMAT:
            raise ImportRefused(file_name, sheet.name, words.NEWER_SHEET, words.RIGHT_FILE)


def _require_decided(run: DryRun, file_name: str, choice: ConflictChoice | None) -> None:
    refused, conflicting = run.of(Fate.REFUSED), run.of(Fate.CONFLICTING)
    if refused:
        first = refused[0]
        where = f"{first.sheet}, {first.cell}"
        raise ImportRefused(file_name, "", words.refused_first(len(refused), where, first.reason))
    if conflicting and choice is None:
        raise ImportRefused(file_name, "", words.conflicts_first(len(conflicting)), words.CHOOSE)


def _store(draft: Draft, line: ReadLine) -> None:
    if line.wanted is None:
        if line.model is not None:
            draft.remove(line.model, *line.key, expected_version=line.version)
    elif isinstance(line.wanted, RunningStep):
        put_step(draft, line.wanted, line.version)
    elif isinstance(line.wanted, PlannedAction):
        put_action(draft, line.wanted, line.version)
    else:
        draft.put(line.wanted, line.version)


def _token(revision: int, content: bytes) -> str:
    """Names a state of the assessment and a file."""
    return f"{revision}:{hashlib.sha256(content).hexdigest()[:_HASH_LENGTH]}"
