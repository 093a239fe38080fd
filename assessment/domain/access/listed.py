"""Accounts and one-time links as they are listed for administrators: facts, without anything secret."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from assessment.domain.access.account import Grant, InvitationKind, Scope
from assessment.domain.access.permissions import AccessRole


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedAccount:
    """An account, what it was given, and in how many browsers it is signed in."""

    id: str
    name: str
    email: str
    is_disabled: bool
    has_password: bool
    issuer: str | None
    created_at: datetime
    seen_at: datetime | None
    version: int
    grants: tuple[Grant, ...]
    sign_in_count: int

    @property
    def is_administrator(self) -> bool:
        """Whether it may do everything."""
        return any(grant.scope.role is AccessRole.ADMINISTRATOR for grant in self.grants)


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedLink:
    """A one-time link that still opens something; `id` says which, and opens nothing."""

    id: str
    kind: InvitationKind
    email: str | None
    account_id: str | None
    scopes: tuple[Scope, ...]
    made_by: str
    made_at: datetime
    ends_at: datetime
