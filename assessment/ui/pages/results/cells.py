"""The heatmap of processes and attributes, and what stands behind one of its cells."""

from __future__ import annotations

import streamlit as st

from assessment.charts.heatmap import CELL_SELECTION, heatmap
from assessment.domain.computed import Computed
from assessment.ui import session
from assessment.ui.components.choosing import labels
from assessment.ui.components.figure import compact, draw_table, picker, screen_theme, table_fold
from assessment.ui.components.legend import draw_legend
from assessment.ui.components.text import plain
from assessment.ui.errors import guarded
from assessment.ui.pages.results.place import go_to_process, open_process
from assessment.views.cell import cell_view
from assessment.views.heatmap import HeatmapState, heatmap_view
from assessment.views.names import attribute_name, process_name
from assessment.views.wording.heatmap import STATE_NAMES
from assessment.views.wording.pages import results as words

_ROW_HEIGHT = 16


@st.fragment
@guarded
def draw_cells(assessment_id: str) -> None:
    """Draw the heatmap beside the cell that was clicked, or chosen in the two boxes."""
    computed = session.plumbline().results.read(session.actor(), assessment_id)
    session.seed(_key("cell-process"), open_process(computed))
    session.seed(_key("cell-attribute"), computed.framework.attributes[0].id)
    with st.container(key="heatmap-and-cell"):
        chart_place, cell_place = st.columns([11, 4], gap="medium")
    with chart_place:
        _draw_heatmap(computed)
    with cell_place:
        _draw_cell(computed)


def _draw_heatmap(computed: Computed) -> None:
    chosen = st.segmented_control(
        words.SHOW,
        list(HeatmapState),
        default=HeatmapState.AS_IS,
        required=True,
        format_func=labels({state: STATE_NAMES[state.value] for state in HeatmapState}),
        key=_key("view"),
        label_visibility="collapsed",
    )
    view = heatmap_view(computed, chosen or HeatmapState.AS_IS)
    table = view.tables[0]
    chart = compact(heatmap(view, screen_theme(), is_selectable=True), _ROW_HEIGHT)
    picker(chart, table, f"results:{view.id}", CELL_SELECTION, _remember_cell)
    draw_legend(table, view.notes)
    table_fold(table, f"results:{view.id}-table")


def _remember_cell(cell: dict[str, str]) -> None:
    session.put(_key("cell-process"), cell["row_id"])
    session.put(_key("cell-attribute"), cell["column_id"])


def _draw_cell(computed: Computed) -> None:
    framework, found = computed.framework, computed.result.processes
    processes = {one.process_id: process_name(framework, one.process_id) for one in found}
    attributes = {one.id: attribute_name(framework, one.id) for one in framework.attributes}
    process_id = st.selectbox(
        words.PROCESS,
        tuple(processes),
        format_func=labels(processes),
        key=_key("cell-process"),
    )
    attribute_id = st.selectbox(
        words.ATTRIBUTE,
        tuple(attributes),
        format_func=labels(attributes),
        key=_key("cell-attribute"),
    )
    view = cell_view(computed, process_id, attribute_id)
    with st.container(gap="xxsmall"):
        plain(view.finding, "strong")
        for note in view.notes:
            plain(note)
        draw_table(view.tables[0], "results:cell-items")
    if st.button(words.OPEN_PROCESS, key=_key("open-process"), icon=":material/arrow_forward:"):
        go_to_process(process_id)
        st.rerun()


def _key(name: str) -> str:
    return session.of_assessment(f"results:{name}")
