"""The organisation on each characteristic: how many processes stand at N, P, L and F, and which are weakest."""

from __future__ import annotations

from assessment.charts.characteristics import characteristics
from assessment.domain.computed import Computed
from assessment.ui.components.figure import draw_table, picture, screen_theme
from assessment.ui.components.text import plain
from assessment.views.characteristics import characteristics_view


def draw_characteristics(computed: Computed) -> None:
    """Draw the profile of the organisation and its numbers."""
    view = characteristics_view(computed)
    if view.empty:
        plain(view.empty, "quiet")
        return
    picture(characteristics(view, screen_theme()), view.tables[0], "results:characteristics", is_wide=True)
    draw_table(view.tables[0], "results:characteristics-table")
    for note in view.notes:
        plain(note, "small")
