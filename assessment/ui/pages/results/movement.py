"""How far each process is from its target: where it stands, where it should be, the widest distance first."""

from __future__ import annotations

from assessment.charts.levels import movement
from assessment.domain.computed import Computed
from assessment.ui.components.figure import picture, screen_theme, table_fold
from assessment.ui.components.legend import draw_legend
from assessment.views.levels import movement_view


def draw_movement(computed: Computed) -> None:
    """Draw the chart, open, with its legend and, folded, its numbers."""
    view = movement_view(computed)
    picture(movement(view, screen_theme()), view.tables[0], "results:movement")
    draw_legend(view.tables[0], view.notes)
    table_fold(view.tables[0], "results:movement-table")
