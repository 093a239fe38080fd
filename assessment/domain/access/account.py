"""Accounts, what they were given, and the ways in: facts, checked when they are made."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from assessment.domain.access.permissions import AccessRole

IDLE = timedelta(hours=12)
"""A sign-in of which nothing was seen for so long has ended."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """Somebody who signs in. `issuer` and `subject` name them at the provider they sign in by, if they do.

    `password_hash` is None for who has no password here; `version` rises with each change.
    """

    id: str
    name: str
    email: str
    password_hash: str | None = None
    issuer: str | None = None
    subject: str | None = None
    is_disabled: bool = False
    created_at: datetime
    seen_at: datetime | None = None
    version: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """What an access role is given for: everything, one organisation, or one assessment.

    For a respondent `respondent_id` names whose answers they give in that assessment.
    """

    role: AccessRole
    organisation_id: str | None = None
    assessment_id: str | None = None
    respondent_id: str | None = None

    def __post_init__(self) -> None:
        """Refuse what is given for nothing, or for two things at once."""
        if self.organisation_id is not None and self.assessment_id is not None:
            raise ValueError("an access role is given for an organisation or for an assessment, not for both")
        is_respondent = self.role is AccessRole.RESPONDENT
        if is_respondent != (self.respondent_id is not None) or (is_respondent and self.assessment_id is None):
            raise ValueError("a respondent, and nobody else, is given access to one person's answers")
        if self.role is AccessRole.ADMINISTRATOR and (self.organisation_id or self.assessment_id):
            raise ValueError("an administrator is one for everything")


@dataclass(frozen=True, slots=True, kw_only=True)
class Grant:
    """An access role that an account was given, by whom and when."""

    id: str
    account_id: str
    scope: Scope
    granted_by: str
    granted_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class SignIn:
    """One browser that is signed in; the token itself is nowhere, only its SHA-256.

    It ends at `ends_at`, or when nothing was seen of it for its idle time since `seen_at`.
    """

    token_hash: str
    account_id: str
    started_at: datetime
    seen_at: datetime
    ends_at: datetime


class InvitationKind(StrEnum):
    """What a one-time link is for."""

    FIRST = "first"  # makes the first administrator
    INVITE = "invite"
    PASSWORD = "password"  # noqa: S105  # a new password for an account that is there


@dataclass(frozen=True, slots=True, kw_only=True)
class Invitation:
    """A one-time link until it is used or over. `account_id` is whose password it renews; `scopes` what it gives."""

    token_hash: str
    kind: InvitationKind
    email: str | None = None
    account_id: str | None = None
    scopes: tuple[Scope, ...] = ()
    made_by: str
    made_at: datetime
    ends_at: datetime
