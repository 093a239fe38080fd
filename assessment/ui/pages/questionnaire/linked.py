"""The question that a link leads to: brought into view once, with the fold that the link names."""

from __future__ import annotations

from assessment.ui import session
from assessment.ui.components.scrolling import scroll_to
from assessment.ui.pages.questionnaire.folds import Fold
from assessment.ui.pages.questionnaire.place import FOLD, QUESTION, Place, question_key


def follow_link(place: Place, process_id: str) -> None:
    """Before the questions are drawn: go where the URL points, and let it point there no longer."""
    item = place.framework.item_by_id.get(session.url_id(QUESTION) or "")
    fold = session.url_id(FOLD)
    for name in (QUESTION, FOLD):
        session.keep_in_url(name, None)
    if item is None or item.process_id != process_id:
        return
    scroll_to(question_key(item))
    if fold in tuple(Fold):
        session.put(place.item_key(item, "fold"), Fold(fold))
