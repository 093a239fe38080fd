"""Whose click it was: a question stands on the screen for some moments after another person was chosen.

A text was typed for the person it was drawn for, and is kept for them. A click may have been meant for either: it is
kept for nobody, and said.
"""

from __future__ import annotations

from assessment.ui import session
from assessment.ui.pages.questionnaire.place import RESPONDENT, Place


def picker_key(assessment_id: str) -> str:
    """Key of the choice of who answers."""
    return f"questionnaire:{assessment_id}:respondent"


def is_refused(place: Place) -> bool:
    """For callbacks of clicks: whether somebody else was chosen by now. It is remembered until it is said."""
    own_id = place.respondent.id
    chosen_id = session.value(picker_key(place.assessment_id))
    if chosen_id in (None, own_id) and session.url_id(RESPONDENT) == own_id:
        return False
    session.put(_refused_key(place.assessment_id), True)
    return True


def take_refused(place: Place) -> bool:
    """Whether a click was refused that nobody was told of yet."""
    was_refused = bool(session.value(_refused_key(place.assessment_id)))
    session.drop(_refused_key(place.assessment_id))
    return was_refused


def _refused_key(assessment_id: str) -> str:
    return f"questionnaire:{assessment_id}:refused"
