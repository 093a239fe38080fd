"""The chapter on all units of an organisation, as a report of its own."""

from __future__ import annotations

from datetime import date

from assessment.domain.layout.brand import HOUSE_BRAND, Brand
from assessment.domain.portfolio.portfolio import Portfolio
from assessment.reporting.pdf.cleaning import cleaned_throughout
from assessment.reporting.pdf.report import Part, Report, Template
from assessment.views.portfolio.across import across_view
from assessment.views.portfolio.paper import portfolio_imprint
from assessment.views.report_kinds import OrganisationKind, Section
from assessment.views.wording.numbers import written_in


def build_portfolio_report(portfolio: Portfolio, *, printed_on: date, brand: Brand = HOUSE_BRAND) -> Report:
    """The chapter, by a layout. It names its own hash and carries no stamp, for no one assessment can make it again."""
    with written_in(brand.layout.language):
        view = across_view(portfolio)
        head = portfolio_imprint(portfolio, printed_on, brand.layout)
    part = Part(section=Section.PORTFOLIO, template=Template.PORTFOLIO, view=view, flows=True)
    return cleaned_throughout(
        Report(
            kind=OrganisationKind.PORTFOLIO,
            sections=(Section.PORTFOLIO,),
            imprint=head,
            contents=(),
            parts=(part,),
            extent="",
            stamp=None,
            brand=brand,
        )
    )
