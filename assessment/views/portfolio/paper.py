"""What a file of a portfolio says of itself: at its head, its foot and in its properties."""

from __future__ import annotations

from datetime import date

from assessment.domain.layout.layout import HOUSE_LAYOUT, FilePlace, Layout
from assessment.domain.portfolio.portfolio import Portfolio
from assessment.views.layouts import placed_logo
from assessment.views.portfolio.units import basis_text
from assessment.views.report import SHORT_HASH_LENGTH, Imprint
from assessment.views.wording import portfolio as words
from assessment.views.wording import report as report_words
from assessment.views.wording.files import text_stem
from assessment.views.wording.numbers import long_date


def portfolio_imprint(portfolio: Portfolio, printed_on: date, layout: Layout = HOUSE_LAYOUT) -> Imprint:
    """The imprint of a file that is made on a day, by a layout; its date is that day."""
    organisation = " ".join(portfolio.organisation.split())
    short_hash = portfolio.hash[:SHORT_HASH_LENGTH]
    standing = words.of_units_compared(len(portfolio.compared), len(portfolio.units))
    return Imprint(
        title=report_words.title(words.QUESTION, organisation),
        author=organisation,
        language=report_words.LANGUAGE,
        description=words.QUESTION,
        created=f"{printed_on.isoformat()}T00:00:00Z",
        running_head=report_words.running_head(organisation),
        date=long_date(printed_on),
        standing=standing,
        foot=report_words.confidentiality(
            is_fictional=portfolio.is_fictional, is_draft=False, own=layout.confidentiality
        ),
        short_hash=short_hash,
        hash_line=words.stamp(short_hash),
        brand=report_words.BRAND,
        kind=words.KIND,
        organisation=portfolio.organisation,
        unit=basis_text(portfolio),
        name=words.QUESTION,
        fictional=report_words.FICTIONAL if portfolio.is_fictional else "",
        facts=(),
        independence="",
        contents=report_words.CONTENTS,
        client_logo=placed_logo(layout, FilePlace.CLIENT_LOGO),
        own_logo=placed_logo(layout, FilePlace.OWN_LOGO),
    )


def portfolio_stem(portfolio: Portfolio, printed_on: date) -> str:
    """What its files are called, without their ending."""
    return f"plumbline-portfolio-{text_stem(portfolio.organisation)}-{printed_on.isoformat()}"
