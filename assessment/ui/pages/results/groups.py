"""Below the heatmap: the groups in numbers, how many processes stand at each level, how far each is from its target."""

from __future__ import annotations

import streamlit as st

from assessment.charts.levels import levels, movement
from assessment.domain.computed import Computed
from assessment.ui import session
from assessment.ui.components.figure import draw_table, figure, picture, screen_theme, table_fold
from assessment.ui.components.heading import section_head
from assessment.ui.components.legend import draw_legend
from assessment.views.groups import groups_view
from assessment.views.levels import levels_view, movement_view
from assessment.views.wording.pages import results as words


def draw_groups(computed: Computed) -> None:
    """Draw the table of groups and, folded, the levels and the distances."""
    groups = groups_view(computed)
    section_head(words.BY_GROUP, groups.finding)
    draw_table(groups.tables[0], "results:groups")
    _draw_levels(computed)
    _draw_movement(computed)


def _draw_levels(computed: Computed) -> None:
    view = levels_view(computed)
    fold = st.expander(view.question, key=session.of_assessment("results:levels-fold"), on_change="rerun")
    if fold.open:
        with fold:
            figure(levels(view, screen_theme()), view.tables[0], "results:levels")


def _draw_movement(computed: Computed) -> None:
    view = movement_view(computed)
    fold = st.expander(view.question, key=session.of_assessment("results:movement-fold"), on_change="rerun")
    if fold.open:
        with fold:
            picture(movement(view, screen_theme()), view.tables[0], "results:movement")
            draw_legend(view.tables[0], view.notes)
            table_fold(view.tables[0], "results:movement-table")
