"""What to talk about next, and why; a question can be put off, and comes back when nothing else is left."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

import streamlit as st

from assessment.domain.workshop.next_item import NextItem
from assessment.ui import session
from assessment.ui.components.text import escaped, plain
from assessment.ui.pages.workshop.place import Cockpit
from assessment.views.names import item_name, process_name
from assessment.views.wording.workshop import next_item as words
from assessment.views.workshop.next_item import next_view, why_text

SHOWN = 5


def best_next(cockpit: Cockpit) -> tuple[NextItem, ...]:
    """Every open question but the one that is asked now, the next best first, those that were put off last."""
    only = _only_process(cockpit)
    found = session.plumbline().agenda.next_items(
        session.actor(),
        cockpit.assessment_id,
        process_ids=None if only is None else frozenset({only}),
        put_off_ids=put_off_ids(cockpit),
    )
    asked = None if cockpit.room is None else cockpit.room.item_id
    return tuple(one for one in found if one.item_id != asked)


def put_off_ids(cockpit: Cockpit) -> frozenset[str]:
    """The questions to come back to, in this session."""
    return frozenset(session.value(cockpit.key("put-off"), ()))


def draw(cockpit: Cockpit, items: Sequence[NextItem], on_ask: Callable[[str], None]) -> None:
    """Draw the next best question with why, and the ones behind it; `items` are those of `best_next`.

    `on_ask` is called back with the question's id.
    """
    _draw_choice(cockpit)
    view = next_view(cockpit.framework, items)
    plain(view.finding, "strong")
    if view.best is None:
        return
    plain(view.why, "small")
    _draw_buttons(cockpit, view.best, on_ask)
    others = items[1:SHOWN]
    if others:
        with st.expander(words.OTHERS, key=cockpit.key("next-others"), type="compact"):
            for one in others:
                _draw_other(cockpit, one, on_ask)


def _draw_other(cockpit: Cockpit, one: NextItem, on_ask: Callable[[str], None]) -> None:
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        with st.container(gap=None, width="stretch"):
            name = item_name(cockpit.framework, one.item_id)
            st.markdown(escaped(words.of_process(name, process_name(cockpit.framework, one.process_id))))
            plain(why_text(cockpit.framework, one), "small")
        _draw_buttons(cockpit, one, on_ask)


def _draw_buttons(cockpit: Cockpit, one: NextItem, on_ask: Callable[[str], None]) -> None:
    key = cockpit.key(f"next:{one.item_id}")
    with st.container(horizontal=True, gap="small", width="content"):
        st.button(
            words.ASK,
            key=f"{key}:ask",
            disabled=cockpit.room is None or cockpit.is_locked,
            on_click=on_ask,
            args=(one.item_id,),
        )
        label = words.TAKE_BACK if one.is_put_off else words.PUT_OFF
        st.button(label, key=f"{key}:later", on_click=partial(_put_off, cockpit, one))


def _put_off(cockpit: Cockpit, one: NextItem) -> None:
    """Callback: come back to a question when nothing else is left, or take it up again."""
    before = put_off_ids(cockpit)
    session.put(cockpit.key("put-off"), sorted(before ^ {one.item_id}))


def _draw_choice(cockpit: Cockpit) -> None:
    """Whether only the process that runs is looked at; asked where one runs."""
    if cockpit.room is not None and cockpit.room.slot_process_id is not None:
        session.seed(cockpit.key("next-only"), True)
        st.toggle(words.ONLY_PROCESS, key=cockpit.key("next-only"))


def _only_process(cockpit: Cockpit) -> str | None:
    is_only = session.value(cockpit.key("next-only"), True)
    return cockpit.room.slot_process_id if cockpit.room is not None and is_only else None
