"""Accounts, their access roles, who is signed in, one-time links and counted attempts.

Changes of accounts and access roles are entries of the store's own chain of the journal, by ids: no name, no address,
no secret. Signing in and counting attempts are not: the rows say it while it matters.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, RowMapping, bindparam, delete, exists, func, insert, select, update

from assessment.domain.access.account import Account, Grant, Invitation, InvitationKind, Scope, SignIn
from assessment.domain.access.permissions import AccessRole
from assessment.store.access_tables import AccessGrantRow, AccountRow, InvitationRow, SignInRow
from assessment.store.attempts import (
    Attempted,
    count_attempt,
    forget_attempts,
    forget_attempts_ended_by,
    read_attempts,
)
from assessment.store.journal import STORE_CHAIN
from assessment.store.organisations import folded
from assessment.store.recorder import Recorder
from assessment.store.sections import table_of
from assessment.store.standing import Standing, read_standing, read_standing_on

ACCOUNT = table_of(AccountRow)
GRANT = table_of(AccessGrantRow)
SIGN_IN = table_of(SignInRow)
INVITATION = table_of(InvitationRow)
ID_LENGTH = 16  # of a token's hash, where it names a sign-in or a link
_OF_ACCOUNT = tuple(column for column in ACCOUNT.c if column.name != "folded_email")
_IS_SIGNED_IN = (  # built once: it is asked several times in every run of a page
    select(SIGN_IN, *(column.label(f"of_{column.name}") for column in _OF_ACCOUNT))
    .join_from(SIGN_IN, ACCOUNT, SIGN_IN.c.account_id == ACCOUNT.c.id)
    .where(SIGN_IN.c.token_hash == bindparam("token"))
)
_JOURNALED = ("is_disabled", "issuer")  # what of an account the journal says beside its id


class AccessReader:
    """Reads accounts and what belongs to them within one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def has_accounts(self) -> bool:
        """Whether there is an account at all."""
        return bool(self._connection.scalar(select(exists(select(ACCOUNT.c.id)))))

    def accounts(self) -> tuple[Account, ...]:
        """Every account, by name."""
        rows = self._connection.execute(select(*_OF_ACCOUNT)).mappings()
        return tuple(sorted((Account(**row) for row in rows), key=lambda one: (folded(one.name), one.id)))

    def account(self, account_id: str) -> Account | None:
        """One account by id."""
        return self._account(ACCOUNT.c.id == account_id)

    def account_of_email(self, email: str) -> Account | None:
        """The account of an address, in whatever spelling."""
        return self._account(ACCOUNT.c.folded_email == folded(email))

    def account_of_subject(self, issuer: str, subject: str) -> Account | None:
        """The account of somebody at a provider."""
        return self._account((ACCOUNT.c.issuer == issuer) & (ACCOUNT.c.subject == subject))

    def grants(self, account_id: str | None = None) -> tuple[Grant, ...]:
        """What an account was given, or what every account was, oldest first."""
        query = select(GRANT).order_by(GRANT.c.granted_at, GRANT.c.id)
        if account_id is not None:
            query = query.where(GRANT.c.account_id == account_id)
        return tuple(_grant(row) for row in self._connection.execute(query).mappings())

    def standing(self, account_id: str, token_hash: str | None, now: datetime) -> Standing | None:
        """Everything an account was given; None where it may not act: see `read_standing`."""
        return read_standing(self._connection, account_id, token_hash, now)

    def standing_on(
        self, account_id: str, token_hash: str | None, now: datetime, **thing: str | None
    ) -> Standing | None:
        """The same of what covers one thing, named as for `read_standing_on`."""
        return read_standing_on(self._connection, account_id, token_hash, now, **thing)

    def sign_in(self, token_hash: str) -> tuple[SignIn, Account] | None:
        """Who is signed in by a token, whether or not it is over or the account disabled: the caller decides."""
        row = self._connection.execute(_IS_SIGNED_IN, {"token": token_hash}).mappings().one_or_none()
        if row is None:
            return None
        own = {column.name: row[column.name] for column in SIGN_IN.c}
        account = {column.name: row[f"of_{column.name}"] for column in _OF_ACCOUNT}
        return SignIn(**own), Account(**account)

    def sign_ins(self, account_id: str) -> tuple[SignIn, ...]:
        """Where an account is signed in, newest first."""
        query = select(SIGN_IN).where(SIGN_IN.c.account_id == account_id).order_by(SIGN_IN.c.started_at.desc())
        return tuple(SignIn(**row) for row in self._connection.execute(query).mappings())

    def invitation(self, token_hash: str) -> Invitation | None:
        """A one-time link that is not used yet, whether or not it is over."""
        row = self._connection.execute(select(INVITATION).where(INVITATION.c.token_hash == token_hash)).mappings()
        found = row.one_or_none()
        return None if found is None else _invitation(found)

    def invitations(self) -> tuple[Invitation, ...]:
        """Every one-time link that is not used yet, oldest first."""
        query = select(INVITATION).order_by(INVITATION.c.made_at, INVITATION.c.token_hash)
        return tuple(_invitation(row) for row in self._connection.execute(query).mappings())

    def sign_in_counts(self, now: datetime, seen_since: datetime) -> Mapping[str, int]:
        """In how many browsers that were seen since a moment each account is signed in, by its id."""
        where = (SIGN_IN.c.ends_at > now, SIGN_IN.c.seen_at > seen_since)
        counting = select(SIGN_IN.c.account_id, func.count()).where(*where)
        rows = self._connection.execute(counting.group_by(SIGN_IN.c.account_id))
        return {row[0]: row[1] for row in rows}

    def attempts(self, key: str, now: datetime) -> Attempted | None:
        """How often something was tried in a window that is not over."""
        return read_attempts(self._connection, key, now)

    def _account(self, where: Any) -> Account | None:
        row = self._connection.execute(select(*_OF_ACCOUNT).where(where)).mappings().one_or_none()
        return None if row is None else Account(**row)


class AccessWriter(AccessReader):
    """Writes accounts and what belongs to them within one transaction."""

    def __init__(self, connection: Connection, recorder: Recorder) -> None:
        super().__init__(connection)
        self._recorder = recorder

    def lock(self) -> None:
        """Keep others from changing accounts until the transaction ends, so that what was read first still holds."""
        self._recorder.open(STORE_CHAIN)

    def add_account(self, account: Account) -> None:
        """Keep a new account; its address and its id are nobody's yet."""
        row = {**asdict(account), "folded_email": folded(account.email)}
        self._connection.execute(insert(ACCOUNT).values(**row))
        self._record(f"account {account.id}", None, account)

    def change_account(self, account: Account) -> None:
        """Replace an account by one of the same id; its version rises by one."""
        before = self.account(account.id)
        row = {**asdict(account), "folded_email": folded(account.email), "version": account.version + 1}
        self._connection.execute(update(ACCOUNT).where(ACCOUNT.c.id == account.id).values(**row))
        self._record(f"account {account.id}", before, account)

    def remove_account(self, account_id: str) -> None:
        """Remove an account with its grants, its sign-ins and every link that holds its address."""
        before = self.account(account_id)
        if before is not None:
            self.withdraw_links_for(before.email)
        self._connection.execute(delete(ACCOUNT).where(ACCOUNT.c.id == account_id))
        self._record(f"account {account_id}", before, None)

    def add_grant(self, grant: Grant) -> None:
        """Give an account an access role."""
        row = {**asdict(grant.scope), "role": str(grant.scope.role)}
        values = {"id": grant.id, "account_id": grant.account_id, **row}
        granted = {"granted_by": grant.granted_by, "granted_at": grant.granted_at}
        self._connection.execute(insert(GRANT).values(**values, **granted))
        self._recorder.record(None, f"access {grant.id}", None, {"account": grant.account_id, **row})

    def remove_grant(self, grant: Grant) -> None:
        """Take an access role from an account."""
        self._connection.execute(delete(GRANT).where(GRANT.c.id == grant.id))
        before = {"account": grant.account_id, **asdict(grant.scope), "role": str(grant.scope.role)}
        self._recorder.record(None, f"access {grant.id}", before, None)

    def add_sign_in(self, sign_in: SignIn) -> None:
        """Keep that a browser is signed in."""
        self._connection.execute(insert(SIGN_IN).values(**asdict(sign_in)))
        self._connection.execute(
            update(ACCOUNT).where(ACCOUNT.c.id == sign_in.account_id).values(seen_at=sign_in.started_at)
        )
        facts = {"account": sign_in.account_id, "ends_at": sign_in.ends_at.isoformat()}
        self._recorder.record(None, _sign_in_name(sign_in.token_hash), None, facts)

    def see(self, token_hash: str, account_id: str, at: datetime) -> None:
        """Remember when something was last seen of a browser, and of its account."""
        self._connection.execute(update(ACCOUNT).where(ACCOUNT.c.id == account_id).values(seen_at=at))
        self._connection.execute(update(SIGN_IN).where(SIGN_IN.c.token_hash == token_hash).values(seen_at=at))

    def end_sign_in(self, token_hash: str) -> None:
        """Sign one browser out."""
        self._end(SIGN_IN.c.token_hash == token_hash)

    def end_sign_ins(self, account_id: str, *, but: str | None = None) -> int:
        """Sign every browser of an account out, but for one; returns how many there were."""
        return self._end(SIGN_IN.c.account_id == account_id, *([SIGN_IN.c.token_hash != but] if but else []))

    def _end(self, *where: ColumnElement[bool]) -> int:
        removing = delete(SIGN_IN).where(*where).returning(SIGN_IN.c.token_hash, SIGN_IN.c.account_id)
        ended = self._connection.execute(removing).all()
        for token_hash, account_id in ended:
            self._recorder.record(None, _sign_in_name(token_hash), {"account": account_id}, None)
        return len(ended)

    def forget_sign_ins_ended_by(self, at: datetime) -> None:
        """Remove what ended on its own."""
        self._connection.execute(delete(SIGN_IN).where(SIGN_IN.c.ends_at <= at))
        self._connection.execute(delete(INVITATION).where(INVITATION.c.ends_at <= at))
        forget_attempts_ended_by(self._connection, at)

    def add_invitation(self, invitation: Invitation) -> None:
        """Keep a one-time link."""
        scopes = [{**asdict(one), "role": str(one.role)} for one in invitation.scopes]
        self._connection.execute(insert(INVITATION).values(**{**asdict(invitation), "scopes": scopes}))
        facts = {"kind": str(invitation.kind), "account": invitation.account_id, "scopes": scopes}
        self._recorder.record(None, _link_name(invitation.token_hash), None, facts)

    def use_invitation(self, token_hash: str) -> Invitation | None:
        """Take a one-time link away, and return it; None where another transaction already did."""
        found = self.invitation(token_hash)
        return found if self._take_away(INVITATION.c.token_hash == token_hash) else None

    def withdraw_links_for(self, email: str) -> None:
        """Take away every link that invites an address, in whatever spelling."""
        found = [one.token_hash for one in self.invitations() if one.email and folded(one.email) == folded(email)]
        self._take_away(INVITATION.c.token_hash.in_(found))

    def withdraw_links_of(self, account_id: str) -> None:
        """Take away every link to a new password of an account."""
        self._take_away(INVITATION.c.account_id == account_id)

    def withdraw_first_links(self) -> None:
        """Take away every link that makes the first administrator."""
        self._take_away(INVITATION.c.kind == str(InvitationKind.FIRST))

    def _take_away(self, where: ColumnElement[bool]) -> bool:
        taken = self._connection.scalars(delete(INVITATION).where(where).returning(INVITATION.c.token_hash)).all()
        for token_hash in taken:
            self._recorder.record(None, _link_name(token_hash), {}, None)
        return bool(taken)

    def count_attempt(self, key: str, amount: int, now: datetime, ends_at: datetime) -> int:
        """Count something that is tried; returns the count now."""
        return count_attempt(self._connection, key, amount, now, ends_at)

    def forget_attempts(self, key: str) -> None:
        """Forget one count."""
        forget_attempts(self._connection, key)

    def _record(self, what: str, before: Account | None, after: Account | None) -> None:
        self._recorder.record(None, what, _facts(before), _facts(after))


def _sign_in_name(token_hash: str) -> str:
    """What a sign-in is called in the journal; nobody finds its token from it."""
    return f"sign-in {token_hash[:ID_LENGTH]}"


def _link_name(token_hash: str) -> str:
    return f"link {token_hash[:ID_LENGTH]}"


def _facts(account: Account | None) -> dict[str, Any] | None:
    if account is None:
        return None
    has_password = account.password_hash is not None
    return {**{name: getattr(account, name) for name in _JOURNALED}, "has_password": has_password}


def _scope(values: Any) -> Scope:
    names: Iterable[str] = ("organisation_id", "assessment_id", "respondent_id")
    return Scope(role=AccessRole(values["role"]), **{name: values[name] for name in names})


def _grant(row: RowMapping) -> Grant:
    return Grant(
        id=row["id"],
        account_id=row["account_id"],
        scope=_scope(row),
        granted_by=row["granted_by"],
        granted_at=row["granted_at"],
    )


def _invitation(row: RowMapping) -> Invitation:
    values = {**row, "kind": InvitationKind(row["kind"]), "scopes": tuple(_scope(one) for one in row["scopes"])}
    return Invitation(**values)
