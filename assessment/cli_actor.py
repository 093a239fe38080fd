"""Who a command acts for: whoever is at the machine, who may do everything, or with `--as` an account and no more."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from assessment.errors import InvalidInput
from assessment.services.authority import LOCAL_ACTOR, Actor
from assessment.services.plumbline import Plumbline

FOR_ACCOUNTS = frozenset(
    {
        *("list", "demo", "score", "roadmap", "show", "texts", "missing", "report", "export", "layout", "read-back"),
        *("import", "erase-person", "bin", "put-back", "bring", "verify-report", "journal", "verify-journal"),
    }
)
"""The commands that `--as` runs. The others are for the machine: they ask nobody what they may do."""
_EMAIL: ContextVar[str | None] = ContextVar("email", default=None)


@contextmanager
def acting_for(command: str, email: str | None) -> Iterator[None]:
    """Let a command act for the account of an address, None for whoever is at the machine.

    Raises InvalidInput for a command that is for the machine alone.
    """
    if email is not None and command not in FOR_ACCOUNTS:
        raise InvalidInput("--as", f"'{command}' is for whoever runs Plumbline", "Leave --as out.")
    before = _EMAIL.set(email)
    try:
        yield
    finally:
        _EMAIL.reset(before)


def acting(plumbline: Plumbline) -> Actor:
    """Who the command acts for. InvalidInput for an address that no account has, or whose account is disabled."""
    email = _EMAIL.get()
    if email is None:
        return LOCAL_ACTOR
    wanted = " ".join(email.split()).casefold()
    for account in plumbline.accounts.list_accounts(LOCAL_ACTOR):
        if account.email.casefold() == wanted and not account.is_disabled:
            return Actor(id=account.id, name=account.name)
    raise InvalidInput(
        "--as",
        f"no account that may sign in has the address '{email[:80]}'",
        "Write an e-mail address as `accounts list` prints it.",
    )
