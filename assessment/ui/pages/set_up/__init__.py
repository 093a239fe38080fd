"""Set-up: what is assessed, who answers, what matters and how high to aim. One tab a step; only the open tab runs.

frame.py        what every tab needs: the assessment, its framework and the way to save an entry
about.py        its names and date, above the tabs; header_fields.py ties a field of the header to its widget
steps.py        what is needed, optional and done, above the tabs
scope.py, people.py, critical_services.py, opinions.py, targets.py, owners.py, technology.py, transitions.py,
hand_offs.py, agenda.py, method.py    one tab each, with one draw()
removing.py, unasked.py    taking out and putting back; who is asked nothing of a process that came later
pasting.py, group_asking.py    people from a list, and a group that is asked at once
asking.py, readiness.py, sourcing.py, cells.py    the second table of people, owners, technology and targets
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import streamlit as st

from assessment.domain.answered.assessment import CriticalService, Opinion, Respondent, Target
from assessment.domain.answered.organisation import (
    LinkageRating,
    Owner,
    Readiness,
    Sourcing,
    Technology,
    TransitionPlace,
)
from assessment.services.setup import SetupEntry
from assessment.ui import access, session
from assessment.ui.components.empty import no_assessment_open
from assessment.ui.components.heading import page_head
from assessment.ui.components.versions import version_note
from assessment.ui.errors import guarded
from assessment.ui.pages.set_up import (
    agenda,
    critical_services,
    hand_offs,
    method,
    opinions,
    owners,
    people,
    scope,
    targets,
    technology,
    transitions,
)
from assessment.ui.pages.set_up.about import draw_about
from assessment.ui.pages.set_up.frame import Frame
from assessment.ui.pages.set_up.steps import SECTION, draw_steps
from assessment.views.wording.pages import set_up as words


@dataclass(frozen=True, slots=True, kw_only=True)
class Tab:
    """One tab: what draws it, and the kinds of entries that it edits by their versions."""

    draw: Callable[[Frame], None]
    edits: tuple[type[SetupEntry], ...] = ()


TABS: Mapping[str, Tab] = {
    words.SCOPE_TAB: Tab(draw=scope.draw),
    words.PEOPLE_TAB: Tab(draw=people.draw, edits=(Respondent,)),
    words.SERVICES_TAB: Tab(draw=critical_services.draw, edits=(CriticalService,)),
    words.OPINIONS_TAB: Tab(draw=opinions.draw, edits=(Opinion,)),
    words.TARGETS_TAB: Tab(draw=targets.draw, edits=(Target,)),
    words.OWNERS_TAB: Tab(draw=owners.draw, edits=(Owner, Readiness)),
    words.TECHNOLOGY_TAB: Tab(draw=technology.draw, edits=(Technology, Sourcing)),
    words.TRANSITIONS_TAB: Tab(draw=transitions.draw, edits=(TransitionPlace,)),
    words.HAND_OFFS_TAB: Tab(draw=hand_offs.draw, edits=(LinkageRating,)),
    words.AGENDA_TAB: Tab(draw=agenda.draw),
    words.METHOD_TAB: Tab(draw=method.draw),
}


@guarded
def show() -> None:
    """Draw the page."""
    assessment_id = session.assessment_id()
    if assessment_id is None:
        page_head(words.TITLE)
        no_assessment_open()
        return
    header = session.plumbline().assessments.header(session.actor(), assessment_id)
    session.keep_in_url(session.ASSESSMENT, assessment_id)
    page_head(words.TITLE, header)
    head = st.container()
    places = st.tabs(tuple(TABS), key=SECTION, bind="query-params")
    place, tab = next(both for both in zip(places, TABS.values(), strict=True) if both[0].open)
    frame = _frame(assessment_id, tab)
    with head:
        draw_about(frame)
        version_note(header)
        draw_steps(frame)
    with place:
        _draw(frame, tab)


@guarded
def _draw(frame: Frame, tab: Tab) -> None:
    tab.draw(frame)


def _frame(assessment_id: str, tab: Tab) -> Frame:
    services, actor = session.plumbline(), session.actor()
    revision = services.assessments.revision(actor, assessment_id)
    versions = {kind: services.setup.versions(actor, assessment_id, kind) for kind in tab.edits}
    person_versions = services.setup.person_versions(actor, assessment_id) if Respondent in tab.edits else {}
    return Frame(
        stored_versions=versions,
        person_versions=person_versions,
        revision=revision,
        assessment=services.assessments.load(actor, assessment_id),
        framework=services.assessments.framework(actor, assessment_id),
        permissions=access.mine(assessment_id).here,
    )
