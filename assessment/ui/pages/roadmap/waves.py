"""What moves when: the totals and the picture of all waves, one wave in detail, and what is not funded."""

from __future__ import annotations

import streamlit as st

from assessment.charts.waves import waves
from assessment.ui import session
from assessment.ui.components.choosing import labels
from assessment.ui.components.facts import facts
from assessment.ui.components.figure import draw_table, figure, screen_theme
from assessment.ui.components.heading import section_head
from assessment.ui.components.legend import draw_legend
from assessment.ui.components.text import care, plain
from assessment.ui.errors import guarded
from assessment.ui.pages.roadmap.actions import draw_stray
from assessment.ui.pages.roadmap.costs import draw_wishes
from assessment.ui.pages.roadmap.plan import Plan, read_plan
from assessment.ui.pages.roadmap.saving import draw_saved
from assessment.ui.pages.roadmap.step import draw_step
from assessment.views.register import stray_lines
from assessment.views.waves import RoadmapView, WaveBlock, roadmap_view
from assessment.views.wording.pages import roadmap as words

NOT_FUNDED = 0


@st.fragment
@guarded
def draw_waves(assessment_id: str) -> None:
    """Draw the plan as a picture and then wave by wave."""
    plan = read_plan(assessment_id)
    view = roadmap_view(plan.computed)
    if plan.has_tried_weights:
        plain(words.TRIED_WAVES, "small")
    if view.warnings:
        care("\n".join(view.warnings))
    draw_wishes(plan)
    if not view.table("steps").rows:
        plain(view.finding, "strong")
        plain(view.table("steps").empty)
        draw_stray(plan, stray_lines(plan.computed))
        return
    facts(view.facts)
    figure(waves(view, screen_theme()), view.table("waves"), "roadmap:waves-chart", is_tiled=True)
    draw_legend(view.table("waves"))
    for remark in view.remarks:
        plain(remark, "small")
    _draw_tables(view, "pins")
    _draw_chosen(plan, view)
    draw_stray(plan, stray_lines(plan.computed))
    _draw_tables(view, "preparations", "risks")


def _draw_tables(view: RoadmapView, *table_ids: str) -> None:
    for table in view.tables:
        if table.id in table_ids:
            section_head(table.title, table.measure)
            draw_table(table, f"roadmap:{table.id}")


def _draw_chosen(plan: Plan, view: RoadmapView) -> None:
    blocks = {block.number: block for block in view.waves}
    if view.not_funded.steps:
        blocks[NOT_FUNDED] = view.not_funded
    names, key = {number: words.wave(number) for number in blocks} | {NOT_FUNDED: words.NOT_FUNDED}, plan.key("wave")
    if session.value(key) not in blocks:
        session.put(key, next(iter(blocks)))
    number = st.segmented_control(
        words.WAVE_LABEL,
        list(blocks),
        required=True,
        format_func=labels(names),
        key=key,
        label_visibility="collapsed",
    )
    draw_saved(plan, words.SETTINGS_HINT)
    _draw_block(plan, blocks[NOT_FUNDED if number is None else number])


def _draw_block(plan: Plan, block: WaveBlock) -> None:
    section_head(block.title, " ".join(filter(None, (block.summary, block.outcome))))
    if block.number == NOT_FUNDED:
        plain(words.NOT_FUNDED_LEAD, "small")
    draw_table(block.table, f"roadmap:{block.id}")
    with st.container(gap="xsmall"):
        for step in block.steps:
            draw_step(plan, step)
