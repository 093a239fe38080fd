"""The order of the processes: priority, its parts and the reason for each place, beside the weights behind it."""

from __future__ import annotations

import streamlit as st

from assessment.domain.rating.results import PriorityResult
from assessment.reporting.charts import priorities_finding
from assessment.reporting.wording import hundredth_text, tenth_text
from assessment.ui.components.figure import text_table
from assessment.ui.components.format import number_text, process_name, process_names, share_text
from assessment.ui.components.text import care, plain
from assessment.ui.errors import guarded
from assessment.ui.pages.roadmap.firm import draw_firmness
from assessment.ui.pages.roadmap.plan import Plan, read_plan
from assessment.ui.pages.roadmap.weights import draw_weights

_COLUMNS = ("", "Process", "Priority", "Need", "Pain", "Importance", "Leverage", "Why here")


@st.fragment
@guarded
def draw_priorities(assessment_id: str) -> None:
    """Draw the table beside the weights; a weight that is moved reorders it at once."""
    plan = read_plan(assessment_id)
    table_place, weights_place = st.columns([4, 1], gap="large")
    with weights_place:
        draw_weights(plan)
        draw_firmness(plan)
    with table_place:
        _draw_order(plan)


def _draw_order(plan: Plan) -> None:
    result, framework = plan.result, plan.framework
    plain(f"{priorities_finding(framework, result)}.", "strong")
    if plan.is_tried:
        plain("Shown with weights that are not saved.", "small")
    wanting = [entry for entry in result.priorities if entry.need_share > 0]
    if wanting:
        text_table(_COLUMNS, [_row(plan, entry) for entry in wanting], alt="Priorities of the processes")
    at_target = tuple(entry.process_id for entry in result.priorities if entry.need_share <= 0)
    if at_target:
        plain(f"At or above target, so without a priority: {process_names(framework, at_target)}.", "small")
    plain(
        "Priority, 0 to 100, is need times impact. Need: the unmet part of the target. Pain and importance: 0 to 5, "
        "what people answered. Leverage, 0 to 1: how much of the others' need lies downstream.",
        "small",
    )
    if result.warnings:
        care("\n".join(warning.sentence for warning in result.warnings))


def _row(plan: Plan, entry: PriorityResult) -> tuple[str, ...]:
    importance = number_text(entry.importance)
    return (
        str(entry.rank),
        process_name(plan.framework, entry.process_id),
        f"{tenth_text(entry.priority)}{' provisional' if entry.is_provisional else ''}",
        share_text(entry.need_share),
        number_text(entry.pain),
        f"{importance} proposed" if entry.importance_is_proposed else importance,
        hundredth_text(entry.leverage_share),
        entry.reason,
    )
