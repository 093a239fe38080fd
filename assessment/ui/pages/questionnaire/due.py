"""Which feet of questions are to be drawn again: a quick answer interrupts the run that draws the one before.

It also takes from what that run drew whatever has not left for the browser yet, so that a foot which was drawn to its
end may never be seen. A foot therefore stays due for a while after it was first drawn.
"""

from __future__ import annotations

from time import monotonic

from assessment.domain.authored.framework import Item
from assessment.ui import session
from assessment.ui.pages.questionnaire.place import Place, question_key

SEEN_SECONDS = 1.0
"""So long after it was first drawn a foot may still wait to be sent; on an idle machine it is 0.01 s."""


def note_due(place: Place, item: Item) -> tuple[str, ...]:
    """For callbacks: the foot of this question is to be drawn; all that are, by their fragments' keys."""
    own = question_key(item)
    feet = {**{foot: drawn for foot, drawn in _feet(place, item).items() if foot != own and _is_due(drawn)}, own: None}
    session.put(_key(place, item), tuple(feet.items()))
    return tuple(feet)


def note_drawn(place: Place, item: Item) -> None:
    """The foot of a question was drawn with what is stored."""
    own, feet = question_key(item), _feet(place, item)
    if own in feet and feet[own] is None:
        session.put(_key(place, item), tuple({**feet, own: monotonic()}.items()))


def _is_due(drawn: float | None) -> bool:
    return drawn is None or monotonic() - drawn < SEEN_SECONDS


def _feet(place: Place, item: Item) -> dict[str, float | None]:
    """When each foot was first drawn since its answer was given; None for not yet."""
    return dict(session.value(_key(place, item), ()))


def _key(place: Place, item: Item) -> str:
    return place.key(f"due:{item.process_id}")
