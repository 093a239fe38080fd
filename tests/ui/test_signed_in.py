"""Who acts is asked of the database at every click; whoever is not signed in any more sees and does nothing more."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from assessment.services.attempts import Place
from assessment.services.authority import LOCAL_ACTOR
from assessment.services.plumbline import close_current, current, open_current
from assessment.services.signed_in import ALONE, USER_FIELD
from assessment.ui import session
from assessment.views.wording.pages import gate as words


@pytest.fixture(autouse=True)
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """An open database without accounts, behind a gate."""
    monkeypatch.setenv("PLUMBLINE_DATA", str(tmp_path))
    monkeypatch.setattr(session, "without_gate", "")
    open_current()
    yield
    close_current()


def page() -> None:
    """A page with a fragment and a callback, each of which says who acts."""
    import streamlit as st

    from assessment.ui import session
    from assessment.ui.components.who import draw_who

    draw_who()

    def press() -> None:
        st.session_state["pressed"] = session.actor().id

    @st.fragment
    def part() -> None:
        st.text(f"part {session.actor().id}")
        st.button("again", key="again")

    st.text(f"page {session.actor().id}")
    st.button("press", key="press", on_click=press)
    part()


def drawn(token: str | None) -> AppTest:
    app = AppTest.from_function(page)
    if token is not None:
        app.user[USER_FIELD] = token
    return app.run()


def texts(app: AppTest) -> list[str]:
    return [one.value for one in app.text]


def first_account() -> str:
    link = current().accounts.first_link()
    assert link is not None
    place = Place(address="127.0.0.1")
    return current().accounts.accept(link, "Ann *Example*", "four words nobody guesses", place, "ann@example.org").token


def test_alone_the_local_user_acts_and_no_name_stands_on_the_page() -> None:
    app = drawn(ALONE)
    assert texts(app) == [f"page {LOCAL_ACTOR.id}", f"part {LOCAL_ACTOR.id}"]
    assert not app.markdown


def test_whoever_is_signed_in_acts_and_their_name_stands_on_the_page_as_they_wrote_it() -> None:
    app = drawn(first_account())
    (account,) = current().accounts.list_accounts(LOCAL_ACTOR)
    assert texts(app) == [f"page {account.id}", f"part {account.id}"]
    assert "Ann \\*Example\\*" in app.markdown[0].value


@pytest.mark.parametrize("token", [None, "", "x" * 43])
def test_nobody_gets_nothing_but_the_way_to_sign_in(token: str | None) -> None:
    assert texts(drawn(token)) == [words.SIGNED_OUT]


def test_the_first_account_ends_what_somebody_did_alone() -> None:
    app = drawn(ALONE)
    first_account()
    assert texts(app.run()) == [words.SIGNED_OUT]


def test_a_sign_in_that_ended_holds_for_the_next_run_callback_and_fragment() -> None:
    token = first_account()
    running, pressing = drawn(token), drawn(token)
    actor = current().accounts.actor_of(token)
    assert actor is not None
    current().accounts.sign_out(actor)
    assert texts(running.run()) == [words.SIGNED_OUT]
    pressing.button(key="press").click().run()
    assert "pressed" not in pressing.session_state
    assert texts(pressing) == [words.SIGNED_OUT]


def test_the_button_signs_out_and_leaves() -> None:
    token = first_account()
    app = drawn(token)
    app.button(key="who:sign-out").click().run()
    assert texts(app) == [words.SIGNED_OUT]
    assert current().accounts.actor_of(token) is None
