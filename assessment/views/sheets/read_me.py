"""The first sheet: what the workbook is of and how it is read; and the dictionary of every column."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from assessment.domain.answered.assessment import AssessmentHeader, AssessmentState
from assessment.domain.computed import Computed
from assessment.views.claim import claim_text
from assessment.views.method import versions_facts
from assessment.views.method_settings import settings_facts
from assessment.views.model import Fact
from assessment.views.report import basis_text
from assessment.views.sheets.fields import Field, number, sheet_of, text, yes_no
from assessment.views.sheets.model import Sheet, SheetColumn
from assessment.views.wording import claims as claim_words
from assessment.views.wording import heatmap, report
from assessment.views.wording.numbers import long_date
from assessment.views.wording.sheets import answers
from assessment.views.wording.sheets import read_me as words
from assessment.views.wording.terms import STATES

SHEET_ID, DICTIONARY_ID = "read-me", "dictionary"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    part: str
    fact: Fact


@dataclass(frozen=True, slots=True, kw_only=True)
class _Described:
    sheet: Sheet
    column: SheetColumn


def read_me_sheet(computed: Computed, *, printed_on: date, product_version: str) -> Sheet:
    """A line a fact: what is assessed, its settings, who answered, the versions, and how the sheets are read."""
    lines = tuple(_lines(computed, printed_on, product_version))
    return sheet_of(SHEET_ID, words.NAME, words.COLUMNS, _fields(), lines)


def answers_read_me_sheet(header: AssessmentHeader, printed_on: date) -> Sheet:
    """What a sheet of answers is of, how it is filled in, and who may see it."""
    lines = (
        *((words.ABOUT, fact) for fact in _whose(header)),
        (words.ABOUT, Fact(id="written", label=words.WRITTEN, text=long_date(printed_on))),
        *(
            (words.FILLING, Fact(id=fact_id, label=label, text=said))
            for fact_id, label, said in (
                ("answer", answers.ANSWER, words.ANSWER_HOW),
                ("reason", answers.REASON, words.REASON_HOW),
                ("note", answers.NOTE, words.NOTE_HOW),
                ("back", words.BACK_LABEL, words.BACK),
                ("people", words.CONFIDENTIAL, words.NAMES_PEOPLE),
            )
        ),
    )
    return sheet_of(
        SHEET_ID, words.NAME, words.COLUMNS, _fields(), (_Line(part=part, fact=fact) for part, fact in lines)
    )


def _fields() -> tuple[Field[_Line], ...]:
    return (
        text("part", lambda line: line.part, 16),
        text("label", lambda line: line.fact.label, 32),
        text("text", lambda line: line.fact.text, 68),
        number("value", lambda line: None if isinstance(line.fact.value, str) else line.fact.value, "", None, 14),
        text("note", lambda line: line.fact.note, 60),
    )


def _lines(computed: Computed, printed_on: date, product_version: str) -> Iterator[_Line]:
    for part, facts in (
        (words.ABOUT, _about(computed)),
        (words.READING, _reading(computed)),
        (words.SETTINGS, settings_facts(computed)),
        (words.VERSIONS, versions_facts(computed, product_version, printed_on)),
    ):
        for fact in facts:
            yield _Line(part=part, fact=fact)


def _about(computed: Computed) -> Iterator[Fact]:
    header = computed.assessment.header
    is_draft = header.state is AssessmentState.DRAFT
    yield from _whose(header)
    yield Fact(id="state", label=words.STATE, text=STATES[header.state])
    if claim := claim_text(computed.assessment.claim):
        yield Fact(id="claim", label=claim_words.LABEL, text=claim)
    yield Fact(id="basis", label=words.BASIS, text=basis_text(computed.result.verification))
    if header.is_fictional:
        yield Fact(id="fictional", label=words.FICTIONAL, text=report.FICTIONAL)
    handling = report.confidentiality(is_fictional=header.is_fictional, is_draft=is_draft)
    yield Fact(id="handling", label=words.CONFIDENTIAL, text=handling)


def _whose(header: AssessmentHeader) -> Iterator[Fact]:
    yield Fact(id="organisation", label=words.ORGANISATION, text=header.organisation)
    if header.unit:
        yield Fact(id="unit", label=words.UNIT, text=header.unit)
    yield Fact(id="name", label=words.ASSESSMENT, text=header.name)
    yield Fact(id="date", label=words.DATE, text=long_date(header.assessed_on))


def _reading(computed: Computed) -> Iterator[Fact]:
    floor = computed.assessment.header.anonymity_floor
    for fact_id, label, said in (
        ("letters", words.LETTERS_LABEL, heatmap.LETTERS),
        ("level", words.LEVEL_LABEL, words.LEVEL),
        ("empty", words.EMPTY_LABEL, words.EMPTY),
        ("numbers", words.NUMBERS_LABEL, words.NUMBERS),
        ("floor", words.FLOOR_LABEL, words.floor(floor)),
        ("capitals", words.CAPITALS_LABEL, words.CAPITALS),
        ("independence", words.INDEPENDENCE_LABEL, computed.framework.independence),
    ):
        yield Fact(id=fact_id, label=label, text=said)


def dictionary_sheet(sheets: Iterable[Sheet]) -> Sheet:
    """A line a column of the sheets, in their order."""
    fields: tuple[Field[_Described], ...] = (
        text("sheet", lambda one: one.sheet.name, 16),
        text("column", lambda one: one.column.heading, 32),
        text("meaning", lambda one: one.column.meaning, 68),
        text("kind", lambda one: words.KINDS[one.column.kind], 14),
        text("unit", lambda one: one.column.unit, 60),
        yes_no("entered", lambda one: one.column.is_entered or None),
        text("file", lambda one: file_name(one.sheet), 24),
        text("id", lambda one: one.column.id, 34),
    )
    described = tuple(
        _Described(sheet=sheet, column=column) for sheet in sheets if not sheet.is_hidden for column in sheet.columns
    )
    return sheet_of(DICTIONARY_ID, words.NAME, words.DICTIONARY_COLUMNS, fields, described)


def file_name(sheet: Sheet) -> str:
    """The name of the CSV file that holds a sheet."""
    return f"{sheet.id}.csv"
