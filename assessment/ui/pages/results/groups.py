"""Below the heatmap: the five groups in numbers, and how far each process is from its target."""

from __future__ import annotations

import streamlit as st

from assessment.domain.rating.results import Rollup
from assessment.reporting.charts import movement, movement_table
from assessment.services.results import Computed
from assessment.ui.components.figure import figure, screen_theme, text_table
from assessment.ui.components.format import level_text, process_names, score_text
from assessment.ui.components.heading import section_head

_COLUMNS = ("Group", "At target", "At level 0 to 5", "Mean score", "Floor", "Lowest")


def draw_groups(computed: Computed) -> None:
    """Draw the table of groups and, folded, the distances."""
    section_head("By group")
    text_table(
        _COLUMNS,
        [
            _row(computed, group.name, computed.result.groups[group.id])
            for group in computed.framework.groups
            if group.id in computed.result.groups
        ],
        alt="The groups of processes in numbers",
    )
    fold = st.expander("How far each process is from its target", key="results:movement-fold", on_change="rerun")
    if fold.open:
        with fold:
            figure(
                movement(computed.framework, computed.result, screen_theme()),
                movement_table(computed.framework, computed.result),
                "results:movement",
            )


def _row(computed: Computed, name: str, rollup: Rollup) -> tuple[str, ...]:
    return (
        name,
        f"{rollup.at_target_count} of {rollup.process_count}",
        "\u2009·\u2009".join(str(count) for count in rollup.level_counts),
        score_text(rollup.mean_score),
        f"Level {level_text(rollup.floor_level)}",
        process_names(computed.framework, rollup.floor_process_ids),
    )
