"""Accounts for tests: somebody who signed in, with what they were given."""

from __future__ import annotations

import hashlib
import secrets
from datetime import timedelta

from assessment.domain.access.account import Account, Grant, Scope, SignIn
from assessment.domain.access.permissions import AccessRole
from assessment.services.authority import LOCAL_ACTOR, Actor
from assessment.services.plumbline import Plumbline
from assessment.store import Store

EVERYTHING = Scope(role=AccessRole.ADMINISTRATOR)


def let_in(plumbline: Plumbline | Store, actor: Actor, *scopes: Scope) -> Actor:
    """Make an account for an actor, signed in where they name a sign-in, and give it these scopes."""
    store = plumbline if isinstance(plumbline, Store) else plumbline._store
    now = store.now()
    with store.writing(actor_id=LOCAL_ACTOR.id, operation="accounts.test") as writer:
        email = f"{actor.id}@example.org"
        writer.access_writer.add_account(Account(id=actor.id, name=actor.name, email=email, created_at=now))
        if actor.sign_in is not None:
            writer.access_writer.add_sign_in(
                SignIn(
                    token_hash=actor.sign_in,
                    account_id=actor.id,
                    started_at=now,
                    seen_at=now,
                    ends_at=now + timedelta(days=7),
                )
            )
    give(store, actor, *scopes)
    return actor


def somebody(plumbline: Plumbline | Store, *scopes: Scope, name: str = "Somebody") -> Actor:
    """A new account, signed in, with these scopes."""
    token = hashlib.sha256(secrets.token_bytes(16)).hexdigest()
    return let_in(plumbline, Actor(id=f"u-{secrets.token_hex(6)}", name=name, sign_in=token), *scopes)


def give(plumbline: Plumbline | Store, actor: Actor, *scopes: Scope) -> None:
    """Let an account have these scopes and no other, from now on."""
    store = plumbline if isinstance(plumbline, Store) else plumbline._store
    now = store.now()
    with store.writing(actor_id=LOCAL_ACTOR.id, operation="accounts.test") as writer:
        for grant in writer.access_writer.grants(actor.id):
            writer.access_writer.remove_grant(grant)
        for scope in scopes:
            writer.access_writer.add_grant(
                Grant(
                    id=secrets.token_hex(8),
                    account_id=actor.id,
                    scope=scope,
                    granted_by=LOCAL_ACTOR.id,
                    granted_at=now,
                )
            )
