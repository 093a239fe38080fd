"""The sheet that answers are typed into, for interviews without the app: everybody's questions with what is stored.

It names people and holds what each of them said, so it is the facilitator's own and no part of what readers get.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date

from assessment.domain.answered.asking import everybody_asked
from assessment.domain.answered.assessment import Assessment, Note, NoteKind, Rating
from assessment.domain.authored.framework import Framework
from assessment.domain.workshop.sealing import is_anonymous_id
from assessment.errors import InvalidInput
from assessment.services.authority import Permission, Permit, Subject, operation
from assessment.services.computing import Computing
from assessment.services.repository import stored_header
from assessment.views.sheets.answers import AskedRow, answers_sheet
from assessment.views.sheets.source import Source

ROWS_READ_BACK = 19_999
"""As many as reading a sheet back takes, without its head."""
Versions = Mapping[tuple[str, ...], int]


class AnswerSheetService:
    """Answers on a sheet, out of the database and back."""

    def __init__(self, computing: Computing, *, today: Callable[[], date] = date.today) -> None:
        self.rights = computing.repository.rights
        self._computing = computing
        self._today = today

    @operation("answer-sheets.write", Permission.EDIT, on=Subject.ASSESSMENT)
    def write(self, permit: Permit, assessment_id: str) -> bytes:
        """A workbook with a row for each question to each person, in their order, and the versions of what is stored.

        All of it is of one moment. Raises InvalidInput for more rows than are read back.
        """
        del permit
        from assessment.reporting.workbook import answers_workbook_bytes

        repository = self._computing.repository
        with repository.store.reading() as reader:
            stored = stored_header(reader, assessment_id)
            framework, assessment = repository.pinned(reader, stored), repository.load(reader, stored)
            versions, note_versions = reader.versions(assessment_id, Rating), reader.versions(assessment_id, Note)
        rows = tuple(asked_rows(framework, assessment, versions, note_versions))
        if len(rows) > ROWS_READ_BACK:
            raise InvalidInput(
                "Answer sheet",
                f"it would have {len(rows):,} rows, and at most {ROWS_READ_BACK:,} are read back",
                "Ask people less in Set-up, or let them answer here.",
            )
        return answers_workbook_bytes(
            answers_sheet(framework, assessment.respondents, rows),
            Source(header=assessment.header, revision=stored.revision),
            printed_on=self._today(),
        )


def asked_rows(
    framework: Framework, assessment: Assessment, versions: Versions, note_versions: Versions
) -> Iterator[AskedRow]:
    """Every question to every person in scope with what is stored: versions by the keys of answers and notes.

    Who came to a room anonymously has no rows: what they said is nobody's to read one by one.
    """
    answers = {(one.respondent_id, one.item_id, one.horizon): one.answer for one in assessment.ratings}
    notes = {(one.respondent_id, one.item_id): one.text for one in assessment.notes if one.kind is NoteKind.NOTE}
    for respondent_id, _, asked in everybody_asked(framework, assessment):
        if is_anonymous_id(respondent_id):
            continue
        noted: set[str] = set()
        for item, horizon in asked:
            is_first = item.id not in noted  # a note is on the question, whichever state it is asked of
            noted.add(item.id)
            yield AskedRow(
                respondent_id=respondent_id,
                item_id=item.id,
                horizon=horizon,
                answer=answers.get((respondent_id, item.id, horizon)),
                version=versions.get((respondent_id, item.id, str(horizon)), 0),
                note=notes.get((respondent_id, item.id), "") if is_first else "",
                note_version=note_versions.get((respondent_id, item.id, str(NoteKind.NOTE)), 0) if is_first else 0,
            )
