"""Portfolios as files: the chapter as a PDF, slides, a workbook; each made when it is asked for."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from enum import StrEnum
from pathlib import Path

from assessment.domain.layout.brand import Brand
from assessment.domain.portfolio.portfolio import Portfolio
from assessment.errors import InvalidInput
from assessment.reporting.stages import unheard
from assessment.reporting.worker import Order, Printable, PrintingWorker
from assessment.services.authority import SIGNED_IN, Permit, Subject, operation
from assessment.services.jobs import known_paper
from assessment.services.layouts import brand_of, require_look
from assessment.services.portfolio import PortfolioService
from assessment.services.repository import Repository
from assessment.views.paper import Paper
from assessment.views.portfolio.paper import portfolio_stem
from assessment.views.wording import portfolio as words

TIME_LIMIT_SECONDS = 180.0
"""A chapter on a thousand units has some dozens of pages."""


class PortfolioFormat(StrEnum):
    """What a file is; the value is how its name ends."""

    PDF = "pdf"
    DECK = "pptx"
    WORKBOOK = "xlsx"


class PortfolioFileService:
    """Portfolios on paper, on slides and in a workbook: the same numbers as on screen."""

    def __init__(
        self,
        repository: Repository,
        portfolios: PortfolioService,
        worker: PrintingWorker,
        *,
        today: Callable[[], date] = date.today,
    ) -> None:
        self.rights = repository.rights
        self._repository = repository
        self._portfolios = portfolios
        self._worker = worker
        self._today = today

    @operation("portfolio.file", SIGNED_IN, on=Subject.INSTALLATION)
    def file(
        self,
        permit: Permit,
        organisation_id: str,
        format: PortfolioFormat,
        *,
        is_lettered: bool = False,
        paper: str | None = None,
        layout_id: str | None = None,
    ) -> bytes:
        """The file of a format of what the actor may see of an organisation, by a layout; a workbook needs none.

        Raises what `PortfolioService.read` raises, InvalidInput for an unknown paper, NotAvailable for a layout that is
        not there, ReportFailed.
        """
        require_look(permit, layout_id)
        portfolio = self._portfolios.read(permit.actor, organisation_id, is_lettered=is_lettered)
        with self._repository.store.reading() as reader:
            brand = brand_of(reader, layout_id)
        return self._printed(portfolio, format, brand, known_paper("Report", paper or brand.layout.paper))

    def _printed(self, portfolio: Portfolio, format: PortfolioFormat, brand: Brand, paper: Paper) -> bytes:
        """What prints is imported when it is first asked for."""
        if format is PortfolioFormat.WORKBOOK:
            from assessment.reporting.workbook import portfolio_workbook_bytes

            return portfolio_workbook_bytes(portfolio, printed_on=self._today())
        if format is PortfolioFormat.DECK:
            from assessment.reporting.slides import portfolio_deck_bytes

            return portfolio_deck_bytes(portfolio, printed_on=self._today(), brand=brand)
        from assessment.reporting.pdf.portfolio import build_portfolio_report

        report = build_portfolio_report(portfolio, printed_on=self._today(), brand=brand)
        order = Order(printable=Printable.REPORT, document=report, paper=paper, time_limit_seconds=TIME_LIMIT_SECONDS)
        return self._worker.render(order, unheard)


def portfolio_file_name(portfolio: Portfolio, format: PortfolioFormat, day: date) -> str:
    """What a file of a portfolio is called that is made on a day."""
    return f"{portfolio_stem(portfolio, day)}.{format}"


def portfolio_format_of(path: Path) -> PortfolioFormat:
    """The format that a file's name asks for. Raises InvalidInput for an ending that is none."""
    try:
        return PortfolioFormat(path.suffix.removeprefix(".").lower())
    except ValueError:
        raise InvalidInput(path.name, words.NO_FORMAT, words.FORMATS) from None
