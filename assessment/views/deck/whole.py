"""The whole on one slide, and what matters against how well it is done on another."""

from __future__ import annotations

from collections.abc import Iterator

from assessment.domain.computed import Computed
from assessment.views.deck.model import Area, Map, Scatter, Slide, SlideKind
from assessment.views.importance import importance_view
from assessment.views.legend import legend_text
from assessment.views.map.process_map import map_view
from assessment.views.wording import deck as words


def whole_slides(computed: Computed) -> Iterator[Slide]:
    """The map by level and the chart of importance; left out where they have nothing to show."""
    view = map_view(computed)
    if not view.empty:
        yield Slide(
            id="map",
            kind=SlideKind.MESSAGE,
            section=words.SECTION_STANDING,
            title=view.finding,
            areas=(
                Area(width=100, blocks=(Map(id="map", view=view, spoken=words.spoken(view.finding, view.measure)),)),
            ),
            caption=" ".join(
                line for line in (view.measure, words.legend(legend_text(view.listed)), *view.notes) if line
            ),
            notes=(words.source(view.question, view.listed.title),),
        )
    matters = importance_view(computed)
    if not matters.empty:
        scatter = Scatter(id="importance", view=matters, spoken=words.spoken(matters.finding, matters.measure))
        yield Slide(
            id="importance",
            kind=SlideKind.MESSAGE,
            section=words.SECTION_STANDING,
            title=matters.finding,
            areas=(Area(width=100, blocks=(scatter,)),),
            caption=" ".join((matters.measure, *matters.notes)),
            notes=(words.source(matters.question, matters.tables[0].title),),
        )
