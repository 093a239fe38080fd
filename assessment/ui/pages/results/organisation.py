"""The organisation around the processes: of each part what follows from it, a picture, and then what was recorded."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from assessment.charts.findings import load, pairs
from assessment.charts.theme import AnyChart, Theme
from assessment.charts.transitions import transitions
from assessment.domain.computed import Computed
from assessment.domain.findings.results import Area
from assessment.ui.components.empty import empty_state
from assessment.ui.components.facts import facts
from assessment.ui.components.figure import draw_table, figure, screen_theme
from assessment.ui.components.heading import section_head
from assessment.ui.components.text import plain
from assessment.ui.pages.results.findings import draw_findings
from assessment.views.model import View
from assessment.views.organisation import owners_view, transitions_view
from assessment.views.resources import sourcing_view, technology_view
from assessment.views.services import services_view
from assessment.views.wording.pages import organisation as words

_CHARTS: Mapping[str, Callable[[View, Theme], AnyChart]] = {"load": load, "transitions": transitions, "pairs": pairs}
"""What is drawn of a table, by its id. The letters of `held` are read as they stand."""


def draw_organisation(computed: Computed) -> None:
    """Draw each view under its question, or what to do where nothing at all is recorded."""
    views = (
        owners_view(computed),
        services_view(computed),
        transitions_view(computed),
        technology_view(computed),
        sourcing_view(computed),
    )
    if all(view.empty for view in views):
        empty_state(words.EMPTY_TITLE, words.EMPTY)
        return
    for view in views:
        if view.empty:
            section_head(view.question)
            plain(view.empty, "quiet")
        else:
            _draw(computed, view)


def _draw(computed: Computed, view: View) -> None:
    section_head(view.question, view.finding)
    if view.facts:
        facts(view.facts)
    areas = {f"{area.value}-findings": area for area in Area}
    for table in view.tables:
        key = f"results:{table.id}"
        if table.id in areas:
            draw_findings(computed, areas[table.id])
            continue
        if table.id in _CHARTS:
            figure(_CHARTS[table.id](view, screen_theme()), table, key, is_wide=True)
            continue
        plain(table.title, "strong")
        draw_table(table, key)
    for note in view.notes:
        plain(note, "small")
