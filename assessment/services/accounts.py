"""Accounts as administrators see to them: who there is, who may do what, one-time links, and who is let in no more.

All of it holds from the next click, as every click asks the database. The last administrator who can sign in stays one.
Whoever runs commands on the machine itself may do it too, and needs no account. Each change is an entry of the store's
own chain of the journal: ids, and nobody's name, address or secret.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from assessment.domain.access.account import IDLE, Account, Grant, Invitation, InvitationKind, Scope
from assessment.domain.access.listed import ListedAccount, ListedLink
from assessment.domain.access.permissions import AccessRole
from assessment.errors import InvalidInput, NotAvailable
from assessment.services.authority import Permission, Permit, Subject, operation
from assessment.services.signing_in import SigningIn, add_grants, add_link, checked_address, is_open, is_there
from assessment.store import AccessReader, Reader, Writer

__all__ = ["AccountService", "ListedAccount", "ListedLink"]
LINK_ID_LENGTH = 16
_LAST = "It would leave nobody who can see to accounts; make somebody else an administrator first."


class AccountService(SigningIn):
    """Accounts, beside the doors that everybody may use."""

    @operation("accounts.list", Permission.ADMINISTER, on=Subject.INSTALLATION)
    def list_accounts(self, permit: Permit) -> tuple[ListedAccount, ...]:
        """Every account, by name."""
        del permit
        now = self._store.now()
        with self._store.reading() as reader:
            access = reader.access
            grants = access.grants()
            counts = access.sign_in_counts(now, now - IDLE)
            return tuple(_listed(one, grants, counts.get(one.id, 0)) for one in access.accounts())

    @operation("accounts.links", Permission.ADMINISTER, on=Subject.INSTALLATION)
    def list_links(self, permit: Permit) -> tuple[ListedLink, ...]:
        """Every one-time link that still opens something, oldest first."""
        del permit
        now = self._store.now()
        with self._store.reading() as reader:
            return tuple(_listed_link(one) for one in reader.access.invitations() if is_open(reader.access, one, now))

    @operation("accounts.invite", Permission.ADMINISTER, on=Subject.INSTALLATION)
    def invite(self, permit: Permit, email: str, scopes: tuple[Scope, ...]) -> str:
        """A one-time link for somebody, with the access roles it will give; returns its token, shown this once.

        An earlier link for the address is withdrawn. InvalidInput when it has an account already, NotAvailable for an
        organisation, assessment or respondent that is not there.
        """
        address = checked_address(email)
        with self._changing(permit) as writer:
            if writer.access_writer.account_of_email(address) is not None:
                raise InvalidInput("E-mail address", "it has an account already", "Give that account the access role.")
            _require_there(writer, scopes)
            writer.access_writer.withdraw_links_for(address)
            now = self._store.now()
            return add_link(writer, InvitationKind.INVITE, permit.actor.id, now, email=address, scopes=scopes)

    @operation("accounts.renew-password", Permission.ADMINISTER, on=Subject.INSTALLATION)
    def renew_password(self, permit: Permit, account_id: str) -> str:
        """A one-time link by which somebody chooses a new password; returns its token. The old one holds until then."""
        with self._repository.writing(permit) as writer:
            account = _account(writer.access_writer, account_id)
            if account.password_hash is None:
                raise InvalidInput("Account", "it has no password here", "Its owner signs in through the company.")
            if account.is_disabled:
                raise InvalidInput("Account", "it is disabled", "Enable it first.")
            writer.access_writer.withdraw_links_of(account_id)
            now = self._store.now()
            return add_link(writer, InvitationKind.PASSWORD, permit.actor.id, now, account_id=account_id)

    @operation("accounts.withdraw", Permission.ADMINISTER, on=Subject.INSTALLATION)
    def withdraw(self, permit: Permit, link_id: str) -> None:
        """Let a one-time link open nothing any more. NotAvailable when there is none of that id."""
        with self._repository.writing(permit) as writer:
            found = [one for one in writer.access_writer.invitations() if one.token_hash[:LINK_ID_LENGTH] == link_id]
            if not found or writer.access_writer.use_invitation(found[0].token_hash) is None:
                raise NotAvailable("This link")

    @operation("accounts.disable", Permission.ADMINISTER, on=Subject.INSTALLATION)
    def disable(self, permit: Permit, account_id: str) -> None:
        """Let an account in no more, and end its sign-ins. InvalidInput for the last administrator."""
        with self._changing(permit) as writer:
            account = _account(writer.access_writer, account_id)
            if account.is_disabled:
                return
            writer.access_writer.change_account(replace(account, is_disabled=True))
            writer.access_writer.end_sign_ins(account_id)
            writer.access_writer.withdraw_links_of(account_id)

    @operation("accounts.enable", Permission.ADMINISTER, on=Subject.INSTALLATION)
    def enable(self, permit: Permit, account_id: str) -> None:
        """Let a disabled account in again."""
        with self._repository.writing(permit) as writer:
            account = _account(writer.access_writer, account_id)
            if account.is_disabled:
                writer.access_writer.change_account(replace(account, is_disabled=False))

    @operation("accounts.end-sign-ins", Permission.ADMINISTER, on=Subject.INSTALLATION)
    def end_sign_ins(self, permit: Permit, account_id: str) -> int:
        """Sign every browser of an account out; returns how many there were."""
        with self._repository.writing(permit) as writer:
            _account(writer.access_writer, account_id)
            return writer.access_writer.end_sign_ins(account_id)

    @operation("accounts.grant", Permission.ADMINISTER, on=Subject.INSTALLATION)
    def add_grant(self, permit: Permit, account_id: str, scope: Scope) -> None:
        """Give an account an access role; one that it has already is left as it is."""
        with self._changing(permit) as writer:
            _account(writer.access_writer, account_id)
            _require_there(writer, (scope,))
            if all(grant.scope != scope for grant in writer.access_writer.grants(account_id)):
                add_grants(writer, account_id, (scope,), permit.actor.id, self._store.now())

    @operation("accounts.revoke", Permission.ADMINISTER, on=Subject.INSTALLATION)
    def remove_grant(self, permit: Permit, account_id: str, grant_id: str) -> None:
        """Take an access role from an account. InvalidInput for that of the last administrator."""
        with self._changing(permit) as writer:
            _account(writer.access_writer, account_id)
            grant = next((one for one in writer.access_writer.grants(account_id) if one.id == grant_id), None)
            if grant is None:
                raise NotAvailable("This access role")
            writer.access_writer.remove_grant(grant)

    @operation("accounts.set-grants", Permission.ADMINISTER, on=Subject.INSTALLATION)
    def set_grants(self, permit: Permit, account_id: str, scopes: tuple[Scope, ...]) -> None:
        """Let an account have these access roles and no others. InvalidInput for the last administrator's."""
        with self._changing(permit) as writer:
            _account(writer.access_writer, account_id)
            if scopes:
                _require_there(writer, scopes)
            present = writer.access_writer.grants(account_id)
            had = {grant.scope for grant in present}
            added = tuple(one for one in dict.fromkeys(scopes) if one not in had)
            add_grants(writer, account_id, added, permit.actor.id, self._store.now())
            for grant in present:
                if grant.scope not in scopes:
                    writer.access_writer.remove_grant(grant)

    @operation("accounts.remove", Permission.ADMINISTER, on=Subject.INSTALLATION)
    def remove(self, permit: Permit, account_id: str) -> None:
        """Remove an account with its name, address and access roles; the journal keeps its id alone."""
        with self._changing(permit) as writer:
            _account(writer.access_writer, account_id)
            writer.access_writer.remove_account(account_id)

    @operation("accounts.forget-over", Permission.ADMINISTER, on=Subject.INSTALLATION)
    def forget_over(self, permit: Permit) -> None:
        """Remove sign-ins, links and counts that ended by themselves: nothing asks for them any more."""
        with self._repository.writing(permit) as writer:
            writer.access_writer.forget_sign_ins_ended_by(self._store.now())

    @contextmanager
    def _changing(self, permit: Permit) -> Iterator[Writer]:
        """A transaction that changes accounts, one at a time; given up where it would leave no administrator."""
        with self._repository.writing(permit) as writer:
            writer.access_writer.lock()
            had_one = _has_administrator(writer.access_writer)
            yield writer
            if had_one and not _has_administrator(writer.access_writer):
                raise InvalidInput("Account", "it is the last administrator that can sign in", _LAST)


def _has_administrator(access: AccessReader) -> bool:
    enabled = {one.id for one in access.accounts() if not one.is_disabled}
    return any(one.account_id in enabled and one.scope.role is AccessRole.ADMINISTRATOR for one in access.grants())


def _account(access: AccessReader, account_id: str) -> Account:
    account = access.account(account_id)
    if account is None:
        raise NotAvailable("This account")
    return account


def _require_there(reader: Reader, scopes: tuple[Scope, ...]) -> None:
    if not scopes:
        raise InvalidInput("Access role", "there is none", "Say what the account may do.")
    for scope in scopes:
        if not is_there(reader, scope):
            raise NotAvailable("This organisation" if scope.organisation_id is not None else "This assessment")


def _listed(account: Account, grants: tuple[Grant, ...], sign_in_count: int) -> ListedAccount:
    return ListedAccount(
        id=account.id,
        name=account.name,
        email=account.email,
        is_disabled=account.is_disabled,
        has_password=account.password_hash is not None,
        issuer=account.issuer,
        created_at=account.created_at,
        seen_at=account.seen_at,
        version=account.version,
        grants=tuple(one for one in grants if one.account_id == account.id),
        sign_in_count=sign_in_count,
    )


def _listed_link(invitation: Invitation) -> ListedLink:
    return ListedLink(
        id=invitation.token_hash[:LINK_ID_LENGTH],
        kind=invitation.kind,
        email=invitation.email,
        account_id=invitation.account_id,
        scopes=invitation.scopes,
        made_by=invitation.made_by,
        made_at=invitation.made_at,
        ends_at=invitation.ends_at,
    )
