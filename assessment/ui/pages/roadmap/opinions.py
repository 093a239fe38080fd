"""How far people agree on what hurts and matters, under the order that rests on it."""

from __future__ import annotations

from assessment.domain.computed import Computed
from assessment.ui.components.figure import draw_table
from assessment.ui.components.heading import section_head
from assessment.ui.components.text import plain
from assessment.views.opinions_agreement import opinions_view


def draw_opinions(computed: Computed) -> None:
    """Draw how far people's orders agree, and the processes they place furthest apart."""
    view = opinions_view(computed)
    section_head(view.question, view.finding)
    if view.empty:
        plain(view.empty, "quiet")
        return
    for table in view.tables:
        draw_table(table, f"roadmap:opinions-{table.id}")
    for note in view.notes:
        plain(note, "small")
