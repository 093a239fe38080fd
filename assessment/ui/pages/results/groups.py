"""Below the heatmap: the groups in numbers, and how many processes stand at each level."""

from __future__ import annotations

import streamlit as st

from assessment.charts.levels import levels
from assessment.domain.computed import Computed
from assessment.ui import session
from assessment.ui.components.figure import draw_table, figure, screen_theme
from assessment.ui.components.heading import section_head
from assessment.ui.pages.results.commentary import draw_group_texts
from assessment.views.groups import groups_view
from assessment.views.levels import levels_view
from assessment.views.wording.pages import results as words


def draw_groups(computed: Computed) -> None:
    """Draw the table of groups, what the consultant wrote of them and, folded, the levels."""
    groups = groups_view(computed)
    section_head(words.BY_GROUP, groups.finding)
    draw_table(groups.tables[0], "results:groups")
    draw_group_texts(computed)
    _draw_levels(computed)


def _draw_levels(computed: Computed) -> None:
    view = levels_view(computed)
    fold = st.expander(view.question, key=session.of_assessment("results:levels-fold"), on_change="rerun")
    if fold.open:
        with fold:
            figure(levels(view, screen_theme()), view.tables[0], "results:levels")
