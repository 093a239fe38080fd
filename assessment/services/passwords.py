"""Passwords: what makes one good enough, how it is kept, and whether somebody knows it.

A password is long and none that everybody tries first; nothing is asked of the kinds of its letters (NIST SP 800-63B-4,
section 3.1.1.2). The list of common ones is Django's (assets/passwords, BSD-3-Clause). Hashes are Argon2id through
pwdlib. Two spellings that look the same are the same password (Unicode NFKC).
"""

from __future__ import annotations

import re
import secrets
import threading
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import pairwise
from pathlib import Path

from pwdlib import PasswordHash
from pwdlib.exceptions import PwdlibError

from assessment.errors import InvalidInput, TooManyAttempts

SHORTEST = 12
LONGEST = 256
COMMON_FILE = Path(__file__).resolve().parents[2] / "assets" / "passwords" / "common.txt"
FEWEST_DIFFERENT = 5  # characters in a password
AT_ONCE = 2  # each takes 64 MiB and a core
WAIT_SECONDS = 20
_EDGES = re.compile(r"^[\W\d_]+|[\W\d_]+$")
_ROWS = ("abcdefghijklmnopqrstuvwxyz", "01234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm", "qwertzuiop", "azertyuiop")
_REMEDY = "Take a longer one, such as four or five words that have nothing to do with each other."


@dataclass(frozen=True, slots=True, kw_only=True)
class Verified:
    """Whether a password is the right one; `new_hash` is to be kept instead where the old one was made more weakly."""

    is_right: bool
    new_hash: str | None = None


class Passwords:
    """Checks, hashes and verifies passwords; at most `AT_ONCE` at a time, so that a flood leaves room for the rest."""

    def __init__(self, hashing: PasswordHash | None = None) -> None:
        self._hashing = hashing or PasswordHash.recommended()
        self._turns = threading.BoundedSemaphore(AT_ONCE)

    def hashed(self, password: str, *about: str) -> str:
        """The hash of a new password. InvalidInput when it is too short, too long, or easily guessed.

        `about` is what everybody knows of its owner: name and address.
        """
        return self._hash(checked(password, about))

    def verify(self, password: str, stored_hash: str | None) -> Verified:
        """Whether a password is the one that was hashed. Without a hash the answer is no, after the same work."""
        text = _normal(password)
        is_possible = text is not None and len(text) <= LONGEST
        with self._turn():
            try:
                is_right, new_hash = self._hashing.verify_and_update(
                    text if text is not None and is_possible else "", stored_hash or self._nobodys
                )
            except PwdlibError:  # a hash of another kind, which nobody can know the password of
                return Verified(is_right=False)
        if not is_right or not is_possible or stored_hash is None:
            return Verified(is_right=False)
        return Verified(is_right=True, new_hash=new_hash)

    @cached_property
    def _nobodys(self) -> str:
        """The hash of a password that nobody has: what is compared with where there is no account."""
        return self._hashing.hash(secrets.token_urlsafe())

    def _hash(self, text: str) -> str:
        with self._turn():
            return self._hashing.hash(text)

    @contextmanager
    def _turn(self) -> Iterator[None]:
        if not self._turns.acquire(timeout=WAIT_SECONDS):
            raise TooManyAttempts(seconds=WAIT_SECONDS)
        try:
            yield
        finally:
            self._turns.release()


def require_good(password: str, *about: str) -> None:
    """InvalidInput for a new password that is too short, too long, or easily guessed."""
    checked(password, about)


def checked(password: str, about: tuple[str, ...] = ()) -> str:
    """The password as it is hashed; InvalidInput says why it will not do."""
    text = _normal(password)
    if text is None:
        raise InvalidInput("Password", "it holds a character that cannot be stored", "Type it again.")
    if len(text) < SHORTEST:
        reason = f"it has {len(text)} characters, at least {SHORTEST} are needed"
        raise InvalidInput("Password", reason, _REMEDY)
    if len(text) > LONGEST:
        raise InvalidInput("Password", f"it has {len(text)} characters, at most {LONGEST} fit", "Shorten it.")
    if is_common(text):
        raise InvalidInput("Password", "it is one of those that are tried first", _REMEDY)
    if _says_who(text, about):
        raise InvalidInput("Password", "it is little more than the name or address it belongs to", _REMEDY)
    return text


def is_common(password: str) -> bool:
    """Whether a password is one that everybody tries first, also with digits and signs at its ends, or repeated.

    >>> [is_common(one) for one in ("Password2026!!", "qwertyuiopas", "aaaaaaaaaaaab", "monkeymonkey")]
    [True, True, True, True]
    >>> is_common("lantern-gravel-otter-nine")
    False
    """
    text = password.casefold()
    if len(set(text)) < FEWEST_DIFFERENT or _follows_a_row(text):
        return True
    return any(
        one in common_passwords() for one in (text, _EDGES.sub("", text), _once(text), _once(_EDGES.sub("", text)))
    )


@cache
def common_passwords() -> frozenset[str]:
    """The list of common passwords, in lower case."""
    return frozenset(COMMON_FILE.read_text(encoding="utf-8").split("\n")) - {""}


def _normal(password: str) -> str | None:
    """A password in the spelling it is hashed in; None where it is no text that can be written down."""
    try:
        password.encode()
    except UnicodeEncodeError:
        return None
    return unicodedata.normalize("NFKC", password)


def _once(text: str) -> str:
    """The part that a text repeats; the text where it repeats none."""
    return text[: (text + text).find(text, 1)] if text else text


def _follows_a_row(text: str) -> bool:
    """Whether a text walks along the alphabet, the digits or a row of keys, forth or back."""
    pairs = list(pairwise(text))
    return sum(_are_neighbours(*pair) for pair in pairs) >= 0.8 * len(pairs)


def _are_neighbours(one: str, other: str) -> bool:
    return any(one + other in row or other + one in row for row in _ROWS)


def _says_who(text: str, about: tuple[str, ...]) -> bool:
    """Whether little is left of a password once what is known of its owner is taken out."""
    left = text.casefold()
    for word in sorted((word for one in about for word in re.split(r"[\W_]+", one.casefold())), key=len, reverse=True):
        if len(word) > 3:
            left = left.replace(word, "")
    return len(re.sub(r"[\W\d_]", "", left)) < FEWEST_DIFFERENT and left != text.casefold()
