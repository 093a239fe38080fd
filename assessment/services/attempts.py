"""How often signing in may be tried: per account, per address and in all, without locking the honest one out.

Only failures count: a success gives its attempt back. An attempt is counted before the password is looked at, so that a
thousand at once are no way around. Several processes count together, in the database; what is counted are hashes.

| who tries | what bounds it | how many |
|---|---|---|
| from a known place | this account from there | 10 in 15 minutes |
| from elsewhere | this account from this address | 10 in 15 minutes |
| | all accounts from this address (IPv6: its /64) | 60 in 15 minutes |
| | this account | 50 an hour; then one from each address in 15 minutes; 300 an hour end it |
| | all there is | 1,000 in 10 minutes |

A known place is a browser, or an address, that the account was signed in from in the last 90 days; the browser has a
random cookie, which says nothing of who it is.

So an attacker at one address is stopped there, and everybody else does not notice. One with a thousand addresses slows
an account, or all of them, for places it was never used from, and not for those who come from where they came before.
Whoever shares an address with an attacker gets in with the browser they used before, as that is counted by itself. Left
outside meanwhile is who comes in a new browser at the attacker's own address, for 15 minutes; or from a new address
while 300 guesses an hour come in at their account from some fifty addresses or more. A one-time link from an
administrator lets them in even then. An attacker with every address there is has 7,200 guesses a day, at a password of
12 characters or more that is not among the common ones.
"""

from __future__ import annotations

import hashlib
import ipaddress
from dataclasses import dataclass
from datetime import datetime, timedelta

from limits import RateLimitItem, RateLimitItemPerHour, RateLimitItemPerMinute
from limits.storage import Storage
from limits.strategies import FixedWindowRateLimiter

from assessment.errors import TooManyAttempts
from assessment.store import AccessReader, AccessWriter, folded

PAIR = RateLimitItemPerMinute(10, 15, "pair")
SLOW_PAIR = RateLimitItemPerMinute(1, 15, "slow-pair")
ADDRESS = RateLimitItemPerMinute(60, 15, "address")
ACCOUNT = RateLimitItemPerHour(300, 1, "account")
HOT_COUNT = 50  # in the same hour: from then on each address has one try
ALL = RateLimitItemPerMinute(1_000, 10, "all")
KNOWN_FOR = timedelta(days=90)
UNKNOWN_ADDRESS = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where an attempt comes from: a network address, and what the browser was told when it last signed in."""

    address: str
    browser: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Bound:
    """One limit that an attempt counts against, and whose count it is."""

    limit: RateLimitItem
    key: str


class Counts(Storage):
    """The counts of the `limits` library as rows of the database, within one transaction."""

    STORAGE_SCHEME = None

    def __init__(self, access: AccessReader, now: datetime) -> None:
        super().__init__()
        self._access = access
        self._now = now

    @property
    def base_exceptions(self) -> type[Exception]:
        """None of its own: the store tells what is wrong with the database."""
        return ()  # type: ignore[return-value]  # the library takes a tuple too

    def incr(self, key: str, expiry: int, amount: int = 1) -> int:
        """Count, in a window that begins with the first; returns the count now."""
        if not isinstance(self._access, AccessWriter):
            raise TypeError("counting needs a transaction that writes")
        return self._access.count_attempt(key, amount, self._now, self._now + timedelta(seconds=expiry))

    def get(self, key: str) -> int:
        """The count now."""
        found = self._access.attempts(key, self._now)
        return 0 if found is None else found.count

    def get_expiry(self, key: str) -> float:
        """When the window ends, in seconds since 1970."""
        found = self._access.attempts(key, self._now)
        return (self._now if found is None else found.ends_at).timestamp()

    def check(self) -> bool:
        """The transaction is open, or the store would have said so."""
        return True

    def reset(self) -> int | None:
        """Nothing forgets every count."""
        raise NotImplementedError

    def clear(self, key: str) -> None:
        """Forget one count."""
        if not isinstance(self._access, AccessWriter):
            raise TypeError("forgetting needs a transaction that writes")
        self._access.forget_attempts(key)


class Attempts:
    """Attempts at one account from one place, within one transaction."""

    def __init__(self, access: AccessReader, now: datetime, email: str, place: Place) -> None:
        self._access = access
        self._now = now
        self._counts = Counts(access, now)
        self._limiter = FixedWindowRateLimiter(self._counts)
        self._account = _key("account", folded(email))
        self._address = _key("address", network(place.address))
        at_address = _key("at", self._account, self._address)
        in_browser = None if place.browser is None else _key("in", self._account, place.browser)
        self._places = tuple(one for one in (in_browser, at_address) if one is not None)
        self._known = next((one for one in self._places if self._counts.get(_known(one))), None)
        self._pair = self._known or at_address

    def require(self) -> None:
        """TooManyAttempts where the next one is beyond a limit. Counts nothing, so that a flood writes nothing."""
        for bound in self._bounds():
            if not self._limiter.test(bound.limit, bound.key):
                self._refuse(bound)

    def count(self) -> None:
        """Count one attempt. TooManyAttempts where it is beyond a limit; the transaction then has to be given up."""
        bounds = self._bounds()
        for bound in bounds:
            if not self._limiter.hit(bound.limit, bound.key):
                self._refuse(bound)

    def succeeded(self, browser: str) -> None:
        """Give the attempt back, forget those that failed from here, and know this place from now on."""
        for bound in self._bounds(is_slow=False):
            if bound.limit is not PAIR:
                self._limiter.hit(bound.limit, bound.key, cost=-1)
        for one in self._places:
            self._limiter.clear(PAIR, one)
            self._limiter.clear(SLOW_PAIR, one)
        for one in (self._places[-1], _key("in", self._account, browser)):
            self._counts.clear(_known(one))
            self._counts.incr(_known(one), int(KNOWN_FOR.total_seconds()))

    def _bounds(self, *, is_slow: bool | None = None) -> tuple[Bound, ...]:
        """What the next attempt counts against, narrowest first: every transaction takes the rows in this order."""
        own = Bound(limit=PAIR, key=self._pair)
        if self._known is not None:
            return (own,)
        account = Bound(limit=ACCOUNT, key=self._account)
        wide = (Bound(limit=ADDRESS, key=self._address), account, Bound(limit=ALL, key="all"))
        is_hot = self._counts.get(ACCOUNT.key_for(self._account)) >= HOT_COUNT
        slow = (Bound(limit=SLOW_PAIR, key=self._pair),) if is_hot and is_slow is not False else ()
        return (own, *slow, *wide)

    def _refuse(self, bound: Bound) -> None:
        reset_time, _ = self._limiter.get_window_stats(bound.limit, bound.key)
        raise TooManyAttempts(seconds=max(1, int(reset_time - self._now.timestamp())))


def network(address: str) -> str:
    """What is counted as one address: an IPv4 address, the /64 that an IPv6 customer has to themselves.

    >>> network("2001:db8::1") == network("2001:db8::2"), network("192.0.2.1") == network("192.0.2.2")
    (True, False)
    >>> network("::ffff:192.0.2.1") == network("192.0.2.1")
    True
    """
    try:
        parsed = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return UNKNOWN_ADDRESS
    if isinstance(parsed, ipaddress.IPv4Address):
        return str(parsed)
    if parsed.ipv4_mapped is not None:
        return str(parsed.ipv4_mapped)
    return str(ipaddress.ip_network((parsed, 64), strict=False))


def _key(*parts: str) -> str:
    return hashlib.sha256("\n".join(parts).encode("utf-8", "replace")).hexdigest()


def _known(place: str) -> str:
    return f"known/{place}"
