"""Hostile texts and names of every script in a workbook and its CSV files: valid, as text, and nothing else."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from datetime import date
from functools import cache

import pytest
from defusedxml import ElementTree
from openpyxl import load_workbook

from assessment.domain.computed import Computed
from assessment.reporting.guarded_text import unguarded
from assessment.reporting.workbook import csv_zip_bytes, workbook_bytes
from assessment.reporting.workbook.cell_text import CELL_LIMIT, clean_text
from assessment.reporting.workbook.reading import read_sheets
from tests.builders import tiny_framework
from tests.computing import computed
from tests.reporting.hostile import NAMES, TEXTS, full_assessment, with_text

DAY = date(2026, 3, 20)
FRAMEWORK = tiny_framework()
PLACES = {
    "Processes": ("Owner", "Sponsor", "Approver", "Rationale"),
    "Organisation": ("Owner", "Sponsor", "Tool", "Interface"),
    "Services": ("Service",),
    "Hand-offs": ("Note",),
    "Quotes": ("Quote",),
    "Actions": ("Action", "OWNER", "NOTE"),
}


@cache
def written(text: str) -> Computed:
    return computed(FRAMEWORK, with_text(full_assessment(FRAMEWORK), text)).told


def texts_in(content: bytes) -> dict[tuple[str, str], set[object]]:
    """What stands in the places that people write in, by page and heading."""
    found: dict[tuple[str, str], set[object]] = {}
    for sheet in read_sheets(content, "book.xlsx", tuple(PLACES)).sheets:
        heads = list(sheet.rows[0].values)
        for heading in PLACES[sheet.name]:
            place = heads.index(heading)
            found[sheet.name, heading] = {row.value(place) for row in sheet.rows[1:]}
    return found


@pytest.mark.parametrize("name", TEXTS)
def test_a_hostile_text_is_a_text_wherever_it_stands(name: str) -> None:
    text = TEXTS[name]
    content = workbook_bytes(written(text), printed_on=DAY, product_version="0.1.0")

    expected = clean_text(text)
    for place, values in texts_in(content).items():
        if len(expected) > 10_000:
            (longest,) = [value for value in values if isinstance(value, str) and len(value) > 1_000]
            assert longest.startswith(expected[:1_000])
            assert len(longest.encode("utf-16-le")) // 2 <= CELL_LIMIT
            assert longest.endswith("(shortened; the data export has the whole text)")
        else:
            assert expected in values, place
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {part: archive.read(part) for part in archive.namelist()}
    assert all(ElementTree.fromstring(part) is not None for part in parts.values())
    assert not [part for part, own in parts.items() if re.search(rb"<f[ >]|TargetMode|<hyperlink", own)]


@pytest.mark.parametrize("name", TEXTS)
def test_a_hostile_text_comes_back_from_the_csv_files_and_acts_as_no_formula(name: str) -> None:
    text = TEXTS[name]
    with zipfile.ZipFile(io.BytesIO(csv_zip_bytes(written(text), printed_on=DAY, product_version="0.1.0"))) as archive:
        files = {own: archive.read(own).decode("utf-8-sig") for own in archive.namelist()}
    csv.field_size_limit(200_000)
    found = {own: [list(row) for row in csv.reader(io.StringIO(content, newline=""))] for own, content in files.items()}
    cells = [cell for rows in found.values() for row in rows for cell in row]
    acting = [cell for cell in cells if cell.startswith(("=", "+", "@", "\t", "\r")) or re.match(r"-(?!\d)", cell)]
    assert [cell for cell in acting if cell] == []
    for file, heading in (("processes.csv", "owner"), ("services.csv", "service"), ("quotes.csv", "text")):
        head, *rows = found[file]
        assert clean_text(text) in {unguarded(row[head.index(heading)]) for row in rows}


@pytest.mark.parametrize("name", NAMES)
def test_a_name_of_any_script_stands_as_it_is_written(name: str) -> None:
    told = written(name)
    content = workbook_bytes(told, printed_on=DAY, product_version="0.1.0")
    assert all(name in values for values in texts_in(content).values())
    with zipfile.ZipFile(io.BytesIO(csv_zip_bytes(told, printed_on=DAY, product_version="0.1.0"))) as archive:
        assert name in archive.read("processes.csv").decode("utf-8-sig")


def test_hostile_names_of_a_framework_are_heads_of_tables_that_open() -> None:
    names = ("=1+1", "<r>x</r>", "Level", "level", "_x0041_ A", "a\x07b & <b>", "'q'", "@x")
    attributes = tuple(
        attribute.model_copy(update={"name": name}) for attribute, name in zip(FRAMEWORK.attributes, names, strict=True)
    )
    fields = {name: getattr(FRAMEWORK, name) for name in type(FRAMEWORK).model_fields}
    framework = type(FRAMEWORK).model_construct(**{**fields, "attributes": attributes})
    told = computed(framework, full_assessment(framework)).told
    book = load_workbook(io.BytesIO(workbook_bytes(told, printed_on=DAY, product_version="0.1.0")))
    (table,) = book["Heatmap"].tables.values()
    heads = [cell.value for cell in book["Heatmap"][1]]
    assert heads == [column.name for column in table.tableColumns]
    assert len({str(head).casefold() for head in heads}) == len(heads)
    assert heads[4:8] == ["=1+1, as it is", "<r>x</r>, as it is", "Level, as it is (2)", "level, as it is (3)"]
