"""The page of accounts on a real database: what is given, taken and made is what the store holds."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from assessment.domain.access.account import Scope
from assessment.domain.access.listed import ListedAccount
from assessment.domain.access.permissions import AccessRole
from assessment.services.authority import LOCAL_ACTOR
from assessment.services.plumbline import Plumbline
from assessment.services.signed_in import ALONE
from assessment.ui import session
from assessment.views.wording.directions import isolated
from tests.services.accounts import ADMINISTRATOR, FAST, HOME, PASSWORD, made
from tests.ui.assessed import HOSTILE, an_answered_one, opened, page, words

READER = Scope(role=AccessRole.READER)


@pytest.fixture(scope="module")
def plumbline(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Plumbline]:
    folder: Path = tmp_path_factory.mktemp("accounts")
    with pytest.MonkeyPatch.context() as patch, opened(folder, patch) as plumbline:
        plumbline.accounts._passwords = FAST
        an_answered_one(plumbline)
        yield plumbline


@pytest.fixture
def alone(plumbline: Plumbline) -> Iterator[Plumbline]:
    """Without an account, before and after."""
    yield plumbline
    with plumbline._store.writing(actor_id="test", operation="test") as writer:
        for account in writer.access_writer.accounts():
            writer.access_writer.remove_account(account.id)
    for link in plumbline.accounts.list_links(LOCAL_ACTOR):
        plumbline.accounts.withdraw(LOCAL_ACTOR, link.id)


@pytest.fixture
def team(alone: Plumbline) -> Iterator[Plumbline]:
    """Ann looks at the page, an administrator; Bob is a reader."""
    ann = made(alone, "ann@tamarind.example", ADMINISTRATOR)
    made(alone, "bob@tamarind.example", READER)
    session.without_gate = ann.token
    yield alone
    session.without_gate = ALONE


def held(plumbline: Plumbline, name: str = "Bob") -> ListedAccount:
    (found,) = (one for one in plumbline.accounts.list_accounts(LOCAL_ACTOR) if one.name == name)
    return found


def page_of(plumbline: Plumbline, name: str = "Bob") -> tuple[AppTest, str]:
    """The page with somebody chosen, and the beginning of the keys of their widgets."""
    test = page("accounts")
    account = held(plumbline, name)
    test.selectbox(key="accounts:chosen").set_value(account.id).run()
    return test, f"accounts:{account.id}"


def press(test: AppTest, key: str) -> AppTest:
    test.button(key=key).click().run()
    assert not test.exception
    return test


def test_alone_the_page_says_what_the_first_account_means_and_makes_an_administrators(alone: Plumbline) -> None:
    test = page("accounts")
    assert "From the first account on, everybody signs in, you too" in words(test)
    test.text_input(key="accounts:email").set_value(" Ann@tamarind.example ")
    press(test, "accounts:invite:go")
    (link,) = alone.accounts.list_links(LOCAL_ACTOR)
    assert (link.email, link.scopes) == ("Ann@tamarind.example", (ADMINISTRATOR,))
    path, _, token = test.code[0].value.rpartition("/")
    assert path.endswith("/invitation")
    assert alone.accounts.invited(token).email == "Ann@tamarind.example"
    press(test, "accounts:handed-on")
    assert not test.code


def test_an_address_that_is_none_is_refused_in_words_and_stays_typed(team: Plumbline) -> None:
    test = page("accounts")
    test.text_input(key="accounts:email").set_value("nobody")
    press(test, "accounts:invite:go")
    assert "Not saved" in words(test)
    assert test.text_input(key="accounts:email").value == "nobody"
    assert (len(test.code), team.accounts.list_links(LOCAL_ACTOR)) == (0, ())


def test_somebody_is_invited_for_what_was_chosen(team: Plumbline) -> None:
    (organisation,) = team.organisations.list_organisations(LOCAL_ACTOR)
    test = page("accounts")
    test.text_input(key="accounts:email").set_value("cid@tamarind.example")
    test.selectbox(key="accounts:invite").set_value(AccessRole.ANALYST).run()
    test.selectbox(key="accounts:invite:place").set_value(organisation.id).run()
    press(test, "accounts:invite:go")
    (link,) = team.accounts.list_links(LOCAL_ACTOR)
    assert link.scopes == (Scope(role=AccessRole.ANALYST, organisation_id=organisation.id),)
    assert f"Analyst of {isolated(organisation.name)}, until" in words(test)
    press(test, f"accounts:withdraw:{link.id}")
    assert team.accounts.list_links(LOCAL_ACTOR) == ()
    assert not test.code


def test_a_respondent_is_one_person_of_one_assessment(team: Plumbline) -> None:
    (summary,) = team.assessments.list_assessments(LOCAL_ACTOR)
    test, key = page_of(team)
    test.selectbox(key=f"{key}:role").set_value(AccessRole.RESPONDENT).run()
    assert len(test.selectbox(key=f"{key}:role:answers").options) == 1
    test.selectbox(key=f"{key}:role:{summary.header.id}:person").set_value("r2").run()
    press(test, f"{key}:give")
    own = Scope(role=AccessRole.RESPONDENT, assessment_id=summary.header.id, respondent_id="r2")
    assert [grant.scope for grant in held(team).grants] == [READER, own]


def test_an_access_role_is_given_and_taken_away(team: Plumbline) -> None:
    test, key = page_of(team)
    (grant,) = held(team).grants
    press(test, f"accounts:take:{grant.id}")
    assert held(team).grants == ()
    assert "No access" in words(test)
    test.selectbox(key=f"{key}:role").set_value(AccessRole.ADMINISTRATOR).run()
    press(test, f"{key}:give")
    assert [one.scope for one in held(team).grants] == [ADMINISTRATOR]


def test_the_last_administrator_stays_one(team: Plumbline) -> None:
    test, key = page_of(team, "Ann")
    (grant,) = held(team, "Ann").grants
    for button in (f"accounts:take:{grant.id}", f"{key}:disable", f"{key}:remove:go"):
        assert "the last administrator that can sign in" in words(press(test, button))
    assert held(team, "Ann").is_administrator


def test_an_account_is_disabled_enabled_signed_out_and_removed(team: Plumbline) -> None:
    test, key = page_of(team)
    assert held(team).sign_in_count == 1
    press(test, f"{key}:sign-out")
    assert held(team).sign_in_count == 0
    press(test, f"{key}:disable")
    assert held(team).is_disabled
    assert test.button(key=f"{key}:password").disabled
    press(test, f"{key}:enable")
    assert not held(team).is_disabled
    press(test, f"{key}:remove:go")
    assert [one.name for one in team.accounts.list_accounts(LOCAL_ACTOR)] == ["Ann"]


def test_a_forgotten_password_has_a_fresh_link_shown_once(team: Plumbline) -> None:
    test, key = page_of(team)
    press(test, f"{key}:password")
    invited = team.accounts.invited(test.code[0].value.rpartition("/")[2])
    assert (invited.email, invited.name) == ("bob@tamarind.example", "Bob")
    assert not page("accounts").code


def test_whoever_is_no_administrator_sees_nothing_of_it(team: Plumbline) -> None:
    session.without_gate = made(team, "cid@tamarind.example", READER).token
    test = page("accounts")
    assert "not available" in words(test)
    assert "bob@tamarind.example" not in words(test)


def test_a_name_is_shown_as_it_was_written(team: Plumbline) -> None:
    token = team.accounts.invite(LOCAL_ACTOR, "dan@tamarind.example", (READER,))
    team.accounts.accept(token, HOSTILE, PASSWORD, HOME)
    test, _ = page_of(team, HOSTILE)
    assert "<script>" not in "".join(str(one) for one in test.get("html"))
    assert not test.exception
