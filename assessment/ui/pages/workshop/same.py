"""Two phones of one name, and what is done about somebody in the room: put out, or let in by a new link."""

from __future__ import annotations

import streamlit as st

from assessment.services.lobby import Lobby, Present
from assessment.ui import session
from assessment.ui.components.choosing import labels
from assessment.ui.components.saved import saved_sign
from assessment.ui.components.text import plain
from assessment.ui.pages.workshop.place import Cockpit
from assessment.views.wording.pages import workshop as words
from assessment.views.wording.workshop.joining import personal_link
from assessment.views.workshop.lobby import lobby_view

_SIGN = "people"


def draw_doubles(cockpit: Cockpit, lobby: Lobby) -> None:
    """Draw each pair that goes by one name and was not said to be two people."""
    people = {one.participant_id: one for one in lobby.participants}
    apart = _kept_apart(cockpit)
    for first, second in lobby.doubles:
        if f"{first}+{second}" in apart:
            continue
        with st.container(border=True, gap="small", key=cockpit.key(f"double:{first}:{second}")):
            plain(words.same_name(people[first].name or ""))
            with st.container(horizontal=True, gap="small"):
                st.button(
                    words.MERGE,
                    key=cockpit.key(f"merge:{first}:{second}"),
                    on_click=_merge,
                    args=(cockpit, people[second], people[first]),
                )
                st.button(
                    words.KEEP_APART,
                    key=cockpit.key(f"apart:{first}:{second}"),
                    on_click=_keep_apart,
                    args=(cockpit, f"{first}+{second}"),
                )
    draw_outcome(cockpit)


def draw_managing(cockpit: Cockpit, lobby: Lobby) -> None:
    """Draw the choice of somebody, and what can be done."""
    names, key = lobby_view(lobby.participants).names, cockpit.key("managed")
    if not names:
        return
    chosen_id = st.selectbox(
        words.MANAGE,
        tuple(names),
        index=None,
        format_func=labels(dict(names)),
        key=key,
        placeholder=words.CHOOSE_PERSON,
    )
    chosen = next((one for one in lobby.participants if one.participant_id == chosen_id), None)
    if chosen is None:
        return
    with st.container(horizontal=True, gap="small"):
        with st.popover(words.PUT_OUT, key=cockpit.key("out")):
            plain(words.PUT_OUT_FOR)
            st.button(words.PUT_OUT_GO, key=cockpit.key("out:go"), on_click=_put_out, args=(cockpit, chosen))
        if chosen.respondent_id is not None:
            st.button(
                words.PERSONAL_LINK,
                key=cockpit.key("link"),
                help=words.PERSONAL_LINK_FOR,
                on_click=_link,
                args=(cockpit, chosen.respondent_id),
            )
    _draw_link(cockpit, chosen)


def _draw_link(cockpit: Cockpit, chosen: Present) -> None:
    """The link is shown once, to whoever made it: the store keeps no more than a trace of it."""
    made = session.value(cockpit.key("link:made"))
    if made is not None and made[0] == chosen.respondent_id and cockpit.room is not None:
        plain(words.LINK_IS, "small")
        st.code(personal_link(cockpit.room.address or session.own_address(), made[1]), language=None, wrap_lines=True)


def draw_outcome(cockpit: Cockpit) -> None:
    """What became of the last thing that was done here."""
    if session.save_outcome(cockpit.key(_SIGN)) is not None:
        saved_sign(cockpit.key(_SIGN))


def _kept_apart(cockpit: Cockpit) -> frozenset[str]:
    return frozenset(session.value(cockpit.key("apart")) or ())


def _keep_apart(cockpit: Cockpit, pair: str) -> None:
    """Callback: they are two; not asked again in this window."""
    session.put(cockpit.key("apart"), tuple(sorted({*_kept_apart(cockpit), pair})))


def _merge(cockpit: Cockpit, one: Present, into: Present) -> None:
    """Callback: both phones speak as one person from now on."""
    room, into_id = cockpit.room, into.respondent_id
    if room is None or into_id is None:
        return
    with session.saving(cockpit.key(_SIGN), words.MERGED):
        session.plumbline().rooms.merge(session.actor(), cockpit.assessment_id, room.id, one.participant_id, into_id)


def _put_out(cockpit: Cockpit, one: Present) -> None:
    """Callback: their phone leaves the room."""
    if cockpit.room is None:
        return
    with session.saving(cockpit.key(_SIGN), words.IS_OUT):
        session.plumbline().rooms.put_out(session.actor(), cockpit.assessment_id, cockpit.room.id, one.participant_id)


def _link(cockpit: Cockpit, respondent_id: str) -> None:
    """Callback: make a link of their own, in place of the one they had."""
    with session.saving(cockpit.key(_SIGN), words.LINK_MADE):
        token = session.plumbline().rooms.personal_link(session.actor(), cockpit.assessment_id, respondent_id)
        session.put(cockpit.key("link:made"), (respondent_id, token))
