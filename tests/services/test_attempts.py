"""Guessing is slow, whoever guesses from wherever; and the honest one gets in meanwhile.

`PLUMBLINE_GUESSES` is how many passwords, links and tokens are guessed.
"""

from __future__ import annotations

import os
import secrets
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from limits import RateLimitItem

from assessment.domain.access.account import Scope
from assessment.domain.access.permissions import AccessRole
from assessment.errors import AssessmentError, LinkRefused, SignInRefused, TooManyAttempts
from assessment.services import attempts
from assessment.services.attempts import Place, network
from assessment.services.authority import LOCAL_ACTOR as ME
from assessment.services.identity import new_token
from assessment.services.plumbline import Plumbline
from assessment.services.signing_in import SignedIn
from assessment.settings import Settings
from tests.services.accounts import FAST, HOME, PASSWORD, Clock, made, opened
from tests.services.conftest import at_once
from tests.store.cluster import Cluster

GUESSES = int(os.environ.get("PLUMBLINE_GUESSES", "150"))
ANNA, BEN = "anna@example.org", "ben@example.org"
ATTACKER = Place(address="203.0.113.66")
NEW = Place(address="192.0.2.99")
READER = Scope(role=AccessRole.READER)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def team(settings: Settings, clock: Clock) -> Iterator[Plumbline]:
    with opened(settings, clock) as plumbline:
        yield plumbline


@pytest.fixture
def anna(team: Plumbline) -> SignedIn:
    """Anna signed in at home."""
    return made(team, ANNA)


Outcomes = Counter[type[AssessmentError]]


def guess(team: Plumbline, place: Place = ATTACKER, email: str = ANNA, count: int = 1) -> Outcomes:
    """What becomes of so many wrong passwords."""
    outcomes: Outcomes = Counter()
    for number in range(count):
        try:
            team.accounts.sign_in(email, f"wrong-password-{number}", place)
        except AssessmentError as error:
            outcomes[type(error)] += 1
    return outcomes


def from_everywhere(count: int) -> list[Place]:
    return [Place(address=f"198.18.{number // 250}.{number % 250}") for number in range(count)]


def counted(team: Plumbline, clock: Clock, limit: RateLimitItem, key: str, count: int) -> None:
    """As if so many had failed just now, which would take a test too long."""
    with team._store.writing(actor_id="test", operation="accounts.test") as writer:
        ends_at = clock.now + timedelta(seconds=limit.get_expiry())
        writer.access_writer.count_attempt(limit.key_for(key), count, clock.now, ends_at)


def account_key(email: str) -> str:
    return attempts._key("account", email)


def gets_in(team: Plumbline, place: Place, email: str = ANNA) -> bool:
    try:
        team.accounts.sign_in(email, PASSWORD, place)
    except TooManyAttempts:
        return False
    return True


# --- what is stopped -------------------------------------------------------------------------------------------------


def test_ten_wrong_passwords_from_one_address_and_then_not_even_the_right_one(
    team: Plumbline, anna: SignedIn, clock: Clock
) -> None:
    assert guess(team, count=12) == {SignInRefused: 10, TooManyAttempts: 2}
    assert not gets_in(team, ATTACKER)
    clock.go_on(minutes=14, seconds=30)
    with pytest.raises(TooManyAttempts) as refused:
        team.accounts.sign_in(ANNA, PASSWORD, ATTACKER)
    assert refused.value.seconds == 30
    assert str(refused.value).startswith("There were too many attempts to sign in. Wait a minute and try again")
    clock.go_on(seconds=30)
    assert gets_in(team, ATTACKER)


def test_an_account_that_is_not_there_is_counted_as_one_that_is(team: Plumbline, anna: SignedIn) -> None:
    assert guess(team, email="nobody@example.org", count=12) == guess(team, count=12)


def test_one_address_at_many_accounts_is_stopped_too(team: Plumbline, anna: SignedIn) -> None:
    outcomes = sum((guess(team, email=f"user{number}@example.org", count=5) for number in range(14)), Counter())
    assert outcomes == {SignInRefused: 60, TooManyAttempts: 10}
    one_customer = [Place(address=f"2001:db8:1:2::{number:x}") for number in range(70)]
    outcomes = sum((guess(team, place, f"v6{place.address[-1]}@example.org") for place in one_customer), Counter())
    assert outcomes == {SignInRefused: 60, TooManyAttempts: 10}


def test_many_addresses_at_one_account_are_slowed_and_then_stopped(
    team: Plumbline, anna: SignedIn, clock: Clock
) -> None:
    outcomes = [guess(team, place, count=11) for place in from_everywhere(8)]
    assert [one[SignInRefused] for one in outcomes] == [10] * 5 + [1] * 3
    counted(team, clock, attempts.ACCOUNT, account_key(ANNA), 300 - 53 - 1)
    assert guess(team, NEW, count=2) == {SignInRefused: 1, TooManyAttempts: 1}
    clock.go_on(minutes=16)
    assert guess(team, NEW) == {TooManyAttempts: 1}
    assert guess(team, NEW, BEN) == {SignInRefused: 1}
    clock.go_on(minutes=45)
    assert guess(team, NEW) == {SignInRefused: 1}


def test_everything_together_has_a_limit_and_it_ends(team: Plumbline, anna: SignedIn, clock: Clock) -> None:
    counted(team, clock, attempts.ALL, "all", 999)
    assert guess(team, count=2) == {SignInRefused: 1, TooManyAttempts: 1}
    assert not gets_in(team, NEW)
    assert gets_in(team, HOME)
    clock.go_on(minutes=10)
    assert gets_in(team, NEW)


def test_a_thousand_at_once_are_no_way_around(settings: Settings, database_url: str) -> None:
    with opened(replace(settings, database_url=database_url), Clock()) as team:
        made(team, ANNA)
        failed = at_once(*[lambda: team.accounts.sign_in(ANNA, "wrong-password", ATTACKER) for _ in range(24)])
        assert Counter(map(type, failed)) == {SignInRefused: 10, TooManyAttempts: 14}


def test_two_processes_count_together(settings: Settings, cluster: Cluster) -> None:
    clock = Clock()
    shared = replace(settings, database_url=cluster.new_database())
    with opened(shared, clock) as one, opened(shared, clock) as other:
        made(one, ANNA)
        assert guess(one, count=6)[SignInRefused] == 6
        assert guess(other, count=6) == {SignInRefused: 4, TooManyAttempts: 2}


def test_a_flood_that_is_refused_writes_nothing(
    team: Plumbline, anna: SignedIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    guess(team, count=10)
    monkeypatch.setattr(team._store, "writing", lambda **named: pytest.fail("it wrote"))
    monkeypatch.setattr(FAST, "verify", lambda *given: pytest.fail("it hashed"))
    assert guess(team, count=20) == {TooManyAttempts: 20}


# --- who gets in all the same ----------------------------------------------------------------------------------------


def test_the_honest_one_gets_in_from_elsewhere_while_an_attacker_guesses(team: Plumbline, anna: SignedIn) -> None:
    guess(team, count=100)
    assert gets_in(team, HOME)
    assert gets_in(team, NEW)


def test_the_honest_one_gets_in_where_they_were_before_while_everybody_guesses(
    team: Plumbline, anna: SignedIn, clock: Clock
) -> None:
    counted(team, clock, attempts.ACCOUNT, account_key(ANNA), 300)
    assert not gets_in(team, NEW)
    assert gets_in(team, HOME)
    assert gets_in(team, replace(NEW, browser=anna.browser))
    other = Place(address="192.0.2.77")
    assert not gets_in(team, other)
    link = team.accounts.renew_password(ME, anna.account_id)
    assert team.accounts.accept(link, "", PASSWORD, other)
    assert gets_in(team, other)


def test_the_honest_one_gets_in_in_their_browser_at_the_attackers_own_address(
    team: Plumbline, anna: SignedIn, clock: Clock
) -> None:
    shared = Place(address=HOME.address)
    guess(team, shared, count=50)
    assert not gets_in(team, shared)
    assert not gets_in(team, replace(shared, browser=new_token()))
    assert gets_in(team, replace(shared, browser=anna.browser))


def test_a_known_browser_is_no_licence_to_guess(team: Plumbline, anna: SignedIn, clock: Clock) -> None:
    stolen = replace(ATTACKER, browser=anna.browser)
    assert guess(team, stolen, count=20) == {SignInRefused: 10, TooManyAttempts: 10}
    assert guess(team, stolen, email=BEN, count=20)[SignInRefused] == 10  # known for her account alone
    clock.go_on(days=91)
    assert guess(team, from_everywhere(1)[0], count=1)[SignInRefused] == 1


def test_a_place_is_known_for_ninety_days_after_the_last_time(team: Plumbline, anna: SignedIn, clock: Clock) -> None:
    for days, is_known in ((89, True), (89, True), (90, False)):
        clock.go_on(days=days)
        counted(team, clock, attempts.ACCOUNT, account_key(ANNA), 300)
        assert gets_in(team, HOME) is is_known


def test_an_office_that_signs_in_rightly_never_reaches_a_limit(team: Plumbline) -> None:
    office = Place(address="192.0.2.200")
    counted(team, Clock(), attempts.ADDRESS, attempts._key("address", office.address), 58)
    for number in range(4):
        made(team, f"person{number}@example.org", READER)
        assert gets_in(team, office, f"person{number}@example.org")
    assert guess(team, office, "somebody@example.org", count=3) == {SignInRefused: 2, TooManyAttempts: 1}


def test_a_right_password_forgets_the_wrong_ones_before_it(team: Plumbline, anna: SignedIn) -> None:
    for _ in range(4):
        assert guess(team, HOME, count=9) == {SignInRefused: 9}
        assert gets_in(team, HOME)


def test_addresses_are_counted_by_network() -> None:
    assert network("not an address") == network("") == attempts.UNKNOWN_ADDRESS
    assert network("fe80::1%eth0") == "fe80::/64"
    assert network("2001:db8:0:1::1") != network("2001:db8:0:2::1")


# --- ten thousand guesses --------------------------------------------------------------------------------------------


@pytest.mark.soak
@pytest.mark.parametrize("what", ["passwords", "links", "tokens"])
def test_guesses_hit_nothing_and_the_honest_one_gets_in(
    team: Plumbline, anna: SignedIn, clock: Clock, what: str
) -> None:
    link = team.accounts.invite(ME, BEN, (READER,))
    places = from_everywhere(250)

    def password(number: int) -> object:
        clock.go_on(seconds=2)
        try:
            return team.accounts.sign_in(ANNA, secrets.token_urlsafe(9), places[number % len(places)])
        except (SignInRefused, TooManyAttempts):
            return None

    def one_link(number: int) -> object:
        try:
            return team.accounts.accept(near(link, number), "Eve", PASSWORD, ATTACKER)
        except LinkRefused:
            return None

    def token(number: int) -> object:
        return team.accounts.actor_of(near(anna.token, number))

    guesses: dict[str, Callable[[int], object]] = {"passwords": password, "links": one_link, "tokens": token}
    hits = [hit for hit in map(guesses[what], range(GUESSES)) if hit is not None]
    assert hits == []
    assert team.accounts.sign_in(ANNA, PASSWORD, HOME).account_id == anna.account_id
    assert team.accounts.accept(link, "Ben", PASSWORD, NEW).account_id


def near(token: str, number: int) -> str:
    """Another token: a random one, or the right one but for its end."""
    if number % 2:
        return new_token()
    return f"{token[:-1]}{'A' if token[-1] != 'A' else 'B'}" if number % 4 else f"{token[:20]}{new_token()[20:]}"
