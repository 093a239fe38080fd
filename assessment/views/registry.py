"""Every view of an assessment by its name, for whoever prints one that a user asks for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from assessment.domain.computed import Computed
from assessment.views.capacity import curve_view
from assessment.views.characteristics import characteristics_view
from assessment.views.choices import choices_view
from assessment.views.executive import executive_view
from assessment.views.firmness import firmness_view
from assessment.views.groups import groups_view
from assessment.views.hand_offs import hand_offs_view
from assessment.views.headline import overview_view
from assessment.views.heatmap import HeatmapState, heatmap_view
from assessment.views.importance import importance_view
from assessment.views.levels import levels_view, movement_view, processes_view
from assessment.views.map.process_map import map_view
from assessment.views.model import View
from assessment.views.opinions_agreement import opinions_view
from assessment.views.order_change import order_change_view
from assessment.views.organisation import owners_view, transitions_view
from assessment.views.plans.drifting import drift_view
from assessment.views.plans.listing import plans_view
from assessment.views.priorities import priorities_view
from assessment.views.register import register_view
from assessment.views.resources import sourcing_view, technology_view
from assessment.views.services import services_view
from assessment.views.waves import roadmap_view
from assessment.views.workshop.minutes import minutes_view

VIEWS: Mapping[str, Callable[[Computed], View]] = {
    "executive": executive_view,
    "overview": overview_view,
    "processes": processes_view,
    "heatmap": partial(heatmap_view, state=HeatmapState.AS_IS),
    "heatmap-to-be": partial(heatmap_view, state=HeatmapState.TO_BE),
    "heatmap-gap": partial(heatmap_view, state=HeatmapState.GAP),
    "levels": levels_view,
    "movement": movement_view,
    "map": map_view,
    "importance": importance_view,
    "groups": groups_view,
    "characteristics": characteristics_view,
    "priorities": priorities_view,
    "order-change": order_change_view,
    "opinions": opinions_view,
    "roadmap": roadmap_view,
    "plans": plans_view,
    "drift": drift_view,
    "choices": choices_view,
    "capacity": curve_view,
    "register": register_view,
    "firmness": firmness_view,
    "hand-offs": hand_offs_view,
    "owners": owners_view,
    "transitions": transitions_view,
    "technology": technology_view,
    "sourcing": sourcing_view,
    "services": services_view,
    "minutes": minutes_view,
}
