"""Alone or a team: whatever is not plainly alone is a team, and a name that anybody may point here opens nothing."""

from __future__ import annotations

import pytest

from assessment.web.access import Access, Listening, is_loopback
from tests.web.asking import scope_of


def access(address: str = "127.0.0.1", base_url: str = "", *, has_accounts: bool = False) -> Access:
    listening = Listening(address=address)
    return Access(listening=lambda: listening, has_accounts=lambda: has_accounts, base_url=base_url)


@pytest.mark.parametrize("address", ["127.0.0.1", "127.1.2.3", "localhost", "LOCALHOST", "::1", "[::1]"])
def test_one_who_listens_to_this_machine_alone_is_alone(address: str) -> None:
    assert not access(address).is_team(scope_of())


@pytest.mark.parametrize("address", ["", "0.0.0.0", "::", "192.168.1.5", "unix:///run/app.sock", "localhost.test"])
def test_whoever_listens_beyond_loopback_is_a_team(address: str) -> None:
    assert not is_loopback(address)
    assert access(address).is_team(scope_of())


def test_an_address_for_people_or_a_first_account_makes_a_team() -> None:
    assert access(base_url="https://maturity.test").is_team(scope_of())
    assert access(has_accounts=True).is_team(scope_of())


@pytest.mark.parametrize(
    "come",
    [
        {"server": ("10.0.0.4", 8501)},
        {"client": ("10.0.0.9", 50000)},
        {"server": ("/run/app.sock", None)},
        {"client": None},
        {"x_forwarded_for": "10.0.0.9"},
        {"x_forwarded_proto": "https"},
        {"x_forwarded_host": "maturity.test"},
        {"x_real_ip": "10.0.0.9"},
        {"forwarded": "for=10.0.0.9"},
        {"via": "1.1 proxy"},
    ],
)
def test_what_comes_another_way_than_over_loopback_makes_a_team_whatever_the_option_says(come: dict[str, str]) -> None:
    assert access().is_team(scope_of(**come))


@pytest.mark.parametrize(
    ("host", "is_allowed"),
    [
        ("127.0.0.1:8501", True),
        ("localhost:8501", True),
        ("LocalHost:8501", True),
        ("[::1]:8501", True),
        ("127.0.0.1:9999", False),
        ("localhost", False),
        ("evil.test:8501", False),
        ("127.0.0.1.evil.test:8501", False),
        ("evil.test@127.0.0.1:8501", False),
        ("192.168.1.5:8501", False),
        ("127.0.0.1:8501, evil.test", False),
        ("127.0.0.1:port", False),
        ("", False),
    ],
)
def test_alone_it_answers_to_this_machine_with_its_own_port(host: str, is_allowed: bool) -> None:
    assert access().allows_host(scope_of(host=host)) is is_allowed


def test_a_request_that_names_two_hosts_or_none_is_refused() -> None:
    twice, none = scope_of(), scope_of()
    twice["headers"].append((b"host", b"evil.test"))
    none["headers"].clear()
    assert not access().allows_host(twice)
    assert not access().allows_host(none)


@pytest.mark.parametrize(
    ("host", "path", "is_allowed"),
    [
        ("maturity.test", "/", True),
        ("MATURITY.test:443", "/", True),
        ("127.0.0.1:8501", "/health", True),
        ("127.0.0.1:8501", "/", False),
        ("10.0.0.4:8501", "/", False),
        ("evil.test", "/health", False),
    ],
)
def test_with_an_address_for_people_it_answers_to_that_alone_and_to_its_own_machine_about_health(
    host: str, path: str, is_allowed: bool
) -> None:
    assert access(base_url="https://maturity.test").allows_host(scope_of(path, host=host)) is is_allowed


@pytest.mark.parametrize(
    ("host", "is_allowed"),
    [
        ("10.0.0.4:8501", True),
        ("[fd00::4]:8501", True),
        ("localhost:8501", True),
        ("server.test:8501", False),
        ("evil.test", False),
    ],
)
def test_beyond_loopback_without_an_address_it_answers_to_numbers_and_to_no_foreign_name(
    host: str, is_allowed: bool
) -> None:
    scope = scope_of(host=host, server=("10.0.0.4", 8501), client=("10.0.0.9", 50000))
    assert access("0.0.0.0").allows_host(scope) is is_allowed
    assert access("127.0.0.1").allows_host(scope) is is_allowed
    assert access("Server.test").allows_host(scope) is (is_allowed or host == "server.test:8501")


@pytest.mark.parametrize(
    ("origin", "is_allowed"),
    [
        ("http://127.0.0.1:8501", True),
        ("https://127.0.0.1:8501", False),
        ("http://localhost:8501", False),
        ("http://localhost:3000", False),
        ("http://127.0.0.1:8502", False),
        ("null", False),
        ("", False),
    ],
)
def test_alone_only_its_own_pages_steer_it_and_no_other_program_of_this_machine(origin: str, is_allowed: bool) -> None:
    assert access().allows_origin(scope_of(), origin) is is_allowed


def test_behind_a_proxy_the_origin_is_that_of_the_address_whatever_the_proxy_speaks_to_the_app() -> None:
    scope = scope_of(host="maturity.test")
    proxied = access(base_url="https://Maturity.test")
    assert proxied.allows_origin(scope, "https://maturity.test")
    assert not proxied.allows_origin(scope, "http://maturity.test")
    assert not proxied.allows_origin(scope, "https://evil.test")


def test_the_cookie_under_https_is_one_that_no_other_host_can_set() -> None:
    cookies = "plumbline_sign_in=plain; __Host-plumbline_sign_in=safe"
    assert access("0.0.0.0").token(scope_of(cookie=cookies)) == "plain"
    assert access("0.0.0.0").token(scope_of(cookie=cookies, scheme="https")) == "safe"
    assert access(base_url="https://maturity.test").token(scope_of(cookie=cookies, host="maturity.test")) == "safe"
    assert access(base_url="http://maturity.test").token(scope_of(cookie=cookies, host="maturity.test")) == "plain"
