"""The doors: what somebody may do who is nobody yet, and what everybody may do with their own sign-in.

Nothing here asks for a right: it finds out who somebody is. A sign-in is a random token that the browser keeps; the
database has its SHA-256 and is asked each time, so that whatever ends it holds from the next click. It ends after
`IDLE` without a click, and after `LONGEST` in any case. Signing in and out are entries of the store's own chain of the
journal, by ids; who was turned away is in the log, without address and name.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import structlog

from assessment.domain.access.account import IDLE, Account, Grant, Invitation, InvitationKind, Scope, SignIn
from assessment.domain.access.permissions import AccessRole
from assessment.domain.answered.entries import AssessmentModel, ShortText
from assessment.errors import InvalidInput, LinkRefused, NotAvailable, SignInRefused, StoreUnavailable
from assessment.services.attempts import Attempts, Place
from assessment.services.authority import LOCAL_ACTOR, Actor
from assessment.services.identity import new_id, new_token, token_hash
from assessment.services.passwords import Passwords, require_good
from assessment.services.repository import Repository
from assessment.services.validation import checked
from assessment.store import AccessReader, Reader, Writer

__all__ = ["InvitationKind", "Invited", "SignedIn", "SigningIn"]
LONGEST = timedelta(days=7)
RENEWED_AFTER = timedelta(minutes=1)
LINK_LASTS = timedelta(hours=72)
LONGEST_ADDRESS = 254
TOKEN_LENGTH = 43
NOBODY = "nobody"
_log = structlog.get_logger(__name__)


class Your(AssessmentModel):
    """What somebody writes of themselves: an error in it is one of "Your name"."""

    name: ShortText


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedIn:
    """What a browser keeps: the token of its sign-in until `ends_at`, and what it is known by when it comes again."""

    token: str
    browser: str
    ends_at: datetime
    account_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Invited:
    """What a one-time link that still opens something is for; `email` is None where it is to be written first."""

    kind: InvitationKind
    email: str | None = None
    name: str | None = None
    account_id: str | None = None


class SigningIn:
    """Who somebody is: signing in and out, one-time links, one's own password."""

    def __init__(self, repository: Repository, passwords: Passwords | None = None) -> None:
        self.rights = repository.rights
        self._store = repository.store
        self._repository = repository
        self._passwords = passwords or Passwords()

    def has_accounts(self) -> bool:
        """Whether there is an account at all: with the first one, everybody has to sign in."""
        with self._store.reading() as reader:
            return reader.access.has_accounts()

    def actor_of(self, token: str | None) -> Actor | None:
        """Who a browser's token says it is, as the database has it now; None once it is over. Renews its idle end."""
        if token is None or len(token) != TOKEN_LENGTH:
            return None
        hashed = token_hash(token)
        with self._store.reading() as reader:
            found = reader.access.sign_in(hashed)
        now = self._store.now()
        if found is None or not is_alive(*found, now):
            return None
        sign_in, account = found
        if now - sign_in.seen_at > RENEWED_AFTER:
            self._see(sign_in, now)
        return Actor(id=account.id, name=account.name, sign_in=hashed)

    def sign_in(self, email: str, password: str, place: Place) -> SignedIn:
        """Sign a browser in by a password.

        Raises
        ------
        SignInRefused
            In the same words, after the same work, whether there is no such account, it is disabled, it has no
            password, or the password is another one.
        TooManyAttempts
            It was tried too often of late; see `attempts`.
        """
        email = "".join(letter for letter in email if letter.isprintable()).strip()[:LONGEST_ADDRESS]
        account = self._attempted(email, place)
        known_hash = None if account is None or account.is_disabled else account.password_hash
        verified = self._passwords.verify(password, known_hash)
        if account is None or not verified.is_right:
            _log.warning("a sign-in was refused")
            raise SignInRefused
        with self._store.writing(actor_id=account.id, operation="accounts.sign-in") as writer:
            present = writer.access_writer.account(account.id)
            if present is None or present.is_disabled or present.password_hash != account.password_hash:
                raise SignInRefused
            if verified.new_hash is not None:
                writer.access_writer.change_account(replace(present, password_hash=verified.new_hash))
            begun = begin(writer, account.id, self._store.now())
            Attempts(writer.access_writer, self._store.now(), email, place).succeeded(begun.browser)
        return begun

    def sign_out(self, actor: Actor) -> None:
        """End the sign-in that an actor came by; whoever has none is out already."""
        if actor.sign_in is not None:
            with self._store.writing(actor_id=actor.id, operation="accounts.sign-out") as writer:
                writer.access_writer.end_sign_in(actor.sign_in)

    def own_account(self, actor: Actor) -> Account:
        """The account an actor is signed in to. NotAvailable once the sign-in is over."""
        with self._store.reading() as reader:
            return _own(reader.access, actor, self._store.now())

    def change_password(self, actor: Actor, present: str, new: str, place: Place) -> None:
        """Change one's own password, which has to be known; ends every other sign-in of the account, and its links.

        Raises NotAvailable once the sign-in is over, SignInRefused and TooManyAttempts as for signing in, InvalidInput
        for a new one that is too short or easily guessed.
        """
        account = self.own_account(actor)
        require_good(new, account.name, account.email)  # a poor one is no guess at the present one
        self._attempted(account.email, place)
        if not self._passwords.verify(present, account.password_hash).is_right:
            raise InvalidInput("Present password", "it is another one", "Type it again.")
        new_hash = self._passwords.hashed(new, account.name, account.email)
        with self._store.writing(actor_id=actor.id, operation="accounts.change-password") as writer:
            now = self._store.now()
            own = _own(writer.access_writer, actor, now)
            if own.password_hash != account.password_hash:
                raise InvalidInput("Present password", "it was changed meanwhile", "Sign in again.")
            writer.access_writer.change_account(replace(own, password_hash=new_hash))
            writer.access_writer.end_sign_ins(own.id, but=actor.sign_in)
            writer.access_writer.withdraw_links_of(own.id)
            Attempts(writer.access_writer, now, own.email, place).succeeded(place.browser or new_token())

    def first_link(self) -> str | None:
        """The token of a new one-time link that makes the first administrator; None once there is an account.

        Called by the process that starts, which shows it to nobody but who reads what it prints.
        """
        with self._store.writing(actor_id=LOCAL_ACTOR.id, operation="accounts.first-link") as writer:
            writer.access_writer.lock()
            if writer.access_writer.has_accounts():
                return None
            scopes = (Scope(role=AccessRole.ADMINISTRATOR),)
            return add_link(writer, InvitationKind.FIRST, LOCAL_ACTOR.id, self._store.now(), scopes=scopes)

    def invited(self, token: str) -> Invited:
        """What a one-time link is for. LinkRefused when it opens nothing."""
        with self._store.reading() as reader:
            invitation = reader.access.invitation(token_hash(token))
            return _opened(reader.access, invitation, self._store.now())

    def accept(self, token: str, name: str, password: str, place: Place, email: str | None = None) -> SignedIn:
        """Use a one-time link: make the account it invites, or renew its password; and sign in. It works once.

        Raises LinkRefused when it opens nothing, InvalidInput for what is written, after which it still works.
        """
        invited = self.invited(token)
        address = invited.email or checked_address(email or "")
        named = invited.name or checked(Your, name=name).name
        password_hash = self._passwords.hashed(password, named, address)
        account_id = invited.account_id or new_id()
        with self._store.writing(actor_id=account_id, operation="accounts.accept") as writer:
            writer.access_writer.lock()
            now = self._store.now()
            invitation = writer.access_writer.use_invitation(token_hash(token))
            _opened(writer.access_writer, invitation, now)
            if invitation is None:
                raise LinkRefused
            account = Account(id=account_id, name=named, email=address, password_hash=password_hash, created_at=now)
            _take_up(writer, invitation, account)
            begun = begin(writer, account_id, now)
            Attempts(writer.access_writer, now, address, place).succeeded(begun.browser)
        return begun

    def _attempted(self, email: str, place: Place) -> Account | None:
        """Count an attempt; the account it is at."""
        with self._store.reading() as reader:
            Attempts(reader.access, self._store.now(), email, place).require()
            account = reader.access.account_of_email(email)
        with self._store.writing(actor_id=NOBODY, operation="accounts.attempt") as writer:
            Attempts(writer.access_writer, self._store.now(), email, place).count()
        return account

    def _see(self, sign_in: SignIn, now: datetime) -> None:
        """Put the idle end off; where the database is busy the next click does it."""
        seeing = "accounts.see"
        with suppress(StoreUnavailable), self._store.writing(actor_id=sign_in.account_id, operation=seeing) as writer:
            writer.access_writer.see(sign_in.token_hash, sign_in.account_id, now)


def is_alive(sign_in: SignIn, account: Account, now: datetime) -> bool:
    """Whether a sign-in still holds."""
    return not account.is_disabled and now < sign_in.ends_at and now - sign_in.seen_at < IDLE


def begin(writer: Writer, account_id: str, now: datetime) -> SignedIn:
    """Sign a browser in to an account that was found to be its own; all it keeps is new."""
    token = new_token()
    ends_at = now + LONGEST
    writer.access_writer.add_sign_in(
        SignIn(token_hash=token_hash(token), account_id=account_id, started_at=now, seen_at=now, ends_at=ends_at)
    )
    return SignedIn(token=token, browser=new_token(), ends_at=ends_at, account_id=account_id)


def add_link(
    writer: Writer,
    kind: InvitationKind,
    made_by: str,
    now: datetime,
    *,
    email: str | None = None,
    account_id: str | None = None,
    scopes: tuple[Scope, ...] = (),
) -> str:
    """Keep a new one-time link; returns its token, which is nowhere else."""
    token = new_token()
    writer.access_writer.add_invitation(
        Invitation(
            token_hash=token_hash(token),
            kind=kind,
            email=email,
            account_id=account_id,
            scopes=scopes,
            made_by=made_by,
            made_at=now,
            ends_at=now + LINK_LASTS,
        )
    )
    return token


def is_open(access: AccessReader, invitation: Invitation, now: datetime) -> bool:
    """Whether a link is not over, and whoever made it may still make one."""
    return invitation.ends_at > now and _may_make_links(access, invitation.made_by)


def _may_make_links(access: AccessReader, actor_id: str) -> bool:
    if actor_id == LOCAL_ACTOR.id:
        return True
    account = access.account(actor_id)
    if account is None or account.is_disabled:
        return False
    return any(grant.scope.role is AccessRole.ADMINISTRATOR for grant in access.grants(actor_id))


def add_grants(writer: Writer, account_id: str, scopes: tuple[Scope, ...], granted_by: str, now: datetime) -> None:
    """Give an account access roles on what is still there."""
    for scope in scopes:
        if is_there(writer, scope):
            grant = Grant(id=new_id(), account_id=account_id, scope=scope, granted_by=granted_by, granted_at=now)
            writer.access_writer.add_grant(grant)


def is_there(reader: Reader, scope: Scope) -> bool:
    """Whether what an access role is for exists."""
    if scope.organisation_id is not None:
        return any(one.id == scope.organisation_id for one in reader.organisations())
    if scope.assessment_id is None:
        return True
    if reader.header(scope.assessment_id) is None:
        return False
    return scope.respondent_id is None or reader.has_respondent(scope.assessment_id, scope.respondent_id)


def checked_address(email: str) -> str:
    """An e-mail address as it was written, without white space around it. InvalidInput for what cannot be one."""
    email = email.strip()
    name, at, domain = email.rpartition("@")
    is_plain = email.isprintable() and " " not in email and len(email) <= LONGEST_ADDRESS
    if not (is_plain and name and at and "." in domain.strip(".")):
        raise InvalidInput("E-mail address", "it is not one", "Write it as name@example.org.")
    return email


def _own(access: AccessReader, actor: Actor, now: datetime) -> Account:
    found = None if actor.sign_in is None else access.sign_in(actor.sign_in)
    if found is None or found[1].id != actor.id or not is_alive(*found, now):
        raise NotAvailable("This account")
    return found[1]


def _opened(access: AccessReader, invitation: Invitation | None, now: datetime) -> Invited:
    """What a link opens; LinkRefused where that is nothing."""
    if invitation is None or not is_open(access, invitation, now):
        raise LinkRefused
    if invitation.kind is InvitationKind.FIRST and access.has_accounts():
        raise LinkRefused
    if invitation.kind is not InvitationKind.PASSWORD:
        if invitation.email is not None and access.account_of_email(invitation.email) is not None:
            raise LinkRefused
        return Invited(kind=invitation.kind, email=invitation.email)
    account = access.account(invitation.account_id or "")
    if account is None or account.is_disabled:
        raise LinkRefused
    return Invited(kind=invitation.kind, email=account.email, name=account.name, account_id=account.id)


def _take_up(writer: Writer, invitation: Invitation, account: Account) -> None:
    """Make the account that a link invites, or renew its password."""
    access = writer.access_writer
    if invitation.kind is InvitationKind.PASSWORD:
        present = access.account(account.id)
        if present is None:
            raise LinkRefused
        access.change_account(replace(present, password_hash=account.password_hash))
        access.end_sign_ins(account.id)
        return
    access.add_account(account)
    add_grants(writer, account.id, invitation.scopes, invitation.made_by, account.created_at)
    access.withdraw_first_links()
