"""What is tried out and not saved: weights, which session state holds, or the settings of a saved plan, by its id."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from assessment.domain.answered.plans import SavedPlan
from assessment.domain.answered.roadmap_settings import RoadmapSettings
from assessment.services.validation import checked
from assessment.ui import session

WEIGHTS = ("pain_weight", "importance_weight", "leverage_weight")
_TRIED = "roadmap:tried-weights"
_PLAN = "roadmap:tried-plan"


def try_weights(assessment_id: str, weights: Mapping[str, float]) -> None:
    """Plan with these weights until they are saved or given up."""
    session.put(_TRIED, {"assessment_id": assessment_id, **weights})


def try_plan(assessment_id: str, plan_id: str) -> None:
    """Plan with the settings of a saved plan until others are saved or this is given up."""
    give_up_tried()
    session.put(_PLAN, {"assessment_id": assessment_id, "plan_id": plan_id})


def tried_plan_id(assessment_id: str) -> str | None:
    """The saved plan whose settings are tried out; None for none."""
    tried = session.value(_PLAN)
    return str(tried["plan_id"]) if tried is not None and tried["assessment_id"] == assessment_id else None


def has_tried_weights(assessment_id: str) -> bool:
    """Whether weights are tried out."""
    tried = session.value(_TRIED)
    return tried is not None and tried["assessment_id"] == assessment_id


def give_up_tried() -> None:
    """Go back to the saved settings."""
    session.drop(_TRIED, _PLAN)


def changed_settings(settings: RoadmapSettings, change: Mapping[str, Any]) -> RoadmapSettings:
    """The settings with some of them replaced; InvalidInput where they do not fit together."""
    return checked(RoadmapSettings, **{**dict(settings), **change})


def settings_in_force(assessment_id: str, saved: RoadmapSettings, plans: Sequence[SavedPlan] = ()) -> RoadmapSettings:
    """The saved settings, or those of the plan that is tried out; with the weights that are."""
    tried_id = tried_plan_id(assessment_id)
    saved = next((plan.settings for plan in plans if plan.id == tried_id), saved)
    tried = session.value(_TRIED)
    if tried is None or tried["assessment_id"] != assessment_id:
        return saved
    return changed_settings(saved, {name: tried[name] for name in WEIGHTS})
