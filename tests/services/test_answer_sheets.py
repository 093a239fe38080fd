"""The workbook that answers are typed into: everybody's questions with what is stored, and its versions."""

from __future__ import annotations

import io
from typing import Any

import pytest
from openpyxl import load_workbook

from assessment.domain.answered.assessment import Assignment, Note, NoteKind
from assessment.domain.answered.read_back import Fate
from assessment.domain.authored.framework import Horizon
from assessment.errors import InvalidInput, NotAvailable
from assessment.reporting.workbook.reading import ROW_LIMIT
from assessment.services.answer_sheets import ROWS_READ_BACK
from assessment.services.authority import LOCAL_ACTOR as ME
from assessment.services.plumbline import Plumbline
from tests.builders import NA, rated
from tests.services.conftest import begun

ITEM = "planning.deliver-1"
Row = dict[str, Any]


def written(plumbline: Plumbline, assessment_id: str) -> dict[tuple[str, str, str], Row]:
    """The rows of the sheet by person, question and state."""
    book = load_workbook(io.BytesIO(plumbline.answer_sheets.write(ME, assessment_id)))
    head, *rows = book["Answers"].iter_rows(values_only=True)
    found = [dict(zip(head, row, strict=True)) for row in rows]
    return {(str(row["Person id"]), str(row["Question id"]), str(row["State id"])): row for row in found}


def test_everybody_is_asked_what_is_theirs_and_what_is_stored_stands_there(plumbline: Plumbline) -> None:
    assessment_id = begun(plumbline)
    saved = plumbline.answering.save(ME, assessment_id, rated(ITEM, 3, "r1"))
    plumbline.answering.save(ME, assessment_id, rated("planning.control", NA, "r2"))
    note = Note(respondent_id="r1", item_id=ITEM, kind=NoteKind.NOTE, text="We write it down.")
    note_version = plumbline.answering.save_note(ME, assessment_id, note)
    plumbline.setup.save(
        ME, assessment_id, Assignment(respondent_id="r2", process_id="planning", attribute_ids=("control",))
    )

    found = written(plumbline, assessment_id)

    row = found["r1", ITEM, "as-is"]
    assert str(row["ANSWER"]).startswith("L-: ")
    assert (row["NOTE"], row["Version"], row["Version of the note"]) == (
        "We write it down.",
        saved.version,
        note_version,
    )
    assert found["r2", "planning.control", "as-is"]["ANSWER"] == "Not applicable"
    assert found["r2", "planning.control", "as-is"]["REASON"]
    blank = found["r1", "planning.deliver-2", "as-is"]
    assert (blank["ANSWER"], blank["NOTE"], blank["Version"], blank["Version of the note"]) == (None, None, 0, 0)
    assert [item_id for person, item_id, _ in found if person == "r2"] == ["planning.control"]


def test_the_file_says_which_assessment_and_which_revision_of_it(plumbline: Plumbline) -> None:
    assessment_id = begun(plumbline)
    plumbline.answering.save(ME, assessment_id, rated(ITEM, 3, "r1"))
    book = load_workbook(io.BytesIO(plumbline.answer_sheets.write(ME, assessment_id)))
    source = dict(book["Source"].iter_rows(min_row=2, values_only=True))
    assert source["assessment-id"] == assessment_id
    assert source["revision"] == plumbline.assessments.revision(ME, assessment_id)
    told = [row[2].value for row in book["Read me"].iter_rows(min_row=2)]
    assert "It names people and holds what each of them said: keep it to yourself." in told


def test_handed_in_as_it_was_written_it_changes_nothing(plumbline: Plumbline) -> None:
    assessment_id = begun(plumbline)
    plumbline.answering.save(ME, assessment_id, rated(ITEM, 3, "r1"))
    plumbline.answering.save(ME, assessment_id, rated(ITEM, 5, "r1", Horizon.AS_IS))
    content = plumbline.answer_sheets.write(ME, assessment_id)
    run = plumbline.sheets.preview(ME, assessment_id, content, "answers.xlsx")
    assert {line.fate for line in run.lines} <= {Fate.UNCHANGED}


def test_more_rows_than_are_read_back_are_refused_in_words(
    plumbline: Plumbline, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert ROWS_READ_BACK == ROW_LIMIT - 1
    assessment_id = begun(plumbline)
    row_count = len(written(plumbline, assessment_id))
    monkeypatch.setattr("assessment.services.answer_sheets.ROWS_READ_BACK", row_count - 1)
    with pytest.raises(InvalidInput, match=f"{row_count} rows"):
        plumbline.answer_sheets.write(ME, assessment_id)


def test_there_is_no_sheet_of_an_assessment_that_is_not_there(plumbline: Plumbline) -> None:
    with pytest.raises(NotAvailable):
        plumbline.answer_sheets.write(ME, "nowhere")
