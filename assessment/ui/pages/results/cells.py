"""The heatmap of processes and attributes, and what stands behind one of its cells."""

from __future__ import annotations

import streamlit as st

from assessment.charts.heatmap import CELL_SELECTION, heatmap
from assessment.domain.computed import Computed
from assessment.ui import session
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
    computed = session.plumbline().results.compute(session.actor(), assessment_id)
    session.seed("results:cell-process", open_process(computed))
    session.seed("results:cell-attribute", computed.framework.attributes[0].id)
    chart_place, cell_place = st.columns([5, 2], gap="medium")
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
        format_func=lambda state: STATE_NAMES[state.value],
        key="results:view",
        label_visibility="collapsed",
    )
    view = heatmap_view(computed, chosen or HeatmapState.AS_IS)
    table = view.tables[0]
    chart = compact(heatmap(view, screen_theme(), is_selectable=True), _ROW_HEIGHT)
    picker(chart, table, f"results:{view.id}", CELL_SELECTION, _remember_cell)
    draw_legend(table, view.notes)
    table_fold(table, f"results:{view.id}-table")


def _remember_cell(cell: dict[str, str]) -> None:
    session.put("results:cell-process", cell["row_id"])
    session.put("results:cell-attribute", cell["column_id"])


def _draw_cell(computed: Computed) -> None:
    framework = computed.framework
    process_id = st.selectbox(
        words.PROCESS,
        [process.process_id for process in computed.result.processes],
        format_func=lambda process_id: process_name(framework, process_id),
        key="results:cell-process",
    )
    attribute_id = st.selectbox(
        words.ATTRIBUTE,
        [attribute.id for attribute in framework.attributes],
        format_func=lambda attribute_id: attribute_name(framework, attribute_id),
        key="results:cell-attribute",
    )
    view = cell_view(computed, process_id, attribute_id)
    with st.container(gap="xxsmall"):
        plain(view.finding, "strong")
        for note in view.notes:
            plain(note)
        draw_table(view.tables[0], "results:cell-items")
    if st.button(words.OPEN_PROCESS, key="results:open-process", icon=":material/arrow_forward:"):
        go_to_process(process_id)
        st.rerun()
