"""Weights that are tried out and not saved; session state holds them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from assessment.domain.answered.roadmap_settings import RoadmapSettings
from assessment.services.validation import checked
from assessment.ui import session

WEIGHTS = ("pain_weight", "importance_weight", "leverage_weight")
_TRIED = "roadmap:tried-weights"


def try_weights(assessment_id: str, weights: Mapping[str, float]) -> None:
    """Plan with these weights until they are saved or given up."""
    session.put(_TRIED, {"assessment_id": assessment_id, **weights})


def give_up_tried() -> None:
    """Go back to the saved weights."""
    session.drop(_TRIED)


def changed_settings(settings: RoadmapSettings, change: Mapping[str, Any]) -> RoadmapSettings:
    """The settings with some of them replaced; InvalidInput where they do not fit together."""
    return checked(RoadmapSettings, **{**dict(settings), **change})


def settings_in_force(assessment_id: str, saved: RoadmapSettings) -> RoadmapSettings:
    """The saved settings, or with the weights that are tried out."""
    tried = session.value(_TRIED)
    if tried is None or tried["assessment_id"] != assessment_id:
        return saved
    return changed_settings(saved, {name: tried[name] for name in WEIGHTS})
