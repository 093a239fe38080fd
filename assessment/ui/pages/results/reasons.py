"""Why this number: every attribute opens to its questions, and every question to its answers."""

from __future__ import annotations

import streamlit as st

from assessment.domain.authored.content import Attribute
from assessment.domain.rating.results import AttributeResult, ItemResult, Outcome, ProcessResult
from assessment.services.results import Computed
from assessment.ui import session
from assessment.ui.components.figure import text_table
from assessment.ui.components.format import NO_VALUE, listed, percent_text, share_text
from assessment.ui.components.text import escaped, plain
from assessment.ui.errors import guarded
from assessment.ui.pages.results.question import draw_question
from assessment.ui.pages.results.wording import LETTERS, dots, item_value

_COLUMNS = ("Question", *LETTERS, "Don't know", "N/A", "Counts as", "Agreement")


@st.fragment
@guarded
def draw_reasons(assessment_id: str, process_id: str) -> None:
    """Draw the attributes of a process, each folded until it is asked for."""
    computed = session.plumbline().results.compute(session.actor(), assessment_id)
    process = computed.result.process(process_id)
    with st.container(gap="xsmall"):
        for result in process.attributes:
            attribute = computed.framework.attribute_by_id[result.attribute_id]
            fold = st.expander(
                _label(attribute, result, process),
                key=f"results:reason-{process_id}-{attribute.id}",
                on_change="rerun",
            )
            if fold.open:
                with fold:
                    _draw_attribute(computed, process_id, attribute, result)


def _label(attribute: Attribute, result: AttributeResult, process: ProcessResult) -> str:
    parts = [f"**{escaped(attribute.name)}**", f"for level {attribute.level}"]
    if result.outcome is Outcome.NOT_APPLICABLE:
        parts.append("not applicable")
    elif result.outcome is Outcome.UNRATED or result.letter is None:
        parts.append("nothing rated")
    else:
        parts += [
            f"**{escaped(result.letter.value)}** {percent_text(result.percent)}",
            f"{share_text(result.coverage_share)} answered",
        ]
    if result.attribute_id in process.level.held_by:
        parts.append(":orange[holds the level]")
    return " \u00b7 ".join(parts)


def _draw_attribute(computed: Computed, process_id: str, attribute: Attribute, result: AttributeResult) -> None:
    framework = computed.framework
    plain(attribute.meaning, "quiet")
    if result.is_capped:
        names = listed([framework.item_by_id[item_id].name for item_id in result.capped_by], limit=3)
        plain(f"Held at 85 %, L: fully means no significant weakness, and {names} stands at P+ or lower.")
    if not result.items:
        plain("No question is asked here.")
        return
    text_table(_COLUMNS, [_row(computed, item) for item in result.items], alt=f"Answers on {attribute.name.lower()}")
    item_ids = [item.item_id for item in result.items]
    item_id = st.selectbox(
        "Look at one question",
        item_ids,
        index=_worth_a_look(computed, result.items),
        format_func=lambda item_id: framework.item_by_id[item_id].name,
        key=f"results:question-{process_id}-{attribute.id}",
    )
    draw_question(computed, result.items[item_ids.index(item_id)])


def _row(computed: Computed, item: ItemResult) -> tuple[str, ...]:
    question = computed.framework.item_by_id[item.item_id]
    name = question.name if question.weight else f"{question.name} (asked, not counted)"
    value = f"{item_value(item)}, agreed" if item.is_agreed else item_value(item)
    return (
        name,
        *(dots(count) for count in item.code_counts),
        dots(item.dont_know_count),
        dots(item.not_applicable_count),
        value,
        NO_VALUE if item.consensus_share is None else share_text(item.consensus_share),
    )


def _worth_a_look(computed: Computed, items: tuple[ItemResult, ...]) -> int:
    """The first question that somebody said something about, else the first."""
    noted = {note.item_id for note in computed.assessment.notes}
    return next((place for place, item in enumerate(items) if item.item_id in noted), 0)
