"""Accounts on the command line, for whoever runs commands on the machine itself: they need no account."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping
from datetime import datetime
from types import MappingProxyType
from typing import Any

from assessment.cli_text import view_text
from assessment.domain.access.account import Scope
from assessment.domain.access.listed import ListedAccount
from assessment.domain.access.permissions import AccessRole
from assessment.errors import InvalidInput
from assessment.services.authority import LOCAL_ACTOR
from assessment.services.plumbline import Plumbline
from assessment.views.accounts import accounts_view, links_view
from assessment.views.wording import accounts as words

LINK_PATH = "/invitation/"


def run_accounts(plumbline: Plumbline, parsed: argparse.Namespace, base_url: str | None) -> str:
    """Do one of `ACTIONS`; returns what to print."""
    return _ACTIONS[parsed.action](plumbline, parsed, base_url)


def _list(plumbline: Plumbline, parsed: argparse.Namespace, base_url: str | None) -> str:
    del parsed, base_url
    accounts = plumbline.accounts.list_accounts(LOCAL_ACTOR)
    return view_text(accounts_view(accounts, _names(plumbline), datetime.astimezone))


def _links(plumbline: Plumbline, parsed: argparse.Namespace, base_url: str | None) -> str:
    del parsed, base_url
    accounts = plumbline.accounts.list_accounts(LOCAL_ACTOR)
    links = plumbline.accounts.list_links(LOCAL_ACTOR)
    return view_text(links_view(links, accounts, _names(plumbline), datetime.astimezone))


def _first_link(plumbline: Plumbline, parsed: argparse.Namespace, base_url: str | None) -> str:
    del parsed
    token = plumbline.accounts.first_link()
    return words.HAS_ACCOUNTS if token is None else words.link_for(base_url, f"{LINK_PATH}{token}")


def _invite(plumbline: Plumbline, parsed: argparse.Namespace, base_url: str | None) -> str:
    token = plumbline.accounts.invite(LOCAL_ACTOR, _who(parsed), (_scope(plumbline, parsed),))
    return words.link_for(base_url, f"{LINK_PATH}{token}")


def _renew_password(plumbline: Plumbline, parsed: argparse.Namespace, base_url: str | None) -> str:
    token = plumbline.accounts.renew_password(LOCAL_ACTOR, _account(plumbline, parsed).id)
    return words.link_for(base_url, f"{LINK_PATH}{token}")


def _withdraw(plumbline: Plumbline, parsed: argparse.Namespace, base_url: str | None) -> str:
    del base_url
    link_id = _who(parsed, "link")
    if all(one.id != link_id for one in plumbline.accounts.list_links(LOCAL_ACTOR)):
        raise InvalidInput("accounts withdraw", f"there is no link '{link_id[:80]}'", words.HOW_TO_NAME["link"])
    plumbline.accounts.withdraw(LOCAL_ACTOR, link_id)
    return words.DONE


def _grant(plumbline: Plumbline, parsed: argparse.Namespace, base_url: str | None) -> str:
    plumbline.accounts.add_grant(LOCAL_ACTOR, _account(plumbline, parsed).id, _scope(plumbline, parsed))
    return _list(plumbline, parsed, base_url)


def _revoke(plumbline: Plumbline, parsed: argparse.Namespace, base_url: str | None) -> str:
    account, scope = _account(plumbline, parsed), _scope(plumbline, parsed)
    grant = next((one for one in account.grants if one.scope == scope), None)
    if grant is None:
        reason = f"{account.email} is not {words.scope_text(scope, _names(plumbline))}"
        raise InvalidInput("accounts revoke", reason, words.HOW_TO_NAME["access"])
    plumbline.accounts.remove_grant(LOCAL_ACTOR, account.id, grant.id)
    return _list(plumbline, parsed, base_url)


def _end_sign_ins(plumbline: Plumbline, parsed: argparse.Namespace, base_url: str | None) -> str:
    del base_url
    return words.ended(plumbline.accounts.end_sign_ins(LOCAL_ACTOR, _account(plumbline, parsed).id))


def _disable(plumbline: Plumbline, parsed: argparse.Namespace, base_url: str | None) -> str:
    plumbline.accounts.disable(LOCAL_ACTOR, _account(plumbline, parsed).id)
    return _list(plumbline, parsed, base_url)


def _enable(plumbline: Plumbline, parsed: argparse.Namespace, base_url: str | None) -> str:
    plumbline.accounts.enable(LOCAL_ACTOR, _account(plumbline, parsed).id)
    return _list(plumbline, parsed, base_url)


def _remove(plumbline: Plumbline, parsed: argparse.Namespace, base_url: str | None) -> str:
    plumbline.accounts.remove(LOCAL_ACTOR, _account(plumbline, parsed).id)
    return _list(plumbline, parsed, base_url)


_ACTIONS: Mapping[str, Callable[[Plumbline, argparse.Namespace, str | None], str]] = MappingProxyType(
    {
        "list": _list,
        "links": _links,
        "first-link": _first_link,
        "invite": _invite,
        "renew-password": _renew_password,
        "withdraw": _withdraw,
        "grant": _grant,
        "revoke": _revoke,
        "end-sign-ins": _end_sign_ins,
        "disable": _disable,
        "enable": _enable,
        "remove": _remove,
    }
)
ACTIONS = tuple(_ACTIONS)
ARGUMENTS: tuple[tuple[tuple[str, ...], dict[str, Any]], ...] = (
    (("action",), {"choices": ACTIONS, "metavar": "ACTION", "help": f"one of: {', '.join(ACTIONS)}"}),
    (("who",), {"nargs": "?", "metavar": "WHO", "help": "e-mail address or id of the account; id of the link"}),
    (("--role",), {"choices": tuple(AccessRole), "help": "access role to invite with, grant or revoke"}),
    (("--of",), {"metavar": "THING", "help": "an assessment's id or an organisation's name; else everything"}),
    (("--respondent",), {"metavar": "ID", "help": "whose answers a respondent gives"}),
)
"""What the command takes, as argparse does."""


def _who(parsed: argparse.Namespace, what: str = "account") -> str:
    """Whom or what a command is about."""
    if parsed.who is None:
        raise InvalidInput(f"accounts {parsed.action}", "it does not say which", words.HOW_TO_NAME[what])
    return str(parsed.who)


def _account(plumbline: Plumbline, parsed: argparse.Namespace) -> ListedAccount:
    """The account of an e-mail address or id."""
    who = _who(parsed)
    for one in plumbline.accounts.list_accounts(LOCAL_ACTOR):
        if one.id == who or one.email.casefold() == who.strip().casefold():
            return one
    raise InvalidInput(f"accounts {parsed.action}", f"there is no account '{who[:80]}'", words.HOW_TO_NAME["account"])


def _scope(plumbline: Plumbline, parsed: argparse.Namespace) -> Scope:
    """The access role of a command, and what it is for."""
    where = f"accounts {parsed.action}"
    if parsed.role is None:
        raise InvalidInput(where, "it does not say which access role", words.HOW_TO_NAME["role"])
    organisations = plumbline.organisations.list_organisations(LOCAL_ACTOR)
    assessment_ids = {line.header.id for line in plumbline.assessments.list_assessments(LOCAL_ACTOR)}
    found = next((one.id for one in organisations if parsed.of in (one.id, one.name)), None)
    if parsed.of is not None and found is None and parsed.of not in assessment_ids:
        raise InvalidInput(where, f"there is no '{parsed.of[:80]}'", words.HOW_TO_NAME["thing"])
    try:
        return Scope(
            role=AccessRole(parsed.role),
            organisation_id=found,
            assessment_id=parsed.of if found is None else None,
            respondent_id=parsed.respondent,
        )
    except ValueError as error:
        raise InvalidInput(where, str(error), words.HOW_TO_NAME["respondent"]) from error


def _names(plumbline: Plumbline) -> Mapping[str, str]:
    """What organisations and assessments are called, by their ids."""
    organisations = {one.id: one.name for one in plumbline.organisations.list_organisations(LOCAL_ACTOR)}
    lines = plumbline.assessments.list_assessments(LOCAL_ACTOR)
    return organisations | {line.header.id: line.header.name for line in lines}
