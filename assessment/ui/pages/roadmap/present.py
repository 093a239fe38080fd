"""What of the roadmap is thrown on a wall: which process moves when, and the heatmap after each wave."""

from __future__ import annotations

from assessment.domain.computed import Computed
from assessment.ui.components.wall import draw_wall, presented
from assessment.views.heatmap import projected_view
from assessment.views.waves import roadmap_view
from assessment.views.wording.pages.roadmap import PARTS, after_wave

FIRST = "waves"


def draw_presented(computed: Computed) -> bool:
    """Draw the wall, where something is presented; whether it is."""
    numbers = {f"after-{wave.number}": wave.number for wave in computed.roadmap.waves}
    names = {FIRST: PARTS[FIRST], **{known: after_wave(number) for known, number in numbers.items()}}
    chosen = presented(names)
    if chosen is None:
        return False
    plan = roadmap_view(computed)
    view = plan if chosen == FIRST else projected_view(computed, numbers[chosen])
    table = plan.table("waves") if chosen == FIRST else view.tables[0]
    draw_wall(computed.assessment.header, names, chosen, view.finding, table)
    return True
