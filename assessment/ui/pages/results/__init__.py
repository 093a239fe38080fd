"""Results: where every process stands, where it should be, and why the numbers are what they are.

__init__.py         which assessment, and which part of its results
headline.py         the answer in six facts
cells.py            the heatmap, and what stands behind one of its cells
movement.py         how far each process is from its target
groups.py           the groups in numbers, and levels
commentary.py       what the consultant wrote of the whole, a group, a process
process_map.py      the map of all processes, and what matters against how well it is done
process.py          one process: its level, profile, reasons, target, agreement
level.py            level, score and what they rest on
holding.py          what holds the level, and the fewest answers to the next
reasons.py          why this number: attributes, questions, answers, what people said
question.py         one question with the answers given to it
target.py           the target, who decided it why, and the distance cell by cell
agreement.py        agreement of the answers, leadership beside practitioners
background.py       what the process is: purpose, guide, indicators, names elsewhere
characteristics.py  the organisation on each characteristic
hand_offs.py        linkages between processes and which of them are broken
organisation.py     owners, services, transitions, technology and sourcing
since.py            what moved since an earlier assessment, why, and what came of the plan
findings.py         what follows from one of these, and the way into the plan
present.py          what is thrown on a wall
nothing.py          what to do where nothing is in scope or answered yet
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

import streamlit as st

from assessment.domain.answered.assessment import Assessment
from assessment.domain.computed import Computed
from assessment.ui import session
from assessment.ui.components.empty import no_assessment_open
from assessment.ui.components.figure import load_style
from assessment.ui.components.heading import page_head
from assessment.ui.components.key import draw_tools
from assessment.ui.errors import guarded
from assessment.ui.pages.results.cells import draw_cells
from assessment.ui.pages.results.characteristics import draw_characteristics
from assessment.ui.pages.results.commentary import draw_commentary
from assessment.ui.pages.results.groups import draw_groups
from assessment.ui.pages.results.hand_offs import draw_hand_offs
from assessment.ui.pages.results.headline import draw_headline, draw_warnings
from assessment.ui.pages.results.movement import draw_movement
from assessment.ui.pages.results.nothing import nothing_answered, nothing_in_scope
from assessment.ui.pages.results.organisation import draw_organisation
from assessment.ui.pages.results.place import PART, open_part
from assessment.ui.pages.results.present import FIRST, draw_presented
from assessment.ui.pages.results.process import draw_process
from assessment.ui.pages.results.process_map import draw_map
from assessment.ui.pages.results.since import draw_since
from assessment.views.commentary.places import PlaceKind
from assessment.views.headline import overview_view
from assessment.views.wording.pages import results as words


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
    if _is_answered(computed.assessment) and draw_presented(computed):
        return
    page_head(words.TITLE, computed.assessment.header)
    if not computed.assessment.scope:
        nothing_in_scope()
    elif not _is_answered(computed.assessment):
        nothing_answered()
    else:
        draw_tools(computed.framework, "results", FIRST)
        _draw_parts(computed)


def _draw_parts(computed: Computed) -> None:
    drawn: Mapping[str, Callable[[Computed], None]] = {
        "overview": _draw_overview,
        "map": draw_map,
        "process": draw_process,
        "characteristics": draw_characteristics,
        "hand-offs": draw_hand_offs,
        "organisation": draw_organisation,
        "since": draw_since,
    }
    session.put(session.of_assessment("results:part"), words.PART_NAMES[open_part()])
    tabs = st.tabs(list(words.PART_NAMES.values()), key=session.of_assessment("results:part"), on_change=_remember_part)
    for part, tab in zip(words.PART_NAMES, tabs, strict=True):
        if tab.open:
            with tab:
                drawn[part](computed)


def _draw_overview(computed: Computed) -> None:
    overview = overview_view(computed)
    draw_headline(overview)
    draw_movement(computed)
    draw_commentary(computed, PlaceKind.WHOLE)
    draw_cells(computed.assessment.header.id)
    draw_groups(computed)
    draw_warnings(overview)


def _remember_part() -> None:
    chosen = session.value(session.of_assessment("results:part"))
    session.keep_in_url(PART, next((part for part, name in words.PART_NAMES.items() if name == chosen), None))


def _is_answered(assessment: Assessment) -> bool:
    return bool(assessment.ratings or assessment.agreed)
