"""Why this number: every attribute opens to its questions, and every question to its answers."""

from __future__ import annotations

import streamlit as st

from assessment.domain.computed import Computed
from assessment.domain.rating.results import AttributeResult
from assessment.ui import session
from assessment.ui.components.choosing import labels
from assessment.ui.components.figure import draw_table
from assessment.ui.components.text import escaped, plain
from assessment.ui.errors import guarded
from assessment.ui.pages.results.question import draw_question
from assessment.views.question import AttributeView, attribute_view, question_view
from assessment.views.wording.pages import process as words

_HOLDS_ICON = ":material/lock:"
_DOT = "\u00b7"


@st.fragment
@guarded
def draw_reasons(assessment_id: str, process_id: str) -> None:
    """Draw the attributes of a process, each folded until it is asked for."""
    computed = session.plumbline().results.read(session.actor(), assessment_id)
    process = computed.result.process(process_id)
    with st.container(gap="xsmall"):
        for attribute in process.attributes:
            view = attribute_view(computed, process, attribute)
            fold = st.expander(
                _label(view),
                key=session.of_assessment(f"results:reason-{process_id}-{view.id}"),
                icon=_HOLDS_ICON if view.holds_level else None,
                on_change="rerun",
            )
            if fold.open:
                with fold:
                    _draw_attribute(computed, process_id, attribute, view)


def _label(view: AttributeView) -> str:
    strong = (f"**{escaped(text)}**" for text in (view.name, view.value))
    return f" {_DOT} ".join((*strong, *(escaped(label) for label in view.labels)))


def _draw_attribute(computed: Computed, process_id: str, attribute: AttributeResult, view: AttributeView) -> None:
    plain(view.finding, "quiet")
    for sentence in view.notes:
        plain(sentence)
    table = view.table("items")
    draw_table(table, f"results:answers-{process_id}-{view.id}")
    if view.first_item_id is None:
        return
    item_id = st.selectbox(
        words.QUESTION_LABEL,
        view.item_ids,
        index=view.item_ids.index(view.first_item_id),
        format_func=labels({one: table.cell(one, "question").text for one in view.item_ids}),
        key=session.of_assessment(f"results:question-{process_id}-{view.id}"),
    )
    draw_question(question_view(computed, attribute.items[view.item_ids.index(item_id)]))
