"""The map of all processes, what stands beside it for one of them, and maturity against importance under it.

Results begins with the overview, and the map is its second part. Both were tried as the first: the map shows where to
look, but not how many processes are at target, how sure that is, or what has to be said beside it, so that whoever saw
it first had to go to the overview for the answer. The six figures answer first, and raise the question of where.
"""

from __future__ import annotations

import streamlit as st

from assessment.charts.importance.screen import importance
from assessment.charts.process_map.screen import PROCESS_SELECTION, process_map
from assessment.charts.tiles import legend
from assessment.domain.computed import Computed
from assessment.ui import session
from assessment.ui.components.choosing import labels
from assessment.ui.components.figure import draw_table, picker, picture, screen_theme, table_fold
from assessment.ui.components.heading import section_head
from assessment.ui.components.legend import draw_legend
from assessment.ui.components.text import plain
from assessment.ui.errors import guarded
from assessment.ui.pages.results.place import go_to_process, open_process
from assessment.views.importance import importance_view
from assessment.views.map.colouring import Colour
from assessment.views.map.process_map import MapView, map_view
from assessment.views.names import process_name
from assessment.views.wording.pages import process_map as words
from assessment.views.wording.pages.results import OPEN_PROCESS
from assessment.views.wording.process_map import COLOURS

_ON_PHONE = ("process", "score", "importance", "leverage", "pain")


def draw_map(computed: Computed) -> None:
    """Draw the map with the chosen process beside it and, under it, what matters and how well it is done."""
    _draw_map(computed.assessment.header.id)
    view = importance_view(computed)
    section_head(view.question)
    if view.empty:
        plain(view.empty)
        return
    table = view.tables[0]
    picture(importance(view, screen_theme()), table.only(*_ON_PHONE), "results:importance", is_tiled=True)
    draw_legend(table, view.notes)
    table_fold(table, "results:importance-table")


@st.fragment
@guarded
def _draw_map(assessment_id: str) -> None:
    computed = session.plumbline().results.read(session.actor(), assessment_id)
    session.seed(_key("map-process"), open_process(computed))
    colour = st.segmented_control(
        words.COLOUR_BY,
        list(Colour),
        default=Colour.LEVEL,
        required=True,
        format_func=labels({one: COLOURS[one.value] for one in Colour}),
        key=_key("map-colour"),
        label_visibility="collapsed",
    )
    view = map_view(computed, colour or Colour.LEVEL, session.value(_key("map-process")))
    with st.container(key="map-and-process"):
        map_place, process_place = st.columns([11, 4], gap="medium")
    with map_place:
        _draw_picture(view)
    with process_place:
        _draw_chosen(computed, view)
    table_fold(view.table("map"), "results:map-table")


def _draw_picture(view: MapView) -> None:
    chart = process_map(view, screen_theme(), is_selectable=True)
    picker(chart, view.listed, f"results:map-{view.colour.value}", PROCESS_SELECTION, _remember)
    with st.container(key="broad-results-map-legend"):
        st.html(legend(view.listed.legend))
    for note in view.notes:
        plain(note, "small")


def _remember(picked: dict[str, str]) -> None:
    """A click beside every box names none."""
    if picked.get("process_id"):
        session.put(_key("map-process"), picked["process_id"])


def _draw_chosen(computed: Computed, view: MapView) -> None:
    names = {own: process_name(computed.framework, own) for own in computed.assessment.scope}
    process_id = st.selectbox(words.PROCESS, tuple(names), format_func=labels(names), key=_key("map-process"))
    if view.chosen is None:
        return
    with st.container(gap="xxsmall"):
        for number, sentence in enumerate(view.chosen.sentences):
            plain(sentence, "strong" if number == 0 else "body")
        if view.chosen.lines_legend:
            plain(view.chosen.lines_legend, "small")
    if st.button(OPEN_PROCESS, key=_key("map-open"), icon=":material/arrow_forward:"):
        go_to_process(process_id)
        st.rerun()
    fold = st.expander(words.HAND_OFFS, key=_key("map-hand-offs"), on_change="rerun", type="compact")
    if fold.open:
        with fold:
            draw_table(view.chosen.hand_offs, f"results:map-hand-offs-{process_id}", without=("kind", "plan"))


def _key(name: str) -> str:
    return session.of_assessment(f"results:{name}")
