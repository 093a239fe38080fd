"""Who somebody is, as the database has it at this click: sign-ins begin, go on, end, and nothing brings them back."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import AbstractContextManager
from dataclasses import replace

import pytest

from assessment.domain.access.account import Scope
from assessment.domain.access.permissions import AccessRole
from assessment.errors import (
    AssessmentError,
    InvalidInput,
    LinkRefused,
    NotAvailable,
    SignInRefused,
    StoreUnavailable,
    TooManyAttempts,
)
from assessment.services.attempts import Place
from assessment.services.authority import LOCAL_ACTOR as ME
from assessment.services.authority import Actor
from assessment.services.passwords import Passwords
from assessment.services.plumbline import Plumbline
from assessment.services.signing_in import InvitationKind, SignedIn
from assessment.settings import Settings
from assessment.store import Writer
from tests.services.accounts import FAST, HOME, PASSWORD, Clock, made, opened
from tests.services.conftest import at_once

ELSEWHERE = Place(address="198.51.100.7")
ANNA, BEN = "anna@example.org", "ben@example.org"
READER = Scope(role=AccessRole.READER)
OTHER_PASSWORD = "gravel-otter-lantern"


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def team(settings: Settings, clock: Clock) -> Iterator[Plumbline]:
    """An installation at a time that the test says."""
    with opened(settings, clock) as plumbline:
        yield plumbline


@pytest.fixture
def anna(team: Plumbline) -> SignedIn:
    return made(team, ANNA)


def actor(team: Plumbline, signed_in: SignedIn) -> Actor:
    found = team.accounts.actor_of(signed_in.token)
    assert found is not None
    return found


def journaled(team: Plumbline) -> list[tuple[str, str, str]]:
    """Who did what in the store's own chain, newest first."""
    with team._store.reading() as reader:
        assert reader.broken_link(None) is None
        return [(one.actor_id, one.operation, one.what.partition(" ")[0]) for one in reader.journal(None, None)]


# --- sign-ins --------------------------------------------------------------------------------------------------------


def test_a_password_signs_in_and_the_token_says_who_it_is(team: Plumbline, anna: SignedIn) -> None:
    begun = team.accounts.sign_in("  ANNA@Example.ORG ", PASSWORD, ELSEWHERE)
    assert re.fullmatch(r"[\w-]{43}", begun.token)
    assert begun.token != anna.token
    found = actor(team, begun)
    assert (found.id, found.name) == (anna.account_id, "Anna")
    assert journaled(team)[0] == (anna.account_id, "accounts.sign-in", "sign-in")


def test_the_token_is_kept_nowhere_and_its_hash_signs_nobody_in(
    team: Plumbline, anna: SignedIn, settings: Settings
) -> None:
    hashed = actor(team, anna).sign_in
    assert hashed is not None
    assert team.accounts.actor_of(hashed) is None
    assert team.accounts.actor_of(hashed[:43]) is None
    content = b"".join(path.read_bytes() for path in settings.data_folder.glob("plumbline.db*"))
    assert hashed.encode() in content
    for secret in (anna.token, anna.browser, PASSWORD):
        assert secret.encode() not in content


@pytest.mark.parametrize("token", [None, "", "x", "alone", "\ud800" * 43, "é" * 43, "\0" * 43, "a" * 43, "a" * 10_000])
def test_no_other_token_says_who_somebody_is(team: Plumbline, anna: SignedIn, token: str | None) -> None:
    assert team.accounts.actor_of(token) is None


def test_a_sign_in_ends_after_its_idle_time_and_each_click_puts_that_off(
    team: Plumbline, anna: SignedIn, clock: Clock
) -> None:
    for _ in range(4):
        clock.go_on(hours=11, minutes=59)
        assert team.accounts.actor_of(anna.token) is not None
    clock.go_on(hours=12)
    assert team.accounts.actor_of(anna.token) is None


def test_a_sign_in_ends_after_seven_days_however_much_it_is_used(team: Plumbline, anna: SignedIn, clock: Clock) -> None:
    for _ in range(7 * 4 - 1):
        clock.go_on(hours=6)
        assert team.accounts.actor_of(anna.token) is not None
    clock.go_on(hours=6)
    assert team.accounts.actor_of(anna.token) is None


def test_the_idle_end_is_written_at_most_once_a_minute(
    team: Plumbline, anna: SignedIn, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[str] = []
    writing = team._store.writing

    def noted(**named: str) -> AbstractContextManager[Writer]:
        written.append(named["operation"])
        return writing(**named)

    monkeypatch.setattr(team._store, "writing", noted)
    for _ in range(13):
        clock.go_on(seconds=10)
        team.accounts.actor_of(anna.token)
    assert written == ["accounts.see"]


def test_a_busy_database_keeps_nobody_from_reading_on(
    team: Plumbline, anna: SignedIn, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def busy(**named: object) -> None:
        raise StoreUnavailable("it is busy", "Wait.")

    clock.go_on(minutes=5)
    monkeypatch.setattr(team._store, "writing", busy)
    assert team.accounts.actor_of(anna.token) is not None


def test_signing_out_ends_this_sign_in_and_no_other(team: Plumbline, anna: SignedIn) -> None:
    second = team.accounts.sign_in(ANNA, PASSWORD, HOME)
    team.accounts.sign_out(actor(team, anna))
    assert team.accounts.actor_of(anna.token) is None
    assert team.accounts.actor_of(second.token) is not None
    assert journaled(team)[0] == (anna.account_id, "accounts.sign-out", "sign-in")
    team.accounts.sign_out(ME)  # who has none is out already


@pytest.mark.parametrize(
    ("email", "password"),
    [
        (ANNA, "lantern-gravel-otteR"),
        ("nobody@example.org", PASSWORD),
        ("", ""),
        (ANNA, ""),
        ("\ud800\0", PASSWORD),
        (ANNA * 1_000, PASSWORD * 1_000),
        (BEN, PASSWORD),
        ("carl@example.org", PASSWORD),
        ("' OR 1=1 --", PASSWORD),
    ],
)
def test_whoever_is_refused_is_refused_in_the_same_words(
    team: Plumbline, anna: SignedIn, email: str, password: str
) -> None:
    team.accounts.disable(ME, made(team, BEN, READER).account_id)
    with team._store.writing(actor_id="local", operation="accounts.test") as writer:  # one that signs in elsewhere
        found = writer.access_writer.account(anna.account_id)
        assert found is not None
        other = {
            "id": "carl",
            "email": "carl@example.org",
            "password_hash": None,
            "issuer": "https://id",
            "subject": "c",
        }
        writer.access_writer.add_account(replace(found, **other))  # type: ignore[arg-type]
    with pytest.raises(SignInRefused) as refused:
        team.accounts.sign_in(email, password, HOME)
    assert str(refused.value) == str(SignInRefused())


def test_a_hash_of_weaker_parameters_is_replaced_when_its_owner_signs_in(settings: Settings, clock: Clock) -> None:
    with opened(settings, clock) as plumbline:
        made(plumbline, ANNA)
        plumbline.accounts._passwords = Passwords()
        plumbline.accounts.sign_in(ANNA, PASSWORD, HOME)
        with plumbline._store.reading() as reader:
            account = reader.access.account_of_email(ANNA)
        assert account is not None
        assert (account.password_hash or "").startswith("$argon2id$v=19$m=65536,")


def test_an_account_that_is_disabled_while_its_password_is_looked_at_is_not_let_in(
    team: Plumbline, anna: SignedIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    ben = made(team, BEN, READER)
    verify = FAST.verify

    def disabling(password: str, stored_hash: str | None) -> object:
        team.accounts.disable(ME, ben.account_id)
        return verify(password, stored_hash)

    monkeypatch.setattr(FAST, "verify", disabling)
    with pytest.raises(SignInRefused):
        team.accounts.sign_in(BEN, PASSWORD, HOME)


# --- one's own password ----------------------------------------------------------------------------------------------


def test_changing_ones_password_ends_every_other_sign_in(team: Plumbline, anna: SignedIn) -> None:
    second = team.accounts.sign_in(ANNA, PASSWORD, ELSEWHERE)
    link = team.accounts.renew_password(ME, anna.account_id)
    team.accounts.change_password(actor(team, second), PASSWORD, OTHER_PASSWORD, ELSEWHERE)
    with pytest.raises(LinkRefused):  # a new password that somebody else could still choose is no new password
        team.accounts.invited(link)
    assert team.accounts.actor_of(anna.token) is None
    assert team.accounts.actor_of(second.token) is not None
    with pytest.raises(SignInRefused):
        team.accounts.sign_in(ANNA, PASSWORD, HOME)
    assert team.accounts.sign_in(ANNA, OTHER_PASSWORD, HOME).account_id == anna.account_id


def test_without_the_present_password_or_with_a_poor_new_one_nothing_changes(team: Plumbline, anna: SignedIn) -> None:
    for present, new, where in (("x", OTHER_PASSWORD, "Present password"), (PASSWORD, "password1234", "Password")):
        with pytest.raises(InvalidInput) as refused:
            team.accounts.change_password(actor(team, anna), present, new, HOME)
        assert refused.value.where == where
    assert team.accounts.sign_in(ANNA, PASSWORD, HOME).account_id == anna.account_id


def test_poor_new_passwords_are_no_guesses_at_the_present_one(team: Plumbline, anna: SignedIn) -> None:
    for _ in range(11):
        with pytest.raises(InvalidInput, match="tried first"):
            team.accounts.change_password(actor(team, anna), PASSWORD, "password1234", HOME)
    for _ in range(10):
        with pytest.raises(InvalidInput, match="Present password"):
            team.accounts.change_password(actor(team, anna), "wrong", OTHER_PASSWORD, HOME)
    with pytest.raises(TooManyAttempts):
        team.accounts.change_password(actor(team, anna), PASSWORD, OTHER_PASSWORD, HOME)


def test_who_is_signed_in_no_more_changes_nothing(team: Plumbline, anna: SignedIn) -> None:
    mine = actor(team, anna)
    team.accounts.sign_out(mine)
    for nobody in (mine, ME, replace(mine, sign_in=None), replace(mine, id="somebody else")):
        with pytest.raises(NotAvailable):
            team.accounts.change_password(nobody, PASSWORD, OTHER_PASSWORD, HOME)
        with pytest.raises(NotAvailable):
            team.accounts.own_account(nobody)


# --- one-time links --------------------------------------------------------------------------------------------------


def test_the_first_link_makes_an_administrator_while_there_is_no_account(team: Plumbline) -> None:
    first, second = team.accounts.first_link(), team.accounts.first_link()
    assert first is not None
    assert second is not None
    assert not team.accounts.has_accounts()
    begun = team.accounts.accept(first, "Anna", PASSWORD, HOME, ANNA)
    assert team.accounts.has_accounts()
    assert actor(team, begun).name == "Anna"
    (account,) = team.accounts.list_accounts(ME)
    assert account.is_administrator
    assert team.accounts.first_link() is None
    for token in (first, second):
        with pytest.raises(LinkRefused):
            team.accounts.accept(token, "Eve", PASSWORD, HOME, "eve@example.org")
    assert len(team.accounts.list_accounts(ME)) == 1


def test_an_invitation_makes_an_account_with_what_it_gives_and_works_once(team: Plumbline) -> None:
    token = team.accounts.invite(ME, " Ben@Example.org ", (READER,))
    invited = team.accounts.invited(token)
    assert (invited.kind, invited.email, invited.name) == (InvitationKind.INVITE, "Ben@Example.org", None)
    begun = team.accounts.accept(token, "  Ben   ", PASSWORD, HOME, "eve@example.org")
    (account,) = team.accounts.list_accounts(ME)
    assert (account.name, account.email, account.id) == ("Ben", "Ben@Example.org", begun.account_id)
    assert [grant.scope for grant in account.grants] == [READER]
    assert [grant.granted_by for grant in account.grants] == [ME.id]
    for attempt in (team.accounts.invited, lambda one: team.accounts.accept(one, "Ben", PASSWORD, HOME)):
        with pytest.raises(LinkRefused):
            attempt(token)


def test_a_link_is_over_after_its_time(team: Plumbline, clock: Clock) -> None:
    token = team.accounts.invite(ME, BEN, (READER,))
    clock.go_on(hours=71, minutes=59)
    assert team.accounts.invited(token).email == BEN
    clock.go_on(minutes=1)
    with pytest.raises(LinkRefused):
        team.accounts.invited(token)
    with pytest.raises(LinkRefused):
        team.accounts.accept(token, "Ben", PASSWORD, HOME)
    assert team.accounts.list_accounts(ME) == ()
    assert team.accounts.list_links(ME) == ()


def test_a_name_or_password_that_will_not_do_leaves_the_link_as_it_was(team: Plumbline) -> None:
    token = team.accounts.invite(ME, BEN, (READER,))
    for name, password in (("", PASSWORD), ("B" * 5_000, PASSWORD), ("Ben\ud800", PASSWORD), ("Ben", "password1234")):
        with pytest.raises(InvalidInput):
            team.accounts.accept(token, name, password, HOME)
    first = team.accounts.first_link()
    for email in ("", "anna", "anna@", "@example.org", "anna@example", "an na@example.org", f"{'a' * 300}@example.org"):
        with pytest.raises(InvalidInput, match="E-mail address"):
            team.accounts.accept(first or "", "Anna", PASSWORD, HOME, email)
    assert team.accounts.accept(token, "Ben", PASSWORD, HOME).account_id


def test_a_new_password_comes_by_a_link_and_ends_what_was_signed_in(team: Plumbline, anna: SignedIn) -> None:
    token = team.accounts.renew_password(ME, anna.account_id)
    assert team.accounts.actor_of(anna.token) is not None
    assert team.accounts.invited(token).name == "Anna"
    begun = team.accounts.accept(token, "Somebody else", OTHER_PASSWORD, HOME, "eve@example.org")
    assert begun.account_id == anna.account_id
    assert team.accounts.actor_of(anna.token) is None
    (account,) = team.accounts.list_accounts(ME)
    assert (account.name, account.email) == ("Anna", ANNA)
    assert team.accounts.sign_in(ANNA, OTHER_PASSWORD, HOME)
    with pytest.raises(SignInRefused):
        team.accounts.sign_in(ANNA, PASSWORD, HOME)


def test_what_an_invitation_gives_on_something_that_is_gone_is_left_out(team: Plumbline) -> None:
    from tests.services.conftest import begun, remove_for_good

    kept, gone = begun(team), begun(team)
    scopes = tuple(Scope(role=AccessRole.ANALYST, assessment_id=one) for one in (kept, gone))
    token = team.accounts.invite(ME, BEN, scopes)
    remove_for_good(team, gone)
    team.accounts.accept(token, "Ben", PASSWORD, HOME)
    assert [grant.scope for grant in team.accounts.list_accounts(ME)[0].grants] == [scopes[0]]


@pytest.mark.parametrize("kind", ["first", "invite", "password"])
def test_a_link_that_many_take_up_at_once_works_for_one(settings: Settings, database_url: str, kind: str) -> None:
    with opened(replace(settings, database_url=database_url), Clock()) as team:
        if kind == "first":
            token = team.accounts.first_link() or ""
        elif kind == "invite":
            token = team.accounts.invite(ME, BEN, (READER,))
        else:
            token = team.accounts.renew_password(ME, made(team, BEN).account_id)
        begun: list[SignedIn] = []
        failed = at_once(
            *[
                lambda one=number: begun.append(
                    team.accounts.accept(token, f"Ben {one}", f"{OTHER_PASSWORD} {one}", HOME, BEN)
                )
                for number in range(6)
            ]
        )
        assert len(begun) == 1
        assert [type(error) for error in failed] == [LinkRefused] * 5
        (account,) = team.accounts.list_accounts(ME)
        assert account.id == begun[0].account_id
        assert all(isinstance(error, AssessmentError) for error in failed)
