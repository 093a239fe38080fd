"""Whose click it was: a question stands on the screen for some moments after another person was chosen.

A text was typed for the person it was drawn for, and is kept for them. A click may have been meant for either: it is
kept for nobody, and said.
"""

from __future__ import annotations

from assessment.ui import session
from assessment.ui.pages.questionnaire.place import PROCESS, RESPONDENT, Place


def picker_key(assessment_id: str) -> str:
    """Key of the choice of who answers."""
    return f"questionnaire:{assessment_id}:respondent"


def is_refused(place: Place) -> bool:
    """For callbacks of clicks: whether somebody else was chosen by now. It is remembered until it is said."""
    follow_pickers(place)
    if session.url_id(RESPONDENT) == place.respondent.id:
        return False
    session.put(_refused_key(place.assessment_id), True)
    return True


def follow_pickers(place: Place) -> None:
    """For callbacks: go where the pickers point.

    A click that follows a choice at once interrupts it, and brings along the address from before: without this the
    choice would be undone.
    """
    for name, key in ((RESPONDENT, picker_key(place.assessment_id)), (PROCESS, place.key("process"))):
        chosen_id = session.value(key)
        if chosen_id is not None and session.url_id(name) not in (None, chosen_id):
            session.keep_in_url(name, chosen_id)


def take_refused(place: Place) -> bool:
    """Whether a click was refused that nobody was told of yet."""
    was_refused = bool(session.value(_refused_key(place.assessment_id)))
    session.drop(_refused_key(place.assessment_id))
    return was_refused


def _refused_key(assessment_id: str) -> str:
    return f"questionnaire:{assessment_id}:refused"
