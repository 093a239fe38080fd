"""The minutes on the page: as they would be printed now, with the names of those who were there."""

from __future__ import annotations

from dataclasses import replace

from assessment.ui import session
from assessment.ui.components.facts import facts
from assessment.ui.components.figure import draw_listing, load_style
from assessment.ui.components.heading import section_head
from assessment.ui.components.text import plain
from assessment.ui.pages.workshop.place import Cockpit
from assessment.views.wording.workshop import minutes as words


def draw(cockpit: Cockpit) -> None:
    """Draw the minutes, one table after the other."""
    load_style()
    view = session.plumbline().minutes.read(session.actor(), cockpit.assessment_id)
    if view.empty:
        plain(view.empty, "quiet")
        return
    plain(view.finding, "strong")
    facts(view.facts)
    for table in view.tables:
        section_head(table.title, table.measure if table.rows else "")
        draw_listing(replace(table, measure=""), cockpit.key(table.id))
    if view.quotes:
        section_head(view.quotes_title)
        for quote in view.quotes:
            plain(words.quoted(quote.text, quote.who, quote.where))
    for note in view.notes:
        plain(note, "small")
    plain(words.ON_PAPER, "small")
