"""How much each process hurts and matters, in the eyes of one person at a time."""

from __future__ import annotations

import streamlit as st

from assessment.domain.answered.assessment import Opinion, Respondent
from assessment.services.refusals import checked
from assessment.ui import session
from assessment.ui.components.columns import choice_column, process_column
from assessment.ui.components.editor import EditorRow, RowEdit, editor
from assessment.ui.components.heading import section_head
from assessment.ui.components.people import add_person, person_name
from assessment.ui.components.text import plain
from assessment.ui.components.words import IMPORTANCE_NAMES, PAIN_NAMES, counted
from assessment.ui.pages.set_up.frame import Frame, shown_name


def draw(frame: Frame) -> None:
    """Draw whose view it is and the table of processes."""
    section_head(
        "Where does it hurt, and what matters?",
        "Pain sets the order before importance does. Leave out what a person cannot judge.",
        sign=frame.key("opinions"),
    )
    people = frame.assessment.respondents
    if not people:
        plain("A view belongs to a person. Add the first one; you can add yourself as the facilitator.")
        if add_person(frame.id, frame.key("opinions:first-person"), button="Add and go on"):
            st.rerun()
        return
    names = {person.id: person_name(person) for person in people}
    with st.container(width=420):
        chosen = st.selectbox("Whose view", tuple(names), format_func=names.__getitem__, key=frame.key("opinions:who"))
    person = next(person for person in people if person.id == chosen)
    _offer_scenario(frame, person)
    _draw_table(frame, person)
    speakers = {opinion.respondent_id for opinion in frame.assessment.opinions}
    plain(
        f"{counted(len(speakers), 'person has', 'people have')} said so far. The lower median of them counts.", "small"
    )


def _offer_scenario(frame: Frame, person: Respondent) -> None:
    """Where the assessment began from a scenario, its pain may be taken over by whoever has said nothing yet."""
    proposed = session.plumbline().setup.proposed_pain(session.actor(), frame.id)
    has_spoken = any(opinion.respondent_id == person.id for opinion in frame.assessment.opinions)
    if not proposed or has_spoken or frame.is_locked:
        return
    if st.button("Take over the pain of the scenario", key=frame.key("opinions:scenario")):
        with session.saving(frame.key("opinions")):
            for process_id, pain in proposed.items():
                frame.save(checked(Opinion, respondent_id=person.id, process_id=process_id, pain=pain))
        st.rerun()


def _draw_table(frame: Frame, person: Respondent) -> None:
    stored = {
        opinion.process_id: opinion for opinion in frame.assessment.opinions if opinion.respondent_id == person.id
    }
    versions = frame.versions(Opinion)
    rows = []
    for process in frame.processes:
        opinion = stored.get(process.id)
        cells = {
            "process": shown_name(process),
            "pain": opinion.pain if opinion is not None else None,
            "importance": opinion.importance if opinion is not None else None,
        }
        rows.append(EditorRow(id=process.id, cells=cells, version=versions.get((person.id, process.id), 0)))
    columns = {
        "process": process_column(),
        "pain": choice_column("How much it hurts", PAIN_NAMES),
        "importance": choice_column("How much it matters", IMPORTANCE_NAMES),
    }

    def save(edit: RowEdit) -> None:
        before = stored.get(edit.id)
        cells = {
            "pain": before.pain if before else None,
            "importance": before.importance if before else None,
            **edit.cells,
        }
        frame.save(checked(Opinion, respondent_id=person.id, process_id=edit.id, **cells), edit.version)

    editor(
        frame.key(f"opinions:{person.id}:{len(rows)}"),
        rows,
        columns,
        save,
        newest_version=lambda row_id: frame.versions(Opinion).get((person.id, row_id), 0),
        is_locked=frame.is_locked,
        name="Pain and importance of each process",
        sign=frame.key("opinions"),
    )
