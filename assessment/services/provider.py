"""Signing in through a company's own provider (OpenID Connect): authorization code with PKCE, state and nonce.

    departure, address = await provider.begin(callback)            # the browser goes to `address`
    claims = await provider.finish(departure, answer, callback)    # and came back with `answer`
    signed_in = provider.admit(claims)                             # if there is an account for them

Authlib speaks with the provider. A `Departure` is all that is remembered in between; it travels in a cookie, signed
(`sealed`, `opened`), so that whichever process the browser comes back to can go on. Of what the provider answers the
claims alone leave this module: its tokens are kept nowhere.
"""

from __future__ import annotations

import hmac
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

import structlog
from itsdangerous import BadData, URLSafeTimedSerializer

from assessment.domain.access.admission import Claims
from assessment.errors import ProviderFailed
from assessment.services.admission import Admission
from assessment.services.signing_in import SignedIn
from assessment.settings import ProviderSettings
from assessment.store import Store

if TYPE_CHECKING:
    from httpx import AsyncBaseTransport

    from assessment.services.provider_client import ProviderClient

DEPARTURE_SECONDS = 600
"""So long may somebody take at the provider."""
NOT_SET_UP = "it is not set up"
_log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Departure:
    """What was sent along with somebody to the provider, and must come back: all three random. `next_path` is where
    they wanted to go.
    """

    state: str
    nonce: str
    verifier: str
    next_path: str = "/"


@dataclass(frozen=True, slots=True, kw_only=True)
class ProviderAnswer:
    """What the browser came back with, as it stands in the address; None where it is missing."""

    state: str | None = None
    code: str | None = None
    issuer: str | None = None
    error: str | None = None


class ProviderService:
    """The provider of the settings. `transport` stands in for the network in tests."""

    def __init__(
        self, settings: ProviderSettings | None, store: Store | None = None, transport: AsyncBaseTransport | None = None
    ) -> None:
        self._settings = settings
        self._admission = None if settings is None or store is None else Admission(store, settings)
        self._transport = transport
        self._kept_client: ProviderClient | None = None

    @property
    def name(self) -> str | None:
        """What the button of the sign-in page names; None where no provider is set up."""
        return None if self._settings is None else self._settings.name

    async def begin(self, callback: str) -> tuple[Departure, str]:
        """What to remember, and the provider's address that the browser goes to. `callback`: where it comes back.

        Raises ProviderFailed when the provider cannot be reached, or is not the one of the settings.
        """
        return await self._client().begin(callback)

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
        return await self._client().claims(departure, answer.code, callback)

    def admit(self, claims: Claims) -> SignedIn:
        """Sign the browser of somebody in who came back. NotAdmitted for who does not get in."""
        if self._admission is None:
            raise ProviderFailed("your company", NOT_SET_UP)
        return self._admission.sign_in(claims)

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
            raise ProviderFailed("your company", NOT_SET_UP)
        return self._settings

    def _seal(self) -> URLSafeTimedSerializer:
        return URLSafeTimedSerializer(self._required().client_secret, salt="plumbline.departure")

    def _client(self) -> ProviderClient:
        """What speaks with the provider: imported when somebody asks for it, as it takes a second that others save."""
        from assessment.services.provider_client import ProviderClient

        if self._kept_client is None:
            self._kept_client = ProviderClient(self._required(), self._transport)
        return self._kept_client
