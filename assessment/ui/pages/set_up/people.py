"""Who answers, in which role, and what each is asked."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from assessment.domain.answered.assessment import Assignment, Respondent, Role
from assessment.services.refusals import checked
from assessment.ui.components.columns import attribute_label, choice_column, process_column
from assessment.ui.components.editor import EditorRow, RowEdit, editor
from assessment.ui.components.heading import section_head
from assessment.ui.components.people import add_person, person_name
from assessment.ui.components.text import escaped, plain
from assessment.ui.components.words import ROLE_NAMES, counted
from assessment.ui.pages.set_up.frame import Frame, shown_name, text_or_none

CUSTOMER_ATTRIBUTES = ("delivery", "measurement")


def draw(frame: Frame) -> None:
    """Draw the people, the form for another one, and who is asked what."""
    people = frame.assessment.respondents
    section_head(
        f"{counted(len(people), 'person answers', 'people answer')}" if people else "Who answers?",
        "A name is optional: without one the answers are anonymous. Leadership and practitioners are compared.",
        sign=frame.key("people"),
    )
    if people:
        _draw_people(frame)
    if not frame.is_locked and add_person(frame.id, frame.key("new-person"), button="Add"):
        st.rerun()
    if people:
        _draw_removal(frame)
        section_head(
            "Who is asked what?",
            "Without any tick taken away a person is asked everything in scope.",
            sign=frame.key("assign"),
        )
        _draw_assignments(frame)


def _draw_people(frame: Frame) -> None:
    versions = frame.versions(Respondent)
    people = {person.id: person for person in frame.assessment.respondents}
    answers: dict[str, int] = dict.fromkeys(people, 0)
    for rating in frame.assessment.ratings:
        answers[rating.respondent_id] = answers.get(rating.respondent_id, 0) + 1
    rows = [
        EditorRow(
            id=person.id,
            cells={"name": person.name, "role": person.role.value, "unit": person.unit, "answers": answers[person.id]},
            version=versions.get((person.id,), 0),
        )
        for person in people.values()
    ]
    roles = {role.value: name for role, name in ROLE_NAMES.items()}
    columns = {
        "name": st.column_config.TextColumn("Name", width="medium", max_chars=120),
        "role": choice_column("Role", roles, is_required=True),
        "unit": st.column_config.TextColumn("Unit", width="medium", max_chars=300),
        "answers": st.column_config.NumberColumn("Answers given", disabled=True, width="small"),
    }

    def save(edit: RowEdit) -> None:
        before = people[edit.id]
        cells = {"name": before.name, "role": before.role.value, "unit": before.unit, **edit.cells}
        frame.save(
            checked(
                Respondent,
                id=edit.id,
                role=Role(str(cells["role"])),
                name=text_or_none(cells["name"]),
                unit=text_or_none(cells["unit"]),
            ),
            edit.version,
        )

    editor(
        frame.key(f"people:{len(rows)}"),
        rows,
        columns,
        save,
        newest_version=lambda row_id: frame.versions(Respondent).get((row_id,), 0),
        is_locked=frame.is_locked,
        name="People who answer",
        sign=frame.key("people"),
    )


def _draw_removal(frame: Frame) -> None:
    names = {person.id: person_name(person) for person in frame.assessment.respondents}
    with st.popover("Remove a person", type="tertiary", disabled=frame.is_locked):
        chosen = st.selectbox("Person", tuple(names), format_func=names.__getitem__, key=frame.key("remove-person"))
        plain("Their answers, notes and views are removed with them.", "quiet")
        if st.button("Remove this person", key=frame.key("remove-person:go")) and chosen is not None:
            frame.remove(Respondent, chosen)
            st.rerun()


def _draw_assignments(frame: Frame) -> None:
    people = {person.id: person for person in frame.assessment.respondents}
    with st.container(horizontal=True, vertical_alignment="bottom"):
        with st.container(width=420):
            chosen = st.selectbox(
                "Person", tuple(people), format_func=lambda key: person_name(people[key]), key=frame.key("assign:who")
            )
        if chosen is None:
            return
        assigned = _assigned(frame, chosen)
        if st.button("Ask everything", key=frame.key("assign:all"), disabled=frame.is_locked or not assigned):
            _assign(frame, chosen, {})
            st.rerun()
        if st.button(
            "Ask as a customer",
            key=frame.key("assign:customer"),
            help="Delivery and measurement of each process.",
            disabled=frame.is_locked,
        ):
            _assign(frame, chosen, {process.id: CUSTOMER_ATTRIBUTES for process in frame.processes})
            st.rerun()
    _draw_grid(frame, chosen, assigned)


def _draw_grid(frame: Frame, person_id: str, assigned: Mapping[str, tuple[str, ...]]) -> None:
    attributes = frame.framework.attributes
    rows = [
        EditorRow(
            id=process.id,
            cells={
                "process": shown_name(process),
                **{
                    attribute.id: not assigned or attribute.id in assigned.get(process.id, ())
                    for attribute in attributes
                },
            },
        )
        for process in frame.processes
    ]
    columns = {"process": process_column()}
    for attribute in attributes:
        columns[attribute.id] = st.column_config.CheckboxColumn(
            attribute_label(attribute), help=escaped(f"{attribute.name}. {attribute.meaning}"), width="small"
        )

    def save(edit: RowEdit) -> None:
        everything = tuple(attribute.id for attribute in attributes)
        known = _assigned(frame, person_id) or {process.id: everything for process in frame.processes}
        ticked = {attribute_id: attribute_id in known.get(edit.id, ()) for attribute_id in everything}
        ticked.update({name: bool(cell) for name, cell in edit.cells.items()})
        _assign(frame, person_id, {**known, edit.id: tuple(name for name in everything if ticked[name])})

    editor(
        frame.key(f"assign:{person_id}:{len(rows)}:{'some' if assigned else 'all'}"),
        rows,
        columns,
        save,
        is_locked=frame.is_locked,
        name="Attributes of each process that the person is asked",
        sign=frame.key("assign"),
    )


def _assigned(frame: Frame, person_id: str) -> dict[str, tuple[str, ...]]:
    return {
        assignment.process_id: assignment.attribute_ids
        for assignment in frame.assessment.assignments
        if assignment.respondent_id == person_id
    }


def _assign(frame: Frame, person_id: str, wanted: Mapping[str, tuple[str, ...]]) -> None:
    """Make a person's assignments exactly these; none at all means asked everything."""
    stored = _assigned(frame, person_id)
    for process_id, attribute_ids in wanted.items():
        if attribute_ids and stored.get(process_id) != attribute_ids:
            frame.save(checked(Assignment, respondent_id=person_id, process_id=process_id, attribute_ids=attribute_ids))
    for process_id in stored:
        if not wanted.get(process_id):
            frame.remove(Assignment, person_id, process_id)
