"""How people join: the code, the QR code, the address that phones open, the projector page."""

from __future__ import annotations

import streamlit as st

from assessment.charts.join_code import join_code_svg
from assessment.domain.workshop.room import Room
from assessment.services.identity import room_key
from assessment.services.reach import Ways
from assessment.services.room_state import RoomState
from assessment.services.rooms import RoomChange
from assessment.ui import session
from assessment.ui.components.choosing import labels
from assessment.ui.components.saved import saved_sign
from assessment.ui.components.text import plain
from assessment.ui.pages.workshop.counting import draw_live
from assessment.ui.pages.workshop.moving import close
from assessment.ui.pages.workshop.place import Cockpit
from assessment.ui.pages.workshop.presenting import offer_presenter
from assessment.views.wording.pages import workshop as words
from assessment.views.wording.workshop import joining as said

_QR_PIXELS = 200
_SIGN = "address"


def draw_joining(cockpit: Cockpit, room: Room) -> None:
    """Draw the ways in, and the ways to the second screen."""
    plain(words.JOIN_BY, "strong")
    address = room.address
    with st.container(horizontal=True, vertical_alignment="center", gap="medium", key="room-code"):
        if address is not None:
            link = said.room_link(address, room_key(room.id))
            st.image(str(join_code_svg(link, said.qr_spoken(address))), width=_QR_PIXELS, alt=said.qr_spoken(address))
        with st.container(gap="xsmall", width="content"):
            plain(said.CODE_LABEL, "small", width="content")
            with st.container(key="room-code-text", width="content"):
                plain(said.code_text(room.code), "strong", width="content")
            if address is None:
                plain(said.NO_ADDRESS, "quiet")
            else:
                plain(said.plain_address(address), "strong", width="content")
    with st.container(horizontal=True, gap="small"):
        st.link_button(
            words.PROJECTOR, f"/projector/{room.id}", icon=":material/present_to_all:", help=words.PROJECTOR_HINT
        )
        offer_presenter(cockpit)
        if cockpit.may_lead_people:
            _draw_closing(cockpit, room)
    if cockpit.may_lead_people:
        draw_address(cockpit, room, session.plumbline().reach.ways(session.actor(), cockpit.assessment_id))
    draw_live(cockpit, room, _draw_reached)


def draw_address(cockpit: Cockpit, room: Room, ways: Ways) -> None:
    """Draw the addresses that phones may use, one choice each, and the door for phones where there is none yet."""
    key = cockpit.key("address")
    known = {one.address: said.proposal_label(one) for one in ways.proposals}
    shown = known if room.address is None or room.address in known else {room.address: room.address, **known}
    session.put(key, room.address)
    st.selectbox(
        words.ADDRESS,
        tuple(shown),
        index=None,
        format_func=labels(shown),
        key=key,
        placeholder=words.ADDRESS_PLACEHOLDER,
        on_change=_choose_address,
        args=(cockpit, room, key),
    )
    if ways.needs_phones_server:
        if not ways.are_let_in:
            plain(words.ALONE_LEAD, "small")
        st.button(
            words.SHUT_PHONES_OUT if ways.are_let_in else words.LET_PHONES_IN,
            key=cockpit.key("phones"),
            type="secondary",
            help=words.LET_PHONES_IN_HINT,
            on_click=_shut if ways.are_let_in else _let_in,
            args=(cockpit,),
        )
    if ways.is_plain and ways.are_let_in:
        plain(said.PLAIN_HTTP, "small")
    if session.save_outcome(cockpit.key(_SIGN)) is not None:
        saved_sign(cockpit.key(_SIGN))


def _draw_closing(cockpit: Cockpit, room: Room) -> None:
    with st.popover(words.CLOSE, key=cockpit.key("close")):
        plain(words.CLOSE_FOR)
        st.button(words.CLOSE_GO, key=cockpit.key("close:go"), on_click=close, args=(cockpit, room))


def _draw_reached(state: RoomState) -> None:
    if state.room.reached_at is not None:
        plain(said.A_PHONE_GOT_THROUGH, "small")
    else:
        plain(said.NO_PHONE_YET, "small")
        if state.room.address is not None:
            plain(said.no_phone_next(state.room.address), "small")


def _choose_address(cockpit: Cockpit, room: Room, key: str) -> None:
    """Callback: let phones be shown another address."""
    with session.saving(cockpit.key(_SIGN)):
        session.plumbline().rooms.change(
            session.actor(), cockpit.assessment_id, room.id, room.step, RoomChange(address=session.value(key))
        )


def _let_in(cockpit: Cockpit) -> None:
    with session.saving(cockpit.key(_SIGN)):
        session.plumbline().reach.let_in(session.actor(), cockpit.assessment_id)


def _shut(cockpit: Cockpit) -> None:
    with session.saving(cockpit.key(_SIGN)):
        session.plumbline().reach.shut(session.actor(), cockpit.assessment_id)
