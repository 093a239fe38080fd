"""Which account somebody has whom a company's own provider knows, and whether they get in.

| who comes | what happens |
|---|---|
| the issuer and subject of an account | it is theirs, unless the rule let them in once and does not any more |
| a verified e-mail that an account has, made by a one-time link | the account is theirs from now on |
| a verified e-mail that an open invitation is for | the account that it invites, with what it gives |
| let in by the rule (`AdmissionRule`) | a new account with the access role of the settings, or with none yet |
| anybody else | NotAdmitted, in the same words for every reason |

Let in by the rule was who has no password here and was given no access role by hand. A disabled account lets nobody
in, and an account that is of one person at a provider becomes nobody else's.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from urllib.parse import urlsplit

import structlog

from assessment.domain.access.account import Account, Invitation, InvitationKind, Scope
from assessment.domain.access.admission import AdmissionRule, Claims, is_admitted
from assessment.domain.access.permissions import AccessRole
from assessment.errors import InvalidInput, NotAdmitted
from assessment.services.identity import new_id
from assessment.services.signing_in import LONGEST_ADDRESS, SignedIn, add_grants, begin
from assessment.settings import ProviderSettings
from assessment.store import Store, Writer, folded

BY_RULE = "provider"
"""Who gave an access role that the settings give."""
NAME_LENGTH = 200
_ROLES = tuple(role for role in AccessRole if role is not AccessRole.RESPONDENT)
_log = structlog.get_logger(__name__)


class Admission:
    """Finds or makes the account of somebody, and signs them in."""

    def __init__(self, store: Store, settings: ProviderSettings) -> None:
        self._store = store
        self._name = settings.name
        self._rule = AdmissionRule(domains=settings.domains, groups=settings.groups)
        self._scopes = scopes_of(settings)

    def sign_in(self, claims: Claims) -> SignedIn:
        """Sign the browser of somebody in. NotAdmitted for who does not get in; nothing was changed then."""
        own_id = self._own_id(claims)
        with self._store.writing(actor_id=own_id, operation="accounts.sign-in-by-provider") as writer:
            writer.access_writer.lock()
            account = (
                self._known(writer, claims)
                or self._invited(writer, claims, own_id)
                or self._by_rule(writer, claims, own_id)
            )
            if account is None or account.is_disabled:
                _log.warning("somebody whom the provider knows was not let in")
                raise NotAdmitted(self._name)
            return begin(writer, account.id, self._store.now())

    def _own_id(self, claims: Claims) -> str:
        """The id of their account, or the one that a new account would have: the journal says who came."""
        with self._store.reading() as reader:
            account = reader.access.account_of_subject(claims.issuer, claims.subject)
            if account is None and claims.verified_email is not None:
                account = reader.access.account_of_email(claims.verified_email)
        return new_id() if account is None else account.id

    def _known(self, writer: Writer, claims: Claims) -> Account | None:
        """The account that is theirs already, or becomes theirs because the e-mail is; NotAdmitted where it may not."""
        access = writer.access_writer
        account = access.account_of_subject(claims.issuer, claims.subject)
        if account is not None:
            is_by_hand = any(grant.granted_by != BY_RULE for grant in access.grants(account.id))
            if account.password_hash is None and not is_by_hand and not is_admitted(claims, self._rule):
                raise NotAdmitted(self._name)
            return account
        email = claims.verified_email
        account = None if email is None else access.account_of_email(email)
        if account is None:
            return None
        if account.subject is not None or account.is_disabled:  # of somebody else there, who has the address no more
            raise NotAdmitted(self._name)
        linked = replace(account, issuer=claims.issuer, subject=claims.subject)
        access.change_account(linked)
        return linked

    def _invited(self, writer: Writer, claims: Claims, own_id: str) -> Account | None:
        """The account that an open invitation for their e-mail makes; the link opens nothing any more."""
        email = claims.verified_email
        invitation = None if email is None else _open_invitation(writer, email, self._store.now())
        if invitation is None or email is None:
            return None
        writer.access_writer.use_invitation(invitation.token_hash)
        return self._added(
            writer, _account(own_id, claims, email, self._store.now()), invitation.scopes, invitation.made_by
        )

    def _by_rule(self, writer: Writer, claims: Claims, own_id: str) -> Account | None:
        """A new account for somebody whom the rule lets in. Never the first one: with that, the link by which the first
        administrator gets in opens nothing any more.
        """
        if not is_admitted(claims, self._rule) or not writer.access_writer.has_accounts():
            return None
        email = claims.verified_email or (claims.email or "").strip() or _stand_in(claims)
        if len(email) > LONGEST_ADDRESS or writer.access_writer.account_of_email(email) is not None:
            return None
        return self._added(writer, _account(own_id, claims, email, self._store.now()), self._scopes, BY_RULE)

    def _added(self, writer: Writer, account: Account, scopes: tuple[Scope, ...], granted_by: str) -> Account:
        writer.access_writer.add_account(account)
        add_grants(writer, account.id, scopes, granted_by, account.created_at)
        return account


def _account(account_id: str, claims: Claims, email: str, now: datetime) -> Account:
    return Account(
        id=account_id,
        name=" ".join(claims.name.split())[:NAME_LENGTH] or email,
        email=email,
        issuer=claims.issuer,
        subject=claims.subject,
        created_at=now,
    )


def scopes_of(settings: ProviderSettings) -> tuple[Scope, ...]:
    """What the settings give to new people. InvalidInput for what is no access role, or cannot be given that way."""
    if not settings.role:
        return ()
    if settings.role not in _ROLES:
        named = ", ".join(_ROLES)
        raise InvalidInput("PLUMBLINE_OIDC_ROLE", f"'{settings.role[:80]}' is no access role", f"Write one of {named}.")
    role = AccessRole(settings.role)
    if role is AccessRole.ADMINISTRATOR and settings.organisation_id is not None:
        raise InvalidInput("PLUMBLINE_OIDC_ORGANISATION", "an administrator is one for everything", "Leave it empty.")
    return (Scope(role=role, organisation_id=settings.organisation_id),)


def _open_invitation(writer: Writer, email: str, now: datetime) -> Invitation | None:
    for one in writer.access_writer.invitations():
        is_for = one.kind is InvitationKind.INVITE and one.email is not None and folded(one.email) == folded(email)
        if is_for and one.ends_at > now:
            return one
    return None


def _stand_in(claims: Claims) -> str:
    """What stands for the e-mail of somebody whose provider passes none on."""
    return f"{claims.subject[:120]}@{urlsplit(claims.issuer).hostname}"
