"""The workbook as a spreadsheet reads it: every value of every sheet, tables, colours, what may be entered."""

from __future__ import annotations

import doctest
import io
import re
import zipfile
from collections.abc import Iterator
from datetime import date, datetime
from functools import cache
from typing import Any

import pytest
from defusedxml import ElementTree
from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

from assessment.charts.tokens import LIGHT_STEPS
from assessment.domain.authored.framework import Horizon
from assessment.reporting.workbook import answers_workbook_bytes, cell_text, workbook_bytes
from assessment.reporting.workbook.page import lines_in
from assessment.views.heatmap import HeatmapState, heatmap_view
from assessment.views.sheets.answers import AskedRow, answer_choices, answers_sheet
from assessment.views.sheets.model import Sheet, SheetValue
from assessment.views.sheets.source import Source
from assessment.views.sheets.workbook import workbook_sheets
from assessment.views.stamp import Stamp, read_stamp
from tests.computing import SNAPSHOT_HASH, mixed, nothing_answered, the_sample

DAY, VERSION = date(2026, 3, 20), "0.1.0"
CAPACITY, DECIDED = "Capacity", "Decisions by hand"
PAGES = [
    "Read me",
    "Processes",
    "Heatmap",
    "Attributes",
    "Items",
    "Roadmap",
    "Steps",
    "Actions",
    "Risks",
    "Hand-offs",
    "Organisation",
    "Findings",
    "Services",
    "Quotes",
    "Firmness",
    "Sensitivity",
    "Opinions",
    "Waves",
    "After waves",
    CAPACITY,
    DECIDED,
    "Source",
]


@cache
def content() -> bytes:
    """The workbook of the sample."""
    return workbook_bytes(the_sample().told, printed_on=DAY, product_version=VERSION)


@cache
def book() -> Workbook:
    return load_workbook(io.BytesIO(content()))


@cache
def sheets() -> tuple[Sheet, ...]:
    return workbook_sheets(the_sample().told, printed_on=DAY, product_version=VERSION)


def printed(worksheet: Worksheet, sheet: Sheet) -> list[list[Any]]:
    """The rows under the head of a sheet's table, as they stand on its page."""
    (table,) = [own for own in worksheet.tables.values() if own.name.casefold() == sheet.id.replace("-", "")]
    head, *rows = worksheet[table.ref]
    assert [cell.value for cell in head] == [column.heading for column in sheet.columns]
    return [[as_given(cell) for cell in row] for row in rows]


def as_given(cell: Cell) -> SheetValue:
    value = cell.value
    return value.date() if isinstance(value, datetime) else value


def test_every_value_of_every_sheet_is_read_back_as_it_is() -> None:
    count = 0
    for sheet in sheets():
        rows = printed(book()[sheet.name], sheet)
        assert rows == [list(row) for row in sheet.rows], sheet.id
        count += sum(isinstance(value, int | float) for row in rows for value in row)
    assert count > 7_000


def test_pages_stand_in_their_order_and_what_is_for_reading_back_is_hidden() -> None:
    assert book().sheetnames == PAGES
    assert [name for name in PAGES if book()[name].sheet_state != "visible"] == ["Source"]
    actions = book()["Actions"]
    hidden = {actions.cell(1, place + 1).value for place in range(21) if is_hidden(actions, place)}
    assert hidden == {"Process id", "To level", "As written"}
    source = {row[0].value: row[1].value for row in book()["Source"].iter_rows(min_row=2)}
    assert (source["assessment-id"], source["snapshot-hash"]) == ("sample-tamarind-mutual", SNAPSHOT_HASH)


def is_hidden(worksheet: Worksheet, place: int) -> bool:
    return any(own.hidden and own.min <= place + 1 <= own.max for own in worksheet.column_dimensions.values())


def test_tables_have_names_of_their_own_heads_that_stay_and_filters() -> None:
    names = [table.name for worksheet in book() for table in worksheet.tables.values()]
    assert len(set(names)) == len(names) == len(sheets()) + 1
    assert all(re.fullmatch("[A-Z][A-Za-z]+", name) for name in names)
    for worksheet in book():
        for table in worksheet.tables.values():
            assert table.autoFilter is not None
    assert (book()["Processes"].freeze_panes, book()["Risks"].freeze_panes) == ("C2", "A2")


def test_the_file_says_what_it_was_made_from() -> None:
    properties = book().properties
    assert read_stamp(properties.keywords) == Stamp(
        kind="workbook", snapshot_hash=SNAPSHOT_HASH, printed_on=DAY, product_version=VERSION
    )
    assert (properties.created.date(), properties.creator) == (DAY, "Tamarind Mutual")
    assert "3f3f3f3f3f3f" in book()["Items"].oddFooter.left.text


def test_the_same_snapshot_gives_the_same_bytes_and_another_day_others() -> None:
    again = workbook_bytes(the_sample().told, printed_on=DAY, product_version=VERSION)
    assert again == content()
    later = workbook_bytes(the_sample().told, printed_on=date(2026, 3, 21), product_version=VERSION)
    assert later != content()


def test_nothing_in_the_file_is_computed_linked_or_run() -> None:
    with zipfile.ZipFile(io.BytesIO(content())) as archive:
        names = archive.namelist()
        texts = {name: archive.read(name).decode() for name in names if name.endswith((".xml", ".rels"))}
    assert not [name for name in names if "vba" in name.lower() or "external" in name.lower() or "hyperlink" in name]
    assert not [name for name, text in texts.items() if "<f>" in text or "<f " in text or "TargetMode" in text]


def colour_of(worksheet: Worksheet, cell: Cell) -> str | None:
    """The fill that the first rule which fits gives a cell; None for no colour."""
    rules = [
        (rule.priority, rule)
        for own in worksheet.conditional_formatting
        if cell.coordinate in own.cells
        for rule in own.rules
    ]
    for _, rule in sorted(rules, key=lambda one: one[0]):
        if fits(rule, cell.value):
            return None if rule.dxf is None else f"#{rule.dxf.fill.bgColor.rgb[-6:]}"
    return None


def fits(rule: Any, value: Any) -> bool:
    if rule.type == "containsBlanks":
        return value is None
    bounds: list[Any] = [float(text) if not text.startswith('"') else text.strip('"') for text in rule.formula]
    if isinstance(value, str) != isinstance(bounds[0], str):
        return False
    match rule.operator:
        case "equal":
            return bool(value == bounds[0])
        case "between":
            return bool(bounds[0] <= value <= bounds[1])
        case "greaterThanOrEqual":
            return bool(value >= bounds[0])
        case "lessThanOrEqual":
            return bool(value <= bounds[0])
    raise ValueError(rule.operator)


@pytest.mark.parametrize("state", list(HeatmapState))
def test_the_heatmap_has_the_colours_that_it_has_in_the_report(state: HeatmapState) -> None:
    worksheet = book()["Heatmap"]
    (table,) = heatmap_view(the_sample().told, state).tables
    first = 5 + 9 * list(HeatmapState).index(state)
    for number, row in enumerate(table.rows, start=2):
        for place, cell in enumerate(row.cells[2:]):
            step = LIGHT_STEPS.get(cell.style)
            assert colour_of(worksheet, worksheet.cell(number, first + place)) == (step.fill if step else None)


def test_levels_are_coloured_and_empty_ones_are_not() -> None:
    told = mixed().told
    worksheet = load_workbook(io.BytesIO(workbook_bytes(told, printed_on=DAY, product_version=VERSION)))["Processes"]
    levels = {worksheet.cell(row, 1).value: worksheet.cell(row, 6) for row in range(2, 7)}
    assert colour_of(worksheet, levels["planning"]) == LIGHT_STEPS["rating-2"].fill
    assert levels["releasing"].value is None
    assert colour_of(worksheet, levels["releasing"]) is None


def validations(worksheet: Worksheet) -> Iterator[tuple[str, Any]]:
    for own in worksheet.data_validations.dataValidation:
        for place in own.sqref.ranges:
            yield place.coord, own


def test_the_register_offers_states_days_and_percents() -> None:
    found = dict(validations(book()["Actions"]))
    last = len(next(sheet for sheet in sheets() if sheet.id == "actions").rows) + 1
    assert found[f"O2:O{last}"].formula1 == '"Planned,Started,Waiting,Done"'
    assert {found[f"{column}2:{column}{last}"].type for column in "KL"} == {"date"}
    assert (found[f"P2:P{last}"].formula1, found[f"P2:P{last}"].formula2) == ("0", "100")


def test_a_cell_of_the_answers_offers_the_statements_of_its_own_question() -> None:
    whole = mixed()
    item_ids = ("planning.control", "planning.deliver-1", "building.control")
    rows = [
        AskedRow(
            respondent_id="r1", item_id=own, horizon=Horizon.AS_IS, answer=None, version=3, note="", note_version=0
        )
        for own in item_ids
    ]
    sheet = answers_sheet(whole.framework, whole.assessment.respondents, rows)
    source = Source(header=whole.assessment.header, revision=4)
    answers = load_workbook(io.BytesIO(answers_workbook_bytes(sheet, source, printed_on=DAY)))
    assert answers.sheetnames == ["Read me", "Answers", "Source", "Lists"]
    assert [answers[name].sheet_state for name in answers.sheetnames] == [
        "visible",
        "visible",
        "veryHidden",
        "veryHidden",
    ]
    assert printed(answers["Answers"], sheet) == [list(row) for row in sheet.rows]
    ((place, offered),) = validations(answers["Answers"])
    assert (place, offered.formula1) == ("F2:F4", "OFFSET(Lists!$A$1,Answers!$N2-1,0,1,8)")
    for number, item_id in enumerate(item_ids, start=2):
        own = answers["Lists"][answers["Answers"][f"N{number}"].value]
        assert tuple(cell.value for cell in own) == answer_choices(whole.framework.item_by_id[item_id])


def test_an_empty_assessment_has_every_page_with_its_heads() -> None:
    told = nothing_answered().told
    empty = load_workbook(io.BytesIO(workbook_bytes(told, printed_on=DAY, product_version=VERSION)))
    assert empty.sheetnames == [name for name in PAGES if name not in (CAPACITY, DECIDED)]
    assert [cell.value for cell in empty["Quotes"][1]][:2] == ["Process id", "Process"]
    assert [cell.value for cell in empty["Quotes"][2]] == [None] * 6


def test_every_part_of_the_file_is_well_formed() -> None:
    with zipfile.ZipFile(io.BytesIO(content())) as archive:
        for name in archive.namelist():
            ElementTree.fromstring(archive.read(name))


def test_a_row_is_as_high_as_its_texts() -> None:
    heights = book()["Processes"].row_dimensions
    assert [lines_in("x" * count, 20) for count in (10, 23, 24, 60)] == [1, 1, 2, 3]
    assert lines_in("one\ntwo\nthree", 20) == 3
    assert heights[1].height == 3 * 13.5
    assert max(dimension.height or 0 for dimension in heights.values()) > 13.5


def test_the_examples_in_the_docstrings_come_out_as_printed() -> None:
    assert doctest.testmod(cell_text).failed == 0
