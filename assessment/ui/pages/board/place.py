"""The plan of an assessment on the reader's day, and the versions of what was entered of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

import streamlit as st

from assessment.domain.access.permissions import Permission
from assessment.domain.answered.assessment import AssessmentState
from assessment.domain.answered.running import RunningStep
from assessment.domain.computed import Computed
from assessment.domain.planning.running import Run, StepKey, run_of
from assessment.ui import access, session
from assessment.views.board.progress import progress_view
from assessment.views.model import View
from assessment.views.wording.pages.roadmap import PLANNING


@dataclass(frozen=True, kw_only=True)
class Place:
    """What is drawn. The versions are no later than what is drawn of them; a step or action without one has 0."""

    assessment_id: str
    computed: Computed
    day: date
    step_versions: Mapping[StepKey, int]
    action_versions: Mapping[str, int]
    is_for_reading: bool

    @property
    def is_closed(self) -> bool:
        """Whether somebody who could change it is kept from it by the state of the assessment."""
        return not self.is_for_reading and self.computed.assessment.header.state is not AssessmentState.DRAFT

    @property
    def is_locked(self) -> bool:
        """Whether nothing can be saved: validated or signed off, or whoever is here may only read it."""
        return self.is_for_reading or self.is_closed

    @cached_property
    def run(self) -> Run:
        """The plan on the day."""
        return run_of(self.computed, self.day)

    @cached_property
    def view(self) -> View:
        """How far it is."""
        return progress_view(self.computed, self.day)

    @cached_property
    def entries(self) -> Mapping[StepKey, RunningStep]:
        """What was entered of each step."""
        return {(entry.process_id, entry.to_level): entry for entry in self.computed.assessment.running}

    def entry(self, key: StepKey) -> RunningStep:
        """What was entered of a step; one that says nothing where nobody touched it."""
        return self.entries.get(key) or RunningStep(process_id=key[0], to_level=key[1])

    def key(self, name: str) -> str:
        """The key of a widget of this assessment."""
        return f"board:{self.assessment_id}:{name}"

    def save(self, entry: RunningStep, version: int) -> int:
        """Save what was entered of a step over a version; returns the new one."""
        service, actor = session.plumbline().running, session.actor()
        return service.save(actor, self.assessment_id, entry, self.day, expected_version=version)


def read_place(assessment_id: str) -> Place:
    """The plan of an assessment, from cache unless something changed."""
    services, actor = session.plumbline(), session.actor()
    reads = not access.may(Permission.EDIT, assessment_id)
    can_see = access.may(Permission.READ, assessment_id)
    # versions before what is shown of them
    step_versions = services.running.versions(actor, assessment_id) if can_see else {}
    action_versions = services.register.versions(actor, assessment_id) if can_see else {}
    computed = services.results.read(actor, assessment_id)
    with st.spinner(PLANNING):
        computed.roadmap  # noqa: B018 (made here, under the spinner, and kept)
    return Place(
        assessment_id=assessment_id,
        computed=computed,
        day=session.today(),
        step_versions=step_versions,
        action_versions=action_versions,
        is_for_reading=reads,
    )
