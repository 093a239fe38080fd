"""A portfolio to take along: the chapter, the slides, the workbook, each made by the click."""

from __future__ import annotations

from datetime import date
from functools import partial

import streamlit as st

from assessment.domain.portfolio.portfolio import Portfolio
from assessment.services.portfolio_files import PortfolioFormat, portfolio_file_name
from assessment.ui import session
from assessment.ui.components.choosing import labels
from assessment.ui.components.heading import section_head
from assessment.views.paper import Paper
from assessment.views.wording.pages import portfolio as words
from assessment.views.wording.terms import PAPERS

_LABELS = {
    PortfolioFormat.PDF: words.PDF,
    PortfolioFormat.DECK: words.DECK,
    PortfolioFormat.WORKBOOK: words.WORKBOOK,
}
_TYPES = {
    PortfolioFormat.PDF: "application/pdf",
    PortfolioFormat.DECK: "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    PortfolioFormat.WORKBOOK: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def draw_files(portfolio: Portfolio) -> None:
    """Draw a button for each kind of file; names stay letters where the page has letters."""
    section_head(words.FILES)
    files, actor = session.plumbline().portfolio_files, session.actor()
    paper = st.segmented_control(
        words.PAPER, tuple(PAPERS), format_func=labels(PAPERS), default=Paper.A4, required=True, key="portfolio:paper"
    )
    with st.container(horizontal=True, gap="small"):
        for format, label in _LABELS.items():
            st.download_button(
                label,
                data=partial(
                    files.file,
                    actor,
                    portfolio.organisation_id,
                    format,
                    is_lettered=portfolio.is_lettered,
                    paper=paper,
                ),
                file_name=portfolio_file_name(portfolio, format, date.today()),
                mime=_TYPES[format],
                key=f"portfolio:file:{format}",
                on_click="ignore",
                icon=":material/download:",
            )
