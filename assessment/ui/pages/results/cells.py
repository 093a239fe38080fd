"""The heatmap of processes and attributes, and what stands behind one of its cells."""

from __future__ import annotations

import streamlit as st

from assessment.domain.rating.results import AttributeGap, AttributeResult, Outcome, ProcessResult
from assessment.reporting.charts import CELL_SELECTION, HeatmapView, heatmap, heatmap_table
from assessment.services.results import Computed
from assessment.ui import session
from assessment.ui.components.figure import compact, picker, screen_theme, table_fold, text_table
from assessment.ui.components.format import (
    attribute_names,
    bounded_level,
    level_name,
    percent_text,
    process_name,
    score_text,
    share_text,
    signed_text,
)
from assessment.ui.components.text import plain
from assessment.ui.errors import guarded
from assessment.ui.pages.results.place import go_to_process, open_process
from assessment.ui.pages.results.wording import item_value

_VIEW_NAMES = {HeatmapView.AS_IS: "As it is", HeatmapView.TO_BE: "As it should be", HeatmapView.GAP: "The gap"}
_ROW_HEIGHT = 16


@st.fragment
@guarded
def draw_cells(assessment_id: str) -> None:
    """Draw the heatmap beside the cell that was clicked, or chosen in the two boxes."""
    computed = session.plumbline().results.compute(session.actor(), assessment_id)
    framework, result = computed.framework, computed.result
    session.seed("results:cell-process", open_process(computed))
    session.seed("results:cell-attribute", framework.attributes[0].id)
    chart_place, cell_place = st.columns([5, 2], gap="medium")
    with chart_place:
        view = st.segmented_control(
            "Show",
            list(HeatmapView),
            default=HeatmapView.AS_IS,
            required=True,
            format_func=_VIEW_NAMES.__getitem__,
            key="results:view",
            label_visibility="collapsed",
        )
        shown = view or HeatmapView.AS_IS
        table = heatmap_table(framework, result, shown)
        chart = compact(heatmap(framework, result, shown, screen_theme(), is_selectable=True), _ROW_HEIGHT)
        picker(chart, table, f"results:heatmap-{shown.value}", CELL_SELECTION, _remember_cell)
        table_fold(table, f"results:heatmap-{shown.value}-table")
    with cell_place:
        _draw_cell(computed)


def _remember_cell(cell: dict[str, str]) -> None:
    session.put("results:cell-process", cell["process_id"])
    session.put("results:cell-attribute", cell["attribute_id"])


def _draw_cell(computed: Computed) -> None:
    framework, result = computed.framework, computed.result
    process_id = st.selectbox(
        "Process",
        [process.process_id for process in result.processes],
        format_func=lambda process_id: process_name(framework, process_id),
        key="results:cell-process",
    )
    attribute_id = st.selectbox(
        "Attribute",
        [attribute.id for attribute in framework.attributes],
        format_func=lambda attribute_id: framework.attribute_by_id[attribute_id].name,
        key="results:cell-attribute",
    )
    process = result.process(process_id)
    with st.container(gap="xxsmall"):
        _draw_standing(computed, process)
        _draw_attribute(computed, process, process.attribute(attribute_id))
    if st.button("Open this process", key="results:open-process", icon=":material/arrow_forward:"):
        go_to_process(process_id)
        st.rerun()


def _draw_standing(computed: Computed, process: ProcessResult) -> None:
    framework = computed.framework
    if process.level.level is None:
        plain("No level: its delivery work does not apply.", "strong")
        return
    name = level_name(framework, process.level.level)
    plain(f"Level {bounded_level(process)}, {name.lower()}. Score {score_text(process.level.score)}.", "strong")
    if process.level.held_by:
        plain(f"Held by {attribute_names(framework, process.level.held_by).lower()}.", "small")


def _draw_attribute(computed: Computed, process: ProcessResult, attribute: AttributeResult) -> None:
    aim = next((cell for cell in process.target.cells if cell.attribute_id == attribute.attribute_id), None)
    for line in _attribute_lines(attribute, aim):
        plain(line)
    rows = [(item_value(item), computed.framework.item_by_id[item.item_id].name) for item in attribute.items]
    if rows:
        text_table(("", "Question"), rows, alt="What each question of the attribute counts as")


def _attribute_lines(attribute: AttributeResult, aim: AttributeGap | None) -> list[str]:
    if attribute.outcome is Outcome.NOT_APPLICABLE:
        return ["Not applicable: it leaves the model of this process."]
    if attribute.outcome is Outcome.UNRATED or attribute.letter is None:
        return ["Nothing is rated yet; until then it counts as not done."]
    lines = [
        f"{attribute.letter.value}, {percent_text(attribute.percent)}; {share_text(attribute.coverage_share)} answered."
    ]
    if aim is not None and aim.to_be_letter is not None and aim.gap_percent is not None:
        lines.append(f"To be {aim.to_be_letter.value}: {signed_text(aim.gap_percent)} points.")
    if attribute.is_capped:
        lines.append("Held at L: a question at P+ or lower keeps it from F.")
    return lines
