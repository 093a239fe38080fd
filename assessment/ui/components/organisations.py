"""Organisations and units: which there are, calling one otherwise, and merging two spellings of one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import streamlit as st

from assessment.domain.access.permissions import Permission
from assessment.domain.answered.entries import SHORT_TEXT_LIMIT
from assessment.services.organisations import StoredOrganisation
from assessment.ui import access, session
from assessment.ui.components.choosing import labels
from assessment.ui.components.figure import draw_table
from assessment.ui.components.saved import saved_sign
from assessment.ui.components.text import plain
from assessment.ui.components.writing import ask
from assessment.ui.errors import guarded
from assessment.views.organisations import organisations_view
from assessment.views.wording.organisations import within
from assessment.views.wording.pages import organisations as words

_KEY = "organisations"
_CHOSEN = f"{_KEY}:chosen"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """An organisation, or one of its units; `siblings` are those it can be merged into: name and version
    by id.
    """

    organisation_id: str
    unit_id: str | None
    name: str
    assessment_count: int
    version: int
    siblings: Mapping[str, tuple[str, int]]


def organisations_fold() -> None:
    """Draw the fold; nothing is read until it is opened."""
    fold = st.expander(organisations_view(()).question, key=f"{_KEY}:fold", on_change="rerun", type="compact")
    if fold.open:
        with fold:
            _draw()


def ask_organisation(label: str, key: str) -> str:
    """Ask for whatever name, or for one of the organisations in which whoever is here may begin assessments."""
    if access.mine().may_everywhere(Permission.ORGANISE):
        return ask(label, key, SHORT_TEXT_LIMIT)
    names = {one.name: one.name for one in access.organised()}
    return st.selectbox(label, tuple(names), format_func=labels(names), key=f"{key}:of") or ""


@guarded
def _draw() -> None:
    organisations = access.organised()
    view = organisations_view(organisations)
    plain(view.finding, "small")
    draw_table(view.tables[0], f"{_KEY}:table")
    places = _places(organisations)
    if not places:
        return
    names = {key: _full_name(organisations, place) for key, place in places.items()}
    with st.container(width=420):
        chosen = st.selectbox(words.CHOOSE, tuple(names), format_func=labels(names), key=_CHOSEN)
    renaming, merging = st.columns(2, gap="large")
    with renaming:
        _draw_renaming(places[chosen])
    with merging:
        _draw_merging(places[chosen])
    if session.save_outcome(_KEY) is not None:
        saved_sign(_KEY)


def _places(organisations: tuple[StoredOrganisation, ...]) -> dict[str, _Place]:
    """Every organisation and unit, by a key of its own."""
    places: dict[str, _Place] = {}
    for one in organisations:
        places[one.id] = _Place(
            organisation_id=one.id,
            unit_id=None,
            name=one.name,
            assessment_count=one.assessment_count,
            version=one.version,
            siblings={other.id: (other.name, other.version) for other in organisations if other.id != one.id},
        )
        for unit in one.units:
            places[f"{one.id}:{unit.id}"] = _Place(
                organisation_id=one.id,
                unit_id=unit.id,
                name=unit.name,
                assessment_count=unit.assessment_count,
                version=unit.version,
                siblings={other.id: (other.name, other.version) for other in one.units if other.id != unit.id},
            )
    return places


def _full_name(organisations: tuple[StoredOrganisation, ...], place: _Place) -> str:
    if place.unit_id is None:
        return place.name
    return within(next(one.name for one in organisations if one.id == place.organisation_id), place.name)


def _draw_renaming(place: _Place) -> None:
    key = f"{_KEY}:{place.organisation_id}:{place.unit_id}:name"
    session.bind(key, place.version, {key: place.name})
    if session.value(key) == place.name:
        session.rebind(key, place.version)
    ask(words.NEW_NAME, key, SHORT_TEXT_LIMIT, stored=place.name)
    st.button(words.RENAME, key=f"{_KEY}:rename", on_click=_rename, args=(place, key))
    plain(words.SIGNED_KEEP, "small")


def _draw_merging(place: _Place) -> None:
    if not place.siblings:
        return
    names = {other_id: name for other_id, (name, _) in place.siblings.items()}
    into = st.selectbox(
        words.INTO,
        tuple(names),
        format_func=labels(names),
        key=f"{_KEY}:{place.organisation_id}:{place.unit_id}:into",
    )
    plain(words.merging(place.name, names[into], place.assessment_count), "small")
    st.button(words.MERGE, key=f"{_KEY}:merge", on_click=_merge, args=(place, into))


def _rename(place: _Place, key: str) -> None:
    """Callback: call it as typed; who was told that it is called otherwise by now has seen it, and may."""
    services, actor, name = session.plumbline().organisations, session.actor(), session.value(key)
    version = session.drawn_version(key)
    with session.saving(_KEY, words.AS_RENAMED):
        if place.unit_id is None:
            services.rename(actor, place.organisation_id, name, expected_version=version)
        else:
            services.rename_unit(actor, place.organisation_id, place.unit_id, name, expected_version=version)
    outcome = session.save_outcome(_KEY)
    if outcome is not None and outcome.conflict is not None:
        session.rebind(key, outcome.version)


def _merge(place: _Place, into_id: str) -> None:
    """Callback: put it into another one, which is chosen afterwards."""
    services, actor = session.plumbline().organisations, session.actor()
    versions = (place.version, place.siblings[into_id][1])
    with session.saving(_KEY, words.AS_MERGED):
        if place.unit_id is None:
            services.merge(actor, place.organisation_id, into_id, expected_versions=versions)
            session.put(_CHOSEN, into_id)
        else:
            services.merge_units(actor, place.organisation_id, place.unit_id, into_id, expected_versions=versions)
            session.put(_CHOSEN, f"{place.organisation_id}:{into_id}")
