"""Links: one for somebody new, the one that was made last, those that are still open."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

import streamlit as st

from assessment.domain.access.account import Scope
from assessment.domain.access.listed import ListedAccount
from assessment.domain.access.permissions import AccessRole
from assessment.ui import session
from assessment.ui.components.heading import section_head
from assessment.ui.components.text import plain
from assessment.ui.pages.accounts.access import GivenFor, choose_scope
from assessment.views.accounts import links_view
from assessment.views.wording.pages import accounts as words

DONE = "accounts:done"
"""What became of the last change is kept under this key."""
LONGEST_ADDRESS = 254
_LINK = "accounts:link"
_EMAIL = "accounts:email"
_PATH = "/invitation/"


def keep_link(email: str, token: str) -> None:
    """Callback: let the page show a link that was just made, until somebody has it."""
    session.put(_LINK, (email, token))


def draw_fresh_link() -> None:
    """Draw the link that was made last, with a button that copies it."""
    fresh = session.value(_LINK)
    if fresh is None:
        return
    email, token = fresh
    with st.container(border=True, key="accounts-link"):
        plain(words.link_for(email), "strong")
        plain(words.COPY, "small")
        st.code(f"{session.own_address()}{_PATH}{token}", language=None, wrap_lines=True)
        st.button(words.HANDED_ON, key="accounts:handed-on", on_click=session.drop, args=(_LINK,))


def draw_inviting(places: Mapping[str, GivenFor], *, is_first: bool) -> None:
    """Draw the form; the first account is an administrator's, as somebody has to see to the others."""
    section_head(words.FIRST if is_first else words.INVITE)
    with st.container(width=640):
        plain(words.FIRST_LEAD if is_first else words.INVITE_LEAD, "small")
        st.text_input(words.OWN_EMAIL if is_first else words.EMAIL, key=_EMAIL, max_chars=LONGEST_ADDRESS)
        scope: Scope | None = Scope(role=AccessRole.ADMINISTRATOR)
        if not is_first:
            scope = choose_scope("accounts:invite", places)
        st.button(
            words.MAKE_LINK,
            type="primary",
            key="accounts:invite:go",
            disabled=scope is None,
            on_click=partial(_invite, scope),
        )


def draw_links(accounts: Sequence[ListedAccount], names: Mapping[str, str]) -> None:
    """Draw the links that still open something, each with a way to withdraw it."""
    links = session.plumbline().accounts.list_links(session.actor())
    if not links:
        return
    section_head(words.LINKS)
    table = links_view(links, accounts, names, session.local_time).tables[0]
    for row in table.rows:
        whose, gives, until = (table.cell(row.id, column).text for column in ("for", "gives", "until"))
        with st.container(horizontal=True, vertical_alignment="center", gap="small", key=f"accounts:open:{row.id}"):
            with st.container(gap=None):
                plain(whose, "strong")
                plain(words.link_line(gives, until), "small")
            st.button(words.WITHDRAW, key=f"accounts:withdraw:{row.id}", on_click=partial(_withdraw, row.id))


def _invite(scope: Scope | None) -> None:
    email = str(session.value(_EMAIL) or "").strip()
    if scope is None:
        return
    with session.saving(DONE, words.AS_INVITED):
        keep_link(email, session.plumbline().accounts.invite(session.actor(), email, (scope,)))
        session.put(_EMAIL, "")


def _withdraw(link_id: str) -> None:
    with session.saving(DONE, words.AS_WITHDRAWN):
        session.plumbline().accounts.withdraw(session.actor(), link_id)
        session.drop(_LINK)
