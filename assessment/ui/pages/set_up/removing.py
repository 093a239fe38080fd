"""Removing a person or a service: what was seen goes, nothing that somebody added since, and it can be put back."""

from __future__ import annotations

import streamlit as st

from assessment.domain.answered.assessment import CriticalService, Respondent
from assessment.services.setup import SetupEntry
from assessment.ui import session
from assessment.ui.components.bin import draw_bin, removed
from assessment.ui.components.choosing import labels
from assessment.ui.components.saved import conflict_choice, saved_sign
from assessment.ui.components.text import plain
from assessment.ui.pages.set_up.frame import Frame
from assessment.views.bin import person_removal, service_removal
from assessment.views.names import known_people, people_names
from assessment.views.wording import bin as words
from assessment.views.wording.pages.set_up import people as people_words
from assessment.views.wording.pages.set_up import services as service_words


def draw_person_removal(frame: Frame) -> None:
    """Draw whose removal it is, what goes, and the button."""
    names = people_names(known_people(frame.assessment.respondents))
    with st.popover(people_words.REMOVE, type="tertiary", disabled=frame.are_people_locked):
        key = frame.key("remove-person")
        chosen = st.selectbox(people_words.PERSON, tuple(names), format_func=labels(names), key=key)
        if chosen is not None:
            plain(person_removal(frame.assessment, chosen))
            version = frame.person_versions.get(chosen, 0)
            _draw_button(frame, people_words.REMOVE_GO, Respondent, chosen, names[chosen], version)


def draw_service_removal(frame: Frame) -> None:
    """Draw which service it is, what goes, and the button."""
    names = {service.id: service.name for service in frame.assessment.critical_services}
    if not names:
        return
    with st.popover(service_words.REMOVE, type="tertiary"):
        key = frame.key("remove-service")
        chosen = st.selectbox(service_words.SERVICE, tuple(names), format_func=labels(names), key=key)
        if chosen is not None:
            plain(service_removal(frame.assessment, chosen))
            version = frame.versions(CriticalService).get((chosen,), 0)
            _draw_button(frame, service_words.REMOVE_GO, CriticalService, chosen, names[chosen], version)


def draw_bin_of(frame: Frame, kind: type[Respondent | CriticalService]) -> None:
    """Draw what was removed of one kind."""
    services, actor = session.plumbline(), session.actor()
    draw_bin(
        _bin_key(frame, kind),
        [one for one in services.bin.entries(actor, frame.id) if isinstance(one.entry, kind)],
        lambda one, beside: services.bin.put_back_entry(actor, frame.id, one.id, beside_alike=beside).left_out_count,
        lambda one: services.bin.forget_entry(actor, frame.id, one.id),
        is_locked=frame.are_people_locked if kind is Respondent else frame.is_locked,
    )


def _draw_button(frame: Frame, label: str, kind: type[SetupEntry], entry_id: str, name: str, version: int) -> None:
    """Draw the button for the chosen entry, shown at `version`; where it was changed since the click, the choice."""
    key = frame.key(f"remove-{kind.__name__.lower()}:{entry_id}")
    st.button(label, key=f"{key}:go", on_click=_remove, args=(frame, kind, entry_id, name, key, version))
    outcome = session.save_outcome(key)
    if outcome is None:
        return
    saved_sign(key)
    conflict_choice(
        key,
        keep_theirs=lambda: session.forget_outcome(key),
        save_mine=lambda: _remove(frame, kind, entry_id, name, key, outcome.version),
    )


def _bin_key(frame: Frame, kind: type[SetupEntry]) -> str:
    return frame.key(f"bin-{kind.__name__.lower()}")


def _remove(frame: Frame, kind: type[SetupEntry], entry_id: str, name: str, key: str, version: int) -> None:
    """Callback: remove it as it was seen."""
    with session.saving(key, words.is_removed(name)):
        frame.remove(kind, entry_id, version=version)
    removed(key, _bin_key(frame, kind))
