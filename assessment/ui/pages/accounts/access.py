"""The choice of an access role, and of what it is for: everything, an organisation, an assessment, one person."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import streamlit as st

from assessment.domain.access.account import Scope
from assessment.domain.access.permissions import AccessRole
from assessment.ui import session
from assessment.ui.components.choosing import labels
from assessment.ui.components.text import plain
from assessment.views.names import assessment_line, known_people, people_names
from assessment.views.wording.accounts import MEANINGS, ROLES
from assessment.views.wording.pages import accounts as words


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenFor:
    """Something that an access role may be for: no id: everything. `label` in a choice, `name` in a sentence."""

    label: str
    name: str = ""
    organisation_id: str | None = None
    assessment_id: str | None = None


def places_of() -> Mapping[str, GivenFor]:
    """Everything that an access role may be for, by a key of its own."""
    plumbline, actor = session.plumbline(), session.actor()
    places = {"everything": GivenFor(label=words.EVERYTHING)}
    for organisation in plumbline.organisations.list_organisations(actor):
        places[organisation.id] = GivenFor(
            label=words.of_organisation(organisation.name), name=organisation.name, organisation_id=organisation.id
        )
    for summary in plumbline.assessments.list_assessments(actor):
        header = summary.header
        places[header.id] = GivenFor(
            label=words.of_assessment(header.name, assessment_line(header)), name=header.name, assessment_id=header.id
        )
    return places


def names_of(places: Mapping[str, GivenFor]) -> dict[str, str]:
    """What organisations and assessments are called, by their ids."""
    return {key: one.name for key, one in places.items()}


def choose_scope(key: str, places: Mapping[str, GivenFor]) -> Scope | None:
    """Draw the choice; None while it is not whole."""
    left, right = st.columns(2, gap="small")
    with left:
        role = st.selectbox(
            words.ROLE, tuple(ROLES), index=tuple(ROLES).index(AccessRole.READER), format_func=labels(ROLES), key=key
        )
    plain(MEANINGS[role], "small")
    if role is AccessRole.ADMINISTRATOR:
        return Scope(role=role)
    offered = {
        one: place.label
        for one, place in places.items()
        if role is not AccessRole.RESPONDENT or place.assessment_id is not None
    }
    if not offered:
        plain(words.NO_PLACE, "small")
        return None
    with right:
        # a respondent's places are others, so that what was chosen for another role is no choice of this one
        part = "answers" if role is AccessRole.RESPONDENT else "place"
        chosen = places[st.selectbox(words.PLACE, tuple(offered), format_func=labels(offered), key=f"{key}:{part}")]
    if role is not AccessRole.RESPONDENT:
        return Scope(role=role, organisation_id=chosen.organisation_id, assessment_id=chosen.assessment_id)
    person_id = _person(f"{key}:{chosen.assessment_id}", chosen.assessment_id or "")
    if person_id is None:
        return None
    return Scope(role=role, assessment_id=chosen.assessment_id, respondent_id=person_id)


def _person(key: str, assessment_id: str) -> str | None:
    assessment = session.plumbline().assessments.load(session.actor(), assessment_id)
    names = people_names(known_people(assessment.respondents))
    if not names:
        plain(words.NO_PERSON, "small")
        return None
    return st.selectbox(words.PERSON, tuple(names), format_func=labels(names), key=f"{key}:person")
