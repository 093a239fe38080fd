"""The printed page of the map: the map by level, and under it what matters against how well it is done."""

from __future__ import annotations

from dataclasses import dataclass

from assessment.domain.computed import Computed
from assessment.views.importance import ImportanceView, importance_view
from assessment.views.map.process_map import MapView, map_view
from assessment.views.model import View


@dataclass(frozen=True, slots=True, kw_only=True)
class MapPageView(View):
    """Two pictures; their numbers stand in the heatmap and in the priorities, where a report has them."""

    map: MapView
    importance: ImportanceView


def map_page_view(computed: Computed) -> MapPageView:
    """The page of an assessment."""
    drawn = map_view(computed)
    return MapPageView(
        id="map",
        question=drawn.question,
        finding=drawn.finding,
        empty=drawn.empty,
        map=drawn,
        importance=importance_view(computed),
    )
