"""A workbook of sheets: pages in order, hidden ones last, what it was made from in its properties."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby

from xlsxwriter import Workbook

from assessment.domain.computed import Computed
from assessment.domain.portfolio.portfolio import Portfolio
from assessment.reporting.workbook.cell_text import cell_text
from assessment.reporting.workbook.formats import Formats
from assessment.reporting.workbook.page import LISTS_NAME, Page
from assessment.views.portfolio.paper import portfolio_imprint
from assessment.views.portfolio.sheets import portfolio_sheets
from assessment.views.report import imprint
from assessment.views.sheets.model import Sheet
from assessment.views.sheets.read_me import answers_read_me_sheet
from assessment.views.sheets.source import Source, source_sheet
from assessment.views.sheets.workbook import workbook_sheets
from assessment.views.stamp import Stamp, stamp_text
from assessment.views.wording import report as report_words

KIND = "workbook"
OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


@dataclass(frozen=True, slots=True, kw_only=True)
class Properties:
    """What the file says of itself; `keywords` hold the stamp, `foot` stands on each printed page."""

    title: str
    author: str
    keywords: str
    foot: str
    created_on: date


def workbook_bytes(computed: Computed, *, printed_on: date, product_version: str) -> bytes:
    """The workbook of an assessment for readers; `computed` is told."""
    sheets = workbook_sheets(computed, printed_on=printed_on, product_version=product_version)
    source = source_sheet(Source(header=computed.assessment.header, snapshot_hash=computed.snapshot_hash))
    return book_bytes((*sheets, source), properties_of(computed, KIND, printed_on, product_version))


def portfolio_workbook_bytes(portfolio: Portfolio, *, printed_on: date) -> bytes:
    """The workbook of a portfolio."""
    said = portfolio_imprint(portfolio, printed_on)
    properties = Properties(
        title=said.title, author=said.author, keywords="", foot=f"{said.foot}. {said.hash_line}", created_on=printed_on
    )
    return book_bytes(portfolio_sheets(portfolio), properties)


def answers_workbook_bytes(sheet: Sheet, source: Source, *, printed_on: date) -> bytes:
    """The workbook that answers are typed into: it names people and is the facilitator's own."""
    header = source.header
    properties = Properties(
        title=report_words.title(header.name, header.organisation),
        author=header.organisation,
        keywords="",
        foot=header.organisation,
        created_on=printed_on,
    )
    return book_bytes((answers_read_me_sheet(header, printed_on), sheet, source_sheet(source)), properties)


def properties_of(computed: Computed, kind: str, printed_on: date, product_version: str) -> Properties:
    """The properties of a file of an assessment."""
    said = imprint(computed, printed_on)
    stamp = Stamp(
        kind=kind,
        snapshot_hash=computed.snapshot_hash,
        printed_on=printed_on,
        product_version=product_version,
        anchor=computed.anchor,
        before_hash=computed.before_hash,
    )
    return Properties(
        title=said.title,
        author=said.author,
        keywords=stamp_text(stamp),
        foot=f"{said.foot}. {said.hash_line}",
        created_on=printed_on,
    )


def book_bytes(sheets: Sequence[Sheet], properties: Properties) -> bytes:
    """A workbook of these sheets, those of one name on one page."""
    written = io.BytesIO()
    with Workbook(written, OPTIONS) as book:
        _describe(book, properties)
        formats = Formats(book)
        pages = [(name, tuple(own)) for name, own in groupby(sheets, key=lambda sheet: sheet.name)]
        worksheets = [book.add_worksheet(name) for name, _ in pages]
        _write_lists(book, next((sheet.lists for sheet in sheets if sheet.lists), ()))
        for worksheet, (_, own) in zip(worksheets, pages, strict=True):
            Page(worksheet, formats).print_all(own)
            worksheet.set_landscape()
            worksheet.fit_to_pages(1, 0)
            worksheet.repeat_rows(0)
            worksheet.set_footer(f"&L&8{_foot_text(properties.foot)}&R&8&A, &P/&N")
            if all(sheet.is_hidden for sheet in own):
                worksheet.very_hidden()
    return written.getvalue()


def _describe(book: Workbook, properties: Properties) -> None:
    created = datetime.combine(properties.created_on, datetime.min.time())
    book.set_properties(
        {
            "title": cell_text(properties.title),
            "author": cell_text(properties.author),
            "keywords": properties.keywords,
            "created": created,
        }
    )


def _write_lists(book: Workbook, lists: Sequence[tuple[str, ...]]) -> None:
    """The lists that cells offer, a row each on a hidden page."""
    if not lists:
        return
    worksheet = book.add_worksheet(LISTS_NAME)
    worksheet.very_hidden()
    for row, choices in enumerate(lists):
        for place, choice in enumerate(choices):
            worksheet.write_string(row, place, cell_text(choice))


def _foot_text(text: str) -> str:
    """A text in the foot of a page, where an ampersand begins a code of the printer."""
    return cell_text(text).replace("&", "&&")
