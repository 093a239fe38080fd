"""Accounts and links are listed with what they may do, in words, and nothing that opens a door."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from assessment.domain.access.account import Grant, InvitationKind, Scope
from assessment.domain.access.listed import ListedAccount, ListedLink
from assessment.domain.access.permissions import AccessRole
from assessment.views.accounts import accounts_view, links_view
from assessment.views.wording import accounts as words

AT = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
NAMES = {"o1": "Acme", "a1": "Spring 2026"}
SCOPES = (
    Scope(role=AccessRole.FACILITATOR, organisation_id="o1"),
    Scope(role=AccessRole.READER),
    Scope(role=AccessRole.RESPONDENT, assessment_id="a1", respondent_id="r1"),
    Scope(role=AccessRole.ANALYST, assessment_id="gone"),
)


def local(moment: datetime) -> datetime:
    return moment + timedelta(hours=1)


def an_account(**changes: object) -> ListedAccount:
    grants = tuple(
        Grant(id=f"g{place}", account_id="u1", scope=scope, granted_by="local", granted_at=AT)
        for place, scope in enumerate(SCOPES)
    )
    values: dict[str, object] = {
        "id": "u1",
        "name": "Anna",
        "email": "anna@example.org",
        "is_disabled": False,
        "has_password": True,
        "issuer": None,
        "created_at": AT,
        "seen_at": AT,
        "version": 1,
        "grants": grants,
        "sign_in_count": 2,
    }
    return ListedAccount(**values | changes)  # type: ignore[arg-type]  # as the fields are


def texts(account: ListedAccount) -> dict[str, str]:
    table = accounts_view((account,), NAMES, local).table("accounts")
    return {column.id: cell.text for column, cell in zip(table.columns, table.rows[0].cells, strict=True)}


def test_a_row_says_who_may_do_what_and_when_they_were_last_seen() -> None:
    assert texts(an_account()) == {
        "name": "Anna",
        "email": "anna@example.org",
        "access": (
            "Facilitator of \u2068Acme\u2069, Reader, of everything, Respondent of \u2068Spring 2026\u2069 and "
            "Analyst of \u2068Something that is gone\u2069"
        )
        .replace("\u2068", "")
        .replace("\u2069", ""),
        "state": "May sign in",
        "seen": "2 Mar, 10:30; signed in 2 times",
        "id": "u1",
    }


def test_who_may_do_nothing_was_never_seen_or_is_disabled_is_said_so() -> None:
    shown = texts(an_account(grants=(), seen_at=None, sign_in_count=0, is_disabled=True))
    assert (shown["access"], shown["state"], shown["seen"]) == ("No access", "Disabled", "Never")


def test_the_value_behind_a_moment_is_exact() -> None:
    (row,) = accounts_view((an_account(),), NAMES, local).table("accounts").rows
    assert row.cells[4].value == AT.isoformat()


def test_without_accounts_the_list_says_what_that_means() -> None:
    view = accounts_view((), NAMES, local)
    assert (view.finding, view.empty) == (words.EMPTY, words.EMPTY)
    assert accounts_view((an_account(),) * 2, NAMES, local).finding == "2 accounts"


def test_links_say_for_whom_they_are_what_they_give_and_until_when() -> None:
    def a_link(kind: InvitationKind, email: str | None = None, account_id: str | None = None) -> ListedLink:
        scopes = SCOPES[:1] if kind is InvitationKind.INVITE else ()
        return ListedLink(
            id=str(kind),
            kind=kind,
            email=email,
            account_id=account_id,
            scopes=scopes,
            made_by="local",
            made_at=AT,
            ends_at=AT,
        )

    links = (
        a_link(InvitationKind.FIRST),
        a_link(InvitationKind.INVITE, email="ben@example.org"),
        a_link(InvitationKind.PASSWORD, account_id="u1"),
    )
    view = links_view(links, (an_account(),), NAMES, local)
    assert [[cell.text for cell in row.cells] for row in view.table("links").rows] == [
        ["The first administrator", "The first administrator", "2 Mar, 10:30", "first"],
        ["ben@example.org", "Facilitator of Acme", "2 Mar, 10:30", "invite"],
        ["anna@example.org", "A new password", "2 Mar, 10:30", "password"],
    ]
    assert view.finding == "3 one-time links still open something"
    assert links_view(links[:1], (), NAMES, local).finding == "1 one-time link still opens something"
    assert links_view((), (), NAMES, local).empty == words.NO_LINKS


def test_every_access_role_has_a_name_and_says_what_it_may_do() -> None:
    assert set(words.ROLES) == set(words.MEANINGS) == set(AccessRole)
    assert set(words.KINDS) == set(InvitationKind)
