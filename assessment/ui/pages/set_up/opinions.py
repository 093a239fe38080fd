"""How much each process hurts and matters, in the eyes of one person at a time."""

from __future__ import annotations

import streamlit as st

from assessment.domain.answered.assessment import Opinion, Respondent
from assessment.services.assessments import HeaderChange
from assessment.services.validation import checked
from assessment.ui import session
from assessment.ui.components.choosing import labels
from assessment.ui.components.columns import choice_column, process_column
from assessment.ui.components.editor import EditorRow, RowEdit, editor
from assessment.ui.components.heading import section_head
from assessment.ui.components.people import add_person
from assessment.ui.components.text import plain
from assessment.ui.pages.set_up.frame import Frame
from assessment.views.names import known_people, people_names
from assessment.views.set_up import opinions_finding, row_name, scenario_pain_told
from assessment.views.wording import priorities as priority_words
from assessment.views.wording.pages.set_up import opinions as words
from assessment.views.wording.terms import IMPORTANCE_POINTS, PAIN_POINTS


def draw(frame: Frame) -> None:
    """Draw whose view it is and the table of processes."""
    section_head(words.TITLE, words.LEAD, sign=frame.key("opinions"))
    _offer_scenario(frame)
    people = known_people(frame.assessment.respondents)
    if not people:
        plain(words.NOBODY_YET)
        if add_person(frame.id, frame.key("opinions:first-person"), button=words.ADD_PERSON):
            st.rerun()
        return
    names = people_names(people)
    with st.container(width=420):
        chosen = st.selectbox(words.WHOSE, tuple(names), format_func=labels(names), key=frame.key("opinions:who"))
    person = next(person for person in people if person.id == chosen)
    _draw_table(frame, person)
    plain(opinions_finding(frame.assessment), "small")


def _offer_scenario(frame: Frame) -> None:
    """Where the assessment began from a scenario, its pain is offered once: to take, or to leave."""
    told = scenario_pain_told(frame.framework, frame.assessment)
    if not told:
        return
    taken = frame.assessment.header.takes_scenario_pain
    with st.container(border=taken is None, gap="xxsmall", key=frame.key("opinions:scenario")):
        plain(told, "body" if taken is None else "small")
        if frame.is_locked:
            return
        with st.container(horizontal=True):
            for name, label, takes in (("take", words.TAKE_PAIN, True), ("leave", words.LEAVE_PAIN, False)):
                if taken is not takes:
                    st.button(
                        label,
                        key=frame.key(f"opinions:{name}"),
                        type="tertiary" if taken is not None else "primary" if takes else "secondary",
                        on_click=_decide,
                        args=(frame, takes),
                    )


def _decide(frame: Frame, takes: bool) -> None:
    """Callback: take the pain of the scenario for the assessment, or leave it."""
    with session.saving(frame.key("opinions")):
        change = HeaderChange(takes_scenario_pain=takes)
        services, actor = session.plumbline(), session.actor()
        services.assessments.update_header(actor, frame.id, change, expected_version=frame.revision)


def _draw_table(frame: Frame, person: Respondent) -> None:
    stored = {
        opinion.process_id: opinion for opinion in frame.assessment.opinions if opinion.respondent_id == person.id
    }
    versions = frame.versions(Opinion)
    rows = []
    for process in frame.processes:
        opinion = stored.get(process.id)
        cells = {
            "process": row_name(process),
            "pain": opinion.pain if opinion is not None else None,
            "importance": opinion.importance if opinion is not None else None,
        }
        rows.append(EditorRow(id=process.id, cells=cells, version=versions.get((person.id, process.id), 0)))
    columns = {
        "process": process_column(),
        "pain": choice_column(priority_words.PAIN_COLUMN, PAIN_POINTS),
        "importance": choice_column(priority_words.IMPORTANCE_COLUMN, IMPORTANCE_POINTS),
    }

    def save(edit: RowEdit) -> int:
        entry = checked(
            Opinion,
            respondent_id=person.id,
            process_id=edit.id,
            pain=edit.row["pain"],
            importance=edit.row["importance"],
        )
        return frame.save(entry, edit.version)

    editor(
        frame.key(f"opinions:of:{person.id}"),
        rows,
        columns,
        save,
        is_locked=frame.is_locked,
        name=words.TABLE,
        sign=frame.key("opinions"),
    )
