"""Roadmap: what comes first and why, what moves in which wave, and what that leads to.

__init__.py          which assessment, and which part of its roadmap
plan.py              the plan under the settings in force, saved or tried out
tried.py             weights, or a saved plan's settings, that are tried out
saving.py            saving a setting, beside what others set meanwhile
priorities.py        the order of the processes and the reason for each place
weights.py           the three weights, tried out live and saved on purpose
presets.py           sets of weights to begin with, and what would change the order
firm.py              how firm the order is
opinions.py          how far people agree on what hurts and matters
waves.py             what moves when, and what is not funded
step.py              one step: first actions, evidence, risks
actions.py           its register: reworded, struck, added, owner, dates, status
action_rows.py       a row of the register: columns, cells, saving
costs.py             what each decision by hand costs, and why a wish cannot be
by_hand.py           the wave and effort of a step as a person decided them
projection.py        the heatmap after each wave
curve.py             what one more unit of capacity buys
plans.py             saved plans: keeping one, the list
plans_one.py         what is done with one of them
plans_named.py       its name, its removal
plans_compared.py    two of them side by side
plans_drift.py       how far the chosen one has drifted
settings.py          how many waves, from when, how long
budgets.py           what waves are given: points, person-days or money
capacity.py          the capacity of the waves in points
lengths.py           the months of each wave
price.py             what a point of effort stands for
linkage_settings.py  what is set of single linkages
binding.py           the linkages that bind the plan
strengths.py         how much a linkage weighs
present.py           what is thrown on a wall
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

import streamlit as st

from assessment.domain.access.permissions import Permission
from assessment.ui import access, navigation, session
from assessment.ui.components.empty import empty_state, no_assessment_open
from assessment.ui.components.figure import load_style
from assessment.ui.components.heading import page_head
from assessment.ui.components.key import draw_tools
from assessment.ui.errors import guarded
from assessment.ui.pages.roadmap.curve import draw_curve
from assessment.ui.pages.roadmap.plans import draw_plans
from assessment.ui.pages.roadmap.plans_drift import draw_top
from assessment.ui.pages.roadmap.present import FIRST, draw_presented
from assessment.ui.pages.roadmap.priorities import draw_priorities
from assessment.ui.pages.roadmap.projection import draw_projection
from assessment.ui.pages.roadmap.settings import draw_settings
from assessment.ui.pages.roadmap.waves import draw_waves
from assessment.views.wording.pages import roadmap as words

PART = "plan"


@guarded
def show() -> None:
    """Draw the page."""
    assessment_id = session.assessment_id()
    if assessment_id is None:
        page_head(words.TITLE)
        no_assessment_open()
        return
    computed = session.plumbline().results.read(session.actor(), assessment_id)
    session.keep_in_url(session.ASSESSMENT, assessment_id)
    load_style()
    if draw_presented(computed):
        return
    page_head(words.TITLE, computed.assessment.header)
    if not (computed.assessment.ratings or computed.assessment.agreed):
        empty_state(words.EMPTY_TITLE, words.EMPTY)
        if access.may(Permission.READ) and st.button(
            words.TO_QUESTIONNAIRE, type="primary", key=session.of_assessment("roadmap:questionnaire")
        ):
            navigation.go_to(navigation.QUESTIONNAIRE)
        return
    draw_tools(computed.framework, "roadmap", FIRST)
    draw_top(computed, assessment_id)
    _draw_parts(assessment_id)


def _draw_parts(assessment_id: str) -> None:
    drawn: Mapping[str, Callable[[str], None]] = {
        "priorities": draw_priorities,
        "waves": draw_waves,
        "projection": draw_projection,
        "curve": draw_curve,
        "plans": draw_plans,
        "settings": draw_settings,
    }
    parts = {part: name for part, name in words.PARTS.items() if part != "settings" or access.may(Permission.READ)}
    session.put(session.of_assessment("roadmap:part"), parts.get(_open_part(), next(iter(parts.values()))))
    tabs = st.tabs(list(parts.values()), key=session.of_assessment("roadmap:part"), on_change=_remember_part)
    for part, tab in zip(parts, tabs, strict=True):
        if tab.open:
            with tab:
                drawn[part](assessment_id)


def _open_part() -> str:
    wanted = session.url_id(PART)
    return wanted if wanted is not None and wanted in words.PARTS else next(iter(words.PARTS))


def _remember_part() -> None:
    chosen = session.value(session.of_assessment("roadmap:part"))
    session.keep_in_url(PART, next((part for part, name in words.PARTS.items() if name == chosen), None))
