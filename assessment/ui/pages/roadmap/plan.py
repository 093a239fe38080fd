"""The plan a reader looks at: under the saved settings, or under weights that are tried out and not saved.

Session state holds the three weights that are tried out; everything else comes from the services at each run.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import streamlit as st

from assessment.domain.answered.assessment import AssessmentState
from assessment.domain.answered.roadmap_settings import RoadmapSettings
from assessment.domain.computed import Computed
from assessment.errors import Conflict
from assessment.services.validation import checked
from assessment.ui import session
from assessment.views.wording.pages.roadmap import PLANNING

WEIGHTS = ("pain_weight", "importance_weight", "leverage_weight")
SAVED = "roadmap:settings"
SETTING = "roadmap:set-"
WIDGETS = (SETTING, "roadmap:pin-", "roadmap:effort-", "roadmap:weights-")
_TRIED = "roadmap:tried-weights"
_OWN_VERSION = "roadmap:own-version:"
Change = Callable[[RoadmapSettings], Mapping[str, Any]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What is drawn: `computed` under the settings in force; `saved` are the stored ones, `version` is theirs."""

    assessment_id: str
    computed: Computed
    saved: RoadmapSettings
    version: int

    @property
    def settings(self) -> RoadmapSettings:
        """The settings in force: the saved ones, or with weights that are tried out."""
        return self.computed.assessment.roadmap

    @property
    def is_tried(self) -> bool:
        """Whether the weights in force are not saved."""
        return self.settings != self.saved

    @property
    def is_locked(self) -> bool:
        """Whether nothing can be saved: validated or signed off."""
        return self.computed.assessment.header.state is not AssessmentState.DRAFT


def read_plan(assessment_id: str) -> Plan:
    """The plan of an assessment, from cache unless something changed."""
    services, actor = session.plumbline(), session.actor()
    computed = services.results.compute(actor, assessment_id)
    saved = computed.assessment.roadmap
    settings = _settings_in_force(assessment_id, saved)
    if settings != saved:
        computed = services.roadmap.preview(actor, assessment_id, settings)
    with st.spinner(PLANNING):
        computed.roadmap  # noqa: B018 (made here, under the spinner, and kept)
    version = services.setup.versions(actor, assessment_id, RoadmapSettings).get((), 0)
    return Plan(assessment_id=assessment_id, computed=computed, saved=saved, version=version)


def setting_key(name: str) -> str:
    """The key of the widget of a setting."""
    return SETTING + name


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
    services, actor, assessment_id = session.plumbline(), session.actor(), plan.assessment_id
    version = max(plan.version, int(session.value(_OWN_VERSION + assessment_id, 0)))
    with session.saving(SAVED):
        stored = services.results.compute(actor, assessment_id).assessment.roadmap
        try:
            version = services.setup.save(
                actor, assessment_id, _changed(stored, change(stored)), expected_version=version
            )
        except Conflict:
            for prefix in WIDGETS:
                session.drop_all(prefix)
            raise
        session.put(_OWN_VERSION + assessment_id, version)


def _changed(settings: RoadmapSettings, change: Mapping[str, Any]) -> RoadmapSettings:
    """The settings with some of them replaced; InvalidInput where they do not fit together."""
    values = {name: getattr(settings, name) for name in RoadmapSettings.model_fields}
    return checked(RoadmapSettings, **{**values, **change})


def _settings_in_force(assessment_id: str, saved: RoadmapSettings) -> RoadmapSettings:
    tried = session.value(_TRIED)
    if tried is None or tried["assessment_id"] != assessment_id:
        return saved
    return _changed(saved, {name: tried[name] for name in WEIGHTS})
