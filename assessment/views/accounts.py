"""Accounts and one-time links as administrators see them.

| column | value | range |
|---|---|---|
| access | what each access role is for | |
| seen, until | moments, as an ISO date and time | |
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from assessment.domain.access.account import InvitationKind
from assessment.domain.access.listed import ListedAccount, ListedLink
from assessment.views.model import Cell, Column, Mark, Row, Table, View
from assessment.views.wording import accounts as words
from assessment.views.wording.numbers import moment_text

LocalTime = Callable[[datetime], datetime]


def accounts_view(accounts: Sequence[ListedAccount], names: Mapping[str, str], local_time: LocalTime) -> View:
    """A row for each account, in the order given. `names` are those of organisations and assessments by their ids."""
    columns = (
        ("name", words.COLUMN_NAME),
        ("email", words.COLUMN_EMAIL),
        ("access", words.COLUMN_ACCESS),
        ("state", words.COLUMN_STATE),
        ("seen", words.COLUMN_SEEN),
        ("id", words.COLUMN_ID),
    )
    return View(
        id="accounts",
        question=words.QUESTION,
        finding=words.how_many(len(accounts)),
        tables=(
            Table(
                id="accounts",
                title=words.QUESTION,
                columns=tuple(Column(id=key, name=name) for key, name in columns),
                rows=tuple(_account(one, names, local_time) for one in accounts),
                empty=words.EMPTY,
            ),
        ),
        empty="" if accounts else words.EMPTY,
    )


def links_view(
    links: Sequence[ListedLink], accounts: Sequence[ListedAccount], names: Mapping[str, str], local_time: LocalTime
) -> View:
    """A row for each one-time link that still opens something, in the order given."""
    columns = (
        ("for", words.COLUMN_FOR),
        ("gives", words.COLUMN_GIVES),
        ("until", words.COLUMN_UNTIL),
        ("id", words.COLUMN_ID),
    )
    emails = {one.id: one.email for one in accounts}
    return View(
        id="links",
        question=words.LINKS_QUESTION,
        finding=words.how_many_links(len(links)),
        tables=(
            Table(
                id="links",
                title=words.LINKS_QUESTION,
                columns=tuple(Column(id=key, name=name) for key, name in columns),
                rows=tuple(_link(one, emails, names, local_time) for one in links),
                empty=words.NO_LINKS,
            ),
        ),
        empty="" if links else words.NO_LINKS,
    )


def _account(one: ListedAccount, names: Mapping[str, str], local_time: LocalTime) -> Row:
    scopes = tuple(grant.scope for grant in one.grants)
    seen_at = None if one.seen_at is None else local_time(one.seen_at)
    moment = None if one.seen_at is None else one.seen_at.isoformat()
    state = words.DISABLED if one.is_disabled else words.ENABLED
    return Row(
        id=one.id,
        cells=(
            Cell(text=one.name, value=one.name, marks=frozenset({Mark.QUIET if one.is_disabled else Mark.STRONG})),
            Cell(text=one.email, value=one.email),
            Cell(text=words.scopes_text(scopes, names), value=len(scopes)),
            Cell(text=state),
            Cell(text=words.seen(seen_at, one.sign_in_count), value=moment),
            Cell(text=one.id, value=one.id),
        ),
    )


def _link(one: ListedLink, emails: Mapping[str, str], names: Mapping[str, str], local_time: LocalTime) -> Row:
    email = one.email or emails.get(one.account_id or "", "")
    gives = words.scopes_text(one.scopes, names) if one.kind is InvitationKind.INVITE else words.KINDS[one.kind]
    return Row(
        id=one.id,
        cells=(
            Cell(text=email or words.KINDS[one.kind], value=email),
            Cell(text=gives, value=str(one.kind)),
            Cell(text=moment_text(local_time(one.ends_at)), value=one.ends_at.isoformat()),
            Cell(text=one.id, value=one.id),
        ),
    )
