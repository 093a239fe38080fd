"""What is said of accounts: what each access role is and may do, what it is for, and who is let in."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from assessment.domain.access.account import InvitationKind, Scope
from assessment.domain.access.permissions import AccessRole
from assessment.views.wording.directions import isolated
from assessment.views.wording.numbers import counted, listed, moment_text, plural

QUESTION = "Accounts"
LINKS_QUESTION = "One-time links"
COLUMN_NAME, COLUMN_EMAIL, COLUMN_ACCESS, COLUMN_STATE, COLUMN_SEEN, COLUMN_ID = (
    "Name",
    "E-mail address",
    "Access",
    "State",
    "Last seen",
    "Id",
)
COLUMN_FOR, COLUMN_GIVES, COLUMN_UNTIL = "For", "Gives", "Until"
ROLES: Mapping[AccessRole, str] = {
    AccessRole.ADMINISTRATOR: "Administrator",
    AccessRole.FACILITATOR: "Facilitator",
    AccessRole.ANALYST: "Analyst",
    AccessRole.READER: "Reader",
    AccessRole.RESPONDENT: "Respondent",
}
MEANINGS: Mapping[AccessRole, str] = {
    AccessRole.ADMINISTRATOR: "Sees to accounts and frameworks, and may do everything.",
    AccessRole.FACILITATOR: "May do everything in an assessment.",
    AccessRole.ANALYST: "May do everything in an assessment but sign it off, change its people, or remove it.",
    AccessRole.READER: "Sees results, roadmap and reports, without names beside answers.",
    AccessRole.RESPONDENT: "Gives their own answers, and sees those alone.",
}
KINDS: Mapping[InvitationKind, str] = {
    InvitationKind.FIRST: "The first administrator",
    InvitationKind.INVITE: "A new account",
    InvitationKind.PASSWORD: "A new password",
}
NO_ACCESS = "No access"
ENABLED, DISABLED = "May sign in", "Disabled"
NEVER = "Never"
EMPTY = "There is no account yet: everybody on this machine may do everything."
NO_LINKS = "There is no link that is still open."
SOMETHING_GONE = "Something that is gone"
LINK_ONCE = "It works once, for 72 hours, and is shown this once: give it to nobody else."
DONE = "Done."
HAS_ACCOUNTS = "There are accounts already: an administrator invites others."
HOW_TO_NAME: Mapping[str, str] = {
    "account": "Write the e-mail address or the id, as `accounts list` prints it.",
    "link": "Write the id, as `accounts links` prints it.",
    "role": "Say what the account may do, as with --role reader.",
    "access": "See what it has with `accounts list`.",
    "respondent": "Say of which assessment with --of, and whose answers with --respondent.",
    "thing": "Write the id of an assessment, as `list` prints it, or the name of an organisation.",
}


def how_many(count: int) -> str:
    """How many accounts there are."""
    return counted(count, "account") if count else EMPTY


def how_many_links(count: int) -> str:
    """How many one-time links still open something."""
    one, other = "{count} one-time link still opens something", "{count} one-time links still open something"
    return plural(count, {"one": one, "other": other}) if count else NO_LINKS


def scope_text(scope: Scope, names: Mapping[str, str]) -> str:
    """An access role and what it is for; `names` are those of organisations and assessments by their ids."""
    thing_id = scope.organisation_id or scope.assessment_id
    if scope.role is AccessRole.ADMINISTRATOR:
        return ROLES[scope.role]
    if thing_id is None:
        return f"{ROLES[scope.role]}, of everything"
    return f"{ROLES[scope.role]} of {isolated(names.get(thing_id, SOMETHING_GONE))}"


def scopes_text(scopes: tuple[Scope, ...], names: Mapping[str, str]) -> str:
    """Everything that an account or a link gives."""
    return listed([scope_text(one, names) for one in scopes]) if scopes else NO_ACCESS


def seen(moment: datetime | None, sign_in_count: int) -> str:
    """When something was last heard of an account, and in how many browsers it is signed in now."""
    when = NEVER if moment is None else moment_text(moment)
    return f"{when}; signed in {counted(sign_in_count, 'time')}" if sign_in_count else when


def ended(count: int) -> str:
    """How many sign-ins ended."""
    return f"{counted(count, 'sign-in')} ended." if count else "There was no sign-in to end."


def link_for(base_url: str | None, path: str) -> str:
    """A one-time link, to be handed on; without the address that people open, what goes before it."""
    if base_url is None:
        return f"{path}\nPut the address that people open before it. {LINK_ONCE}"
    return f"{base_url}{path}\n{LINK_ONCE}"
