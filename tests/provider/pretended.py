"""A provider that answers as a test wants it to, without a network."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs

import httpx
from joserfc import jwt
from joserfc.jwk import KeySet, RSAKey

from assessment.settings import ProviderSettings, read_settings
from tests.provider.running import CLIENT_ID, CLIENT_SECRET

ISSUER = "https://sign-in.example"
KEY = RSAKey.generate_key(2048, {"kid": "first"})
OTHER_KEY = RSAKey.generate_key(2048, {"kid": "second"})
SAME_NAME_KEY = RSAKey.generate_key(2048, {"kid": "first"})


def settings_for(issuer: str, **more: str) -> ProviderSettings:
    """What an administrator would set."""
    environment = {"ISSUER": issuer, "CLIENT_ID": CLIENT_ID, "CLIENT_SECRET": CLIENT_SECRET, **more}
    found = read_settings({f"PLUMBLINE_OIDC_{name}": value for name, value in environment.items()}).provider
    assert found is not None
    return found


@dataclass
class Pretended:
    """A provider that answers as a test wants it to: what it says of itself, its keys, and what it signs."""

    metadata: dict[str, Any] = field(default_factory=dict)
    claims: dict[str, Any] = field(default_factory=dict)
    more: dict[str, Any] | httpx.Response = field(default_factory=dict)
    signs: Callable[[dict[str, Any]], str] = lambda claims: jwt.encode({"alg": "RS256", "kid": "first"}, claims, KEY)
    keys: tuple[RSAKey, ...] = (KEY,)
    token_answer: httpx.Response | None = None
    asked: list[str] = field(default_factory=list)
    forms: list[dict[str, list[str]]] = field(default_factory=list)

    def __call__(self, request: httpx.Request) -> httpx.Response:
        path = request.url.path
        self.asked.append(path)
        if path == "/.well-known/openid-configuration":
            usual = {
                "issuer": ISSUER,
                "authorization_endpoint": f"{ISSUER}/auth",
                "token_endpoint": f"{ISSUER}/token",
                "jwks_uri": f"{ISSUER}/jwks",
                "userinfo_endpoint": f"{ISSUER}/me",
                "id_token_signing_alg_values_supported": ["RS256", "HS256", "none"],
            }
            return httpx.Response(200, json=usual | self.metadata)
        if path == "/jwks":
            return httpx.Response(200, json=KeySet(list(self.keys)).as_dict(private=False))
        if path == "/me":
            return self.more if isinstance(self.more, httpx.Response) else httpx.Response(200, json=self.more)
        self.forms.append(parse_qs(request.content.decode()))
        signed = self.signs(self.claims)
        tokens = {"access_token": "a", "token_type": "Bearer", "expires_in": 3600, "id_token": signed}
        return self.token_answer or httpx.Response(200, json=tokens)


def claims_for(nonce: str, /, **changed: Any) -> dict[str, Any]:
    """What an honest provider signs; None leaves a claim out."""
    now = int(time.time())
    usual = {
        "iss": ISSUER,
        "aud": CLIENT_ID,
        "sub": "1",
        "exp": now + 300,
        "iat": now,
        "nonce": nonce,
        "email": "ann@tamarind.example",
        "email_verified": True,
        "name": "Ann",
    }
    return {name: value for name, value in (usual | changed).items() if value is not None}
