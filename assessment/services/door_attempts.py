"""How often codes may be typed: only wrong ones count, by address and in all, so that guessing fails and a crowd joins.

| who types | what bounds it | how many wrong ones |
|---|---|---|
| anybody | their address (IPv6: its /64) | 30 in 10 minutes |
| | all there is | 1,000 in 10 minutes: from then on each address has 3 |
| | | 20,000 in 10 minutes end it |

A code is one of some 10^12, and few rooms are open at once: with 20,000 tries in ten minutes, day and night, somebody
with every address there is hits one in a thousand years. A right code is looked up and counts nothing, so fifty phones
behind one address come in at once. The key of a link has 128 bits, a personal link 256: nobody guesses these, and
nothing limits them, so that who shares an address with a guesser scans the QR code.

Several processes count together, in the database. It is read before the code is looked up, and counted after it was
wrong: many at once at one address have at most as many more tries as there are threads.
"""

from __future__ import annotations

import hashlib
from datetime import datetime

from limits import RateLimitItem, RateLimitItemPerMinute
from limits.strategies import FixedWindowRateLimiter

from assessment.errors import TooManyCodes
from assessment.services.attempts import Bound, Counts, network
from assessment.store import AccessReader

ADDRESS = RateLimitItemPerMinute(30, 10, "code-address")
SLOW_ADDRESS = RateLimitItemPerMinute(3, 10, "code-slow-address")
ALL = RateLimitItemPerMinute(20_000, 10, "code-all")
HOT_COUNT = 1_000


class CodeAttempts:
    """Codes typed at one network address, within one transaction."""

    def __init__(self, access: AccessReader, now: datetime, address: str) -> None:
        self._now = now
        self._counts = Counts(access, now)
        self._limiter = FixedWindowRateLimiter(self._counts)
        self._address = hashlib.sha256(network(address).encode()).hexdigest()

    def require(self) -> None:
        """TooManyCodes where the next code is beyond a limit. Counts nothing, so that a flood writes nothing."""
        for bound in self._bounds():
            if not self._limiter.test(bound.limit, bound.key):
                self._refuse(bound.limit, bound.key)

    def failed(self) -> None:
        """Count a wrong code. What is beyond a limit is counted up to it."""
        for bound in self._bounds():
            self._limiter.hit(bound.limit, bound.key)

    def _bounds(self) -> tuple[Bound, ...]:
        """What the next code counts against: every transaction takes the rows in this order."""
        is_hot = self._counts.get(ALL.key_for("all")) >= HOT_COUNT
        slow = (Bound(limit=SLOW_ADDRESS, key=self._address),) if is_hot else ()
        return (Bound(limit=ADDRESS, key=self._address), *slow, Bound(limit=ALL, key="all"))

    def _refuse(self, limit: RateLimitItem, key: str) -> None:
        reset_time, _ = self._limiter.get_window_stats(limit, key)
        raise TooManyCodes(seconds=max(1, int(reset_time - self._now.timestamp())))
