"""Accounts: who may sign in and do what, for administrators.

__init__.py    who there is, and the link that was made last
inviting.py    a link for somebody new, the first account, links that are still open
one.py         one account: what it may do, and whether it is let in
access.py      the choice of an access role, and of what it is for
"""

from __future__ import annotations

import streamlit as st

from assessment.domain.access.listed import ListedAccount
from assessment.ui import session
from assessment.ui.components.choosing import labels
from assessment.ui.components.figure import draw_listing, load_style
from assessment.ui.components.heading import page_head, section_head
from assessment.ui.components.saved import saved_sign
from assessment.ui.components.text import plain
from assessment.ui.errors import guarded
from assessment.ui.pages.accounts.access import names_of, places_of
from assessment.ui.pages.accounts.inviting import DONE, draw_fresh_link, draw_inviting, draw_links
from assessment.ui.pages.accounts.one import draw_one
from assessment.views.accounts import accounts_view
from assessment.views.wording.pages import accounts as words

_CHOSEN = "accounts:chosen"


@guarded
def show() -> None:
    """Draw the page."""
    load_style()
    accounts = session.plumbline().accounts.list_accounts(session.actor())
    page_head(words.TITLE)
    if accounts:
        plain(words.LEAD, "small")
    if session.save_outcome(DONE) is not None:
        saved_sign(DONE)
    draw_fresh_link()
    places = places_of()
    if not accounts:
        draw_inviting(places, is_first=True)
        draw_links(accounts, names_of(places))
        return
    _draw_accounts(accounts, names_of(places))
    one, new = st.columns([3, 2], gap="large")
    with one:
        section_head(words.ONE)
        draw_one(_chosen(accounts), places)
    with new:
        draw_inviting(places, is_first=False)
        draw_links(accounts, names_of(places))


def _draw_accounts(accounts: tuple[ListedAccount, ...], names: dict[str, str]) -> None:
    table = accounts_view(accounts, names, session.local_time).tables[0]
    draw_listing(table, "accounts:table", without=("id",))


def _chosen(accounts: tuple[ListedAccount, ...]) -> ListedAccount:
    """Draw the choice of an account; the one chosen."""
    found = {one.id: one for one in accounts}
    if session.value(_CHOSEN) not in found:
        session.put(_CHOSEN, next(iter(found)))
    names = {one.id: one.name for one in accounts}
    chosen = st.selectbox(words.CHOOSE, tuple(names), format_func=labels(names), key=_CHOSEN, width=420)
    return found[chosen]
