"""What became of an answer, for the facilitator: of the person who is open, and of the room's value."""

from __future__ import annotations

from assessment.domain.authored.framework import Item
from assessment.ui import session
from assessment.ui.components.figure import draw_table
from assessment.ui.components.text import plain
from assessment.ui.pages.questionnaire.place import Place
from assessment.views.history import history_view


def draw_history(place: Place, item: Item) -> None:
    """Draw every change, the newest first."""
    changes = session.plumbline().answering.history(session.actor(), place.assessment_id, place.respondent.id, item.id)
    view = history_view(place.framework, place.respondent.role, changes, session.local_time)
    if view.empty:
        plain(view.empty, "quiet")
        return
    plain(view.finding, "small")
    draw_table(view.table("history"), place.item_key(item, "changes"))
