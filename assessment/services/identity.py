"""Ids that say nothing about what they name; those of named people keep the order in which they were added."""

from __future__ import annotations

import base64
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


def new_noted_id() -> str:
    """An id for what is written down now: it sorts after what was written down before."""
    return f"t{time.time_ns() // 1_000_000:012x}-{secrets.token_hex(4)}"


def new_anonymous_id() -> str:
    """An id for somebody who is to stay anonymous: it says nothing, not even who came before whom."""
    return f"a{secrets.token_hex(8)}"


def new_room_id() -> str:
    """An id for a room: 128 random bits, for the key of its link is made of it."""
    return secrets.token_hex(16)


CODE_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
"""What codes are made of: nothing that is read as something else."""
CODE_LENGTH = 8


def new_room_code() -> str:
    """A code that is typed to join a room: 40 random bits in 8 letters."""
    return "".join(secrets.choice(CODE_LETTERS) for _ in range(CODE_LENGTH))


def room_key(room_id: str) -> str:
    """The key that a room's link and QR code hold: 128 bits, 22 letters; the same whenever the code is drawn again.

    The database keeps `token_hash` of it. Who knows the id of a room leads it, or was shown its QR code beside it.

    >>> len(room_key("a")), room_key("a") == room_key("a"), room_key("a") == room_key("b")
    (22, True, False)
    """
    digest = hashlib.sha256(f"plumbline.room\n{room_id}".encode()).digest()[:16]
    return base64.urlsafe_b64encode(digest).decode().rstrip("=")


def new_token() -> str:
    """What opens a door once or for a while: 256 random bits, in letters that a URL and a cookie can hold."""
    return secrets.token_urlsafe(32)


def token_hash(token: str) -> str:
    """What is kept of a token: its SHA-256, from which it cannot be found."""
    return hashlib.sha256(token.encode("utf-8", "replace")).hexdigest()
