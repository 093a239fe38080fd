"""Accounts to test with: hashing that takes a millisecond, and people who are signed in."""

from __future__ import annotations

from pwdlib import PasswordHash
from pwdlib.hashers.argon2 import Argon2Hasher

from assessment.domain.access.account import Scope
from assessment.domain.access.permissions import AccessRole
from assessment.services.attempts import Place
from assessment.services.authority import LOCAL_ACTOR
from assessment.services.passwords import Passwords
from assessment.services.plumbline import Plumbline
from assessment.services.signing_in import SignedIn

FAST = Passwords(PasswordHash((Argon2Hasher(time_cost=1, memory_cost=8, parallelism=1),)))
PASSWORD = "lantern-gravel-otter"
HOME = Place(address="192.0.2.1")
ADMINISTRATOR = Scope(role=AccessRole.ADMINISTRATOR)


def made(plumbline: Plumbline, email: str, *scopes: Scope, password: str = PASSWORD, place: Place = HOME) -> SignedIn:
    """A new account that took up its invitation, signed in."""
    token = plumbline.accounts.invite(LOCAL_ACTOR, email, scopes or (ADMINISTRATOR,))
    return plumbline.accounts.accept(token, email.partition("@")[0].title(), password, place)
