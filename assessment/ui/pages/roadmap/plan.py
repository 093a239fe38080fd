"""The plan a reader looks at: under the saved settings, or under weights that are tried out and not saved.

Session state holds the three weights that are tried out; everything else comes from the services at each run.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import streamlit as st

from assessment.domain.answered.assessment import AssessmentHeader, AssessmentState
from assessment.domain.answered.roadmap_settings import RoadmapSettings
from assessment.domain.authored.framework import Framework
from assessment.domain.planning.results import Roadmap
from assessment.domain.rating.results import AssessmentResult
from assessment.errors import Conflict, InvalidInput
from assessment.ui import session

WEIGHTS = ("pain_weight", "importance_weight", "leverage_weight")
SAVED = "roadmap:settings"
WIDGETS = ("roadmap:set-", "roadmap:pin-", "roadmap:effort-", "roadmap:weights-")
_TRIED = "roadmap:tried-weights"
_OWN_VERSION = "roadmap:own-version:"
Change = Callable[[RoadmapSettings], Mapping[str, Any]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What is drawn: priorities and waves under `settings`; `is_tried` says that its weights are not saved,
    `version` is that of the saved settings."""

    framework: Framework
    header: AssessmentHeader
    scope: tuple[str, ...]
    saved: RoadmapSettings
    settings: RoadmapSettings
    result: AssessmentResult
    roadmap: Roadmap
    version: int
    is_tried: bool

    @property
    def is_locked(self) -> bool:
        """Whether nothing can be saved: validated or signed off."""
        return self.header.state is not AssessmentState.DRAFT


def read_plan(assessment_id: str) -> Plan:
    """The plan of an assessment, from cache unless something changed."""
    services, actor = session.plumbline(), session.actor()
    computed = services.results.compute(actor, assessment_id)
    saved = computed.assessment.roadmap
    settings = _settings_in_force(assessment_id, saved)
    with st.spinner("Planning the waves"):
        if settings == saved:
            result, roadmap = computed.result, services.roadmap.plan(actor, assessment_id)
        else:
            result, roadmap = services.roadmap.preview(actor, assessment_id, settings)
    return Plan(
        framework=computed.framework,
        header=computed.assessment.header,
        scope=computed.assessment.scope,
        saved=saved,
        settings=settings,
        result=result,
        roadmap=roadmap,
        version=services.setup.versions(actor, assessment_id, RoadmapSettings).get((), 0),
        is_tried=settings != saved,
    )


def try_weights(assessment_id: str, weights: Mapping[str, float]) -> None:
    """Plan with these weights until they are saved or given up."""
    session.put(_TRIED, {"assessment_id": assessment_id, **weights})


def give_up_tried() -> None:
    """Go back to the saved weights."""
    session.drop(_TRIED)


def save_settings(plan: Plan, change: Change) -> None:
    """Save what `change` makes of the stored settings; for callbacks.

    When somebody else saved since they were drawn nothing is overwritten: the reason is shown, and the widgets begin
    anew from the store. A second change by the same reader before the page was drawn again is no such case.
    """
    services, actor, assessment_id = session.plumbline(), session.actor(), plan.header.id
    version = max(plan.version, int(session.value(_OWN_VERSION + assessment_id, 0)))
    with session.saving(SAVED):
        stored = services.results.compute(actor, assessment_id).assessment.roadmap
        try:
            version = services.setup.save(
                actor, assessment_id, changed(stored, change(stored)), expected_version=version
            )
        except Conflict:
            for prefix in WIDGETS:
                session.drop_all(prefix)
            raise
        session.put(_OWN_VERSION + assessment_id, version)


def changed(settings: RoadmapSettings, change: Mapping[str, Any]) -> RoadmapSettings:
    """The settings with some of them replaced; InvalidInput where they do not fit together."""
    values = {name: getattr(settings, name) for name in RoadmapSettings.model_fields}
    try:
        return RoadmapSettings(**{**values, **change})
    except ValueError as error:
        raise InvalidInput("Roadmap settings", "the values do not fit together", "Check them and try again.") from error


def _settings_in_force(assessment_id: str, saved: RoadmapSettings) -> RoadmapSettings:
    tried = session.value(_TRIED)
    if tried is None or tried["assessment_id"] != assessment_id:
        return saved
    return changed(saved, {name: tried[name] for name in WEIGHTS})
