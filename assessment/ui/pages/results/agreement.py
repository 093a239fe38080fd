"""How far people agree on a process, where to talk first, and leadership beside practitioners."""

from __future__ import annotations

from assessment.charts.agreement import perception
from assessment.ui.components.facts import facts
from assessment.ui.components.figure import draw_table, figure, screen_theme
from assessment.ui.components.text import plain
from assessment.views.model import View


def draw_agreement(agreement: View, sides: View, process_id: str) -> None:
    """Draw the agreement of a process, the questions people differ on most, and the perception gap."""
    plain(agreement.finding, "strong")
    facts(agreement.facts)
    for sentence in agreement.notes:
        plain(sentence, "small")
    talk = agreement.table("talk")
    plain(talk.title, "strong")
    draw_table(talk, f"results:talk-{process_id}")
    table = sides.table("perception")
    if table.rows:
        figure(perception(sides, screen_theme()), table, f"results:perception-{process_id}")
        return
    plain(sides.question, "strong")
    plain(sides.finding)
