"""The rows of accounts: the only place beside `person` where names and addresses stand."""

# no `from __future__ import annotations`: SQLModel reads the annotations of table classes as types

from datetime import datetime

from sqlalchemy import Column, Text, UniqueConstraint
from sqlmodel import Field

from assessment.store.tables import TableBase, json_list, long_text


class AccountRow(TableBase, table=True):
    """Somebody who signs in; `folded_email` is what two spellings of an address have in common."""

    __tablename__ = "account"
    __table_args__ = (UniqueConstraint("issuer", "subject"),)
    id: str = Field(primary_key=True, max_length=64)
    version: int
    name: str = long_text(nullable=False)
    email: str = long_text(nullable=False)
    folded_email: str = Field(sa_column=Column(Text, nullable=False, unique=True))
    password_hash: str | None = long_text()
    issuer: str | None = Field(max_length=400)
    subject: str | None = Field(max_length=400)
    is_disabled: bool
    created_at: datetime
    seen_at: datetime | None


class AccessGrantRow(TableBase, table=True):
    """An access role of an account: for everything where neither organisation nor assessment is named."""

    __tablename__ = "access_grant"
    id: str = Field(primary_key=True, max_length=64)
    account_id: str = Field(foreign_key="account.id", ondelete="CASCADE", index=True, max_length=64)
    role: str = Field(max_length=32)
    organisation_id: str | None = Field(foreign_key="organisation.id", ondelete="CASCADE", index=True, max_length=64)
    assessment_id: str | None = Field(foreign_key="assessment.id", ondelete="CASCADE", index=True, max_length=64)
    respondent_id: str | None = Field(max_length=64)
    granted_by: str = Field(max_length=64)
    granted_at: datetime


class SignInRow(TableBase, table=True):
    """A browser that is signed in, by the SHA-256 of its token."""

    __tablename__ = "sign_in"
    token_hash: str = Field(primary_key=True, max_length=64)
    account_id: str = Field(foreign_key="account.id", ondelete="CASCADE", index=True, max_length=64)
    started_at: datetime
    seen_at: datetime
    ends_at: datetime


class InvitationRow(TableBase, table=True):
    """A one-time link, by the SHA-256 of its token."""

    __tablename__ = "invitation"
    token_hash: str = Field(primary_key=True, max_length=64)
    kind: str = Field(max_length=32)
    email: str | None = long_text()
    account_id: str | None = Field(foreign_key="account.id", ondelete="CASCADE", max_length=64)
    scopes: list[dict[str, str | None]] = json_list()
    made_by: str = Field(max_length=64)
    made_at: datetime
    ends_at: datetime


class AttemptRow(TableBase, table=True):
    """How often something was attempted in the window that ends at `ends_at`."""

    __tablename__ = "attempt"
    key: str = Field(primary_key=True, max_length=200)
    count: int
    ends_at: datetime
