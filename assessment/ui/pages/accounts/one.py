"""One account: what it may do, whether it is let in, and where it is signed in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

import streamlit as st

from assessment.domain.access.account import Grant, Scope
from assessment.domain.access.listed import ListedAccount
from assessment.services.accounts import AccountService
from assessment.services.authority import Actor
from assessment.ui import session
from assessment.ui.components.text import plain
from assessment.ui.pages.accounts.access import GivenFor, choose_scope, names_of
from assessment.ui.pages.accounts.inviting import DONE, keep_link
from assessment.views.wording.accounts import NO_ACCESS, scope_text
from assessment.views.wording.pages import accounts as words


def draw_one(account: ListedAccount, places: Mapping[str, GivenFor]) -> None:
    """Draw what may be done with it."""
    key = f"accounts:{account.id}"
    plain(words.ACCESS, "strong")
    if not account.grants:
        plain(NO_ACCESS, "quiet")
    for grant in account.grants:
        _draw_grant(account, grant, names_of(places))
    with st.expander(words.GIVE_MORE, key=f"{key}:more", type="compact"):
        scope = choose_scope(f"{key}:role", places)
        st.button(words.GIVE, key=f"{key}:give", disabled=scope is None, on_click=partial(_give, account.id, scope))
    _draw_ways(account, key)


def _draw_grant(account: ListedAccount, grant: Grant, names: Mapping[str, str]) -> None:
    access = scope_text(grant.scope, names)
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key=f"accounts:grant:{grant.id}"):
        plain(access, width="content")
        st.button(
            words.TAKE_AWAY,
            key=f"accounts:take:{grant.id}",
            type="tertiary",
            help=words.taking(access),
            on_click=partial(_take, account.id, grant.id),
        )


def _draw_ways(account: ListedAccount, key: str) -> None:
    with st.container(horizontal=True, gap="small", key=f"{key}:ways"):
        st.button(
            words.NEW_PASSWORD,
            key=f"{key}:password",
            disabled=account.is_disabled or not account.has_password,
            help=None if account.has_password else words.NO_PASSWORD,
            on_click=partial(_renew, account),
        )
        st.button(
            words.END_SIGN_INS,
            key=f"{key}:sign-out",
            disabled=not account.sign_in_count,
            on_click=partial(_change, AccountService.end_sign_ins, account.id, words.AS_SIGNED_OUT),
        )
        if account.is_disabled:
            enable = partial(_change, AccountService.enable, account.id, words.AS_ENABLED)
            st.button(words.ENABLE, key=f"{key}:enable", on_click=enable)
        else:
            disable = partial(_change, AccountService.disable, account.id, words.AS_DISABLED)
            st.button(words.DISABLE, key=f"{key}:disable", on_click=disable)
        with st.popover(words.REMOVE, type="tertiary", key=f"{key}:remove"):
            plain(words.removing(account.name))
            remove = partial(_change, AccountService.remove, account.id, words.AS_REMOVED)
            st.button(words.REMOVE_GO, key=f"{key}:remove:go", on_click=remove)


def _change(change: Callable[[AccountService, Actor, str], object], account_id: str, done: str) -> None:
    """Callback: change an account, in the name of whoever is signed in by now."""
    with session.saving(DONE, done):
        change(session.plumbline().accounts, session.actor(), account_id)


def _give(account_id: str, scope: Scope | None) -> None:
    if scope is not None:
        with session.saving(DONE, words.AS_GIVEN):
            session.plumbline().accounts.add_grant(session.actor(), account_id, scope)


def _take(account_id: str, grant_id: str) -> None:
    with session.saving(DONE, words.AS_TAKEN):
        session.plumbline().accounts.remove_grant(session.actor(), account_id, grant_id)


def _renew(account: ListedAccount) -> None:
    with session.saving(DONE, words.AS_INVITED):
        keep_link(account.email, session.plumbline().accounts.renew_password(session.actor(), account.id))
