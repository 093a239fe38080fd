"""Across units: the assessments of an organisation side by side.

choosing.py   which organisation, and whether letters stand for names
making.py     the figures of units that have none yet, with how far it is
drawing.py    the picture, the tables and what follows from them
benchmark.py  what others have: brought as a file, taken out
files.py      the chapter, the slides, the workbook
"""

from __future__ import annotations

from assessment.ui import session
from assessment.ui.components.empty import empty_state
from assessment.ui.components.figure import load_style
from assessment.ui.components.heading import page_head
from assessment.ui.errors import guarded
from assessment.ui.pages.portfolio.benchmark import draw_benchmark
from assessment.ui.pages.portfolio.choosing import chosen_organisation, is_lettered
from assessment.ui.pages.portfolio.drawing import draw_portfolio
from assessment.ui.pages.portfolio.files import draw_files
from assessment.ui.pages.portfolio.making import make_figures
from assessment.views.portfolio.across import finding
from assessment.views.wording.pages import portfolio as words


@guarded
def show() -> None:
    """Draw the page."""
    load_style()
    page_head(words.TITLE)
    organisation_id = chosen_organisation()
    if organisation_id is None:
        empty_state(words.NONE_YET, words.NONE_YET_NEXT)
        return
    letters = is_lettered()
    make_figures(organisation_id)
    portfolio = session.plumbline().portfolio.read(session.actor(), organisation_id, is_lettered=letters)
    if len(portfolio.units) < 2:
        empty_state(words.TOO_FEW, finding(portfolio))
        return
    draw_portfolio(portfolio)
    draw_benchmark(portfolio)
    draw_files(portfolio)
