"""Ids that say nothing about what they name; those of named people keep the order in which they were added."""

from __future__ import annotations

import hashlib
import secrets
import time


def new_id() -> str:
    """A random id for an assessment or a critical service: 16 hexadecimal characters."""
    return secrets.token_hex(8)


def new_people_ids(count: int) -> tuple[str, ...]:
    """Ids for people who are added now: they sort after those added before, in the order given, and end at random."""
    moment = time.time_ns() // 1_000_000
    return tuple(f"t{moment:012x}-{place:04x}-{secrets.token_hex(4)}" for place in range(count))


def new_anonymous_id() -> str:
    """An id for somebody who is to stay anonymous: it says nothing, not even who came before whom."""
    return f"a{secrets.token_hex(8)}"


def new_token() -> str:
    """What opens a door once or for a while: 256 random bits, in letters that a URL and a cookie can hold."""
    return secrets.token_urlsafe(32)


def token_hash(token: str) -> str:
    """What is kept of a token: its SHA-256, from which it cannot be found."""
    return hashlib.sha256(token.encode("utf-8", "replace")).hexdigest()
