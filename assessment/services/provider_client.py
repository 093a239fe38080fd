"""Speaks with a company's own provider, through Authlib: where it is, what it answers, and whether it signed that."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from time import monotonic
from typing import Any
from urllib.parse import urlsplit

import httpx
import structlog
from authlib.deprecate import AuthlibDeprecationWarning
from joserfc.errors import JoseError
from pydantic import BaseModel, ConfigDict, ValidationError

from assessment.domain.access.admission import Claims
from assessment.errors import ProviderFailed
from assessment.services.provider import Departure
from assessment.settings import ProviderSettings

with warnings.catch_warnings():  # it would rather have a newer httpx, which other parts do not bear yet
    warnings.simplefilter("ignore", AuthlibDeprecationWarning)
    from authlib.integrations.starlette_client import OAuthError, StarletteOAuth2App

KNOWN_SECONDS = 3600.0
"""So long are the provider's keys taken as known; for one that is not among them they are asked for at once."""
FRESH_SECONDS = 30.0
"""For so long strangers who press the button do not make us ask the provider again."""
LEEWAY_SECONDS = 60
ANSWER_SECONDS = 10.0
_SIGNED_BY = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA")
_LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})
_log = structlog.get_logger(__name__)


class _Metadata(BaseModel):
    """What the provider says of itself, as far as it is used; nothing else of it reaches the client."""

    model_config = ConfigDict(frozen=True, extra="ignore")
    issuer: str
    authorization_endpoint: str
    token_endpoint: str
    jwks_uri: str
    userinfo_endpoint: str | None = None
    scopes_supported: tuple[str, ...] = ()
    id_token_signing_alg_values_supported: tuple[str, ...] = ("RS256",)
    token_endpoint_auth_methods_supported: tuple[str, ...] = ("client_secret_basic",)

    def addresses(self) -> tuple[str, ...]:
        """Every address that secrets or people are sent to, or keys come from."""
        return tuple(
            one
            for one in (
                self.issuer,
                self.authorization_endpoint,
                self.token_endpoint,
                self.jwks_uri,
                self.userinfo_endpoint,
            )
            if one
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    """Authlib's client with the keys it has read since `since`; at `looked_at` the provider said the same of itself."""

    app: StarletteOAuth2App
    metadata: _Metadata
    since: float
    looked_at: float


class ProviderClient:
    """The provider of the settings. Kept in a process are its addresses and its public keys, nothing of anybody."""

    def __init__(self, settings: ProviderSettings, transport: httpx.AsyncBaseTransport | None) -> None:
        self._settings = settings
        self._transport = transport
        self._known: _Known | None = None

    async def begin(self, callback: str) -> tuple[Departure, str]:
        """What to remember, and the address that the browser goes to. ProviderFailed when the provider is not there."""
        with self._told_in_words():
            app, _ = await self._app(anew=True)
            asked = await app.create_authorization_url(callback)
        departure = Departure(state=asked["state"], nonce=asked["nonce"], verifier=asked["code_verifier"])
        return departure, str(asked["url"])

    async def claims(self, departure: Departure, code: str, callback: str) -> Claims:
        """Who came back with a code. ProviderFailed where the provider does not vouch for it, or for somebody else."""
        with self._told_in_words():
            return await self._claims(departure, code, callback)

    async def _app(self, *, anew: bool = False) -> tuple[StarletteOAuth2App, _Metadata]:
        """Authlib's client for the provider, with the keys it has read. `anew`: ask first what the provider says of
        itself, and whether it is there, unless that was asked a moment ago.
        """
        now, known = monotonic(), self._known
        if known is None or (anew and now - known.looked_at > FRESH_SECONDS):
            metadata = await self._metadata()
            if known is None or known.metadata != metadata or now - known.since > KNOWN_SECONDS:
                known = _Known(app=self._client(metadata), metadata=metadata, since=now, looked_at=now)
            self._known = known = replace(known, looked_at=now)
        return known.app, known.metadata

    async def _metadata(self) -> _Metadata:
        settings = self._settings
        async with httpx.AsyncClient(timeout=ANSWER_SECONDS, transport=self._transport) as client:
            answer = await client.get(f"{settings.issuer.rstrip('/')}/.well-known/openid-configuration")
        answer.raise_for_status()
        metadata = _Metadata.model_validate(answer.json())
        if metadata.issuer != settings.issuer:
            raise ProviderFailed(settings.name, "it calls itself otherwise than PLUMBLINE_OIDC_ISSUER says")
        if not all(_is_guarded(address) for address in metadata.addresses()):
            raise ProviderFailed(settings.name, "one of its addresses is without https")
        return metadata

    def _client(self, metadata: _Metadata) -> StarletteOAuth2App:
        settings = self._settings
        scopes = ["openid", "email", "profile"]
        if settings.groups and "groups" in metadata.scopes_supported:
            scopes.append("groups")
        basic = "client_secret_basic"
        method = basic if basic in metadata.token_endpoint_auth_methods_supported else "client_secret_post"
        return StarletteOAuth2App(
            None,
            name="provider",
            client_id=settings.client_id,
            client_secret=settings.client_secret,
            client_kwargs={
                "scope": " ".join(scopes),
                "code_challenge_method": "S256",
                "token_endpoint_auth_method": method,
                "timeout": ANSWER_SECONDS,
                **({} if self._transport is None else {"transport": self._transport}),
            },
            issuer=metadata.issuer,
            authorization_endpoint=metadata.authorization_endpoint,
            token_endpoint=metadata.token_endpoint,
            jwks_uri=metadata.jwks_uri,
            userinfo_endpoint=metadata.userinfo_endpoint,
            id_token_signing_alg_values_supported=[
                one for one in metadata.id_token_signing_alg_values_supported if one in _SIGNED_BY
            ],
        )

    async def _claims(self, departure: Departure, code: str, callback: str) -> Claims:
        settings = self._settings
        app, metadata = await self._app()
        tokens = await app.fetch_access_token(callback, code=code, code_verifier=departure.verifier)
        exactly = {
            "iss": {"essential": True, "value": settings.issuer},
            "aud": {"essential": True, "value": settings.client_id},
            "sub": {"essential": True},
            "exp": {"essential": True},
            "nonce": {"essential": True, "value": departure.nonce},
        }
        said = await app.parse_id_token(tokens, nonce=departure.nonce, claims_options=exactly, leeway=LEEWAY_SECONDS)
        if said is None:
            raise ProviderFailed(settings.name, "it did not say who you are")
        found: dict[str, Any] = dict(said)
        wanted = {"email", "groups"} if settings.groups else {"email"}
        if metadata.userinfo_endpoint and not wanted <= set(found):
            more = dict(await app.userinfo(token=tokens))
            if more.get("sub") != found["sub"]:
                raise ProviderFailed(settings.name, "it speaks of two people at once")
            found = more | found
        return _read(settings.issuer, found)

    @contextmanager
    def _told_in_words(self) -> Iterator[None]:
        """Turn what goes wrong beyond the network into the sentence for whoever wanted to sign in."""
        name = self._settings.name
        try:
            yield
        except httpx.HTTPError as error:
            _log.warning("the provider was not reached", kind=type(error).__name__)
            raise ProviderFailed(name, "it cannot be reached now") from error
        except (OAuthError, JoseError, ValidationError, ValueError) as error:
            _log.warning("what the provider answered was refused", kind=type(error).__name__)
            raise ProviderFailed(name, "what it answered is not valid, or was used before") from error


def _is_guarded(address: str) -> bool:
    parts = urlsplit(address)
    return parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in _LOOPBACK)


def _read(issuer: str, found: dict[str, Any]) -> Claims:
    """The claims that are used; what has another type than it should is as if it were not there."""
    email, name, groups = found.get("email"), found.get("name"), found.get("groups")
    is_listed = isinstance(groups, list | tuple)
    return Claims(
        issuer=issuer,
        subject=str(found["sub"]),
        name=name if isinstance(name, str) else "",
        email=email if isinstance(email, str) else None,
        is_email_verified=found.get("email_verified") is True,
        groups=tuple(str(one) for one in groups) if is_listed and groups else (),
    )
