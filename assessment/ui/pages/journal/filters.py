"""Whose journal is shown, and which entries of it."""

from __future__ import annotations

from datetime import date, timedelta

import streamlit as st

from assessment.domain.access.permissions import Permission
from assessment.domain.journal import JournalFilter, JournalPage
from assessment.ui import session
from assessment.ui.components.choosing import labels
from assessment.views.journal.view import actor_names, kind_names
from assessment.views.wording.pages import journal as words

_ALL = ""
"""The choice that filters nothing."""


def may_see_everything() -> bool:
    """Whether the journal of everything is open to whoever looks."""
    return Permission.ADMINISTER in session.plumbline().access.mine(session.actor()).everywhere


def chosen_chain(assessment_id: str | None, *, sees_everything: bool) -> str | None:
    """The assessment whose journal is wanted; None for that of everything."""
    if assessment_id is None or not sees_everything:
        return assessment_id
    chosen = st.segmented_control(
        words.WHICH,
        tuple(words.WHOSE),
        format_func=labels(words.WHOSE),
        default=words.THIS,
        required=True,
        key=session.of_assessment("journal:whose"),
    )
    return None if chosen == words.EVERYTHING else assessment_id


def chosen_filter(chain_id: str | None, whole: JournalPage) -> JournalFilter:
    """Draw the filters over everything there is, side by side; returns what is wanted."""
    people = {_ALL: words.ANYBODY, **actor_names(whole)}
    kinds = {_ALL: words.ANYTHING, **kind_names(whole)}
    with st.container(horizontal=True, gap="small"):
        actor_id = _choice(words.PERSON, people, f"journal:{chain_id}:who")
        noun = _choice(words.KIND, kinds, f"journal:{chain_id}:kind")
        since = _day(words.SINCE, f"journal:{chain_id}:since")
        until = _day(words.UNTIL, f"journal:{chain_id}:until")
    return JournalFilter(
        actor_id=actor_id or None,
        noun=noun or None,
        since=None if since is None else session.beginning_of(since),
        until=None if until is None else session.beginning_of(until + timedelta(days=1)),
    )


def _choice(label: str, names: dict[str, str], key: str) -> str:
    own_key = session.of_assessment(key)
    return st.selectbox(label, tuple(names), format_func=labels(names), key=own_key, width=240)


def _day(label: str, key: str) -> date | None:
    return st.date_input(label, value=None, format="DD/MM/YYYY", key=session.of_assessment(key), width=160)
