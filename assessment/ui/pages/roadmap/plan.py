"""The plan a reader looks at: under the saved settings, or under weights that are tried out and not saved.

Session state holds the three weights that are tried out; everything else comes from the services at each run.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import streamlit as st

from assessment.domain.access.permissions import Permission
from assessment.domain.answered.assessment import AssessmentState
from assessment.domain.answered.roadmap_settings import RoadmapSettings
from assessment.domain.computed import Computed
from assessment.ui import access, session
from assessment.ui.pages.roadmap.tried import has_tried_weights, settings_in_force
from assessment.views.wording.pages.roadmap import PLANNING

WIDGETS = ("set-", "pin-", "effort-", "weights-")


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What is drawn: `computed` under the settings in force; `saved` are the stored ones.

    `action_versions` are those of the team's actions, by id, no later than what is drawn of them.
    """

    assessment_id: str
    computed: Computed
    saved: RoadmapSettings
    action_versions: Mapping[str, int]
    is_for_reading: bool = False

    @property
    def settings(self) -> RoadmapSettings:
        """The settings in force: the saved ones, or with weights that are tried out."""
        return self.computed.assessment.roadmap

    @property
    def sign(self) -> str:
        """The key of the saved sign of all settings."""
        return self.key("settings")

    def key(self, name: str) -> str:
        """The key of a widget of this assessment."""
        return _key(self.assessment_id, name)

    def setting_key(self, name: str) -> str:
        """The key of the widget of a setting."""
        return self.key(f"set-{name}")

    @property
    def is_tried(self) -> bool:
        """Whether the settings in force are not saved."""
        return self.settings != self.saved

    @property
    def has_tried_weights(self) -> bool:
        """Whether it is by weights that the settings in force are not the saved ones."""
        return self.is_tried and has_tried_weights(self.assessment_id)

    @property
    def is_locked(self) -> bool:
        """Whether nothing can be saved: validated or signed off, or whoever is here may only read it."""
        return self.is_for_reading or self.computed.assessment.header.state is not AssessmentState.DRAFT


def read_plan(assessment_id: str) -> Plan:
    """The plan of an assessment, from cache unless something changed."""
    services, actor = session.plumbline(), session.actor()
    reads = not access.may(Permission.READ, assessment_id)
    # versions before what is shown of them
    version = 0 if reads else services.setup.versions(actor, assessment_id, RoadmapSettings).get((), 0)
    _bind(assessment_id, version)
    action_versions = {} if reads else services.register.versions(actor, assessment_id)
    computed = services.results.read(actor, assessment_id)
    saved = computed.assessment.roadmap
    settings = saved if reads else settings_in_force(assessment_id, saved, computed.assessment.plans)
    if settings != saved:
        computed = services.roadmap.preview(actor, assessment_id, settings)
    with st.spinner(PLANNING):
        computed.roadmap  # noqa: B018 (made here, under the spinner, and kept)
    return Plan(
        assessment_id=assessment_id,
        computed=computed,
        saved=saved,
        action_versions=action_versions,
        is_for_reading=reads,
    )


def _key(assessment_id: str, name: str) -> str:
    return f"roadmap:{assessment_id}:{name}"


def _bind(assessment_id: str, version: int) -> None:
    """Bind the widgets of all settings to the version they are drawn with; what somebody else saved is drawn anew."""
    sign = _key(assessment_id, "settings")
    if session.drawn_version(sign) != version:
        begin_anew(assessment_id)
    session.rebind(sign, version)


def begin_anew(assessment_id: str) -> None:
    """Let the widgets of all settings begin from the store."""
    for prefix in WIDGETS:
        session.drop_all(_key(assessment_id, prefix))
