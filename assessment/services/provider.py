"""Signing in through a company's own provider (OpenID Connect): authorization code with PKCE, state and nonce.

    departure, address = await provider.begin(callback)            # the browser goes to `address`
    claims = await provider.finish(departure, answer, callback)    # and came back with `answer`

Authlib speaks with the provider. A `Departure` is all that is remembered in between; it travels in a cookie, signed
(`sealed`, `opened`), so that whichever process the browser comes back to can go on. Of what the provider answers the
claims alone leave this module: its tokens are kept nowhere.
"""

from __future__ import annotations

import hmac
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from time import monotonic
from typing import Any
from urllib.parse import urlsplit

import httpx
import structlog
from authlib.deprecate import AuthlibDeprecationWarning
from itsdangerous import BadData, URLSafeTimedSerializer
from joserfc.errors import JoseError
from pydantic import BaseModel, ConfigDict, ValidationError

from assessment.domain.access.admission import Claims
from assessment.errors import ProviderFailed
from assessment.settings import ProviderSettings

with warnings.catch_warnings():  # it would rather have a newer httpx, which other parts do not bear yet
    warnings.simplefilter("ignore", AuthlibDeprecationWarning)
    from authlib.integrations.starlette_client import OAuthError, StarletteOAuth2App

DEPARTURE_SECONDS = 600
"""So long may somebody take at the provider."""
KNOWN_SECONDS = 3600.0
"""So long are the provider's keys taken as known; for one that is not among them they are asked for at once."""
LEEWAY_SECONDS = 60
ANSWER_SECONDS = 10.0
_SIGNED_BY = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA")
_LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})
_log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Departure:
    """What was sent along with somebody to the provider, and must come back: all three random."""

    state: str
    nonce: str
    verifier: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProviderAnswer:
    """What the browser came back with, as it stands in the address; None where it is missing."""

    state: str | None = None
    code: str | None = None
    issuer: str | None = None
    error: str | None = None


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


class ProviderService:
    """The provider of the settings. `transport` stands in for the network in tests."""

    def __init__(self, settings: ProviderSettings | None, transport: httpx.AsyncBaseTransport | None = None) -> None:
        self._settings = settings
        self._transport = transport
        self._known: tuple[float, StarletteOAuth2App, _Metadata] | None = None

    @property
    def name(self) -> str | None:
        """What the button of the sign-in page names; None where no provider is set up."""
        return None if self._settings is None else self._settings.name

    async def begin(self, callback: str) -> tuple[Departure, str]:
        """What to remember, and the provider's address that the browser goes to. `callback`: where it comes back.

        Raises ProviderFailed when the provider cannot be reached, or is not the one of the settings.
        """
        with self._told_in_words():
            app, _ = await self._app(anew=True)
            asked = await app.create_authorization_url(callback)
        departure = Departure(state=asked["state"], nonce=asked["nonce"], verifier=asked["code_verifier"])
        return departure, str(asked["url"])

    async def finish(self, departure: Departure | None, answer: ProviderAnswer, callback: str) -> Claims:
        """Who came back. The answer must belong to the departure, and the provider vouch for the rest.

        Raises
        ------
        ProviderFailed
            It came from elsewhere, twice or too late; the provider says no or cannot be reached; or what it signed is
            not for this Plumbline, not now, not in answer to this departure, or not signed with a key of its own.
        """
        settings = self._required()
        if departure is None or not hmac.compare_digest(departure.state.encode(), (answer.state or "").encode()):
            raise ProviderFailed(settings.name, "what came back does not belong to a sign-in that began here")
        if answer.issuer not in (None, settings.issuer):
            raise ProviderFailed(settings.name, "another provider answered")
        if answer.error or not answer.code:
            _log.warning("the provider refused a sign-in", error=(answer.error or "no code")[:80])
            raise ProviderFailed(settings.name, "it did not sign you in")
        with self._told_in_words():
            return await self._claims(departure, answer.code, callback)

    def sealed(self, departure: Departure) -> str:
        """A departure as a text that only this installation can have written."""
        return self._seal().dumps(asdict(departure))

    def opened(self, text: str | None) -> Departure | None:
        """The departure of a text; None where it was changed, is older than `DEPARTURE_SECONDS`, or is none."""
        try:
            return Departure(**self._seal().loads(text or "", max_age=DEPARTURE_SECONDS))
        except BadData:
            return None

    def _required(self) -> ProviderSettings:
        if self._settings is None:
            raise ProviderFailed("your company", "it is not set up")
        return self._settings

    def _seal(self) -> URLSafeTimedSerializer:
        return URLSafeTimedSerializer(self._required().client_secret, salt="plumbline.departure")

    async def _app(self, *, anew: bool = False) -> tuple[StarletteOAuth2App, _Metadata]:
        """Authlib's client for the provider, with the keys it has read. `anew`: ask first what the provider says of
        itself, and whether it is there at all.
        """
        now = monotonic()
        if self._known is None or anew:
            metadata = await self._metadata()
            if self._known is None or self._known[2] != metadata or now - self._known[0] > KNOWN_SECONDS:
                self._known = (now, self._client(metadata), metadata)
        return self._known[1], self._known[2]

    async def _metadata(self) -> _Metadata:
        settings = self._required()
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
        settings = self._required()
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
        settings = self._required()
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
        name = self._required().name
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
