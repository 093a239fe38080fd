"""What of the results is thrown on a wall: the heatmap in its three states, and how far each process has to go."""

from __future__ import annotations

from collections.abc import Mapping

from assessment.domain.computed import Computed
from assessment.ui.components.wall import draw_wall, presented
from assessment.views.heatmap import HeatmapState, heatmap_view
from assessment.views.levels import movement_view
from assessment.views.wording.heatmap import STATE_NAMES
from assessment.views.wording.pages.results import MOVEMENT_ON_WALL

FIRST = HeatmapState.AS_IS.value
_MOVEMENT = "movement"
_COLUMNS = ("process", "track", "score", "target", "to-go")
NAMES: Mapping[str, str] = {**STATE_NAMES, _MOVEMENT: MOVEMENT_ON_WALL}


def draw_presented(computed: Computed) -> bool:
    """Draw the wall, where something is presented; whether it is."""
    chosen = presented(NAMES)
    if chosen is None:
        return False
    view = movement_view(computed) if chosen == _MOVEMENT else heatmap_view(computed, HeatmapState(chosen))
    table = view.tables[0].only(*_COLUMNS) if chosen == _MOVEMENT else view.tables[0]
    draw_wall(computed.assessment.header, NAMES, chosen, view.finding, table)
    return True
