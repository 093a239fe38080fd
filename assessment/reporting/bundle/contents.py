"""What a bundle holds: the answer and what the consultant says of it, heatmaps, movement, roadmap, each process."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from assessment.domain.computed import Computed
from assessment.domain.layout.layout import HOUSE_LAYOUT, Layout
from assessment.reporting.pdf.cleaning import cleaned_throughout
from assessment.views.commentary.own import TextView, text_view
from assessment.views.commentary.places import PlaceKind
from assessment.views.executive import ExecutiveView, executive_view
from assessment.views.firmness import firmness_view
from assessment.views.heatmap import HeatmapState, heatmap_view
from assessment.views.levels import movement_view
from assessment.views.model import View
from assessment.views.process import ProcessView, process_view
from assessment.views.report import Imprint, imprint
from assessment.views.waves import RoadmapView, roadmap_view
from assessment.views.without_level import without_level_view


@dataclass(frozen=True, slots=True, kw_only=True)
class Bundle:
    """Everything a bundle shows. `processes` are those with a level; the others have a line in `without_level`."""

    imprint: Imprint
    headline: ExecutiveView
    commentary: TextView
    as_is: View
    to_be: View
    gap: View
    movement: View
    roadmap: RoadmapView
    firmness: View
    processes: tuple[ProcessView, ...]
    without_level: View

    @property
    def process_places(self) -> frozenset[str]:
        """Ids of the processes that have a fold of their own: a link to any other would lead nowhere."""
        return frozenset(process.process_id for process in self.processes)


def build_bundle(computed: Computed, *, printed_on: date, layout: Layout = HOUSE_LAYOUT) -> Bundle:
    """The bundle of a computed assessment as readers may see it, by a layout; the day is an argument."""
    told = computed.told
    return cleaned_throughout(
        Bundle(
            imprint=imprint(told, printed_on, layout),
            headline=executive_view(told),
            commentary=text_view(told, PlaceKind.WHOLE),
            as_is=heatmap_view(told, HeatmapState.AS_IS),
            to_be=heatmap_view(told, HeatmapState.TO_BE),
            gap=heatmap_view(told, HeatmapState.GAP),
            movement=movement_view(told),
            roadmap=roadmap_view(told),
            firmness=firmness_view(told),
            processes=tuple(
                process_view(told, process.process_id)
                for process in told.result.processes
                if process.level.level is not None
            ),
            without_level=without_level_view(told),
        )
    )
