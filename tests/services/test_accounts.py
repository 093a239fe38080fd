"""Administrators see to accounts: what they change holds from the next click, and one of them stays."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from assessment.domain.access.account import Scope
from assessment.domain.access.permissions import AccessRole
from assessment.errors import InvalidInput, LinkRefused, NotAvailable, SignInRefused
from assessment.services.accounts import ListedAccount
from assessment.services.authority import LOCAL_ACTOR as ME
from assessment.services.plumbline import Plumbline
from assessment.settings import Settings
from tests.services.accounts import ADMINISTRATOR, HOME, PASSWORD, Clock, made, opened
from tests.services.conftest import at_once, begun, remove_for_good

ANNA, BEN = "anna@example.org", "ben@example.org"
READER = Scope(role=AccessRole.READER)
FACILITATOR = Scope(role=AccessRole.FACILITATOR)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def team(settings: Settings, clock: Clock) -> Iterator[Plumbline]:
    with opened(settings, clock) as plumbline:
        yield plumbline


def listed(team: Plumbline, email: str) -> ListedAccount:
    return next(one for one in team.accounts.list_accounts(ME) if one.email == email)


def scopes(team: Plumbline, email: str) -> list[Scope]:
    return [grant.scope for grant in listed(team, email).grants]


def test_the_list_says_who_there_is_what_they_may_and_where_they_are_signed_in(team: Plumbline, clock: Clock) -> None:
    made(team, BEN, READER, FACILITATOR)
    clock.go_on(hours=1)
    made(team, ANNA)
    team.accounts.sign_in(ANNA, PASSWORD, HOME)
    anna, ben = team.accounts.list_accounts(ME)
    assert (anna.name, anna.email, anna.is_administrator, anna.sign_in_count) == ("Anna", ANNA, True, 2)
    assert (ben.name, ben.is_administrator, ben.sign_in_count, ben.seen_at) == ("Ben", False, 1, ben.created_at)
    assert set(scopes(team, BEN)) == {READER, FACILITATOR}
    assert not hasattr(anna, "password_hash")
    clock.go_on(hours=11)
    assert [one.sign_in_count for one in team.accounts.list_accounts(ME)] == [2, 0]


def test_who_is_disabled_is_out_at_the_next_click_and_comes_in_again_once_enabled(team: Plumbline) -> None:
    made(team, ANNA)
    ben = made(team, BEN, READER)
    link = team.accounts.renew_password(ME, ben.account_id)
    team.accounts.disable(ME, ben.account_id)
    assert team.accounts.actor_of(ben.token) is None
    with pytest.raises(SignInRefused):
        team.accounts.sign_in(BEN, PASSWORD, HOME)
    with pytest.raises(LinkRefused):
        team.accounts.accept(link, "Ben", PASSWORD, HOME)
    with pytest.raises(InvalidInput, match="it is disabled"):
        team.accounts.renew_password(ME, ben.account_id)
    assert listed(team, BEN).is_disabled
    assert listed(team, BEN).sign_in_count == 0
    version = listed(team, BEN).version
    team.accounts.disable(ME, ben.account_id)
    assert listed(team, BEN).version == version
    team.accounts.enable(ME, ben.account_id)
    assert team.accounts.actor_of(ben.token) is None  # what ended stays ended
    assert team.accounts.sign_in(BEN, PASSWORD, HOME).account_id == ben.account_id


def test_every_sign_in_of_an_account_can_be_ended(team: Plumbline) -> None:
    anna, ben = made(team, ANNA), made(team, BEN)
    second = team.accounts.sign_in(BEN, PASSWORD, HOME)
    assert team.accounts.end_sign_ins(ME, ben.account_id) == 2
    assert [team.accounts.actor_of(one.token) for one in (ben, second)] == [None, None]
    assert team.accounts.actor_of(anna.token) is not None
    assert team.accounts.end_sign_ins(ME, ben.account_id) == 0


def test_access_roles_are_given_once_taken_and_set(team: Plumbline) -> None:
    assessment_id = begun(team)
    organisation_id = team.organisations.list_organisations(ME)[0].id
    ben = made(team, BEN, READER)
    of_all = Scope(role=AccessRole.ANALYST, organisation_id=organisation_id)
    own = Scope(role=AccessRole.RESPONDENT, assessment_id=assessment_id, respondent_id="r1")
    for scope in (of_all, own, own):
        team.accounts.add_grant(ME, ben.account_id, scope)
    assert set(scopes(team, BEN)) == {READER, of_all, own}
    assert len(listed(team, BEN).grants) == 3
    gone = next(grant for grant in listed(team, BEN).grants if grant.scope == own)
    team.accounts.remove_grant(ME, ben.account_id, gone.id)
    assert set(scopes(team, BEN)) == {READER, of_all}
    kept = {grant.id for grant in listed(team, BEN).grants if grant.scope == of_all}
    team.accounts.set_grants(ME, ben.account_id, (of_all, FACILITATOR, FACILITATOR))
    assert sorted(one.role for one in scopes(team, BEN)) == ["analyst", "facilitator"]
    assert kept <= {grant.id for grant in listed(team, BEN).grants}
    team.accounts.set_grants(ME, ben.account_id, ())
    assert scopes(team, BEN) == []
    for missing in (gone.id, "nothing"):
        with pytest.raises(NotAvailable):
            team.accounts.remove_grant(ME, ben.account_id, missing)


def test_nothing_is_given_on_what_is_not_there(team: Plumbline) -> None:
    assessment_id = begun(team)
    ben = made(team, BEN, READER)
    for scope in (
        Scope(role=AccessRole.READER, organisation_id="nothing"),
        Scope(role=AccessRole.READER, assessment_id="nothing"),
        Scope(role=AccessRole.RESPONDENT, assessment_id=assessment_id, respondent_id="nobody"),
    ):
        with pytest.raises(NotAvailable):
            team.accounts.add_grant(ME, ben.account_id, scope)
        with pytest.raises(NotAvailable):
            team.accounts.set_grants(ME, ben.account_id, (READER, scope))
        with pytest.raises(NotAvailable):
            team.accounts.invite(ME, ANNA, (scope,))
    with pytest.raises(InvalidInput, match="Access role"):
        team.accounts.invite(ME, ANNA, ())
    assert scopes(team, BEN) == [READER]
    assert team.accounts.list_links(ME) == ()


def test_an_access_role_goes_with_what_it_was_for(team: Plumbline) -> None:
    assessment_id = begun(team)
    made(team, BEN, Scope(role=AccessRole.ANALYST, assessment_id=assessment_id))
    remove_for_good(team, assessment_id)
    assert scopes(team, BEN) == []


def test_the_last_administrator_stays_one(team: Plumbline) -> None:
    anna, ben = made(team, ANNA), made(team, BEN, READER)
    grant = listed(team, ANNA).grants[0]
    attempts: tuple[Callable[[], None], ...] = (
        lambda: team.accounts.disable(ME, anna.account_id),
        lambda: team.accounts.remove(ME, anna.account_id),
        lambda: team.accounts.remove_grant(ME, anna.account_id, grant.id),
        lambda: team.accounts.set_grants(ME, anna.account_id, (FACILITATOR,)),
    )
    for attempt in attempts:
        with pytest.raises(InvalidInput, match="last administrator"):
            attempt()
    assert listed(team, ANNA).grants == (grant,)
    assert team.accounts.actor_of(anna.token) is not None
    team.accounts.add_grant(ME, ben.account_id, ADMINISTRATOR)
    team.accounts.disable(ME, anna.account_id)
    with pytest.raises(InvalidInput, match="last administrator"):  # one who is disabled is none
        team.accounts.set_grants(ME, ben.account_id, (READER,))
    team.accounts.remove(ME, anna.account_id)
    assert [one.email for one in team.accounts.list_accounts(ME)] == [BEN]


def test_two_administrators_who_demote_each_other_at_once_leave_one(settings: Settings, database_url: str) -> None:
    with opened(replace(settings, database_url=database_url), Clock()) as team:
        ids = [made(team, email).account_id for email in (ANNA, BEN)]
        failed = at_once(*[lambda one=one: team.accounts.set_grants(ME, one, (READER,)) for one in ids])
        assert [type(error) for error in failed] == [InvalidInput]
        assert sum(one.is_administrator for one in team.accounts.list_accounts(ME)) == 1


def test_a_removed_account_leaves_nothing_but_its_id(team: Plumbline) -> None:
    made(team, ANNA)
    ben = made(team, BEN, READER)
    team.accounts.remove(ME, ben.account_id)
    assert team.accounts.actor_of(ben.token) is None
    assert [one.email for one in team.accounts.list_accounts(ME)] == [ANNA]
    assert team.accounts.invited(team.accounts.invite(ME, BEN, (READER,))).email == BEN


def test_links_are_listed_without_what_opens_them_and_can_be_withdrawn(team: Plumbline, clock: Clock) -> None:
    ben = made(team, BEN, READER)
    first = team.accounts.invite(ME, "Carl@example.org", (FACILITATOR,))
    token = team.accounts.invite(ME, "carl@example.org", (READER, FACILITATOR))
    clock.go_on(minutes=1)
    renewing = team.accounts.renew_password(ME, ben.account_id)
    newest = team.accounts.renew_password(ME, ben.account_id)
    invitation, password = team.accounts.list_links(ME)
    assert (invitation.email, invitation.scopes, invitation.made_by) == (
        "carl@example.org",
        (READER, FACILITATOR),
        ME.id,
    )
    assert password.account_id == ben.account_id
    for earlier in (first, renewing):  # one for an address, one for an account
        with pytest.raises(LinkRefused):
            team.accounts.invited(earlier)
    with pytest.raises(LinkRefused):
        team.accounts.invited(invitation.id)
    team.accounts.withdraw(ME, invitation.id)
    with pytest.raises(LinkRefused):
        team.accounts.accept(token, "Carl", PASSWORD, HOME)
    assert team.accounts.invited(newest).name == "Ben"
    with pytest.raises(NotAvailable):
        team.accounts.withdraw(ME, invitation.id)


@pytest.mark.parametrize("ending", ["disable", "remove", "set_grants"])
def test_a_link_of_an_administrator_who_is_one_no_more_opens_nothing(team: Plumbline, ending: str) -> None:
    anna, ben = made(team, ANNA), made(team, BEN)
    actor = team.accounts.actor_of(ben.token)
    assert actor is not None
    invitation = team.accounts.invite(actor, "carl@example.org", (ADMINISTRATOR,))
    renewing = team.accounts.renew_password(actor, anna.account_id)
    assert len(team.accounts.list_links(ME)) == 2
    assert team.accounts.invited(invitation).email == "carl@example.org"
    more = ((READER,),) if ending == "set_grants" else ()
    getattr(team.accounts, ending)(ME, ben.account_id, *more)
    for link in (invitation, renewing):
        with pytest.raises(LinkRefused):
            team.accounts.accept(link, "Carl", PASSWORD, HOME)
    assert team.accounts.list_links(ME) == ()


def test_nobody_is_invited_who_has_an_account(team: Plumbline) -> None:
    made(team, BEN, READER)
    with pytest.raises(InvalidInput, match="it has an account already"):
        team.accounts.invite(ME, "BEN@example.org", (FACILITATOR,))


def test_what_is_over_is_forgotten(team: Plumbline, clock: Clock) -> None:
    made(team, ANNA)
    with pytest.raises(SignInRefused):
        team.accounts.sign_in(ANNA, "x", HOME)
    team.accounts.invite(ME, BEN, (READER,))
    clock.go_on(days=91)
    team.accounts.forget_over(ME)
    with team._store.reading() as reader:
        counts = [reader._connection.exec_driver_sql(f"SELECT count(*) FROM {one}").scalar_one() for one in TABLES]
    assert counts == [1, 0, 0, 0]


TABLES = ("account", "sign_in", "invitation", "attempt")


def test_the_journal_says_who_did_it_and_names_nobody(team: Plumbline) -> None:
    anna = made(team, ANNA)
    me = team.accounts.actor_of(anna.token)
    assert me is not None
    ben = made(team, BEN, READER)
    with team._store.reading() as reader:
        seen = len(reader.journal(None, None))
    team.accounts.disable(ME, ben.account_id)
    team.accounts.enable(ME, ben.account_id)
    team.accounts.add_grant(ME, ben.account_id, FACILITATOR)
    team.accounts.remove(ME, ben.account_id)
    with team._store.reading() as reader:
        entries = reader.journal(None, None)
        assert reader.broken_link(None) is None
    done = [(one.operation, one.what.partition(" ")[0]) for one in reversed(entries[: len(entries) - seen])]
    assert done == [
        ("accounts.disable", "account"),
        ("accounts.disable", "sign-in"),
        ("accounts.enable", "account"),
        ("accounts.grant", "access"),
        ("accounts.remove", "account"),
    ]
    told = str(entries).lower()
    assert not any(word in told for word in ("anna", "ben", "example", "argon", anna.token.lower(), PASSWORD))
