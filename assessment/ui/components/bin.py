"""The bin: what was removed, with the way back for each and a way to remove it for good."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

from assessment.domain.answered.binned import Binned
from assessment.ui import session
from assessment.ui.components.saved import saved_sign
from assessment.ui.components.text import plain
from assessment.views.bin import bin_view, entry_name, removal_for_good
from assessment.views.model import Table
from assessment.views.wording import bin as words


def draw_bin(
    key: str,
    binned: Sequence[Binned],
    put_back: Callable[[Binned, bool], int],
    forget: Callable[[Binned], None],
    *,
    is_locked: bool = False,
) -> None:
    """Draw the fold, if the bin holds anything, and above it what became of the last removal or return.

    `put_back` is told whether something of the same name may stand beside it, and says how much was left out.
    """
    if session.save_outcome(key) is not None:
        saved_sign(key)
    if not binned:
        return
    table = bin_view(binned, session.local_time).tables[0]
    with st.expander(words.fold(len(binned)), key=f"{key}:fold", type="compact"):
        plain(words.LEAD, "small")
        for one in binned:
            _draw_entry(key, one, table, put_back, forget, is_locked=is_locked)


def removed(key: str, sign: str) -> None:
    """For callbacks: say at the sign of a bin what became of the removal saved under `key`, unless it failed."""
    if not session.has_trouble(key):
        session.repeat_outcome(key, sign)


def _draw_entry(
    key: str,
    one: Binned,
    table: Table,
    put_back: Callable[[Binned, bool], int],
    forget: Callable[[Binned], None],
    *,
    is_locked: bool,
) -> None:
    own, cell = f"{key}:{one.id}", table.cell(one.id, "removed")
    outcome = session.save_outcome(own)
    told, ways = st.columns([5, 2], vertical_alignment="center")  # on a phone one under the other
    with told, st.container(gap=None):
        plain(cell.text, "strong")
        plain(words.kept(cell.note, table.cell(one.id, "on").text, table.cell(one.id, "until").text), "small")
    with ways, st.container(horizontal=True, gap="small", vertical_alignment="center"):
        st.button(
            words.PUT_BACK,
            key=f"{own}:back",
            on_click=_put_back,
            args=(key, one, put_back, False),
            disabled=is_locked,
        )
        with st.popover(words.FORGET, type="tertiary", disabled=is_locked, key=f"{own}:sure"):
            plain(removal_for_good(one))
            st.button(words.FORGET_IT, key=f"{own}:forget", on_click=_forget, args=(key, one, forget))
    if outcome is not None:
        saved_sign(own)
        if outcome.conflict is not None:
            st.button(
                words.BESIDE,
                key=f"{own}:beside",
                on_click=_put_back,
                args=(key, one, put_back, True),
                disabled=is_locked,
            )


def _put_back(key: str, one: Binned, put_back: Callable[[Binned, bool], int], beside_alike: bool) -> None:
    """Callback: put it back as it was."""
    own = f"{key}:{one.id}"
    left_out: list[int] = []
    with session.saving(own):
        left_out.append(put_back(one, beside_alike))
    if left_out:
        session.forget_outcome(own)
        with session.saving(key, words.is_back(entry_name(one.entry), left_out[0])):
            pass


def _forget(key: str, one: Binned, forget: Callable[[Binned], None]) -> None:
    """Callback: remove it for good."""
    own = f"{key}:{one.id}"
    with session.saving(own, words.is_forgotten(entry_name(one.entry))):
        forget(one)
    removed(own, key)
