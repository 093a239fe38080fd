"""Which feet of questions are to be drawn again: a quick answer interrupts the run that draws the one before."""

from __future__ import annotations

from assessment.domain.authored.framework import Item
from assessment.ui import session
from assessment.ui.pages.questionnaire.place import Place, question_key


def note_due(place: Place, item: Item) -> tuple[str, ...]:
    """For callbacks: the foot of this question is to be drawn; all that are, by their fragments' keys."""
    due = (*_others(place, item), question_key(item))
    session.put(_key(place, item), due)
    return due


def note_drawn(place: Place, item: Item) -> None:
    """The foot of a question shows what is stored."""
    session.put(_key(place, item), _others(place, item))


def _others(place: Place, item: Item) -> tuple[str, ...]:
    return tuple(one for one in session.value(_key(place, item), ()) if one != question_key(item))


def _key(place: Place, item: Item) -> str:
    return place.key(f"due:{item.process_id}")
