"""Company sign-in takes what the provider signed for this Plumbline, now, in answer to this departure; nothing else."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import httpx
import pytest
from joserfc import jwt
from joserfc.jwk import OctKey

from assessment.errors import ProviderFailed
from assessment.services import provider as provider_module
from assessment.services import provider_client
from assessment.services.provider import Departure, ProviderAnswer, ProviderService
from tests.provider.pretended import ISSUER, KEY, OTHER_KEY, SAME_NAME_KEY, Pretended, claims_for, settings_for
from tests.provider.running import CLIENT_ID, CLIENT_SECRET, RunningProvider, running_provider, sign_in_at_provider

CALLBACK = "http://127.0.0.1:9/sign-in/callback"


def service_of(pretended: Pretended) -> ProviderService:
    return ProviderService(settings_for(ISSUER), transport=httpx.MockTransport(pretended))


def answered(pretended: Pretended, **changed: Any) -> Any:
    """A whole sign-in at a provider that signs the usual claims, with some changed."""
    service = service_of(pretended)
    departure, _ = asyncio.run(service.begin(CALLBACK))
    pretended.claims = claims_for(departure.nonce, **changed)
    return asyncio.run(service.finish(departure, ProviderAnswer(state=departure.state, code="c"), CALLBACK))


def test_what_the_provider_signed_is_who_came_back() -> None:
    claims = answered(Pretended(), groups=["service", "desk"])
    assert (claims.issuer, claims.subject, claims.name) == (ISSUER, "1", "Ann")
    assert (claims.email, claims.is_email_verified, claims.groups) == (
        "ann@tamarind.example",
        True,
        ("service", "desk"),
    )


@pytest.mark.parametrize(
    "changed",
    [
        {"iss": "https://elsewhere.example"},
        {"iss": None},
        {"aud": "another-client"},
        {"aud": "another-client", "azp": CLIENT_ID},
        {"aud": None},
        {"exp": int(time.time()) - 120},
        {"exp": None},
        {"nonce": "of-another-departure"},
        {"nonce": None},
        {"sub": None},
        {"nbf": int(time.time()) + 600},
    ],
    # no moment in a name: the tests are collected by several processes, which must find the same ones
    ids=lambda changed: ", ".join(
        name if isinstance(value, int) else f"{name} {value}"[:24] for name, value in changed.items()
    ),
)
def test_a_claim_that_is_not_for_this_sign_in_is_refused_in_words(changed: dict[str, Any]) -> None:
    with pytest.raises(ProviderFailed, match="You were not signed in through your company: what it answered"):
        answered(Pretended(), **changed)


@pytest.mark.parametrize(
    "signs",
    [
        lambda claims: jwt.encode({"alg": "RS256", "kid": "first"}, claims, SAME_NAME_KEY),
        lambda claims: jwt.encode({"alg": "RS256", "kid": "second"}, claims, OTHER_KEY),
        lambda claims: jwt.encode(
            {"alg": "HS256", "kid": "first"}, claims, OctKey.import_key(CLIENT_SECRET, {"kid": "first"})
        ),
        lambda claims: jwt.encode({"alg": "RS256"}, claims, KEY).rpartition(".")[0] + ".",
        lambda claims: "eyJhbGciOiJub25lIn0." + jwt.encode({"alg": "RS256"}, claims, KEY).split(".")[1] + ".",
        lambda claims: "no token",
    ],
    ids=["another key of the name", "unknown key", "the secret", "no signature", "alg none", "no token"],
)
def test_what_the_provider_did_not_sign_is_refused_in_words(signs: Callable[[dict[str, Any]], str]) -> None:
    with pytest.raises(ProviderFailed, match="what it answered is not valid"):
        answered(Pretended(signs=signs))


def test_keys_are_asked_for_once_and_again_for_a_key_that_is_not_among_them() -> None:
    pretended = Pretended()
    service = service_of(pretended)

    def signed_in() -> None:
        departure, _ = asyncio.run(service.begin(CALLBACK))
        pretended.claims = claims_for(departure.nonce)
        asyncio.run(service.finish(departure, ProviderAnswer(state=departure.state, code="c"), CALLBACK))

    signed_in()
    signed_in()
    assert pretended.asked.count("/jwks") == 1
    pretended.keys = (OTHER_KEY,)
    pretended.signs = lambda claims: jwt.encode({"alg": "RS256", "kid": "second"}, claims, OTHER_KEY)
    signed_in()
    assert pretended.asked.count("/jwks") == 2


def test_a_key_that_the_provider_withdrew_is_trusted_for_an_hour_at_most(monkeypatch: pytest.MonkeyPatch) -> None:
    pretended = Pretended()
    service = service_of(pretended)
    departure, _ = asyncio.run(service.begin(CALLBACK))
    pretended.claims = claims_for(departure.nonce)
    answer = ProviderAnswer(state=departure.state, code="c")
    asyncio.run(service.finish(departure, answer, CALLBACK))
    pretended.keys = (OTHER_KEY,)
    later = time.monotonic() + provider_client.KNOWN_SECONDS + 1
    monkeypatch.setattr(provider_client, "monotonic", lambda: later)
    asyncio.run(service.begin(CALLBACK))
    with pytest.raises(ProviderFailed):
        asyncio.run(service.finish(departure, answer, CALLBACK))


def test_the_proof_of_the_departure_goes_with_the_code() -> None:
    pretended = Pretended()
    service = service_of(pretended)
    departure, address = asyncio.run(service.begin(CALLBACK))
    pretended.claims = claims_for(departure.nonce)
    asyncio.run(service.finish(departure, ProviderAnswer(state=departure.state, code="c"), CALLBACK))
    assert pretended.forms[0]["code_verifier"] == [departure.verifier]
    assert pretended.forms[0]["redirect_uri"] == [CALLBACK]
    asked = dict(parse_qsl(urlsplit(address).query))
    assert (asked["state"], asked["nonce"], asked["code_challenge_method"]) == (
        departure.state,
        departure.nonce,
        "S256",
    )
    assert departure.verifier not in address


def test_what_the_token_leaves_out_is_asked_for_and_must_be_of_the_same_person() -> None:
    more = {"sub": "1", "email": "ann@tamarind.example", "email_verified": True}
    claims = answered(Pretended(more=more), email=None, email_verified=None)
    assert claims.verified_email == "ann@tamarind.example"
    with pytest.raises(ProviderFailed, match="two people at once"):
        answered(Pretended(more=more | {"sub": "2"}), email=None)
    with pytest.raises(ProviderFailed, match="cannot be reached"):
        answered(Pretended(more=httpx.Response(500)), email=None)


def test_an_email_counts_as_verified_only_where_the_provider_says_true() -> None:
    for said in (None, False, "true", 1):
        assert answered(Pretended(), email_verified=said).verified_email is None
    assert answered(Pretended(), email=["ann@tamarind.example"], name=3, groups="service").groups == ()


@pytest.mark.parametrize(
    ("pretended", "reason"),
    [
        (Pretended(metadata={"issuer": "https://elsewhere.example"}), "calls itself otherwise"),
        (Pretended(metadata={"token_endpoint": "http://sign-in.example/token"}), "without https"),
        (Pretended(metadata={"jwks_uri": None}), "not valid"),
        (Pretended(token_answer=httpx.Response(503)), "cannot be reached"),
        (Pretended(token_answer=httpx.Response(200, text="<html>")), "not valid"),
        (Pretended(token_answer=httpx.Response(400, json={"error": "invalid_grant"})), "used before"),
        (Pretended(token_answer=httpx.Response(200, json={"access_token": "a"})), "did not say who you are"),
    ],
    ids=["another issuer", "no https", "no keys", "down", "a page", "a used code", "no id"],
)
def test_a_provider_that_is_not_as_it_should_be_is_told_in_words(pretended: Pretended, reason: str) -> None:
    with pytest.raises(ProviderFailed, match=reason):
        answered(pretended)


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"state": "foreign"}, "does not belong"),
        ({"state": None}, "does not belong"),
        ({"state": "ä"}, "does not belong"),
        ({"issuer": "https://elsewhere.example"}, "another provider"),
        ({"error": "access_denied", "code": None}, "did not sign you in"),
        ({"code": None}, "did not sign you in"),
    ],
)
def test_a_foreign_answer_is_refused_before_anything_is_sent(changed: dict[str, Any], reason: str) -> None:
    pretended = Pretended()
    service = service_of(pretended)
    departure, _ = asyncio.run(service.begin(CALLBACK))
    answer = replace(ProviderAnswer(state=departure.state, code="c", issuer=ISSUER), **changed)
    with pytest.raises(ProviderFailed, match=reason):
        asyncio.run(service.finish(departure, answer, CALLBACK))
    with pytest.raises(ProviderFailed, match="does not belong"):
        asyncio.run(service.finish(None, answer, CALLBACK))
    assert pretended.forms == []


def test_a_departure_travels_sealed_and_only_so_long(monkeypatch: pytest.MonkeyPatch) -> None:
    service = service_of(Pretended())
    departure = Departure(state="s", nonce="n", verifier="v")
    sealed = service.sealed(departure)
    assert service.opened(sealed) == departure
    another = ProviderService(replace(settings_for(ISSUER), client_secret="another secret"))
    assert another.opened(sealed) is None
    for forged in (None, "", "x", f"{sealed[:-1]}!", f"e30{sealed}"):
        assert service.opened(forged) is None
    monkeypatch.setattr(provider_module, "DEPARTURE_SECONDS", -1)
    assert service.opened(sealed) is None


def test_without_a_provider_there_is_no_button_and_no_way() -> None:
    service = ProviderService(None)
    assert service.name is None
    with pytest.raises(ProviderFailed, match="not set up"):
        asyncio.run(service.begin(CALLBACK))


@pytest.fixture(scope="module")
def real() -> Iterator[RunningProvider]:
    with running_provider(CALLBACK) as provider:
        yield provider


def came_back(service: ProviderService, login: str) -> tuple[Departure, ProviderAnswer]:
    """Somebody who signed in at the real provider."""
    departure, address = asyncio.run(service.begin(CALLBACK))
    asked = dict(parse_qsl(urlsplit(sign_in_at_provider(address, login, CALLBACK)).query))
    return departure, ProviderAnswer(state=asked["state"], code=asked["code"], issuer=asked["iss"])


@pytest.mark.slow
def test_a_real_provider_signs_people_in_with_whichever_key_it_has(real: RunningProvider) -> None:
    service = ProviderService(settings_for(real.issuer, GROUPS="service"))
    for login, email in (("ann", "ann@tamarind.example"), ("cid", None)):
        departure, answer = came_back(service, login)
        claims = asyncio.run(service.finish(departure, answer, CALLBACK))
        assert (claims.issuer, claims.subject, claims.verified_email) == (real.issuer, login, email)
    with pytest.raises(ProviderFailed, match="used before"):
        asyncio.run(service.finish(departure, answer, CALLBACK))
    assert real.asked()["/jwks"] == 1
    real.stop()
    service = ProviderService(settings_for(real.issuer, GROUPS="service"))
    with pytest.raises(ProviderFailed, match="cannot be reached now"):
        asyncio.run(service.begin(CALLBACK))
    real.start("second")
    departure, answer = came_back(service, "ann")
    assert asyncio.run(service.finish(departure, answer, CALLBACK)).groups == ("service",)
    assert real.asked()["/jwks"] == 1
