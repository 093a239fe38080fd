"""Set-up: what is assessed, who answers, what matters and how high to aim. One tab a subject; only the open tab runs.

frame.py        what every tab needs: the assessment, its framework and the way to save an entry
scope.py, critical_services.py, opinions.py, targets.py, people.py, owners.py, technology.py, transitions.py,
linkages.py, method.py    one tab each, with one draw()
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

import streamlit as st

from assessment.ui import session
from assessment.ui.components.empty import no_assessment_open
from assessment.ui.components.heading import page_head
from assessment.ui.errors import guarded
from assessment.ui.pages.set_up import (
    critical_services,
    linkages,
    method,
    opinions,
    owners,
    people,
    scope,
    targets,
    technology,
    transitions,
)
from assessment.ui.pages.set_up.frame import Frame

TABS: Mapping[str, Callable[[Frame], None]] = {
    "Scope": scope.draw,
    "People": people.draw,
    "Critical services": critical_services.draw,
    "Importance and pain": opinions.draw,
    "Targets": targets.draw,
    "Owners": owners.draw,
    "Technology": technology.draw,
    "Transitions": transitions.draw,
    "Hand-offs": linkages.draw,
    "Method": method.draw,
}


@guarded
def show() -> None:
    """Draw the page."""
    assessment_id = session.assessment_id()
    if assessment_id is None:
        page_head("Set-up")
        no_assessment_open()
        return
    services, actor = session.plumbline(), session.actor()
    assessment = services.assessments.load(actor, assessment_id)
    session.keep_in_url(session.ASSESSMENT, assessment_id)
    page_head("Set-up", assessment.header)
    frame = Frame(assessment=assessment, framework=services.assessments.framework(actor, assessment_id))
    for tab, draw in zip(st.tabs(tuple(TABS), key="section", bind="query-params"), TABS.values(), strict=True):
        if tab.open:
            with tab:
                guarded(draw)(frame)
