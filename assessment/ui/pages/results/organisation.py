"""The organisation around the processes: owners and readiness, services, transitions, technology and sourcing."""

from __future__ import annotations

from assessment.charts.transitions import transitions
from assessment.domain.computed import Computed
from assessment.ui.components.empty import empty_state
from assessment.ui.components.facts import facts
from assessment.ui.components.figure import draw_table, figure, screen_theme
from assessment.ui.components.heading import section_head
from assessment.ui.components.text import plain
from assessment.views.model import View
from assessment.views.organisation import owners_view, transitions_view
from assessment.views.resources import sourcing_view, technology_view
from assessment.views.services import services_view
from assessment.views.wording.pages import organisation as words


def draw_organisation(computed: Computed) -> None:
    """Draw each view under its question, or what to do where nothing at all is recorded."""
    ways = transitions_view(computed)
    views = (
        owners_view(computed),
        services_view(computed),
        ways,
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
        elif view is ways:
            _draw_transitions(view)
        else:
            _draw(view)


def _draw(view: View) -> None:
    section_head(view.question, view.finding)
    if view.facts:
        facts(view.facts)
    for table in view.tables:
        draw_table(table, f"results:{table.id}")
    _draw_notes(view)


def _draw_transitions(view: View) -> None:
    section_head(view.question)
    table = view.table("transitions").only("from", "to", "as-is", "to-be")
    figure(transitions(view, screen_theme()), table, "results:transitions", is_wide=True)
    _draw_notes(view)


def _draw_notes(view: View) -> None:
    for note in view.notes:
        plain(note, "small")
