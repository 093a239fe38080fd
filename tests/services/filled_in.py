"""Sheets as people fill them in: the ones that the product writes, with other values in some of their cells."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from assessment.domain.answered.assessment import Assessment, Note, Rating
from assessment.domain.authored.framework import Framework
from assessment.reporting.workbook.book import answers_workbook_bytes
from assessment.reporting.workbook.csv_files import sheet_csv
from assessment.services.answer_sheets import asked_rows
from assessment.services.authority import LOCAL_ACTOR as ME
from assessment.services.plumbline import Plumbline
from assessment.views.sheets.actions import actions_sheet
from assessment.views.sheets.answers import answers_sheet
from assessment.views.sheets.model import Sheet, SheetValue
from assessment.views.sheets.source import Source

DAY = date(2026, 1, 2)
FORMATS = ("xlsx", "csv")


def register_of(plumbline: Plumbline, assessment_id: str) -> Sheet:
    """The register as it is written now."""
    return actions_sheet(plumbline.results.read(ME, assessment_id))


def answers_of(plumbline: Plumbline, assessment_id: str) -> Sheet:
    """The answer sheet as it is written now."""
    assessment = plumbline.assessments.load(ME, assessment_id)
    framework = plumbline.assessments.framework(ME, assessment_id)
    versions, notes = (plumbline.setup.versions(ME, assessment_id, kind) for kind in (Rating, Note))
    return answers_sheet(framework, assessment.respondents, asked_rows(framework, assessment, versions, notes))


def answers_sheet_of(framework: Framework, assessment: Assessment) -> Sheet:
    """The answer sheet of an assessment as if it were typed in: nothing was stored when it was written."""
    return answers_sheet(framework, assessment.respondents, asked_rows(framework, assessment, {}, {}))


def with_cells(sheet: Sheet, row: int, cells: Mapping[str, SheetValue]) -> Sheet:
    """The sheet with other values in some cells of a row."""
    values = list(sheet.rows[row])
    for column_id, value in cells.items():
        values[sheet.place(column_id)] = value
    return replace(sheet, rows=(*sheet.rows[:row], tuple(values), *sheet.rows[row + 1 :]))


def as_file(sheet: Sheet, format: str, assessment: Assessment) -> bytes:
    """The sheet as a workbook or a CSV file."""
    if format == "csv":
        return sheet_csv(sheet)
    return answers_workbook_bytes(sheet, Source(header=assessment.header, revision=1), printed_on=DAY)
