"""The agenda of a workshop before it is held: how many processes fit, and which come in what order."""

from __future__ import annotations

from assessment.ui.components.heading import section_head
from assessment.ui.pages.set_up.frame import Frame
from assessment.ui.pages.workshop.place import Cockpit
from assessment.ui.pages.workshop.planned import draw_planned
from assessment.views.wording.workshop import planner as words


def draw(frame: Frame) -> None:
    """Draw what the workshop's page has under Agenda."""
    section_head(words.TITLE, words.LEAD)
    draw_planned(Cockpit(assessment=frame.assessment, framework=frame.framework, room=None))
