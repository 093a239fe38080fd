"""What a portfolio costs: the first view after a restart, the views after it, and how that grows with the units."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from assessment.charts.heatmap import heatmap
from assessment.charts.portfolio.spread import spread_chart
from assessment.charts.theme import specification
from assessment.domain.portfolio.portfolio import Portfolio
from assessment.services.authority import LOCAL_ACTOR
from assessment.services.plumbline import Plumbline, open_plumbline
from assessment.views.portfolio.across import across_view
from assessment.views.portfolio.heatmap import heatmap_view
from benchmarks.domain import RESPONDENT_COUNT
from benchmarks.measuring import Measurement, measured, timed
from benchmarks.services import copy_stored, settings_in, stored

UNIT_COUNTS = (200, 1000)
RESTART_COUNT, VIEW_COUNT = 5, 5
FIRST_BAR_MILLISECONDS = 2000
LATER_BAR_MILLISECONDS = 500


def view_portfolio(plumbline: Plumbline, organisation_id: str) -> Portfolio:
    """Everything a page does before it draws: read, phrase, and both pictures as the browser gets them."""
    portfolio = plumbline.portfolio.read(LOCAL_ACTOR, organisation_id)
    view = across_view(portfolio)
    specification(heatmap(heatmap_view(view), is_upright=True))
    specification(spread_chart(view.table("portfolio-processes"), ""))
    return portfolio


def measure_portfolio(folder: Path) -> list[Measurement]:
    """The views of portfolios of 200 units, which have bars, and of 1,000, which have those of five times as many."""
    settings = settings_in(folder)
    plumbline = open_plumbline(settings)
    try:
        assessment_id = stored(plumbline).header.id
        organisation_id = plumbline.portfolio.organisations(LOCAL_ACTOR)[0].id
        making = timed(partial(plumbline.portfolio.read, LOCAL_ACTOR, organisation_id), 1, warm_up=0)
    finally:
        plumbline.close()
    found = [measured(f"Figures of one unit made ({RESPONDENT_COUNT} respondents, full depth)", making, bar=None)]
    present = 1
    for count in UNIT_COUNTS:
        copy_stored(folder / "plumbline.db", assessment_id, count - present, prefix=f"{present}-")
        present = count
        firsts, laters = [], []
        for _ in range(RESTART_COUNT):
            plumbline = open_plumbline(settings)
            try:
                view = partial(view_portfolio, plumbline, organisation_id)
                firsts += timed(view, 1, warm_up=0)
                laters += timed(view, VIEW_COUNT, warm_up=0)
            finally:
                plumbline.close()
        size = f"{count:,} assessments of {RESPONDENT_COUNT} respondents"
        times = count / UNIT_COUNTS[0]
        found += [
            measured(f"Portfolio after a restart ({size})", firsts, bar=FIRST_BAR_MILLISECONDS * times),
            measured(f"The same again ({size})", laters, bar=LATER_BAR_MILLISECONDS * times),
        ]
    return found
