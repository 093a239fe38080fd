"""What an account was given, read in one query together with whether it may act and whose the thing is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    String,
    and_,
    bindparam,
    exists,
    func,
    null,
    or_,
    select,
)

from assessment.domain.access.account import IDLE, Scope
from assessment.domain.access.held import Held
from assessment.domain.access.permissions import AccessRole
from assessment.store.access_tables import AccessGrantRow, AccountRow, SignInRow
from assessment.store.headers import ASSESSMENT, ORGANISATION
from assessment.store.organisations import folded
from assessment.store.sections import table_of

ACCOUNT = table_of(AccountRow)
GRANT = table_of(AccessGrantRow)
SIGN_IN = table_of(SignInRow)
_SCOPE = (GRANT.c.role, GRANT.c.organisation_id, GRANT.c.assessment_id, GRANT.c.respondent_id)


def _holding(organisation_id: ColumnElement[Any], *covering: ColumnElement[bool]) -> Select[Any]:
    """One row for each grant of an account that may act; a row without a grant where it has none."""
    is_signed_in = exists().where(
        SIGN_IN.c.token_hash == bindparam("by_token", type_=String),
        SIGN_IN.c.account_id == ACCOUNT.c.id,
        SIGN_IN.c.ends_at > bindparam("now", type_=SIGN_IN.c.ends_at.type),
        SIGN_IN.c.seen_at > bindparam("idle_since", type_=SIGN_IN.c.seen_at.type),
    )
    return (
        select(*_SCOPE, organisation_id.label("of_organisation"))
        .select_from(ACCOUNT.outerjoin(GRANT, and_(GRANT.c.account_id == ACCOUNT.c.id, *covering)))
        .where(
            ACCOUNT.c.id == bindparam("of_account"),
            ACCOUNT.c.is_disabled.is_(False),
            or_(bindparam("by_token", type_=String).is_(None), is_signed_in),
        )
    )


def _of_thing() -> ColumnElement[Any]:
    """The organisation that a thing is, or is of."""
    own = select(ASSESSMENT.c.organisation_id).where(ASSESSMENT.c.id == bindparam("on_assessment", type_=String))
    named = select(ORGANISATION.c.id).where(ORGANISATION.c.folded_name == bindparam("on_name", type_=String))
    given = bindparam("on_organisation", type_=String)
    return func.coalesce(given, own.scalar_subquery(), named.scalar_subquery())


_OF_THING = _of_thing()
_HELD = _holding(null())
_HELD_ON = _holding(
    _OF_THING,
    or_(
        and_(GRANT.c.organisation_id.is_(None), GRANT.c.assessment_id.is_(None)),
        GRANT.c.organisation_id == _OF_THING,
        GRANT.c.assessment_id == bindparam("on_assessment", type_=String),
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What an account was given, as far as it was asked for, and the organisation of what it was asked about."""

    held: Held
    organisation_id: str | None = None


def read_standing(connection: Connection, account_id: str, token_hash: str | None, now: datetime) -> Standing | None:
    """Everything an account was given; None where it is not there or disabled, or its sign-in is over.

    Without a token no sign-in is asked for: somebody on the machine itself acts for the account.
    """
    return _read(connection, _HELD, account_id, token_hash, now)


def read_standing_on(
    connection: Connection,
    account_id: str,
    token_hash: str | None,
    now: datetime,
    *,
    assessment_id: str | None = None,
    organisation_id: str | None = None,
    organisation_name: str | None = None,
) -> Standing | None:
    """The same of what covers one thing; the organisation of an assessment is read from its own row."""
    ids = {"on_assessment": assessment_id, "on_organisation": organisation_id}
    name = None if organisation_name is None else folded(organisation_name)
    return _read(connection, _HELD_ON, account_id, token_hash, now, **ids, on_name=name)


def _read(
    connection: Connection,
    query: Select[Any],
    account_id: str,
    token_hash: str | None,
    now: datetime,
    **of: str | None,
) -> Standing | None:
    given = {"of_account": account_id, "by_token": token_hash, "now": now, "idle_since": now - IDLE, **of}
    rows = connection.execute(query, given).all()
    if not rows:
        return None
    scopes = tuple(
        Scope(role=AccessRole(row[0]), organisation_id=row[1], assessment_id=row[2], respondent_id=row[3])
        for row in rows
        if row[0] is not None
    )
    return Standing(held=Held(scopes=scopes), organisation_id=rows[0][4])
