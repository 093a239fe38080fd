"""How far the plan is on the day of printing, once anything of it is under way."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from assessment.domain.computed import Computed
from assessment.domain.planning.running import run_of
from assessment.views.board.progress import progress_sentences, progress_view
from assessment.views.deck.model import Area, Grid, Slide, SlideKind
from assessment.views.deck.tables import limited, with_columns
from assessment.views.wording import deck as words

WAVE_WIDTHS = {"wave": 32, "share": 11, "due": 11, "steps": 13, "effort": 13, "late": 9, "blocked": 11}
ATTENTION_WIDTHS = {"what": 34, "owner": 18, "due": 18, "why": 30}
ATTENTION_ROWS = 6


def progress_slides(computed: Computed, day: date) -> Iterator[Slide]:
    """One slide: the waves, and what is late or blocked; none where nothing was begun yet."""
    view = progress_view(computed, day)
    if view.empty or not computed.assessment.running:
        return
    message, troubles = progress_sentences(run_of(computed, day))
    waves, attention = view.table("progress-waves"), view.table("attention")
    blocks = [Grid(id=waves.id, table=with_columns(waves, WAVE_WIDTHS))]
    if attention.rows:
        blocks.append(limited(with_columns(attention, ATTENTION_WIDTHS), ATTENTION_ROWS))
    yield Slide(
        id="progress",
        kind=SlideKind.MESSAGE,
        section=words.SECTION_PLAN,
        title=message,
        areas=(Area(width=100, blocks=tuple(blocks)),),
        caption=" ".join((troubles, waves.measure)),
        notes=(words.source(view.question, waves.title),),
    )
